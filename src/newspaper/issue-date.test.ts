import fc from 'fast-check';
import { expect, test } from 'vitest';
import { isIssueDate, issueDateSchema, issueDateToUtc, parseIssueDate } from './issue-date.ts';

test.each(['2022-12-19', '2024-02-29', '1902-06-17', '0099-01-01'])('%s is a day', (text) => {
  expect(isIssueDate(text)).toBe(true);
});

test.each([
  '2022-02-31', // js-yaml and Date make it 3 March
  '2022-13-45',
  '2023-02-29',
  '2022-12-19T00:00:00Z',
  '20221219',
  '2022-1-9',
  '２０２２-12-19',
  '',
])('%j is none', (text) => {
  expect(isIssueDate(text)).toBe(false);
  expect(() => parseIssueDate(text)).toThrow(RangeError);
  expect(issueDateSchema.safeParse(text).success).toBe(false);
});

test('every day that Date knows is an issue date, and comes back from UTC unchanged', () => {
  fc.assert(
    fc.property(
      fc.date({ min: new Date('1000-01-01'), max: new Date('9999-12-31'), noInvalidDate: true }),
      (date) => {
        const text = date.toISOString().slice(0, 10);
        expect(issueDateToUtc(parseIssueDate(text)).toISOString().slice(0, 10)).toBe(text);
      },
    ),
  );
});
