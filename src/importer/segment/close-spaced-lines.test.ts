import { expect, test } from 'vitest';
import { closeSpacedLines } from './close-spaced-lines.ts';

const page = [
  '公 告',
  '',
  '本 院 受 理 你 们 的 合 同 纠 纷 一 案 , 定 于 2024 年 3 月 5 日',
  '9 时 30 分 在 第 二 审 判 庭 公 开 审 理 。',
  '1. 旧 客 车 3 辆 , 参 考 价 1.5 万 元 ;',
  '2. 旧 印 刷 机 一 台 , 参 考 价 6800 元 。',
];

test('a blank between any two characters says nothing', () => {
  expect(closeSpacedLines(page)).toEqual([
    '公告',
    '',
    '本院受理你们的合同纠纷一案,定于2024年3月5日',
    '9时30分在第二审判庭公开审理。',
    '1. 旧客车3辆,参考价1.5万元;',
    '2. 旧印刷机一台,参考价6800元。',
  ]);
});

test('names, fields and titles set wide on any other page stay as they are', () => {
  const other = [
    '更 正',
    '苗 苗 郑 岩 卜 凡',
    '1 东山镇 6 胜 负 胜',
    '县里的龙舟赛昨日落幕，岸上挤满了人。',
  ];
  expect(closeSpacedLines(other)).toEqual(other);
});
