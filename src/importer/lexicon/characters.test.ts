import { expect, test } from 'vitest';
import { isInCapitals } from './characters.ts';

test.each([
  ['LETTERS TO THE EDITOR', true],
  ['FARLEY-OSTRANDER', true],
  ['Letters', false],
  ['CBA战报', false],
  ['NHKの話題', false],
  ['四代人的同一个码头', false],
  ['1949', false],
])('%s in capitals: %s', (line, is) => {
  expect(isInCapitals(line)).toBe(is);
});
