import { describe, expect, test } from 'vitest';
import { parseIssueDate } from '../../newspaper/issue-date.ts';
import { importPages } from '../import-pages.ts';
import { unknownPaper } from '../page/known-paper.ts';
import { findEdgeFolios } from './find-edge-folios.ts';

const text = ['# 社区食堂开张第一天', '昨天上午，城南街道的社区食堂开张。', '老人凭卡可以打八折。'];

describe('findEdgeFolios', () => {
  test.each([
    [['01 民生 2024年12月11日 星期三 青川日报']],
    [['01民生2024年12月11日星期三青川日报']],
    [['青川日报 2024年12月11日 星期三 民生 01']],
    [['2024年12月11日 星期三', '青川日报', '民生 10']],
    [['01', '民生', '2024年12月11日 星期三 青川日报']],
    [['青川日报', '2024年12月11日', '01版 民生']],
    [['民生 01', '2024年12月11日', '星期三', '农历甲辰年十一月十一']],
  ])('%j is a folio at the head and at the foot', (folio) => {
    expect(findEdgeFolios([...folio, undefined, ...text])).toMatchObject([
      { start: 0, end: folio.length, isFoot: false },
    ]);
    expect(findEdgeFolios([...text, ...folio, undefined])).toMatchObject([
      { start: text.length, end: text.length + folio.length, isFoot: true },
    ]);
  });

  test.each([
    // A date alone signs; so does an office with a date.
    [['2024年12月11日']],
    [['市教育局', '2024年12月11日']],
    [['张三', '2024年12月11日 星期三']],
    [['01 民生']],
    [['90后创业记']],
  ])('%j is none at the foot', (lines) => {
    expect(findEdgeFolios([...text, ...lines])).not.toContainEqual(
      expect.objectContaining({ start: text.length, end: text.length + lines.length }),
    );
  });

  test.each(['90后创业记', '3个老友记', '时评', '小城大爱', '一线见闻 ④', '走基层5'])(
    '%s stays a headline',
    (headline) => {
      const folio = '01 民生 2024年12月11日 星期三 青川日报';
      expect(findEdgeFolios([folio, headline, '一篇文章。'])).toMatchObject([{ start: 0, end: 1 }]);
    },
  );

  test.each([
    ['lines with blank lines', ['01 民生', '', '2024年12月11日 星期三', '', '青川日报', '']],
    ['lines that follow each other', ['01 民生', '2024年12月11日 星期三', '青川日报']],
    ['headings', ['## 01 民生', '## 2024年12月11日 星期三 青川日报']],
    ['the paper and the page in one word', ['01版', '2024年12月11日 星期三', '青川日报民生']],
    ['a line behind an image', ['![](a.jpg)', '', '01民生 2024年12月11日 星期三 青川日报', '']],
  ])('a page begins with %s', (_, folio) => {
    const [page] = importPages({
      text: [...folio, ...text].join('\n'),
      file: 'page.md',
      date: parseIssueDate('2024-12-11'),
      page: 5,
      known: unknownPaper,
    });
    expect(page).toMatchObject({ name: '民生', page: 1, datePrinted: true });
    expect(page!.articles.map((one) => one.frontMatter.headline)).toEqual(['社区食堂开张第一天']);
    expect(page!.articles[0]!.frontMatter.kicker).toBeUndefined();
  });
});
