import { expect, test } from 'vitest';
import { parseArticle } from './parse-article.ts';
import { renderArticle } from './render-article.ts';

const body = 'A[^1]\n\n<Correction date="2022-12-19">B</Correction>\n\n[^1]: C';

test.each([
  ['zh-Hans', '>注<', '返回正文', '2022年12月19日'],
  ['zh-TW', '>註<', '返回正文', '2022年12月19日'],
  ['zh-HK', '>註<', '返回正文', '2022年12月19日'],
  ['en', '>Notes<', 'Back to the text', '19 December 2022'],
  ['en-GB', '>Notes<', 'Back to the text', '19 December 2022'],
  ['en-US', '>Notes<', 'Back to the text', '19 December 2022'],
  ['de', '>Notes<', 'Back to the text', '19. Dezember 2022'],
])('%s', (language, notes, back, date) => {
  const { tree } = parseArticle(body);
  const { html } = renderArticle(tree!, { base: '/', edition: '2022-12-19', language });
  for (const words of [notes, back, date]) expect(html).toContain(words);
});

test('a box of correction says what it is, in the language of the paper; another box does not', () => {
  const html = (source: string, language: string): string =>
    renderArticle(parseArticle(source).tree!, { base: '/', edition: '2022-12-19', language }).html;
  const correction = '<Correction date="2022-12-19">B</Correction>';
  expect(html(correction, 'zh-Hans')).toContain('class="correction" aria-label="更正"');
  expect(html(correction, 'en')).toContain('class="correction" aria-label="Correction"');
  expect(html('<Aside>甲</Aside>', 'zh-Hans')).not.toContain('aria-label');
  // A day is that day, wherever the machine stands.
  expect(html('<Correction date="2022-01-01">B</Correction>', 'en')).toContain('>1 January 2022<');
});
