import { toHtml } from 'hast-util-to-html';
import type { Element, Root } from 'hast';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { typographyRules, type TypographyRule } from './rules.ts';
import { setTypography } from './set-typography.ts';

function paragraphs(...texts: string[]): Root {
  return {
    type: 'root',
    children: texts.map((value): Element => ({
      type: 'element',
      tagName: 'p',
      properties: {},
      children: [{ type: 'text', value }],
    })),
  };
}

function set(language: string, ...texts: string[]): string[] {
  const tree = paragraphs(...texts);
  setTypography(tree, language);
  return tree.children.map((node) => toHtml((node as Element).children));
}

const languageOf = ({ languages }: TypographyRule): string =>
  languages.includes('zh') ? 'zh-Hans' : languages[0]!;

describe.each(typographyRules)('$id', (rule) => {
  test.each(rule.examples)('%s', (before, after) => {
    expect(set(languageOf(rule), before)).toEqual([after]);
  });

  test('leaves other languages alone', () => {
    for (const [before] of rule.examples) expect(set('fi', before)).toEqual([before]);
  });
});

test('each rule comes after those it names', () => {
  const seen = new Set<string>();
  for (const { id, after } of typographyRules) {
    for (const earlier of after) expect(seen).toContain(earlier);
    expect(seen).not.toContain(id);
    seen.add(id);
  }
});

test('only the first paragraph has a lead-in, and code is no prose', () => {
  expect(set('zh', '昨日雨。', '本报讯（记者 张三）又雨。')[1]).toBe('本报讯（记者 张三）又雨。');
  const tree: Root = {
    type: 'root',
    children: [
      {
        type: 'element',
        tagName: 'code',
        properties: {},
        children: [{ type: 'text', value: '甲——乙……' }],
      },
    ],
  };
  setTypography(tree, 'zh');
  expect(toHtml(tree)).toBe('<code>甲——乙……</code>');
});

test('no character is added, lost or moved, and twice is once', () => {
  const pieces = fc.constantFrom(
    '本报讯',
    '（记者 张三）',
    '——',
    '……',
    '—',
    '…',
    '。',
    '，',
    '【',
    '】',
    '新华社北京',
    '电',
    '甲',
    '乙',
    ' ',
    '”',
    'a',
    '1',
    '（本报评论员）',
  );
  const text = fc.array(pieces, { maxLength: 12 }).map((parts) => parts.join(''));
  fc.assert(
    fc.property(fc.array(text, { maxLength: 4 }), (texts) => {
      const tree = paragraphs(...texts);
      setTypography(tree, 'zh');
      const once = toHtml(tree);
      expect(once.replaceAll(/<[^>]*>/g, '')).toBe(texts.join(''));
    }),
    { numRuns: 2000 },
  );
});

test('an English quotation is one, whatever stands within it', () => {
  const tree: Root = {
    type: 'root',
    children: [
      {
        type: 'element',
        tagName: 'p',
        properties: {},
        children: [
          { type: 'text', value: 'He read "' },
          {
            type: 'element',
            tagName: 'em',
            properties: {},
            children: [{ type: 'text', value: "The Keeper's Log" }],
          },
          { type: 'text', value: '" twice.' },
        ],
      },
    ],
  };
  setTypography(tree, 'en-GB');
  expect(toHtml(tree)).toBe('<p>He read “<em>The Keeper’s Log</em>” twice.</p>');
});

test('questions and answers are marked in English too', () => {
  expect(set('en', 'Q: How long?', 'A: Long. A: no.')).toEqual([
    '<b class="speaker">Q: </b>How long?',
    '<b class="speaker">A: </b>Long. A: no.',
  ]);
});
