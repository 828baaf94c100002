import { describe, expect, test } from 'vitest';
import type { Block } from '../page/block.ts';
import { dropLoops } from './drop-loops.ts';

const blocksOf = (...texts: readonly string[]): readonly Block[] =>
  texts.map((text, at) => ({ type: 'paragraph', text, lines: { first: at + 1, last: at + 1 } }));
const textsOf = (...texts: readonly string[]): readonly string[] =>
  dropLoops(blocksOf(...texts)).blocks.map((block) => block.text);

describe('dropLoops', () => {
  test('one turn of a loop stays, and one finding says how often it came again', () => {
    const [a, b] = ['每次最多借书五册。', '周末开放到九点。'];
    const read = dropLoops(blocksOf('本报讯', a, b, a, b, a, b, a, b, '每次最'));
    expect(read.blocks.map((block) => block.text)).toEqual(['本报讯', a, b]);
    expect(read.findings.map(({ id, line }) => `${id} ${line}`)).toEqual(['repetition-loop 4']);
    expect(read.dropped.join('')).toBe(`${a}${b}`.repeat(3) + '每次最');
  });

  test('words that a block says again and again', () => {
    expect(textsOf(`市民${'可以凭社保卡借书，'.repeat(30)}`)).toEqual(['市民可以凭社保卡借书，']);
  });

  test('a mark that stands fifty times in a row', () => {
    const read = dropLoops(blocksOf(`夜校开班${'['.repeat(50)}，欢迎街坊们报名参加学习。`));
    expect(read.blocks.map((block) => block.text)).toEqual(['夜校开班[，欢迎街坊们报名参加学习。']);
    expect(read.dropped.join('')).toBe('['.repeat(49));
    expect(read.findings.map(({ id }) => id)).toEqual(['repetition-loop']);
  });

  test.each([
    ['a line three times', ['加油，向前！', '加油，向前！', '加油，向前！']],
    ['lines that differ in a digit', ['92号7.58元', '95号8.08元', '98号8.80元', '0号7.21元']],
    ['a blank to fill in', [`姓名${'_'.repeat(40)}，请用正楷填写清楚。`]],
    ['a row of dots', ['……………………………………………………………………………………']],
  ])('stays: %s', (_, texts) => {
    expect(textsOf(...texts)).toEqual(texts);
  });
});
