import { describe, expect, it } from 'vitest';
import { lunarDate, lunarDayName } from './lunar-date.ts';

const on = (day: string): string => {
  const { year, month, day: lunarDay } = lunarDate(new Date(`${day}T00:00:00Z`));
  return `${year}年${month}${lunarDay}`;
};

describe('lunarDate', () => {
  it.each([
    ['2022-12-19', '壬寅年十一月廿六'],
    ['2023-01-21', '壬寅年十二月三十'],
    ['2023-01-22', '癸卯年正月初一'],
    ['2023-04-01', '癸卯年闰二月十一'],
    ['2024-02-29', '甲辰年正月二十'],
    ['1949-10-01', '己丑年八月初十'],
  ])('%s is %s', (day, expected) => {
    expect(on(day)).toBe(expected);
  });

  it('writes the leap month in the script asked for', () => {
    expect(lunarDate(new Date('2023-04-01T00:00:00Z'), 'Hant').month).toBe('閏二月');
  });

  it('names thirty days differently', () => {
    const names = Array.from({ length: 30 }, (_, index) => lunarDayName(index + 1));
    expect(new Set(names).size).toBe(30);
    expect(names.every((name) => name.length === 2)).toBe(true);
  });
});
