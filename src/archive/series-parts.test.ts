import fc from 'fast-check';
import { expect, test } from 'vitest';
import { seriesParts } from './series-parts.ts';

test.each([
  [[20], { held: [[20, 20]], missing: [[1, 19]] }],
  [
    [3, 1, 2, 7, 6],
    {
      held: [
        [1, 3],
        [6, 7],
      ],
      missing: [[4, 5]],
    },
  ],
  [[1, 1], { held: [[1, 1]], missing: [] }],
  [[], { held: [], missing: [] }],
])('%j', (parts, found) => {
  expect(seriesParts(parts)).toEqual(found);
});

test('every number up to the highest is held or missing, and only once', () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 1, max: 40 }), { minLength: 1 }), (parts) => {
      const { held, missing } = seriesParts(parts);
      const numbers = [...held, ...missing].flatMap(([first, last]) =>
        Array.from({ length: last - first + 1 }, (_, at) => first + at),
      );
      expect(numbers.sort((left, right) => left - right)).toEqual(
        Array.from({ length: Math.max(...parts) }, (_, at) => at + 1),
      );
      const inRuns = (runs: typeof held, part: number): boolean =>
        runs.some(([first, last]) => part >= first && part <= last);
      expect(parts.every((part) => inRuns(held, part))).toBe(true);
    }),
  );
});
