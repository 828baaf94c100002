import { expect, test } from 'vitest';
import { searchWordingFor } from '../wording/search-wording.ts';
import { nestQuotes } from './nest-quotes.ts';

test.each([
  ['zh-Hans', '湾区', '没有找到“湾区”。'],
  ['zh-Hans', '“湾区”', '没有找到“‘湾区’”。'],
  ['zh-Hans', '"湾区" -故事', '没有找到“‘湾区’ -故事”。'],
  ['zh-Hans', '“他说‘湾区’”', '没有找到“‘他说“湾区”’”。'],
  ['zh-Hans', '「湾区」', '没有找到“‘湾区’”。'],
  ['zh-Hans', '“湾区', '没有找到“‘湾区”。'],
  ['zh-Hans', '$& $1', '没有找到“$& $1”。'],
  ['zh-Hant', '“灣區”', '沒有找到「『灣區』」。'],
  ['zh-Hant', '「說『灣區』」', '沒有找到「『說「灣區」』」。'],
  ['en', '"the bay"', 'Nothing found for “‘the bay’”.'],
  ['en', 'don’t say “bay”', 'Nothing found for “don’t say ‘bay’”.'],
])('%s: %s', (language, text, sentence) => {
  expect(nestQuotes(searchWordingFor(language).status.none, '{query}', text)).toBe(sentence);
});
