import { describe, expect, test } from 'vitest';
import { planSegments } from './plan-segments.ts';

const daily = (from: string, days: number, articles = 15): { date: string; articles: number }[] =>
  Array.from({ length: days }, (_, day) => ({
    date: new Date(Date.parse(from) + day * 86_400_000).toISOString().slice(0, 10),
    articles,
  }));
const ends = (segments: readonly string[][]): string[] =>
  segments.map((dates) => `${dates[0]} ${dates.at(-1)}`);

describe('planSegments', () => {
  test('years that are over together, the newest in halves, its last ten days apart', () => {
    expect(ends(planSegments(daily('2005-01-01', 1_660)))).toEqual([
      '2005-01-01 2008-12-31',
      '2009-01-01 2009-06-30',
      '2009-07-01 2009-07-10',
      '2009-07-11 2009-07-18',
    ]);
    expect(ends(planSegments(daily('2001-01-01', 3_100)))).toEqual([
      '2001-01-01 2004-12-31',
      '2005-01-01 2008-12-31',
      '2009-01-01 2009-06-20',
      '2009-06-21 2009-06-27',
    ]);
  });

  test('a new edition changes the last segment only', () => {
    const editions = daily('2005-01-01', 1_660);
    const [before, after] = [planSegments(editions.slice(0, -1)), planSegments(editions)];
    expect(after.slice(0, -1)).toEqual(before.slice(0, -1));
  });

  test('an edition found for an old year changes the segment of that year only', () => {
    const all = daily('2001-01-01', 3_100);
    const before = planSegments(all.filter(({ date }) => date !== '2002-05-04'));
    expect(planSegments(all).slice(1)).toEqual(before.slice(1));
  });

  test('every edition is in one segment, in order; none is too large where it can be cut', () => {
    const editions = daily('2001-03-05', 3_000, 90);
    const segments = planSegments(editions);
    expect(segments.flat()).toEqual(editions.map(({ date }) => date));
    expect(Math.max(...segments.map(({ length }) => length * 90))).toBeLessThanOrEqual(24_000);
    expect(segments.at(-1)!.length * 90).toBeLessThanOrEqual(3_000);
    expect(planSegments([])).toEqual([]);
  });
});
