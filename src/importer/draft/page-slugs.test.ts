import { describe, expect, test } from 'vitest';
import { parseIssueDate } from '../../newspaper/issue-date.ts';
import type { KnownArticle } from '../page/known-paper.ts';
import { PageSlugs } from './page-slugs.ts';

const standing = (slug: string, headline: string, lines?: [number, number]): KnownArticle => ({
  edition: parseIssueDate('2024-01-01')!,
  page: 1,
  slug,
  headline,
  lines,
});
const never = (): string => {
  throw new Error('stands in content/');
};

describe('an article that stands in content/ keeps its slug', () => {
  test('by its headline in its lines, where a page prints one twice', () => {
    const slugs = new PageSlugs([
      standing('duanxun', '短讯', [3, 8]),
      standing('duanxun-2', '短讯', [10, 15]),
    ]);
    expect(slugs.give('短讯', { first: 11, last: 15 }, never)).toBe('duanxun-2');
    expect(slugs.give('短讯', { first: 3, last: 7 }, never)).toBe('duanxun');
    expect(slugs.give('短讯', { first: 20, last: 22 }, () => 'duanxun')).toBe('duanxun-3');
  });

  test.each([
    [3, 8, 'a'],
    [5, 12, 'a'],
    [3, 15, 'a'],
    [3, 17, 'xin'],
    [7, 12, 'xin'],
  ])('by more than half of the lines: %d to %d', (first, last, slug) => {
    const slugs = new PageSlugs([standing('b', '别的', [18, 30]), standing('a', '旧', [3, 9])]);
    expect(slugs.give('新', { first, last }, () => 'xin')).toBe(slug);
  });

  test('by its headline, where its lines are not known or it is the only one', () => {
    const slugs = new PageSlugs([standing('a', '甲', [90, 99]), standing('b', '乙')]);
    expect(slugs.give('甲', { first: 3, last: 5 }, never)).toBe('a');
    expect(slugs.give('乙', { first: 6, last: 8 }, never)).toBe('b');
    expect(slugs.give('乙', { first: 9, last: 11 }, () => 'b')).toBe('b-2');
  });
});

test('20,000 articles of one headline have a number each, in an instant', () => {
  const all = Array.from({ length: 20_000 }, (_, index) => index + 1);
  const slugOf = (number: number): string => (number === 1 ? 'duanxun' : `duanxun-${number}`);
  const since = process.cpuUsage();
  const fresh = new PageSlugs([standing('duanxun-7', '别的', [1, 1])]);
  const given = all.map((line) =>
    fresh.give('短讯', { first: line + 9, last: line + 9 }, () => 'duanxun'),
  );
  expect(given.slice(0, 8).map((slug) => slug.replace('duanxun', ''))).toEqual([
    '',
    '-2',
    '-3',
    '-4',
    '-5',
    '-6',
    '-8',
    '-9',
  ]);
  const again = new PageSlugs(all.map((line) => standing(slugOf(line), '短讯', [line, line])));
  expect(all.map((line) => again.give('短讯', { first: line, last: line }, never))).toEqual(
    all.map(slugOf),
  );
  expect(process.cpuUsage(since).user / 1e6).toBeLessThan(2);
});
