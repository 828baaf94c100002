import fc from 'fast-check';
import { expect, test } from 'vitest';
import { anyOf } from './any-of.ts';

test('lists words as alternatives, whatever parts them', () => {
  expect(anyOf(' 进行时 系列谈\n  奋斗者? ')).toBe('(?:进行时|系列谈|奋斗者?)');
});

test('finds each of its words and nothing else', () => {
  const word = fc.stringMatching(/^[\u4e00-\u4eff]{1,4}$/u);
  fc.assert(
    fc.property(fc.array(word, { minLength: 1, maxLength: 8 }), word, (words, other) => {
      const listed = new RegExp(`^${anyOf(words.join(' '))}$`, 'u');
      for (const each of words) expect(listed.test(each)).toBe(true);
      expect(listed.test(other)).toBe(words.includes(other));
    }),
  );
});
