import { describe, expect, it } from 'vitest';
import { openingParagraphs } from './opening-paragraphs.ts';

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
