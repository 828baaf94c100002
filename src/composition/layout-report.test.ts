import { expect, it } from 'vitest';
import { composePage } from './compose-page.ts';
import { inventItems } from './invented-items.ts';
import { layoutReport } from './layout-report.ts';

it('offers what can be honoured, at the price that the page then has', () => {
  const items = inventItems(7, 5, 400);
  const report = layoutReport(items, [3, 5]);
  expect(report.modules.map(({ id }) => id)).toEqual(items.map(({ id }) => id));
  const { alternatives, costs } = report.modules[2]!;
  expect(alternatives.length).toBeGreaterThan(3);
  expect(report.sheets.map(({ columns }) => columns)).toEqual([3, 5]);
  expect(costs.every(({ cost, why }) => cost.length === 2 && why !== '')).toBe(true);
  for (const { hint, more } of alternatives) {
    const wanted = items.map((item, index) => (index === 2 ? { ...item, hint } : item));
    for (const [at, columns] of [3, 5].entries()) {
      if (more[at] === undefined) continue;
      const page = composePage(wanted, { columns });
      expect(page.cost).toBeCloseTo(report.sheets[at]!.cost + more[at], 6);
      if (hint.span !== undefined) {
        expect(page.modules[2]!.tracks).toBe(Math.min(hint.span, columns) * 2);
      }
    }
  }
});
