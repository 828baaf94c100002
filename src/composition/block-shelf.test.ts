import fc from 'fast-check';
import { expect, it } from 'vitest';
import { BlockShelf, BlockStore, emptyOffer } from './block-shelf.ts';
import { leading } from './sheet-grid.ts';

const offers = fc.array(
  fc.record({ height: fc.double({ min: 5, max: 90, noNaN: true }), cost: fc.nat(40) }),
  { maxLength: 60 },
);

it('keeps of each height the cheapest, and of those the cheapest few', () => {
  fc.assert(
    fc.property(offers, fc.integer({ min: 1, max: 6 }), fc.nat(40), (all, kept, limit) => {
      const shelf = new BlockShelf(90);
      shelf.clear(kept, limit);
      for (const { height, cost } of all) {
        if (!shelf.wants(height, cost)) continue;
        shelf.put({ ...emptyOffer(), height, cost, modules: 1 });
      }
      const store = new BlockStore();
      const { from, to, least } = shelf.storeIn(store);
      const cheapest = new Map<number, number>();
      for (const { height, cost } of all) {
        const line = Math.round(height / leading);
        if (cost <= limit) cheapest.set(line, Math.min(cost, cheapest.get(line) ?? Infinity));
      }
      const wanted = [...cheapest.values()].sort((one, other) => one - other).slice(0, kept);
      expect(store.cost.slice(from, to).toSorted((one, other) => one - other)).toEqual(wanted);
      expect(least).toBe(wanted[0] ?? Infinity);
      expect(store.height.toSorted((one, other) => one - other)).toEqual(store.height);
    }),
  );
});
