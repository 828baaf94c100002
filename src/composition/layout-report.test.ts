import { expect, it } from 'vitest';
import { composePage } from './compose-page.ts';
import { inventItems } from './invented-items.ts';
import { layoutReport } from './layout-report.ts';

it('offers what can be honoured, at the price that the page then has', () => {
  const items = inventItems(7, 5, 400);
  const report = layoutReport(items, { columns: 5 });
  expect(report.modules.map(({ id }) => id)).toEqual(items.map(({ id }) => id));
  const { alternatives, costs } = report.modules[2]!;
  expect(alternatives.length).toBeGreaterThan(3);
  expect(alternatives.map(({ more }) => more)).toEqual(
    alternatives.map(({ more }) => more).toSorted((left, right) => left - right),
  );
  expect(costs.every(({ cost, why }) => cost > 0 && why !== '')).toBe(true);
  for (const { hint, more } of alternatives) {
    const page = composePage(
      items.map((item, index) => (index === 2 ? { ...item, hint } : item)),
      { columns: 5 },
    );
    expect(page.cost).toBeCloseTo(report.cost + more, 6);
    if (hint.span !== undefined) expect(page.modules[2]!.tracks).toBe(hint.span * 2);
  }
});
