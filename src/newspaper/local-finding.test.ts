import { expect, test } from 'vitest';
import { excerptOf, hasError, quoteValue, type LocalFinding } from './local-finding.ts';

const finding = (severity: LocalFinding['severity']): LocalFinding =>
  ({ severity }) as unknown as LocalFinding;

test('one error among the findings is enough', () => {
  expect(hasError([])).toBe(false);
  expect(hasError([finding('review')])).toBe(false);
  expect(hasError([finding('review'), finding('error')])).toBe(true);
});

test.each([
  ['', ''],
  ['  大桥\n\t 通车  ', '大桥 通车'],
  ['字'.repeat(40), '字'.repeat(40)],
  ['字'.repeat(41), `${'字'.repeat(40)}…`],
  // A character outside the BMP is not torn.
  ['𠮷'.repeat(41), `${'𠮷'.repeat(40)}…`],
])('%j is shown as %j', (text, shown) => {
  expect(excerptOf(text)).toBe(shown);
});

test.each([
  [undefined, '（空缺）'],
  [null, 'null'],
  ['甲', '“甲”'],
  [7, '7'],
  [{ a: [1] }, '{"a":[1]}'],
  [() => 1, 'function'],
  ['字'.repeat(50), `“${'字'.repeat(39)}…`],
])('a value is quoted as %2$j', (value, quoted) => {
  expect(quoteValue(value)).toBe(quoted);
});
