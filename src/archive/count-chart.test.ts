import fc from 'fast-check';
import { expect, test } from 'vitest';
import { wordingFor } from '../wording/wording-for.ts';
import { countChart } from './count-chart.ts';

const wording = wordingFor('zh-Hans');
const times = (count: number, date: string): string[] => Array.from({ length: count }, () => date);

test('by month, those without any among them', () => {
  const dates = [...times(3, '2022-11-02'), ...times(9, '2023-01-30')];
  expect(countChart(wording, dates)).toEqual({
    counts: [3, 0, 9],
    caption: '2022年11月至2023年1月共12篇，逐月；最多的是2023年1月，9篇。',
  });
});

test('by year, where there are many months', () => {
  const dates = [...times(5, '2015-12-31'), ...times(20, '2019-01-01')];
  const chart = countChart(wording, dates)!;
  expect(chart.counts).toEqual([5, 0, 0, 0, 20]);
  expect(chart.caption).toBe('2015年至2019年共25篇，逐年；最多的是2019年，20篇。');
});

test('none for a short list, or for one month', () => {
  expect(countChart(wording, times(11, '2022-11-02'))).toBeUndefined();
  expect(countChart(wording, times(40, '2022-11-02'))).toBeUndefined();
});

test('no article is lost, and there are at most 36 months', () => {
  const day = fc.date({
    min: new Date('1950-01-01'),
    max: new Date('2030-12-31'),
    noInvalidDate: true,
  });
  fc.assert(
    fc.property(fc.array(day, { minLength: 12, maxLength: 60 }), (days) => {
      const dates = days.map((date) => date.toISOString().slice(0, 10)).sort();
      const chart = countChart(wording, dates);
      if (chart === undefined) return;
      expect(chart.counts.reduce((sum, count) => sum + count, 0)).toBe(dates.length);
      expect(chart.counts.length).toBeLessThanOrEqual(81);
      expect(chart.counts[0]).toBeGreaterThan(0);
      expect(chart.counts.at(-1)).toBeGreaterThan(0);
    }),
  );
});
