import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { buildArchive } from '../archive/archive.ts';
import { editionView, openingParagraphs, type FrontItem } from '../archive/edition-view.ts';
import { fixturePaper } from '../archive/fixture-paper.ts';
import { zhHans } from '../wording/zh-hans.ts';
import { basicColumns, setFront, setRows } from './set-front.ts';

const archive = buildArchive(fixturePaper());
const model = editionView(archive, zhHans, archive.editions.at(-1)!).front!.items[0]!;

function item(characters: number, kind: 'article' | 'photo-news' = 'article'): FrontItem {
  const sentence = '这是一句话。';
  const paragraph = { text: sentence.repeat(12), html: sentence.repeat(12) };
  return {
    ...model,
    line: { ...model.line, kind },
    characters,
    paragraphs: Array.from({ length: Math.max(1, Math.round(characters / 72)) }, () => paragraph),
    pictureMissing: kind === 'photo-news',
  };
}

const anyItem = fc
  .tuple(fc.nat(3000), fc.boolean())
  .map(([characters, photo]) => item(characters, photo ? 'photo-news' : 'article'));

describe('setFront', () => {
  it('sets a lone item across all columns', () => {
    const setting = setFront([item(900)]);
    expect(setting.lead.span).toBe(basicColumns);
    expect([setting.rail, setting.rows]).toEqual([[], []]);
  });

  it('keeps every item, once and in reading order', () => {
    fc.assert(
      fc.property(fc.array(anyItem, { minLength: 1, maxLength: 30 }), (items) => {
        const { lead, rail, rows } = setFront(items as [FrontItem, ...FrontItem[]]);
        const set = [lead, ...rail, ...rows.flat()].map((slot) => slot.item);
        expect(set).toEqual(items);
      }),
    );
  });

  it('fills every row', () => {
    fc.assert(
      fc.property(fc.array(anyItem, { maxLength: 30 }), (items) => {
        for (const row of setRows(items)) {
          expect(row.reduce((sum, { span }) => sum + span, 0)).toBe(basicColumns);
        }
      }),
    );
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

  it('leaves out a paragraph that there is no room to begin', () => {
    expect(openingParagraphs(paragraphs, 9)).toEqual({ texts: [paragraphs[0]], whole: false });
  });
});
