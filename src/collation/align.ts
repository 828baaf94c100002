/** A run of `length` items that are equal, beginning at `left` and `right` (0-based). */
export interface EqualRun {
  readonly left: number;
  readonly right: number;
  readonly length: number;
}

/**
 * Above this many edits the exact search (time and memory grow with the square of the edits) gives
 * way: two texts that differ so much are not one text read twice, and the middle is shown as
 * replaced. An article of 5,000 characters with a letter in ten misread has 1,000.
 */
export const maxEdits = 2_000;

/**
 * Aligns two sequences with the fewest deletions and insertions (E. W. Myers, "An O(ND) Difference
 * Algorithm and Its Variations", Algorithmica 1, 1986: the greedy forward search, section 4).
 *
 * @returns the equal runs, in order, none empty, no two adjacent on both sides. Deletions come
 *   before insertions where either would do.
 */
export function alignSequences(
  left: readonly string[],
  right: readonly string[],
  limit: number = maxEdits,
): EqualRun[] {
  let head = 0;
  const shorter = Math.min(left.length, right.length);
  while (head < shorter && left[head] === right[head]) head += 1;
  let tail = 0;
  while (tail < shorter - head && left[left.length - 1 - tail] === right[right.length - 1 - tail]) {
    tail += 1;
  }
  const runs: EqualRun[] = [];
  if (head > 0) runs.push({ left: 0, right: 0, length: head });
  runs.push(...alignMiddle(left, right, head, left.length - tail, right.length - tail, limit));
  if (tail > 0) {
    runs.push({ left: left.length - tail, right: right.length - tail, length: tail });
  }
  return joinRuns(runs);
}

function alignMiddle(
  left: readonly string[],
  right: readonly string[],
  from: number,
  leftEnd: number,
  rightEnd: number,
  limit: number,
): EqualRun[] {
  const leftLength = leftEnd - from;
  const rightLength = rightEnd - from;
  if (leftLength === 0 || rightLength === 0) return [];
  const most = Math.min(leftLength + rightLength, limit);
  // furthest[k + centre]: the furthest x on diagonal k = x - y. One row is kept per edit, only as
  // wide as that edit reaches, so that a small change costs little memory whatever the length.
  const centre = most + 1;
  const furthest = new Int32Array(2 * most + 3);
  const rows: Int32Array[] = [];
  for (let edits = 0; edits <= most; edits += 1) {
    rows.push(furthest.slice(centre - edits - 1, centre + edits + 2));
    for (let k = -edits; k <= edits; k += 2) {
      const down =
        k === -edits || (k !== edits && furthest[centre + k - 1]! < furthest[centre + k + 1]!);
      let x = down ? furthest[centre + k + 1]! : furthest[centre + k - 1]! + 1;
      let y = x - k;
      while (x < leftLength && y < rightLength && left[from + x] === right[from + y]) {
        x += 1;
        y += 1;
      }
      furthest[centre + k] = x;
      if (x >= leftLength && y >= rightLength) {
        return walkBack(rows, edits, leftLength, rightLength, from);
      }
    }
  }
  return [];
}

function walkBack(
  rows: readonly Int32Array[],
  edits: number,
  leftLength: number,
  rightLength: number,
  from: number,
): EqualRun[] {
  const runs: EqualRun[] = [];
  let x = leftLength;
  let y = rightLength;
  for (let edit = edits; edit >= 0; edit -= 1) {
    // rows[edit] is the state before this edit; its middle is diagonal 0.
    const row = rows[edit]!;
    const middle = edit + 1;
    const k = x - y;
    const down = k === -edit || (k !== edit && row[middle + k - 1]! < row[middle + k + 1]!);
    const previousK = down ? k + 1 : k - 1;
    const previousX = edit === 0 ? 0 : row[middle + previousK]!;
    const previousY = edit === 0 ? 0 : previousX - previousK;
    const startX = edit === 0 ? 0 : down ? previousX : previousX + 1;
    if (x > startX) {
      runs.push({ left: from + startX, right: from + startX - k, length: x - startX });
    }
    x = previousX;
    y = previousY;
  }
  return runs.reverse();
}

function joinRuns(runs: readonly EqualRun[]): EqualRun[] {
  const joined: EqualRun[] = [];
  for (const run of runs) {
    const last = joined.at(-1);
    if (
      last !== undefined &&
      last.left + last.length === run.left &&
      last.right + last.length === run.right
    ) {
      joined[joined.length - 1] = { ...last, length: last.length + run.length };
    } else {
      joined.push(run);
    }
  }
  return joined;
}
