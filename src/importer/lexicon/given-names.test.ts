import { expect, test } from 'vitest';
import { isGivenName } from './given-names.ts';

test.each([
  ['Nora', true],
  ['HERVÉ', true],
  ['Françoise', true],
  ['Jean-Loup', true],
  ['Strand', false],
  ['Loup-Jean', false],
])('%s', (word, is) => {
  expect(isGivenName(word)).toBe(is);
});
