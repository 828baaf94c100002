import { describe, expect, test } from 'vitest';
import { findListLines, listShapes } from './list-line.ts';

const prose = '昨日，篮球联赛第十轮全部结束，东城队继续领跑积分榜。';

describe('findListLines', () => {
  test.each(listShapes)('$id: $example', ({ example, least }) => {
    const told = (times: number): readonly unknown[] =>
      findListLines([prose, ...Array.from({ length: times }, () => example), prose]).slice(1, -1);
    expect(told(least)).toEqual(Array.from({ length: least }, () => 'item'));
    if (least > 1) expect(told(1)).toEqual([undefined]);
  });

  test.each([
    ['items that count up', ['1. 更新供水管网', '2. 加装电梯'], ['item', 'item']],
    ['a number alone', ['一、总体要求', prose], [undefined, undefined]],
    [
      'chapters over their clauses',
      ['第一章 总 则', '第一条 为了促进绿化，制定本条例。'],
      ['chapter', 'item'],
    ],
    [
      'winners under what they won',
      ['一等奖（2名）', '段若溪 高唐谷', prose],
      ['item', 'item', undefined],
    ],
    [
      'works under what they won',
      ['一等奖(2名)', '《渡口》 孙 萍', '二等奖(2名)', '《灯》 周慧敏 《老井》 何 军', prose],
      ['item', 'item', 'item', 'item', undefined],
    ],
    [
      'lines behind a colon',
      ['涉及路口：', '解放路口', '建设路口', prose],
      ['item', 'item', 'item', undefined],
    ],
    [
      'a line between two lists',
      ['红球：03 09 14', '七乐彩第2023051期', '特别号码：02 05 07'],
      ['item', 'item', 'item'],
    ],
    ['a greeting', ['各位家长：', '暑假将至', '注意安全'], [undefined, undefined, undefined]],
    [
      'where to reach the paper, at its foot',
      ['新闻热线：0531-5550199', '投稿邮箱：a@b.example'],
      [undefined, undefined],
    ],
  ])('%s', (_, lines, parts) => {
    expect(findListLines(lines)).toEqual(parts);
  });

  test('between wrapped lines only neighbours of one manner are a list', () => {
    expect(findListLines(['涉及路口：', '解放路口', '建设路口'], false)).toEqual([
      undefined,
      undefined,
      undefined,
    ]);
  });

  test('prizes and works are a list between wrapped lines too', () => {
    const lines = ['二等奖(2名)', '《灯》 周慧敏 《老井》 何 军', '优秀奖：陈静、马超'];
    expect(findListLines(lines, false)).toEqual(['item', 'item', 'item']);
  });

  test('a list’s title among lists belongs to neither; a stanza of two lines is verse under its head', () => {
    const lists = [
      '浙江105：99北京',
      '新疆88：102上海',
      '今日看点',
      '19：35 篮球 东队—西队',
      '21：30 网球 决赛',
    ];
    expect(findListLines(lists)).toEqual(['item', 'item', undefined, 'item', 'item']);
    expect(
      findListLines([undefined, '井绳在石头上\n勒出一道道皱纹', '月亮掉进去\n桶把它提上来']),
    ).toEqual([undefined, 'verse', 'verse']);
  });

  test.each([
    ['a title of a paper in wrapped prose', '《人民日报》 刊登长篇通讯'],
    ['two clauses', '昨日，篮球联赛第十轮全部结束'],
    ['a figure in thousands', '全县新建住房1 204套'],
    ['a title of two halves', '奋战六十天 夺取双胜利'],
    ['a printed line cut out of a paragraph', '在会上，他要求各部门 抓紧落实'],
    ['a person under a headline', '本报记者 周启明'],
    ['a score told in a sentence', '浙江队以105：99战胜了北京队并锁定第一名'],
  ])('alone is no list: %s', (_, text) => {
    expect(findListLines([prose, text, prose])).toEqual([undefined, undefined, undefined]);
  });
});
