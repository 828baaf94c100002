import { indexWordingFor } from '../wording/index-wording.ts';
import type { Wording } from '../wording/wording.ts';

/** How many articles a list has, month by month or year by year. */
export interface CountChart {
  /** What the chart shows, in a sentence: it stands under the bars, and is what the ear gets. */
  readonly caption: string;
  /** Oldest first, without gaps: a month in which nothing stood has 0. */
  readonly counts: readonly number[];
}

/** A few bars say less than the list below them. */
const fewestArticles = 12;
/** Three years of months: more bars are too thin for a phone. */
const mostMonths = 36;

/**
 * Counts a list by month; by year where that would be more than 36 bars.
 *
 * @param dates `2022-12-19`, oldest first, one for each article
 * @returns nothing for a short list or a single month
 */
export function countChart(wording: Wording, dates: readonly string[]): CountChart | undefined {
  if (dates.length < fewestArticles) return undefined;
  const monthOf = (date: string): number =>
    Number(date.slice(0, 4)) * 12 + Number(date.slice(5, 7)) - 1;
  const first = monthOf(dates[0]!);
  const last = monthOf(dates.at(-1)!);
  const byMonth = last - first < mostMonths;
  const from = byMonth ? first : Math.floor(first / 12);
  const to = byMonth ? last : Math.floor(last / 12);
  if (from === to) return undefined;
  const counts = Array.from({ length: to - from + 1 }, () => 0);
  for (const date of dates) {
    counts[(byMonth ? monthOf(date) : Number(date.slice(0, 4))) - from]! += 1;
  }
  const nameOf = (bar: number): string =>
    byMonth
      ? wording.date.month(String(Math.floor(bar / 12)), String((bar % 12) + 1).padStart(2, '0'))
      : wording.date.year(String(bar));
  const most = counts.reduce((largest, count) => Math.max(largest, count), 0);
  return {
    caption: indexWordingFor(wording.language).chart[byMonth ? 'month' : 'year']({
      first: nameOf(from),
      last: nameOf(to),
      total: dates.length,
      most,
      when: nameOf(from + counts.indexOf(most)),
    }),
    counts,
  };
}
