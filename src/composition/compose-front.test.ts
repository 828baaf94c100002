import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { buildArchive } from '../archive/archive.ts';
import { editionView, type FrontItem } from '../archive/edition-view.ts';
import { fixturePaper } from '../archive/fixture-paper.ts';
import { zhHans } from '../wording/zh-hans.ts';
import { composeFront } from './compose-front.ts';

const archive = buildArchive(fixturePaper());
const model = editionView(archive, zhHans, archive.editions.at(-1)!).front!.items[0]!;

function item(paragraphs: number, rank: number): FrontItem {
  const text = '这是一句话，有十四个字那么长。'.repeat(6);
  return {
    ...model,
    rank,
    paragraphs: Array.from({ length: paragraphs }, () => ({ text, html: text })),
  };
}

describe('composeFront', () => {
  it('keeps every item, once and in reading order, at every width', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(12), { minLength: 1, maxLength: 10 }), (lengths) => {
        const items = lengths.map((paragraphs, index) => item(paragraphs + 1, index + 1));
        const { places, cuts } = composeFront(items, 'zh-Hans');
        expect(places.map((place) => place.item)).toEqual(items);
        for (const { composition } of cuts) {
          expect(composition.modules.map(({ index }) => index)).toEqual(items.map((_i, at) => at));
        }
      }),
      { numRuns: 15 },
    );
  });

  it('says of every text that is cut that it goes on', () => {
    const { places } = composeFront([item(1, 1), item(12, 2)], 'zh-Hans');
    expect(places.map(({ texts }) => texts.length < 12)).toEqual([true, true]);
    expect(places[1]!.whole).toBe(false);
  });

  it('says so too where only a table or a quotation is not shown', () => {
    const { places } = composeFront([{ ...item(1, 1), isAll: false }], 'zh-Hans');
    expect(places[0]!.whole).toBe(false);
  });
});
