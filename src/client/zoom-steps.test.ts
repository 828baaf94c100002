import fc from 'fast-check';
import { expect, it } from 'vitest';
import { stepZoom } from './zoom-steps.ts';

it.each([
  [1, 1, 0.3, 1.25],
  [1, -1, 0.3, 0.7],
  [0.35, -1, 0.3, 0.3],
  [0.3, -1, 0.3, 0.3],
  [0.3, 1, 0.3, 0.35],
  [0.8, 1, 0.8, 1],
  [3, 1, 0.3, 3],
  // A page that is lower than the window is as wide as the window at least.
  [1, -1, 1.4, 1],
] as const)('from %d by %d, whole at %d: %d', (zoom, by, whole, wanted) => {
  expect(stepZoom(zoom, by, whole)).toBe(wanted);
});

it('goes from the whole page to the largest and back', () => {
  fc.assert(
    fc.property(fc.double({ min: 0.1, max: 1, noNaN: true }), (whole) => {
      let zoom = whole;
      for (let taken = 0; taken < 12; taken += 1) zoom = stepZoom(zoom, 1, whole);
      expect(zoom).toBe(3);
      for (let taken = 0; taken < 12; taken += 1) zoom = stepZoom(zoom, -1, whole);
      expect(zoom).toBe(whole);
    }),
  );
});
