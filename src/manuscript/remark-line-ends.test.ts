import { expect, test } from 'vitest';
import { parseArticle } from './parse-article.ts';
import { renderArticle } from './render-article.ts';

const textOf = (source: string): string => {
  const context = { base: '/', edition: '2024-05-06', language: 'zh-Hans' };
  return renderArticle(parseArticle(source).tree!, context).text;
};

test.each([
  ['为了继\n续变革', '为了继续变革'],
  ['他说，\n今天', '他说，今天'],
  ['见 Foo，\nbar 也', '见 Foo，bar 也'],
  ['他说：\n“来吧。”\n于是走了', '他说：“来吧。”于是走了'],
  ['他说\n“来吧”\n就走', '他说“来吧”就走'],
  ['**为了继**\n续变革', '为了继续变革'],
  ['为了**继\n续**变革', '为了继续变革'],
  ['见[通\n告](https://example.org)\n为准', '见通告为准'],
  ['𠮷\n𠮷', '𠮷𠮷'],
  ['かな\nカナ', 'かなカナ'],
  ['> 引\n> 文', '引文'],
  ['- 甲\n  乙', '甲乙'],
])('%j is set as one line', (source, text) => {
  expect(textOf(source)).toBe(text);
});

test.each([
  ['It was\nquiet', 'It was\nquiet'],
  ['the word —\n“Next” he said', 'the word —\n“Next” he said'],
  ['加入\nWTO 以后', '加入\nWTO 以后'],
  ['한국\n사람', '한국\n사람'],
  ['诗一行\\\n诗二行', '诗一行\n诗二行'],
  ['甲`乙`\n丙', '甲乙\n丙'],
])('%j keeps its blank or its break', (source, text) => {
  expect(textOf(source)).toBe(text);
});
