import { expect, test } from 'vitest';
import { pageTitle } from './page-title.ts';

test.each([
  [undefined, undefined, '河口晨报'],
  ['栏目', undefined, '栏目 - 河口晨报'],
  ['国内快讯', '2024-03-07', '国内快讯 - 河口晨报 2024-03-07'],
  ['很长的题目'.repeat(10), '2024-03-07', `${'很长的题目'.repeat(10)} - 河口晨报 2024-03-07`],
  ['很长的题目'.repeat(11), '2024-03-07', `${'很长的题目'.repeat(11)} - 2024-03-07`],
])('%j of %j', (title, printed, expected) => {
  expect(pageTitle(title, '河口晨报', printed)).toBe(expected);
});
