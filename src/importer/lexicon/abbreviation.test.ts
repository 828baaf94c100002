import { expect, test } from 'vitest';
import { endsLeaning } from './abbreviation.ts';

test.each([
  ['The lock was opened by Mrs.', true],
  ['signed by R. M.', true],
  ['le curé de St.', true],
  ['Fisch, Brot u. a.', true],
  ['The boats left at 6 a.m.', false],
  ['Strand & Sons Inc.', false],
  ['The river had risen.', false],
  ['The river had risen', false],
])('%s', (text, leans) => {
  expect(endsLeaning(text)).toBe(leans);
});
