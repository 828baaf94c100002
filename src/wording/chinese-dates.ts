import { issueDateToUtc, type IssueDate } from '../newspaper/issue-date.ts';
import { lunarDate } from './lunar-date.ts';
import type { Wording } from './wording.ts';

const weekdays = ['日', '一', '二', '三', '四', '五', '六'] as const;

/** The dates of a Chinese paper, with Western figures for the civil date as GB/T 15835 has them. */
export function chineseDates(script: 'Hans' | 'Hant'): Wording['date'] {
  const parts = (date: string): string[] => date.split('-').map((part) => String(Number(part)));
  const calendar = script === 'Hans' ? '农历' : '農曆';
  return {
    full: (date) => {
      const [year, month, day] = parts(date);
      return `${year}年${month}月${day}日`;
    },
    short: (date) => {
      const [, month, day] = parts(date);
      return `${month}月${day}日`;
    },
    weekday: (date) => `星期${weekdays[issueDateToUtc(date).getUTCDay()]}`,
    lunar: (date) => {
      const { year, month, day } = lunarDate(issueDateToUtc(date), script);
      return `${calendar}${year}年${month}${day}`;
    },
    lunarDay: (date: IssueDate) => {
      const { month, day } = lunarDate(issueDateToUtc(date), script);
      return day === '初一' ? month : day;
    },
    year: (year) => `${year}年`,
    month: (year, month) => `${year}年${Number(month)}月`,
    monthName: (month) => `${Number(month)}月`,
    weekdays: weekdays.map((name) => ({ short: name, full: `星期${name}` })),
  };
}
