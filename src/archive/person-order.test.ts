import { describe, expect, it } from 'vitest';
import { en } from '../wording/en.ts';
import { zhHans } from '../wording/zh-hans.ts';
import { groupByInitial, readingOf } from './person-order.ts';

const grouped = (names: readonly (string | [string, string])[], wording = zhHans): string[] =>
  groupByInitial(
    names.map((name) =>
      typeof name === 'string' ? { name } : { name: name[0], sortKey: name[1] },
    ),
    wording,
  ).map(({ initial, people }) => `${initial}: ${people.map((person) => person.name).join(' ')}`);

describe('readingOf', () => {
  it.each([
    ['尹腾淑', 'yin teng shu'],
    ['曾国藩', 'zeng guo fan'],
    ['单田芳', 'shan tian fang'],
    ['Ada Marsh', 'ada marsh'],
  ])('%s is read %s', (name, reading) => {
    expect(readingOf({ name })).toBe(reading);
  });
});

describe('groupByInitial', () => {
  it('sorts by pinyin, family names read as such', () => {
    expect(grouped(['朱玉东', '曹天伟', '曾某', '葛思逸', '梁丽姣'])).toEqual([
      'C: 曹天伟',
      'G: 葛思逸',
      'L: 梁丽姣',
      'Z: 曾某 朱玉东',
    ]);
  });

  it('compares syllable by syllable', () => {
    expect(grouped(['西安', '仙'])).toEqual(['X: 西安 仙']);
  });

  it('follows a sort key where one is given', () => {
    expect(grouped([['Ada Marsh', 'Marsh Ada'], 'Ines'], en)).toEqual(['I: Ines', 'M: Ada Marsh']);
  });

  it('puts what has no Latin initial last', () => {
    expect(grouped(['1987', '安', 'Éva'])).toEqual(['A: 安', 'E: Éva', '其他: 1987']);
  });
});
