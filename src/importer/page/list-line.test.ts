import { describe, expect, test } from 'vitest';
import { listShape, listShapes } from './list-line.ts';

describe('listShape', () => {
  test.each(listShapes)('$id: $example', ({ id, example }) => {
    expect(listShape(example)).toBe(id);
  });

  test.each([
    ['two clauses', '昨日，篮球联赛第十轮全部结束'],
    ['a figure in thousands', '全县新建住房1 204套'],
    ['a title of two halves', '奋战六十天 夺取双胜利'],
    ['a title of three, without a figure', '跑一次 办一窗 报一单'],
    ['a printed line cut out of a paragraph', '在会上，他要求各部门 抓紧落实'],
    ['a person under a headline', '本报记者 周启明'],
    ['a score told in a sentence', '浙江队以105：99战胜了北京队并锁定第一名'],
  ])('is no list: %s', (_, text) => {
    expect(listShape(text)).toBeUndefined();
  });
});
