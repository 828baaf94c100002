import { expect, test } from 'vitest';
import { fuzzImport } from './import-fuzz.ts';

// The first pages of the run of 10,000: `npm run bench -- import-fuzz`.
test('200 damaged pages: no crash, no character lost, every refusal with a reason', () => {
  const { failures, imported, refused } = fuzzImport({ pages: 200, seed: 1 });
  expect(failures).toEqual([]);
  expect(imported).toBeGreaterThan(120);
  expect(refused.size).toBeGreaterThan(0);
}, 120_000);
