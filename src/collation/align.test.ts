import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { alignSequences } from './align.ts';

const aligned = (left: string, right: string): string[] =>
  alignSequences([...left], [...right]).map(
    ({ left: at, length }) => `${at}:${[...left].slice(at, at + length).join('')}`,
  );

describe('alignSequences', () => {
  test.each([
    ['', '', []],
    ['報', '', []],
    ['读报', '读报', ['0:读报']],
    ['人园三年', '入园三年', ['1:园三年']],
    ['读报久了', '读久了', ['0:读', '2:久了']],
    ['读久了', '读报久了', ['0:读', '1:久了']],
    ['甲乙丙丁', '甲丁', ['0:甲', '3:丁']],
  ])('%s against %s', (left, right, runs) => {
    expect(aligned(left, right)).toEqual(runs);
  });

  test('what is too different is replaced, and takes no time', () => {
    const left = Array.from({ length: 20_000 }, (_, index) => `l${index}`);
    const right = Array.from({ length: 20_000 }, (_, index) => `r${index}`);
    const started = performance.now();
    expect(alignSequences(left, right, 500)).toEqual([]);
    expect(performance.now() - started).toBeLessThan(2_000);
  });

  const letters = fc.array(fc.constantFrom('甲', '乙', '丙', '。'), { maxLength: 40 });

  test('runs are equal letters, in order, never crossing', () => {
    fc.assert(
      fc.property(letters, letters, (left, right) => {
        let leftEnd = 0;
        let rightEnd = 0;
        for (const run of alignSequences(left, right)) {
          expect(run.length).toBeGreaterThan(0);
          expect(run.left).toBeGreaterThanOrEqual(leftEnd);
          expect(run.right).toBeGreaterThanOrEqual(rightEnd);
          expect(left.slice(run.left, run.left + run.length)).toEqual(
            right.slice(run.right, run.right + run.length),
          );
          leftEnd = run.left + run.length;
          rightEnd = run.right + run.length;
        }
      }),
    );
  });

  test('as many letters stay as in the longest common subsequence', () => {
    fc.assert(
      fc.property(letters, letters, (left, right) => {
        const kept = alignSequences(left, right).reduce((sum, run) => sum + run.length, 0);
        expect(kept).toBe(longestCommon(left, right));
      }),
    );
  });
});

/** The textbook table, as the oracle. */
function longestCommon(left: readonly string[], right: readonly string[]): number {
  let row = new Array<number>(right.length + 1).fill(0);
  for (const letter of left) {
    const next = [0];
    for (const [index, other] of right.entries()) {
      next.push(letter === other ? row[index]! + 1 : Math.max(row[index + 1]!, next[index]!));
    }
    row = next;
  }
  return row.at(-1)!;
}
