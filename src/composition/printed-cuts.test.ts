import { expect, it } from 'vitest';
import type { PagePart } from '../newspaper/zones.ts';
import { composePage, type Composition } from './compose-page.ts';
import type { ComposedItem } from './composed-item.ts';
import { inventItems } from './invented-items.ts';
import { printedCorner } from './printed-cuts.ts';

const partsOf = ({ modules, tracks, height }: Composition): PagePart[] =>
  modules.map((module) => ({
    left: module.left / tracks,
    top: module.top / height,
    right: (module.left + module.tracks) / tracks,
    bottom: (module.top + module.height) / height,
  }));

/** Mean way between the edges of the same articles on two pages, in parts of the page. */
function distance(one: readonly PagePart[], other: readonly PagePart[]): number {
  const ways = one.flatMap((part, index) => {
    const { left, top, right, bottom } = other[index]!;
    return [part.left - left, part.top - top, part.right - right, part.bottom - bottom];
  });
  return ways.reduce((sum, way) => sum + Math.abs(way), 0) / ways.length;
}

const printedAs = (items: readonly ComposedItem[], parts: readonly PagePart[]): ComposedItem[] =>
  items.map((item, index) => ({ ...item, printed: parts[index]! }));

it.each(['top-left', 'top-right'] as const)(
  'a page comes nearer to the printed one, with the lead at the %s',
  (lead) => {
    let [without, withPrint] = [0, 0];
    for (let seed = 1; seed <= 12; seed += 1) {
      const items = inventItems(seed, 4 + (seed % 5), 350);
      const sheet = { columns: 6, lead };
      // What an editor of long ago did: widths that the engine does not choose by itself.
      const printed = partsOf(
        composePage(
          items.map((item, index) => ({ ...item, hint: { span: ((seed + index) % 3) + 2 } })),
          sheet,
        ),
      );
      without += distance(partsOf(composePage(items, sheet)), printed);
      withPrint += distance(partsOf(composePage(printedAs(items, printed), sheet)), printed);
    }
    expect(withPrint).toBeLessThan(without * 0.7);
  },
);

it('an editor goes before the print', () => {
  const items = inventItems(3, 5, 350);
  const parts = partsOf(composePage(items, { columns: 6 }));
  const asked = printedAs(items, parts).map((item, index) =>
    index === 1 ? { ...item, hint: { span: 3 } } : item,
  );
  expect(composePage(asked, { columns: 6 }).modules[1]!.tracks).toBe(6);
});

it('knows the corner where the printed page begins', () => {
  const [first, ...rest] = inventItems(1, 4, 300);
  const at = (left: number, right: number): ComposedItem[] => [
    { ...first!, printed: { left, top: 0, right, bottom: 0.3 } },
    ...rest,
  ];
  expect(printedCorner(at(0, 0.6))).toBe('top-left');
  expect(printedCorner(at(0.4, 1))).toBe('top-right');
  expect(printedCorner(at(0, 1))).toBeUndefined();
  expect(printedCorner([first!, ...rest])).toBeUndefined();
});
