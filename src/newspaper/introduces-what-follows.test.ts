import { expect, it } from 'vitest';
import { introducesWhatFollows } from './introduces-what-follows.ts';

it.each([
  '请携带：',
  'Bring:',
  '现将名单公布如下。',
  'The winners are as follows.',
  '（名单如下：）',
  '名单如后',
  'We need the following. ',
  '题目︰”)',
])('%s leads to what follows', (text) => {
  expect(introducesWhatFollows(text)).toBe(true);
});

it.each([
  '他说：“来吧。”',
  '时间：18:30',
  'High water 6.12.',
  '如下图所示，水位已退。',
  'athe followings',
  'breathe following',
  '',
])('%s does not', (text) => {
  expect(introducesWhatFollows(text)).toBe(false);
});
