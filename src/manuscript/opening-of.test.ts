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
    // As many characters as there may be, and one more.
    ['一句。两句。三句。', 9, '一句。两句。三句。'],
    ['一句。两句。三句。', 8, '一句。两句。'],
    ['一句。两句。三句。', 5, '一句。'],
    ['一句。两句。三句。', 2, '一句。'],
    ['𠮷𠮷。𠮷𠮷。𠮷𠮷。', 6, '𠮷𠮷。𠮷𠮷。'],
    // Each mark that ends a sentence, with what closes it.
    ['真的吗？！他问。后来呢', 5, '真的吗？！'],
    ['真的!?他问。后来呢', 4, '真的!?'],
    ['（见第三版。）后来。再来', 7, '（见第三版。）'],
    ['“‘来吧！’”他说。再来', 8, '“‘来吧！’”'],
    ['「『来吧！』」他说。再来', 8, '「『来吧！』」'],
    ['读《来吧！》之后。再来', 6, '读《来吧！》'],
    ['来(是吗?)之后。再来', 7, '来(是吗?)'],
    ['“Come.” He went. They saw.', 8, '“Come.”'],
    ['(Come.) He went. They saw.', 8, '(Come.)'],
    ['Come. He went.', 5, 'Come.'],
    ['Come.\nHe went.', 5, 'Come.'],
    // Dots in a sentence go on; at the end they end it.
    ['他说……后来。再来。', 7, '他说……后来。'],
    ['来吧。他说，“后来……”', 20, '来吧。他说，“后来……”'],
    ['来吧。后来……再来', 6, '来吧。'],
    ['来吧来吧来吧……”', 3, '来吧来吧来吧……”'],
    ['', 0, ''],
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
