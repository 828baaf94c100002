import { readRuleWords } from './rule-words.ts';
import { expect, test } from 'vitest';
import { articleSchema } from './article.ts';
import { editionSchema } from './edition.ts';
import { publicationSchema } from './publication.ts';
import { compareReadingOrder } from './reading-order.ts';

const article = {
  kind: 'article',
  genre: 'news',
  edition: '2022-12-19',
  page: 1,
  order: 1,
  headline: '一条新闻',
};

function messageFor(change: Record<string, unknown>): string {
  const result = articleSchema.safeParse({ ...article, ...change });
  return result.success
    ? ''
    : result.error.issues.map(({ message }) => readRuleWords(message).zh).join('; ');
}

test('fills in what a contributor may leave out', () => {
  expect(articleSchema.parse(article)).toMatchObject({ bylines: [], images: [], proof: 'unread' });
});

test.each([
  [{ headline: null }, '应有标题'],
  [{ headline: '两\n行' }, '应为一行'],
  [{ headline: 2022 }, 'expected string'],
  [{ edition: '2022-02-31' }, '实有的日期'],
  [{ page: 0 }, '>=1'],
  [{ page: 1.5 }, 'expected int'],
  [{ headlin: 'x' }, 'headlin'],
  [{ column: '../x' }, '小写字母'],
  [{ source: { file: 'sources/2022-12-19/01.md', lines: [9, 2] } }, '先写首行'],
  [{ source: { file: '../secret', lines: [1, 2] } }, 'sources/<日期>'],
  [{ images: [{ file: '../x.png', alt: 'x' }] }, '同一文件夹'],
  [{ images: [{ file: 'x.svg', alt: 'x' }] }, '同一文件夹'],
])('%j is refused in words', (change, message) => {
  expect(messageFor(change)).toContain(message);
});

test('a picture item may go without a headline', () => {
  expect(messageFor({ kind: 'photo-news', genre: 'photo', headline: null })).toBe('');
});

test('an edition lists a page once', () => {
  const result = editionSchema.safeParse({
    date: '2022-12-19',
    dateSource: 'printed',
    pages: [{ number: 1 }, { number: 1 }],
  });
  expect(readRuleWords(result.error!.issues[0]!.message)).toEqual({
    zh: '写了两次第 1 版，应只有一次',
    en: 'has page 1 twice; once is enough',
  });
});

test('a publication names a time zone that there is', () => {
  const result = publicationSchema.safeParse({ timeZone: 'Asia/Liaocheng' });
  expect(result.error?.issues.map(({ message }) => readRuleWords(message).zh)).toContain(
    '应为 IANA 时区，如 Asia/Shanghai',
  );
});

test('reading goes by date, page and order', () => {
  const places = [
    { edition: '2022-12-19', page: 2, order: 1 },
    { edition: '2022-12-19', page: 1, order: 10 },
    { edition: '2022-12-18', page: 4, order: 3 },
    { edition: '2022-12-19', page: 1, order: 2 },
  ];
  expect(places.toSorted(compareReadingOrder)).toEqual([
    places[2],
    places[3],
    places[1],
    places[0],
  ]);
});
