import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { introducesWhatFollows } from '../newspaper/introduces-what-follows.ts';
import type { ArticleBody } from './article-body.ts';
import { extractBody } from './extract-body.ts';
import { parseArticle } from './parse-article.ts';
import { renderArticle } from './render-article.ts';

function bodyOf(source: string): ArticleBody {
  const { tree } = parseArticle(source);
  return renderArticle(tree!, { base: '/', edition: '2024-05-06', language: 'zh-Hans' }, 1);
}

const extractOf = (source: string): { texts: string[]; whole: boolean } => {
  const { paragraphs, whole } = extractBody(bodyOf(source));
  return { texts: paragraphs.map(({ text }) => text), whole };
};

describe('extractBody', () => {
  it.each([
    ['running text', '甲。\n\n乙：\n\n丙。', ['甲。', '乙：', '丙。'], true],
    ['a thematic break', '甲。\n\n---\n\n乙。', ['甲。', '乙。'], true],
    ['a crosshead', '甲。\n\n## 题\n\n乙。', ['甲。', '乙。'], false],
    ['a list and the line before it', '甲。\n\n请携带：\n\n- 雨具\n\n乙。', ['甲。'], false],
    ['two such lines', '甲。\n\n分两场：\n\n## 题\n\n请带：\n\n- 碗', ['甲。'], false],
    ['a table', '甲。\n\n| 县 |\n| --- |\n| 乙 |\n\n上表……', ['甲。'], false],
    ['a quotation that is led to', '他写道：\n\n> 引文。\n\n乙。', [], false],
    ['a quotation that stands by itself', '甲。\n\n> 引文。\n\n乙。', ['甲。', '乙。'], false],
    ['a footnote', '甲[^1]。\n\n[^1]: 注文。', ['甲。'], false],
    ['a picture', '甲。\n\n![桥](a.jpg)\n\n乙。', ['甲。', '乙。'], false],
    ['a box', '甲。\n\n<Aside>丙</Aside>\n\n乙。', ['甲。', '乙。'], false],
    ['what was drawn out', '甲。\n\n<PullQuote>丙</PullQuote>\n\n乙。', ['甲。', '乙。'], false],
    ['code', '甲。\n\n```\n丙\n```\n\n乙。', ['甲。'], false],
    ['a numbered list', '甲。\n\n1. 丙\n\n乙。', ['甲。'], false],
    ['a line that leads to a picture', '甲。\n\n如图：\n\n![桥](a.jpg)\n\n乙。', ['甲。'], false],
    [
      'a line that leads to the next',
      '甲。\n\n如下：\n\n---\n\n乙。',
      ['甲。', '如下：', '乙。'],
      true,
    ],
    ['a last line that leads nowhere', '甲。\n\n如下：', ['甲。', '如下：'], true],
    ['nothing but a list', '- 甲\n- 乙', [], false],
  ])('%s', (_name, source, texts, whole) => {
    expect(extractOf(source)).toEqual({ texts, whole });
  });

  const blocks = [
    '甲。',
    '请携带：',
    '名单如下。',
    '- 碗',
    '> 引文',
    '## 题',
    '| 县 |\n| --- |\n| 乙 |',
    '---',
  ];
  it('never ends on a line that leads to what is not shown, and takes nothing out of order', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...blocks), { minLength: 1, maxLength: 8 }), (parts) => {
        const body = bodyOf(parts.join('\n\n'));
        const { paragraphs, whole } = extractBody(body);
        const numbers = paragraphs.map(({ number }) => number);
        expect(numbers).toEqual(numbers.map((_number, index) => index + 1));
        if (whole) expect(paragraphs).toEqual(body.paragraphs);
        else if (paragraphs.length > 0) {
          expect(introducesWhatFollows(paragraphs.at(-1)!.text)).toBe(false);
        }
        if (paragraphs.length > 0 && !whole) {
          expect(introducesWhatFollows(body.excerpt)).toBe(false);
        }
      }),
      { numRuns: 60 },
    );
  });
});
