import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { openingOf } from './opening-of.ts';

describe('openingOf', () => {
  it.each([
    ['一句。两句。三句。', 6, '一句。两句。'],
    ['一句。', 10, '一句。'],
    ['他说：“来吧。”于是走了。', 9, '他说：“来吧。”'],
    ['第一句就已经超过了限度。第二句。', 4, '第一句就已经超过了限度。'],
    ['没有句号的一段话', 3, '没有句号的一段话'],
    ['It rose 3.5 feet. Nobody saw.', 20, 'It rose 3.5 feet.'],
  ])('%s within %i', (text, limit, expected) => {
    expect(openingOf(text, limit)).toBe(expected);
  });

  it('gives a prefix that is never empty for a text that is not', () => {
    fc.assert(
      fc.property(fc.string({ minLength: 1, unit: 'grapheme' }), fc.nat(50), (text, limit) => {
        const opening = openingOf(text, limit);
        expect(text.startsWith(opening)).toBe(true);
        expect(opening).not.toBe('');
      }),
    );
  });
});
