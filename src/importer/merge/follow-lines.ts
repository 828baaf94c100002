/**
 * Follows a run of lines from one state of a source page to the next, so that an article keeps its
 * address when lines were put in above it. Goes by lines that are the same in both and stand only
 * once in either (patience diff's anchors): blank lines and repeated ones prove nothing.
 *
 * @param lines 1-based, both ends included
 * @returns the run in the new text, or undefined where nothing of it is left
 */
export function followLines(
  before: readonly string[],
  after: readonly string[],
  lines: readonly [number, number],
): readonly [number, number] | undefined {
  const unique = (texts: readonly string[]): ReadonlyMap<string, number> => {
    const first = new Map<string, number>();
    const twice = new Set<string>();
    texts.forEach((text, index) => {
      if (text.trim() === '') return;
      if (first.has(text)) twice.add(text);
      else first.set(text, index + 1);
    });
    for (const text of twice) first.delete(text);
    return first;
  };
  const [was, is] = [unique(before), unique(after)];
  const places = before.slice(lines[0] - 1, lines[1]).flatMap((text, index): [number, number][] => {
    const from = lines[0] + index;
    const to = was.get(text) === from ? is.get(text) : undefined;
    return to === undefined ? [] : [[from, to]];
  });
  const [first] = places;
  const last = places.at(-1);
  if (!first || !last) return undefined;
  // Lines at the ends that have changed are still the article's: as many as there were.
  const start = Math.max(1, first[1] - (first[0] - lines[0]));
  const end = Math.min(after.length, last[1] + (lines[1] - last[0]));
  return start <= end ? [start, end] : undefined;
}
