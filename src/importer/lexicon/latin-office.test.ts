import { expect, test } from 'vitest';
import { isLatinOffice } from './latin-office.ts';

test.each([
  ['Strand Funeral Home', true],
  ['Harbour Museum', true],
  ['Amicale des Bateliers', true],
  ['Verein der Fährleute', true],
  ['Nora Pell', false],
  ['Homer Churchill', false],
])('%s', (name, is) => {
  expect(isLatinOffice(name)).toBe(is);
});
