import fc from 'fast-check';
import type { PhrasingContent, Root, RootContent } from 'mdast';
import { describe, expect, it, test } from 'vitest';
import { checkArticle } from './check-article.ts';
import { parseArticle } from './parse-article.ts';
import { readArticle } from './read-article.ts';
import { renderArticle } from './render-article.ts';
import { writeArticle, writeBody } from './write-article.ts';

const text = (value: string): PhrasingContent => ({ type: 'text', value });
const strong = (value: string): PhrasingContent => ({ type: 'strong', children: [text(value)] });
const paragraph = (...children: PhrasingContent[]): RootContent => ({
  type: 'paragraph',
  children,
});
const root = (...children: RootContent[]): Root => ({ type: 'root', children });

function htmlOf(markdown: string): string {
  const { tree, findings } = parseArticle(markdown);
  expect(findings).toEqual([]);
  expect(checkArticle(tree!, markdown).findings).toEqual([]);
  const context = { base: '/', edition: '2024-05-06', language: 'zh-Hans' };
  return renderArticle(tree!, context).html;
}

describe('what is written is what a person would write', () => {
  it.each([
    [
      'an address',
      [text('见 https://a.example/x?id=3&type=2 。')],
      '见 https://a.example/x?id=3&type=2 。\n',
    ],
    [
      'one before Chinese',
      [text('见 www.a.example/a_b*c~d，谢谢')],
      '见 www.a.example/a_b*c~d，谢谢\n',
    ],
    ['bold beside punctuation', [strong('记者：'), text('您在')], '**记者：**您在\n'],
    ['bold in quotes', [text('他说“'), strong('好。'), text('”就走')], '他说“**好。**”就走\n'],
    ['one tilde', [text('3~5天，7~8天')], '3~5天，7~8天\n'],
    ['an entity', [text('写作 &amp; 与 A&B')], '写作 \\&amp; 与 A\\&B\n'],
    ['braces', [text('{甲} <35')], '\\{甲} \\<35\n'],
    ['a line end that is no blank', [text('为了继\n续变革')], '为了继续变革\n'],
    ['a hard break', [text('甲'), { type: 'break' }, text('乙')], '甲\\\n乙\n'],
    ['a first word', [text('import 税')], '&#x69;mport 税\n'],
  ] satisfies readonly [string, PhrasingContent[], string][])('%s', (_name, children, wanted) => {
    expect(writeBody(root(paragraph(...children)))).toBe(wanted);
  });
});

const link = (url: string, ...children: PhrasingContent[]): PhrasingContent => ({
  type: 'link',
  url,
  children,
});
const row = (...cells: string[]) => ({
  type: 'tableRow' as const,
  children: cells.map((cell) => ({ type: 'tableCell' as const, children: [text(cell)] })),
});
const item = (value: string) => ({
  type: 'listItem' as const,
  spread: false,
  children: [paragraph(text(value)) as Extract<RootContent, { type: 'paragraph' }>],
});

describe('whatever else stands in it comes back', () => {
  test.each<[string, RootContent[], string]>([
    ['nothing', [], ''],
    [
      'a link in words of its own',
      [paragraph(text('见'), link('https://a.example/', text('通告')), text('。'))],
      '见[通告](https://a.example/)。\n',
    ],
    [
      'one with a title',
      [paragraph({ ...link('https://a.example/', text('通告')), title: '题' } as PhrasingContent)],
      '[通告](https://a.example/ "题")\n',
    ],
    [
      'one to another address than it says',
      [paragraph(link('https://b.example/', text('www.a.example')))],
      '[www.a.example](https://b.example/)\n',
    ],
    [
      'one of several pieces',
      [paragraph(link('https://a.example/', text('https://a.example/'), strong('甲')))],
      '[https://a.example/**甲**](https://a.example/)\n',
    ],
    [
      'a picture with a link',
      [paragraph(link('https://a.example/', { type: 'image', url: 'a.jpg', alt: '桥' }))],
      '[![桥](a.jpg)](https://a.example/)\n',
    ],
    [
      'a numbered list',
      [
        {
          type: 'list',
          ordered: true,
          start: 3,
          spread: false,
          children: [item('甲'), item('乙')],
        },
      ],
      '3. 甲\n4. 乙\n',
    ],
    [
      'a list',
      [{ type: 'list', spread: false, children: [item('甲'), item('乙')] }],
      '- 甲\n- 乙\n',
    ],
    [
      'a table with its columns aligned',
      [
        {
          type: 'table',
          align: ['left', 'right', 'center', null],
          children: [row('一', '二', '三', '四')],
        },
      ],
      '| 一 | 二 | 三 | 四 |\n| :- | -: | :-: | - |\n',
    ],
    ['a table', [{ type: 'table', children: [row('一', '二')] }], '| 一 | 二 |\n| - | - |\n'],
    [
      'a footnote',
      [
        paragraph(text('甲'), { type: 'footnoteReference', identifier: '1', label: '1' }),
        {
          type: 'footnoteDefinition',
          identifier: '1',
          label: '1',
          children: [paragraph(text('注。')) as never],
        },
      ],
      '甲[^1]\n\n[^1]: 注。\n',
    ],
    ['a line that looks like a heading’s', [paragraph(text('abc\n===\nd'))], 'abc\n\\===\nd\n'],
    [
      'a word that only begins like code',
      [paragraph(text('importance')), paragraph(text('exporter'))],
      'importance\n\nexporter\n',
    ],
    [
      'what looks like code in verse',
      [paragraph(text('甲'), { type: 'break' }, text('export x'))],
      '甲\\\n&#x65;xport x\n',
    ],
    [
      'an address in a heading',
      [{ type: 'heading', depth: 2, children: [text('见 www.a.example/a_b')] }],
      '## 见 www.a.example/a_b\n',
    ],
    [
      'addresses beside one another',
      [paragraph(text('https://a.example/a https://b.example/b。'))],
      'https://a.example/a https://b.example/b。\n',
    ],
    [
      'one with a tag in it',
      [paragraph(text('见 https://a.example/<a>b'))],
      '见 &#x68;ttps\\:\\/\\/a\\.example\\/\\<a\\>b\n',
    ],
    [
      'what is no address',
      [paragraph(text('见 https://，和1www.a.example'))],
      '见 https://，和1www.a.example\n',
    ],
    [
      'what is done and what is not',
      [
        {
          type: 'list',
          ordered: false,
          spread: false,
          children: [
            { ...item('已办'), checked: true },
            { ...item('未办'), checked: false },
            item('[x] 不是'),
          ],
        },
      ],
      '- [x] 已办\n- [ ] 未办\n- \\[x] 不是\n',
    ],
    ['text in pieces', [paragraph(text('甲'), text('**'), text('乙'))], '甲\\*\\*乙\n'],
  ])('%s', (_name, children, wanted) => {
    expect(writeBody(root(...children))).toBe(wanted);
  });
});

describe('what would not come back is refused: text would be lost', () => {
  test.each<[string, RootContent]>([
    ['HTML', { type: 'html', value: '<b>' }],
    [
      'a row longer than its table’s head',
      { type: 'table', children: [row('一'), row('甲', '乙')] },
    ],
    ['bold without words', paragraph(text('甲'), { type: 'strong', children: [] }, text('乙'))],
    [
      'bold of blanks',
      paragraph(text('甲'), { type: 'strong', children: [{ type: 'break' }] }, text('乙')),
    ],
    ['a crosshead of seven levels', { type: 'heading', depth: 7 as 6, children: [text('甲')] }],
  ])('%s', (_name, node) => {
    expect(() => writeBody(root(paragraph(text('前')), node))).toThrow('does not read back');
  });
});

test('an address is a link on the site, and a good one', () => {
  const markdown = writeBody(root(paragraph(text('见 https://a.example/x?id=3&type=2 。'))));
  expect(htmlOf(markdown)).toContain('href="https://a.example/x?id=3&amp;type=2"');
});

test('a table without a head keeps its first row among the others', () => {
  const cell = (value: string) => ({
    type: 'tableCell' as const,
    children: value ? [text(value)] : [],
  });
  const row = (...cells: string[]) => ({ type: 'tableRow' as const, children: cells.map(cell) });
  const markdown = writeBody(
    root({
      type: 'table',
      align: [null, null],
      children: [row('', ''), row('甲', '1'), row('乙', '2')],
    }),
  );
  const html = htmlOf(markdown);
  expect(html).not.toContain('<th');
  expect(html.indexOf('<td>甲</td>')).toBeGreaterThan(0);
});

test('the file is an article', () => {
  const frontMatter = {
    kind: 'article',
    genre: 'news',
    edition: '2024-05-06',
    page: 1,
    order: 1,
    headline: '8:30 “渡口”: #修好了',
    proof: 'unread',
  };
  const file = writeArticle({ frontMatter, body: root(paragraph(text('正文。'))) });
  const { entry, findings } = readArticle(file, 'zh-Hans');
  expect(findings).toEqual([]);
  expect(entry?.data.headline).toBe('8:30 “渡口”: #修好了');
});

/** Pieces that mean something to Markdown, MDX, GFM, HTML or a browser, and Chinese around them. */
const piece = fc.oneof(
  fc.constantFrom(
    ...[
      '甲',
      '乙。',
      '“丙”',
      '（丁）',
      '：',
      '—',
      '……',
      ' ',
      '𠮷',
      'a',
      'A1',
      '3~5',
      '~~',
      '**',
      '*',
    ],
    ...[
      '_',
      '__',
      '`',
      '[',
      ']',
      '(',
      ')',
      '![',
      '{',
      '}',
      '<',
      '>',
      '</b>',
      '&',
      '&amp;',
      '&#x60;',
      '|',
    ],
    ...[
      '\\',
      '#',
      '# ',
      '- ',
      '+ ',
      '1. ',
      '> ',
      '---',
      '===',
      '```',
      '~~~',
      'import x',
      'export {',
    ],
    ...[
      '[^1]',
      '[x]',
      ': ',
      '!',
      '"',
      "'",
      '$',
      '\n',
      '=',
      'https://a.example/?a=1&b=2',
      'www.a.example/x_y*z~w',
    ],
    ...[
      'http://a.example/(x)',
      'https://a.example/a;b,c.',
      'a_b@a.example',
      'https://',
      'www.',
      '\u00a0',
      '\u3000',
    ],
  ),
  {
    weight: 1,
    arbitrary: fc
      .string({ unit: 'binary-ascii', maxLength: 3 })
      .filter((value) => !/[\u0000-\u001f\u007f]/.test(value)),
  },
);
const words = fc.array(piece, { minLength: 1, maxLength: 8 }).map((pieces) => pieces.join(''));
/** Emphasis that begins or ends with a blank or a mark is none, in print as in Markdown. */
const bold = words
  .map((value) => value.replaceAll(/[\s*_~`<>[\]\\!]/gu, ''))
  .filter((value) => /^[\p{L}\p{N}].*[\p{L}\p{N}：。”]$/u.test(value));

const phrasing: fc.Arbitrary<PhrasingContent[]> = fc
  .array(fc.oneof({ weight: 3, arbitrary: words.map(text) }, bold.map(strong)), {
    minLength: 1,
    maxLength: 4,
  })
  // A paragraph begins and ends with a letter: blanks at its ends are not there in print.
  .map((children) => [text('甲'), ...children, text('乙')]);

const block: fc.Arbitrary<RootContent> = fc.oneof(
  { weight: 3, arbitrary: phrasing.map((children) => paragraph(...children)) },
  phrasing.map((children): RootContent => ({
    type: 'blockquote',
    children: [{ type: 'paragraph', children }],
  })),
  fc
    .array(fc.tuple(phrasing, fc.constantFrom(null, false, true)), { minLength: 1, maxLength: 3 })
    .map((items): RootContent => ({
      type: 'list',
      ordered: false,
      spread: false,
      children: items.map(([children, checked]) => ({
        type: 'listItem',
        spread: false,
        checked,
        children: [{ type: 'paragraph', children }],
      })),
    })),
  fc
    .array(
      fc.array(
        words.map((value) => `甲${value.replaceAll('\n', '')}乙`),
        { minLength: 2, maxLength: 2 },
      ),
      { minLength: 1, maxLength: 3 },
    )
    .map((rows): RootContent => ({
      type: 'table',
      align: [null, null],
      children: rows.map((cells) => ({
        type: 'tableRow',
        children: cells.map((value) => ({ type: 'tableCell', children: [text(value)] })),
      })),
    })),
  phrasing.map((children): RootContent => ({
    type: 'heading',
    depth: 3,
    children: children.map((child) =>
      'value' in child ? { ...child, value: child.value.replaceAll('\n', '') } : child,
    ),
  })),
  phrasing.map((children) => paragraph(text('甲'), { type: 'break' }, ...children)),
  fc.constant<RootContent>({ type: 'thematicBreak' }),
);

test('law: what is written is read back as the same tree, whatever stands in it', () => {
  fc.assert(
    fc.property(fc.array(block, { minLength: 1, maxLength: 4 }), (children) => {
      // `writeBody` proves it, or throws.
      const markdown = writeBody(root(...children));
      expect(markdown.endsWith('\n')).toBe(true);
    }),
    { numRuns: 300 },
  );
});
