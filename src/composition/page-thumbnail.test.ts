import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { ComposedItem } from './composed-item.ts';
import { composePage } from './compose-page.ts';
import { inventItems } from './invented-items.ts';
import { pageThumbnail } from './page-thumbnail.ts';

it('shows every article in its place: its headline in full, its columns within its box', () => {
  fc.assert(
    fc.property(fc.nat(500), fc.integer({ min: 1, max: 12 }), (seed, count) => {
      const items = inventItems(seed, count, 300);
      const { width, height, modules } = pageThumbnail(items, composePage(items, { columns: 5 }));
      expect(modules.length).toBe(count);
      modules.forEach(({ box, headline, columns }, index) => {
        expect(headline.map(({ text }) => text).join('')).toBe(items[index]!.headline.join(''));
        expect(box.x).toBeGreaterThan(-0.5);
        expect(box.x + box.width).toBeLessThan(width + 0.5);
        expect(box.y + box.height).toBeLessThan(height + 0.01);
        for (const column of columns) {
          expect(column.x).toBeGreaterThan(box.x - 0.01);
          expect(column.x + column.width).toBeLessThan(box.x + box.width + 0.01);
          expect(column.y).toBeGreaterThan(box.y);
          expect(column.y + column.height).toBeLessThan(box.y + box.height + 0.01);
        }
      });
    }),
    { numRuns: 40 },
  );
});

it('breaks Latin headlines at their blanks, and makes each line fit its room', () => {
  const [invented] = inventItems(1, 1, 300);
  const headline = ['The lamp is lit again, and “nobody spoke” on the mole for a whole minute'];
  const item: ComposedItem = { ...invented!, headline };
  const { modules } = pageThumbnail([item], composePage([item], { columns: 3 }));
  const [module] = modules;
  expect(module!.headline.length).toBeGreaterThan(1);
  expect(module!.headline.map(({ text }) => text).join(' ')).toBe(headline[0]);
  for (const { fit } of module!.headline) expect(fit).toBeLessThanOrEqual(module!.box.width);
});
