/**
 * The known name that a mistyped one most likely meant: at most one edit in three characters away
 * (insertion, deletion, replacement, or two neighbours swapped), letters compared without case.
 *
 * @returns undefined where nothing is near enough to be worth suggesting
 */
export function nearestName(wanted: string, known: Iterable<string>): string | undefined {
  const typed = wanted.toLowerCase();
  let best: string | undefined;
  let fewest = Number.POSITIVE_INFINITY;
  for (const name of known) {
    const allowed = Math.max(1, Math.floor(Math.max(typed.length, name.length) / 3));
    const limit = Math.min(fewest, allowed + 1);
    const edits = editDistance(typed, name.toLowerCase(), limit);
    if (edits < limit) {
      best = name;
      fewest = edits;
    }
  }
  return best;
}

/** Optimal string alignment distance, or `limit` as soon as it cannot be smaller. */
function editDistance(left: string, right: string, limit: number): number {
  if (Math.abs(left.length - right.length) >= limit) return limit;
  let before: number[] = [];
  let previous = Array.from({ length: right.length + 1 }, (_, index) => index);
  for (let row = 1; row <= left.length; row += 1) {
    const current = [row];
    for (let column = 1; column <= right.length; column += 1) {
      const same = left[row - 1] === right[column - 1];
      let edits = Math.min(
        previous[column]! + 1,
        current[column - 1]! + 1,
        previous[column - 1]! + (same ? 0 : 1),
      );
      if (left[row - 1] === right[column - 2] && left[row - 2] === right[column - 1]) {
        edits = Math.min(edits, before[column - 2]! + 1);
      }
      current.push(edits);
    }
    if (Math.min(...current) >= limit) return limit;
    before = previous;
    previous = current;
  }
  return previous[right.length]!;
}
