import { describe, expect, it } from 'vitest';
import { cssString } from './css-string.ts';

describe('cssString', () => {
  it.each([
    ['某日报 第01版', '"某日报 第01版"'],
    ['the “Gazette”', '"the “Gazette”"'],
    ['a"b\\c', '"a\\22 b\\5c c"'],
    ['</style>\n', '"\\3c /style\\3e \\a "'],
  ])('%j', (text, css) => {
    expect(cssString(text)).toBe(css);
  });
});
