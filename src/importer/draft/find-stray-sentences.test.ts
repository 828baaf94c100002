import { describe, expect, test } from 'vitest';
import type { ArticleDraft, BodyBlock } from '../page/article-draft.ts';
import { findStraySentences } from './find-stray-sentences.ts';

const paragraph = (
  text: string,
  line: number,
  isListLine?: true,
): BodyBlock & { readonly type: 'paragraph' } => ({
  type: 'paragraph',
  text,
  lines: { first: line, last: line },
  isListLine,
});

const articleOf = (...body: readonly BodyBlock[]): ArticleDraft =>
  ({ slug: 'a', body, images: [], frontMatter: {} }) as unknown as ArticleDraft;

const told = (...articles: readonly ArticleDraft[]): readonly number[] =>
  findStraySentences(articles, 'han-simplified').map(({ line }) => line);

describe('findStraySentences', () => {
  const cut = '目前，全县已建成村级养老食堂43家，日均用餐两千六百多人次，年底前还将';
  const rest = '再建15家，让更多的老人吃上热饭。';
  const other = articleOf(
    paragraph('夜校开课的那天晚上，礼堂里坐满了人。', 11),
    paragraph(rest, 13),
  );

  test('tells where the rest of a cut sentence stands', () => {
    expect(told(articleOf(paragraph(cut, 3)), other)).toEqual([13]);
  });

  test('a line of a list has its end where it was printed', () => {
    expect(told(articleOf(paragraph(cut, 3, true)), other)).toEqual([]);
    const listed = articleOf(
      paragraph('夜校开课的那天晚上，礼堂里坐满了人。', 11),
      paragraph(rest, 13, true),
    );
    expect(told(articleOf(paragraph(cut, 3)), listed)).toEqual([]);
  });

  test('one rest is told once, of however many cuts', () => {
    expect(told(articleOf(paragraph(cut, 3)), articleOf(paragraph(cut, 7)), other)).toEqual([13]);
  });
});
