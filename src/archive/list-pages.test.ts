import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { listPageAt, listPageNumbers, type ListPage } from './list-pages.ts';

const listPages = <Item>(items: readonly Item[], size: number): ListPage<Item>[] =>
  listPageNumbers(items.length, size).map((number) => listPageAt(items, number, size));

const upTo = (length: number): number[] => Array.from({ length }, (_, index) => index + 1);

describe('list pages', () => {
  it('leaves a short list undivided', () => {
    expect(listPages([1, 2, 3], 3)).toEqual([
      { number: undefined, items: [3, 2, 1], newest: 2, older: undefined, newer: undefined },
    ]);
  });

  it('numbers from the oldest and shows the newest at the bare address', () => {
    expect(listPages(upTo(7), 3)).toEqual([
      { number: undefined, items: [7, 6, 5, 4], newest: 6, older: 1, newer: undefined },
      { number: 1, items: [3, 2, 1], newest: 2, older: undefined, newer: 2 },
      { number: 2, items: [6, 5, 4], newest: 5, older: 1, newer: 3 },
      { number: 3, items: [7], newest: 6, older: 2, newer: undefined },
    ]);
  });

  it('gives an empty list one empty page', () => {
    expect(listPages([], 3)).toEqual([
      { number: undefined, items: [], newest: -1, older: undefined, newer: undefined },
    ]);
  });

  it('never changes a sealed page when items are added', () => {
    fc.assert(
      fc.property(fc.nat(200), fc.nat(60), fc.integer({ min: 1, max: 20 }), (now, added, size) => {
        const before = listPages(upTo(now), size);
        const after = listPages(upTo(now + added), size);
        for (const page of before) {
          if (page.number === undefined || page.newer === undefined) continue;
          expect(after[page.number]).toEqual(page);
        }
      }),
    );
  });

  it('loses nothing, and every link leads to a page', () => {
    fc.assert(
      fc.property(fc.nat(300), fc.integer({ min: 1, max: 20 }), (length, size) => {
        const [bare, ...numbered] = listPages(upTo(length), size);
        const numbers = new Set(numbered.map((page) => page.number));
        for (const page of [bare!, ...numbered]) {
          for (const link of [page.older, page.newer]) {
            if (link !== undefined) expect(numbers.has(link)).toBe(true);
          }
        }
        // Walking from the bare address along `older` meets every item once, newest first.
        const walked = [...bare!.items];
        for (let next = bare!.older; next !== undefined; next = numbered[next - 1]!.older) {
          walked.push(...numbered[next - 1]!.items);
        }
        expect(walked).toEqual(upTo(length).reverse());
      }),
    );
  });
});
