import { expect, test } from 'vitest';
import { parseArticle } from './parse-article.ts';
import { renderArticle } from './render-article.ts';

const body = 'A[^1]\n\n<Correction date="2022-12-19">B</Correction>\n\n[^1]: C';

test.each([
  ['zh-Hans', '>注<', '返回正文', '2022年12月19日'],
  ['zh-TW', '>註<', '返回正文', '2022年12月19日'],
  ['en', '>Notes<', 'Back to the text', '19 December 2022'],
])('%s', (language, notes, back, date) => {
  const { tree } = parseArticle(body);
  const { html } = renderArticle(tree!, { base: '/', edition: '2022-12-19', language });
  for (const words of [notes, back, date]) expect(html).toContain(words);
});
