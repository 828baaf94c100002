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
  const [was, is] = [before, after].map((texts) => Map.groupBy(texts.keys(), (at) => texts[at]!));
  const places = before.slice(lines[0] - 1, lines[1]).flatMap((text, index): [number, number][] => {
    const [to, ...others] = is!.get(text) ?? [];
    const isUnique = text.trim() !== '' && was!.get(text)!.length === 1 && others.length === 0;
    return to !== undefined && isUnique ? [[lines[0] + index, to + 1]] : [];
  });
  const [first] = places;
  const last = places.at(-1);
  if (!first || !last) return undefined;
  // Lines at the ends that have changed are still the article's: as many as there were.
  const start = Math.max(1, first[1] - (first[0] - lines[0]));
  const end = Math.min(after.length, last[1] + (lines[1] - last[0]));
  return start <= end ? [start, end] : undefined;
}
