import { describe, expect, it } from 'vitest';
import { followLines } from './follow-lines.ts';

const page = ['# 夜校', '', '开课了。', '', '# 老桥', '', '通车了。', '', '栏杆是新的。'];

describe('followLines', () => {
  it.each<
    [string, readonly string[], readonly [number, number], readonly [number, number] | undefined]
  >([
    ['nothing changed', page, [5, 9], [5, 9]],
    ['lines put in above', ['# 要闻', '', ...page], [5, 9], [7, 11]],
    ['lines taken out above', page.slice(4), [5, 9], [1, 5]],
    ['its first line changed', page.with(4, '# 旧桥'), [5, 9], [5, 9]],
    ['lines put in within it', page.toSpliced(7, 0, '', '人很多。'), [5, 9], [5, 11]],
    ['all of it gone', page.slice(0, 4), [5, 9], undefined],
    ['everything changed', ['a', 'b'], [5, 9], undefined],
  ])('%s', (_name, after, lines, expected) => {
    expect(followLines(page, after, lines)).toEqual(expected);
  });
});
