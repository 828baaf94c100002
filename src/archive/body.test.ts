import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  characterCount,
  leadInOf,
  nameFromCaption,
  openingOf,
  paragraphsOf,
  plainText,
  shiftHeadings,
} from './body.ts';

describe('paragraphsOf', () => {
  it('reads numbered paragraphs and leaves other blocks out', () => {
    const html =
      '<p id="p1">甲&amp;乙</p>\n<h2>小标题</h2>\n<p id="p2">看<strong>这里</strong></p>';
    expect(paragraphsOf(html)).toEqual([
      { id: 'p1', number: 1, html: '甲&amp;乙', text: '甲&乙' },
      { id: 'p2', number: 2, html: '看<strong>这里</strong>', text: '看这里' },
    ]);
  });
});

describe('leadInOf', () => {
  it.each([
    ['<p id="p1"><b class="lead-in">本报讯（记者 甲）</b>昨日</p>', '本报讯（记者 甲）'],
    ['<p id="p1">昨日<b class="lead-in">x</b></p>', undefined],
  ])('%s', (html, leadIn) => {
    expect(leadInOf(html)).toBe(leadIn);
  });
});

describe('plainText', () => {
  it.each([
    ['a &lt; b &#x26; c &#34;', 'a < b & c "'],
    ['<em>水</em>管', '水管'],
    ['&unknown;', '&unknown;'],
  ])('%s', (html, text) => {
    expect(plainText(html)).toBe(text);
  });
});

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

describe('nameFromCaption', () => {
  it.each([
    ['工作人员在制作香皂花。', '工作人员在制作香皂花'],
    [
      '3月8日上午在东边的湖面上，几名工人正在打捞水草并把它们装上小船运走。',
      '3月8日上午在东边的湖面上……',
    ],
    ['Children count limpets.', 'Children count limpets'],
    [
      'Schoolchildren count limpets below the lifeboat slip on Monday and found many.',
      'Schoolchildren count limpets below the lifeboat…',
    ],
  ])('%s', (caption, name) => {
    expect(nameFromCaption(caption)).toBe(name);
  });
});

describe('shiftHeadings', () => {
  it.each([
    [2, '<h3 id="a">甲</h3><p>乙</p><h4>丙</h4>', '<h2 id="a">甲</h2><p>乙</p><h3>丙</h3>'],
    [3, '<h2>甲</h2>', '<h3>甲</h3>'],
    [4, '<h2>甲</h2><h4>乙</h4>', '<h4>甲</h4><h5>乙</h5>'],
    [2, '<p>无</p><hr>', '<p>无</p><hr>'],
  ])('top %i: %s', (top, html, shifted) => {
    expect(shiftHeadings(html, top)).toBe(shifted);
  });
});

describe('characterCount', () => {
  it('counts code points and no white space', () => {
    expect(characterCount('本报讯（记者 王 某）𠮷')).toBe(10);
  });
});
