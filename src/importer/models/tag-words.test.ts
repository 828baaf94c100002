import { Jieba } from '@node-rs/jieba';
import { dict } from '@node-rs/jieba/dict.js';
import { expect, test } from 'vitest';
import { loadFixturePages } from '../../../tests/page-truth.ts';
import { allFrequencies, tagWords } from './tag-words.ts';

test('a dictionary that grows with the questions answers as the whole one', () => {
  const whole = Jieba.withDict(dict);
  const pages = loadFixturePages(new URL('../../../tests/fixtures/pages/', import.meta.url));
  const texts = pages
    .filter((_, index) => index % 40 === 0)
    .map(({ bytes }) => new TextDecoder().decode(bytes).replaceAll(/\s+/g, ''));
  texts.push('4S店的卡拉OK', '𠮷野家');
  for (const text of texts) {
    for (let start = 0; start < text.length; start += 97) {
      const asked = text.slice(start, start + 9 + (start % 23)).toWellFormed();
      expect(tagWords(asked), asked).toEqual(whole.tag(asked, true));
    }
  }
});

test('the sum of the frequencies is that of the dictionary that is installed', () => {
  let sum = 0;
  for (const line of new TextDecoder().decode(dict).split('\n'))
    sum += Number(line.split(' ')[1] ?? 0);
  expect(allFrequencies).toBe(sum);
});
