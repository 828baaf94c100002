/**
 * How much of the shorter of two short texts stands, in order, in the other: the longest common
 * subsequence over the longer length, 0 to 1. Quadratic: meant for lines, and cut off at 120 units.
 */
export function similarity(a: string, b: string): number {
  const left = a.slice(0, 120);
  const right = b.slice(0, 120);
  if (left === '' || right === '') return 0;
  let row = new Uint16Array(right.length + 1);
  for (const character of left) {
    const next = new Uint16Array(right.length + 1);
    for (let at = 1; at <= right.length; at += 1) {
      next[at] = character === right[at - 1] ? row[at - 1]! + 1 : Math.max(row[at]!, next[at - 1]!);
    }
    row = next;
  }
  return row[right.length]! / Math.max(left.length, right.length);
}
