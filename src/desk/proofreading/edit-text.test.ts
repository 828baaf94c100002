import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { decodeText } from '../../manuscript/decode-text.ts';
import { splitFrontMatter } from '../../manuscript/front-matter.ts';
import type { TextFix } from '../../newspaper/finding.ts';
import {
  addAllowance,
  applyEdit,
  invertEdit,
  mergeParagraphs,
  setField,
  splitParagraph,
  toFileEdit,
} from './edit-text.ts';

const article = '---\nheadline: "港口"\nproof: unread # 待校\n---\n\n第一段。第二段。\n';

function edited(text: string, edit: TextFix | undefined): string {
  return applyEdit(text, edit!);
}

describe('a field', () => {
  test.each([
    ['proof', 'read', 'proof: unread #', 'proof: read #'],
    ['headline', '港口“重开”', '"港口"', '"港口“重开”"'],
    ['headline', '港口: 重开', '"港口"', '"港口: 重开"'],
    ['proofNote', '第 2 段缺字', '\n---\n\n', '\nproofNote: 第 2 段缺字\n---\n\n'],
    ['proofNote', '#1 - 缺字', '\n---\n\n', '\nproofNote: "#1 - 缺字"\n---\n\n'],
  ])('%s becomes %s, and nothing else changes', (field, value, from, to) => {
    expect(edited(article, setField(article, field, value))).toBe(article.replace(from, to));
  });

  test('is taken out with its line', () => {
    expect(edited(article, setField(article, 'headline', null))).toBe(
      article.replace('headline: "港口"\n', ''),
    );
    expect(edited(article, setField(article, 'proof', null))).toBe(
      article.replace('proof: unread # 待校\n', ''),
    );
    expect(edited(article, setField(article, 'deck', null))).toBe(article);
  });

  test('goes into the place of nothing, and of a text of several lines', () => {
    const empty = '---\ndeck:\nheadline: >\n  港\n  口\npage: 1\n---\n文\n';
    expect(edited(empty, setField(empty, 'deck', '副题'))).toContain('deck: 副题\nheadline');
    expect(edited(empty, setField(empty, 'headline', '港口'))).toContain('headline: 港口\npage');
  });

  test('is not looked for where there is no front matter', () => {
    expect(setField('没有', 'proof', 'read')).toBeUndefined();
    expect(setField('---\n- 1\n---\n', 'proof', 'read')).toBeUndefined();
  });

  test('any text is read back as it was given', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', minLength: 1 }), (value) => {
        const written = edited(article, setField(article, 'headline', value));
        const split = splitFrontMatter(written);
        if ('finding' in split) throw new Error(split.finding.message);
        expect(parse(split.parts.frontMatter)).toEqual({ headline: value, proof: 'unread' });
        expect(split.parts.body).toBe('\n第一段。第二段。\n');
      }),
    );
  });
});

describe('an exception', () => {
  const allow = (text: string): unknown => {
    const split = splitFrontMatter(text);
    return 'finding' in split ? undefined : parse(split.parts.frontMatter).allow;
  };

  test('is the first, or goes behind the last', () => {
    const once = edited(article, addAllowance(article, 'quotes-unpaired', '“港口: '));
    const twice = edited(once, addAllowance(once, 'blank-in-word', '第 一'));
    expect(allow(twice)).toEqual([
      { rule: 'quotes-unpaired', text: '“港口: ' },
      { rule: 'blank-in-word', text: '第 一' },
    ]);
    const flush = article.replace('proof', 'allow:\n- rule: a # 看过\nproof');
    expect(allow(edited(flush, addAllowance(flush, 'b', '字')))).toEqual([
      { rule: 'a' },
      { rule: 'b', text: '字' },
    ]);
  });

  test('is not squeezed into a list on one line', () => {
    expect(
      addAllowance(article.replace('proof', 'allow: [{ rule: a }]\nproof'), 'b', '字'),
    ).toBeUndefined();
  });
});

describe('undo', () => {
  const edits = (text: string) =>
    fc.tuple(fc.nat(text.length), fc.nat(text.length), fc.string()).map(([a, b, put]) => ({
      start: Math.min(a, b),
      end: Math.max(a, b),
      text: put,
    }));

  test('restores every byte', () => {
    fc.assert(
      fc.property(
        fc.string().chain((text) => fc.tuple(fc.constant(text), edits(text))),
        ([text, edit]) => {
          expect(applyEdit(applyEdit(text, edit), invertEdit(text, edit))).toBe(text);
        },
      ),
    );
  });

  test('an edit of the decoded text is the same edit in the file, whatever its line ends', () => {
    const decode = (text: string): string => {
      const decoded = decodeText(Buffer.from(text));
      return 'text' in decoded ? decoded.text : '';
    };
    const lines = fc.array(fc.constantFrom('港', 'a', ' ', ''), { minLength: 1 });
    fc.assert(
      fc.property(
        lines,
        fc.constantFrom('\n', '\r\n', '\r'),
        fc.boolean(),
        fc.nat(),
        fc.nat(),
        (parts, lineEnd, mark, a, b) => {
          const file = (mark ? '\ufeff' : '') + parts.join(lineEnd);
          const text = decode(file);
          const [start, end] = [a % (text.length + 1), b % (text.length + 1)].sort((x, y) => x - y);
          const edit = { start: start!, end: end!, text: '新\n字' };
          const own = toFileEdit(file, edit);
          const after = applyEdit(file, own);
          expect(decode(after)).toBe(applyEdit(text, edit));
          expect(applyEdit(after, invertEdit(file, own))).toBe(file);
          if (parts.length > 1) expect(after.split(lineEnd).join('')).not.toMatch(/[\r\n]/);
        },
      ),
    );
  });
});

describe('paragraphs', () => {
  test('one that was split is merged to the same bytes', () => {
    const at = article.indexOf('第二段');
    const split = edited(article, splitParagraph(article, at));
    expect(split).toContain('第一段。\n\n第二段。');
    expect(edited(split, mergeParagraphs(split, at, at + 2))).toBe(article);
  });

  test('Latin words keep a blank between them', () => {
    const text = 'The ferry\n\nis back.';
    expect(edited(text, mergeParagraphs(text, 9, 11))).toBe('The ferry is back.');
    expect(edited(text, splitParagraph(text, 3))).toBe('The\n\nferry\n\nis back.');
  });

  test('what stands between is not swallowed', () => {
    expect(mergeParagraphs('甲\n\n---\n\n乙', 1, 8)).toBeUndefined();
  });
});
