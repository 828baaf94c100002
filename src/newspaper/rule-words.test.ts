import { expect, test } from 'vitest';
import { z } from 'astro/zod';
import { readRuleWords, ruleWords } from './rule-words.ts';

const words = { zh: '应为一行', en: 'must be one line' };

test('a schema carries what its rule says in both languages', () => {
  const schema = z.string().regex(/^.*$/, ruleWords(words));
  const message = schema.safeParse('甲\n乙').error!.issues[0]!.message;
  expect(readRuleWords(message)).toEqual(words);
});

test('a value of several lines that a rule names does not push one language into the other', () => {
  expect(
    readRuleWords(ruleWords({ zh: '写了两次 a\nb，应只有一次', en: 'a\nb is there twice' })),
  ).toEqual({
    zh: '写了两次 a b，应只有一次',
    en: 'a b is there twice',
  });
});

test('what Zod says itself is the same in both', () => {
  expect(readRuleWords('Invalid input')).toEqual({ zh: 'Invalid input', en: 'Invalid input' });
});
