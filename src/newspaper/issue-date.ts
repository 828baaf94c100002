import { ruleWords } from './rule-words.ts';
import { z } from 'astro/zod';

/** The date printed on an edition, as `YYYY-MM-DD`, always a day that exists. */
export type IssueDate = string & { readonly __brand: 'IssueDate' };

const shape = /^(\d{4})-(\d{2})-(\d{2})$/;

/**
 * Guards an issue date: ten ASCII characters `YYYY-MM-DD` naming a real day of the Gregorian
 * calendar. `2022-02-31` is refused, where `new Date()` would make it 3 March.
 */
export function isIssueDate(text: string): text is IssueDate {
  const match = shape.exec(text);
  if (!match) return false;
  const [year, month, day] = match.slice(1).map(Number) as [number, number, number];
  const date = new Date(Date.UTC(year, month - 1, day));
  date.setUTCFullYear(year);
  return date.getUTCMonth() === month - 1 && date.getUTCDate() === day;
}

/** Takes `YYYY-MM-DD`; throws a RangeError for anything else. */
export function parseIssueDate(text: string): IssueDate {
  if (!isIssueDate(text)) {
    throw new RangeError(`expected a day that exists as YYYY-MM-DD, found ${JSON.stringify(text)}`);
  }
  return text;
}

/** The moment an issue date begins in UTC; what Intl formatters are given with `timeZone: 'UTC'`. */
export function issueDateToUtc(date: IssueDate): Date {
  return new Date(`${date}T00:00:00Z`);
}

export const issueDateSchema = z
  .string()
  .refine(isIssueDate, {
    message: ruleWords({
      zh: '应为实有的日期，写作 2022-12-19',
      en: 'must be a day that is, written 2022-12-19',
    }),
  })
  .transform((text) => text as IssueDate);
