import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it, test } from 'vitest';
import { parseIssueDate } from '../newspaper/issue-date.ts';
import { en } from './en.ts';
import { circledPart } from './part-number.ts';
import { wordingFor } from './wording-for.ts';
import { zhHans } from './zh-hans.ts';
import { zhHant } from './zh-hant.ts';

const day = parseIssueDate('2022-12-19');

/** Dotted paths of every text, with 'function' or 'string' as what stands there. */
function shape(value: unknown, path = ''): string[] {
  if (Array.isArray(value)) return [`${path}[${value.length}]`];
  if (typeof value === 'object' && value !== null) {
    return Object.entries(value).flatMap(([key, inner]) => shape(inner, `${path}.${key}`));
  }
  return [path];
}

describe('wordingFor', () => {
  it.each([
    ['zh-Hans', zhHans],
    ['zh', zhHans],
    ['zh-CN', zhHans],
    ['zh-Hant', zhHant],
    ['zh-TW', zhHant],
    ['zh-HK', zhHant],
    ['en', en],
    ['en-GB', en],
    ['fi', en],
  ])('%s', (language, expected) => {
    expect(wordingFor(language)).toBe(expected);
  });

  it('says the same things in every language', () => {
    expect(shape(zhHant)).toEqual(shape(zhHans));
    expect(shape(en)).toEqual(shape(zhHans));
  });
});

describe('dates', () => {
  it('prints a Chinese date line', () => {
    const { date } = zhHans;
    expect([date.full(day), date.weekday(day), date.lunar(day)]).toEqual([
      '2022年12月19日',
      '星期一',
      '农历壬寅年十一月廿六',
    ]);
  });

  it('prints the month instead of 初一 in a calendar', () => {
    expect(zhHans.date.lunarDay(parseIssueDate('2023-01-22'))).toBe('正月');
    expect(zhHans.date.lunarDay(day)).toBe('廿六');
  });

  it('has no lunar date in English', () => {
    expect([en.date.full(day), en.date.weekday(day), en.date.lunar(day)]).toEqual([
      '19 December 2022',
      'Monday',
      null,
    ]);
  });
});

describe('circledPart', () => {
  it.each([
    [1, '①'],
    [20, '⑳'],
    [21, '㉑'],
    [35, '㉟'],
    [36, '㊱'],
    [50, '㊿'],
    [51, '（51）'],
  ])('%i is %s', (part, expected) => {
    expect(circledPart(part)).toBe(expected);
  });
});

describe('length of an article', () => {
  it('is told in characters where the script has no blanks, in words where it has', () => {
    const text = (): string => 'High water at 6.12\nand 18.40.';
    expect(wordingFor('en').article.length(25, text)).toBe('6 words');
    expect(wordingFor('en').article.length(4, () => 'Fish')).toBe('1 word');
    expect(wordingFor('zh-Hans').article.length(1311, text)).toBe('1311字');
  });
});

test('holds no text that nothing shows', () => {
  const root = join(import.meta.dirname, '..');
  const shown = readdirSync(root, { recursive: true, encoding: 'utf8' })
    .filter((file) => /\.(?:ts|astro)$/.test(file) && !file.startsWith('wording'))
    .map((file) => readFileSync(join(root, file), 'utf8'))
    .join('\n');
  const words = new Set(shown.match(/\w+/g));
  const keys = shape(zhHans).flatMap((path) =>
    path
      .replace(/\[\d+\]$/, '')
      .split('.')
      .slice(-1),
  );
  expect(keys.filter((key) => key !== '' && !/^\d+$/.test(key) && !words.has(key))).toEqual([]);
});
