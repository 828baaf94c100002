import { expect, it } from 'vitest';
import { obstacleToVertical, type HeadlineSetting } from './headline-direction.ts';

const plain: HeadlineSetting = {
  kind: 'article',
  headline: '古树换新牌',
  hasColumn: false,
  hasPictures: false,
  isLead: false,
};

it.each<[what: string, more: Partial<HeadlineSetting>, obstacle: string | undefined]>([
  ['a short one', {}, undefined],
  ['a lead', { isLead: true }, '头条用横题'],
  ['a picture', { kind: 'photo-news' }, '图片新闻没有竖题'],
  ['with a kicker', { kicker: '眉' }, '有引题'],
  ['with a deck', { deck: '题' }, '有副题'],
  ['with a standfirst', { standfirst: '提' }, '有提要'],
  ['with nothing in these', { kicker: '', deck: null, standfirst: undefined }, undefined],
  ['in a column', { hasColumn: true }, '有栏头'],
  ['with pictures', { hasPictures: true }, '有图片'],
  ['with a figure behind', { headline: '古树换牌3' }, '题中有汉字以外的字'],
  ['with a figure before', { headline: '3座灌渠修好' }, '题中有汉字以外的字'],
  ['with a blank', { headline: '古树 换牌' }, '题中有汉字以外的字'],
  ['with marks', { headline: '《古树》，“新牌”！' }, undefined],
  ['of three characters', { headline: '换新牌' }, '题不足四个字'],
  ['of four', { headline: '古树换牌' }, undefined],
  ['of twelve', { headline: '全市一百二十个社区开书屋' }, undefined],
  ['of thirteen', { headline: '全市一百二十个社区开放书屋' }, '题多于十二个字'],
  // Of two units each in JavaScript.
  ['of seven rare ones', { headline: '𠀀𠀁𠀂𠀃𠀄𠀅𠀆' }, undefined],
])('%s', (_what, more, obstacle) => {
  expect(obstacleToVertical({ ...plain, ...more })?.zh).toBe(obstacle);
});
