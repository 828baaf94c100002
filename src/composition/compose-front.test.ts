import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { buildArchive } from '../archive/archive.ts';
import { editionView, openingParagraphs, type FrontItem } from '../archive/edition-view.ts';
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

describe('openingParagraphs', () => {
  const paragraphs = [
    { text: '一二三。四五六。', html: '一二三。四五六。' },
    { text: '七八九。', html: '七八九。' },
  ];

  it('gives whole paragraphs as they were rendered', () => {
    expect(openingParagraphs(paragraphs, 20)).toEqual({ texts: paragraphs, whole: true });
  });

  it('cuts at a sentence where the first does not fit', () => {
    expect(openingParagraphs(paragraphs, 5)).toEqual({
      texts: [{ text: '一二三。' }],
      whole: false,
    });
  });

  it('leaves out a line that leads to what there is no room for', () => {
    const list = [{ text: '一二三。四五六。' }, { text: '请携带：' }, { text: '七'.repeat(40) }];
    expect(openingParagraphs(list, 14)).toEqual({ texts: [list[0]], whole: false });
  });

  it('leaves out a paragraph that there is no room to begin', () => {
    expect(openingParagraphs(paragraphs, 9)).toEqual({ texts: [paragraphs[0]], whole: false });
  });
});
