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
    '“',
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

type Child = Element | string;
const element = (tagName: string, ...children: readonly Child[]): Element => ({
  type: 'element',
  tagName,
  properties: {},
  children: children.map((child) =>
    typeof child === 'string' ? { type: 'text', value: child } : child,
  ),
});
function setHtml(language: string, ...children: readonly Element[]): string {
  const tree: Root = { type: 'root', children: [...children] };
  setTypography(tree, language);
  return toHtml(tree);
}

test.each(['a', 'b', 'em', 'strong', 'del', 'span', 'sup'])(
  'a quotation goes on through <%s>, and closes behind it',
  (name) => {
    expect(setHtml('en', element('p', 'He said "', element(name, 'no'), '" and left.'))).toBe(
      `<p>He said “<${name}>no</${name}>” and left.</p>`,
    );
  },
);

test('a block begins anew; code is a word, whose quotes stay', () => {
  expect(
    setHtml(
      'en',
      element('ul', element('li', 'yes'), element('li', '"No"')),
      element('p', '"Well"'),
    ),
  ).toBe('<ul><li>yes</li><li>“No”</li></ul><p>“Well”</p>');
  expect(setHtml('en', element('p', element('code', '"a"'), '" is it'))).toBe(
    '<p><code>"a"</code>” is it</p>',
  );
  expect(setHtml('en', element('blockquote', 'He'), element('p', '"Well"'))).toContain('“Well”');
  expect(setHtml('en', element('pre', '"a"'))).toBe('<pre>"a"</pre>');
});

test('the lead-in is that of the first paragraph, whatever stands before it; the credit of the last', () => {
  const leadIn = '本报讯（记者 张三）昨日雨。';
  const head = element('h2', leadIn);
  const html = setHtml('zh', head, element('p', leadIn), element('p', leadIn), element('ul'));
  expect(html.split('<h2>')[1]!.split('</h2>')[0]).toBe(leadIn);
  expect(html.match(/class="lead-in"/g)).toHaveLength(1);
  expect(html.indexOf('lead-in')).toBeLessThan(html.indexOf('</p>'));
  const credit = '天晴了。（记者 张三）';
  const credits = setHtml('zh', element('p', credit), element('p', credit), element('h3', credit));
  expect(credits.match(/class="[^"]*credit[^"]*"/g)).toHaveLength(1);
  expect(credits.indexOf('credit')).toBeGreaterThan(credits.indexOf('</p>'));
});

test('an empty paragraph, and one that begins with a picture, are left alone', () => {
  expect(setHtml('zh', element('p'))).toBe('<p></p>');
  expect(setHtml('zh', element('p', element('img'), '本报讯（记者 张三）雨。'))).toBe(
    '<p><img>本报讯（记者 张三）雨。</p>',
  );
});

test('setting leaves no empty text behind, and touches nothing where there is nothing to set', () => {
  const tree: Root = { type: 'root', children: [element('p', '——'), element('p', '甲乙')] };
  const plain = (tree.children[1] as Element).children;
  setTypography(tree, 'zh');
  const texts = tree.children.flatMap((node) => (node as Element).children);
  expect(texts.some((node) => node.type === 'text' && node.value === '')).toBe(false);
  expect((tree.children[1] as Element).children).toBe(plain);
});
