import { expect, test } from 'vitest';
import { checkFixtures, fuzzImport } from './import-fuzz.ts';

// The first pages of the run of 10,000: `npm run bench -- import-fuzz`.
/** A long run asks for more: `EPAPER_FUZZ_PAGES=2000`. */
const count = Number(process.env['EPAPER_FUZZ_PAGES'] ?? 200);

test(`${count} damaged pages: no crash, no character lost, what is written passes check`, () => {
  const { failures, imported, refused } = fuzzImport({ pages: count, seed: 1 });
  expect(failures).toEqual([]);
  expect(imported).toBeGreaterThan(120);
  expect(refused.size).toBeGreaterThan(0);
}, 900_000);

test('what the fixture pages give passes check', () => {
  expect(checkFixtures()).toEqual([]);
});
