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

// Over the table, with names that do not come out of it: a row that is damaged must not take its test along.
describe('the table of rules', () => {
  test('each does what its examples say, in each of its languages', () => {
    for (const rule of typographyRules) {
      for (const [before, after] of rule.examples) {
        expect(before, rule.id).not.toBe('');
        expect(set(languageOf(rule), before), rule.id).toEqual([after]);
      }
    }
  });

  test('each leaves other languages alone', () => {
    for (const { examples } of typographyRules) {
      for (const [before] of examples) expect(set('fi', before)).toEqual([before]);
    }
  });

  test('each says why, shows what it does, and how far it goes', () => {
    for (const { id, why, examples, after } of typographyRules) {
      expect(id).toMatch(/^[a-z]+(?:-[a-z]+)*$/);
      expect(why, id).toMatch(/\p{Script=Han}.*。$/u);
      expect(examples.filter(([before, set]) => before !== set).length, id).toBeGreaterThan(0);
      for (const earlier of after) expect(earlier, id).not.toBe('');
    }
    expect(typographyRules.map(({ id, examples }) => `${id} ${examples.length}`)).toEqual([
      'lead-in 9',
      'dateline 4',
      'speaker 4',
      'end-credit 4',
      'gap 5',
      'number 3',
      'dash 2',
      'ellipsis 1',
      'line-end 5',
    ]);
  });
});

// Each part of a shape, with its neighbours on either side of what it takes.
test.each<[language: string, before: string, after: string]>([
  // A lead-in: whose it is, how long, and what ends it.
  ['zh', '本刊讯（记者 甲乙）雨。', '<b class="lead-in">本刊讯（记者 甲乙）</b>雨。'],
  ['zh', '本台讯（记者 甲乙）雨。', '<b class="lead-in">本台讯（记者 甲乙）</b>雨。'],
  ['zh', '本网讯（记者 甲乙）雨。', '<b class="lead-in">本网讯（记者 甲乙）</b>雨。'],
  ['zh', '本臺電（甲乙）雨。', '<b class="lead-in">本臺電（甲乙）</b>雨。'],
  ['zh', '本網訊（甲乙）雨。', '<b class="lead-in">本網訊（甲乙）</b>雨。'],
  ['zh', '本店讯（记者 甲乙）雨。', '本店讯（记者 甲乙）雨。'],
  ['zh', '社讯（记者 甲乙）雨。', '社讯（记者 甲乙）雨。'],
  ['zh', '本报讯（甲）雨。', '本报讯（甲）雨。'],
  [
    'zh',
    `本报讯（${'甲'.repeat(60)}）雨。`,
    `<b class="lead-in">本报讯（${'甲'.repeat(60)}）</b>雨。`,
  ],
  ['zh', `本报讯（${'甲'.repeat(61)}）雨。`, `本报讯（${'甲'.repeat(61)}）雨。`],
  [
    'zh',
    `本报${'一'.repeat(20)}讯（甲乙）雨。`,
    `<b class="lead-in">本报${'一'.repeat(20)}讯（甲乙）</b>雨。`,
  ],
  ['zh', `本报${'一'.repeat(21)}讯（甲乙）雨。`, `本报${'一'.repeat(21)}讯（甲乙）雨。`],
  ['zh', '本报讯  （甲乙）雨。', '<b class="lead-in">本报讯</b>  （甲乙）雨。'],
  ['zh', '本报讯雨。', '本报讯雨。'],
  ['zh', '本报，讯（甲乙）雨。', '本报，讯（甲乙）雨。'],
  ['zh', '【甲】雨。', '【甲】雨。'],
  ['zh', '【甲乙】雨。', '<b class="lead-in">【甲乙】</b>雨。'],
  ['zh', `【${'甲'.repeat(31)}】雨。`, `【${'甲'.repeat(31)}】雨。`],
  ['zh', '又【甲乙】雨。', '又【甲乙】雨。'],
  // A dateline: a name in capitals, a day or none, and a dash with a blank behind it.
  ['en', 'OLD QUAY, May 5 – Rain.', '<b class="lead-in">OLD QUAY, May 5 –</b> Rain.'],
  ['en', 'OLD QUAY, Sept. 12 — Rain.', '<b class="lead-in">OLD QUAY, Sept. 12 —</b> Rain.'],
  ['en', 'QUAY— Rain.', '<b class="lead-in">QUAY—</b> Rain.'],
  ['en', 'QUAY —Rain.', 'QUAY —Rain.'],
  ['en', 'QU— Rain.', 'QU— Rain.'],
  ['en', 'QUAY, may — Rain.', 'QUAY, may — Rain.'],
  ['en', 'QUAY, May 123 — Rain.', 'QUAY, May 123 — Rain.'],
  ['en', 'The QUAY — Rain.', 'The QUAY — Rain.'],
  // A question, an answer, in three scripts.
  ['zh', '問：幾年？', '<b class="speaker">問：</b>幾年？'],
  ['zh', '问:几年？', '问:几年？'],
  ['en', 'A:no', 'A:no'],
  ['en', 'BA: no', 'BA: no'],
  // A credit at the end, and what before it makes it one.
  ...['。', '！', '？', '”', '…'].map((mark): [string, string, string] => [
    'zh',
    `雨停了${mark}（作者 甲）`,
    `雨停了${mark}<span class="end-credit">（作者 甲）</span>`,
  ]),
  ...[
    '本刊记者',
    '本台記者',
    '本報通讯员',
    '本臺通訊員',
    '特约评论员',
    '特約評論員',
    '供稿',
    '综合',
    '綜合',
  ].map((who): [string, string, string] => [
    'zh',
    `雨。（${who}甲）`,
    `雨。<span class="end-credit">（${who}甲）</span>`,
  ]),
  ['zh', '雨（记者 甲）', '雨（记者 甲）'],
  ['zh', '雨。（甲记者）', '雨。（甲记者）'],
  ['zh', '雨。（记者 甲）晴。', '雨。（记者 甲）晴。'],
  [
    'zh',
    `雨。（记者${'甲'.repeat(40)}）`,
    `雨。<span class="end-credit">（记者${'甲'.repeat(40)}）</span>`,
  ],
  ['zh', `雨。（记者${'甲'.repeat(41)}）`, `雨。（记者${'甲'.repeat(41)}）`],
  // Fields on a line.
  ['zh', '时间:上午  地点:渡口', '时间:上午<span class="gap">  </span>地点:渡口'],
  ['en', 'Time: noon  Place: Quay', 'Time: noon<span class="gap">  </span>Place: Quay'],
  ['zh', '时间： 地点：渡口', '时间： 地点：渡口'],
  ['zh', `时间：${'一'.repeat(41)} 地点：渡口`, `时间：${'一'.repeat(41)} 地点：渡口`],
  ['zh', '时间：上午 地：渡口', '时间：上午 地：渡口'],
  ['zh', `时间：上午 ${'地'.repeat(13)}：渡口`, `时间：上午 ${'地'.repeat(13)}：渡口`],
  ['zh', '时间：上午 3号：渡口', '时间：上午 3号：渡口'],
  ['zh', '他说。时间：上午 地点：渡口', '他说。时间：上午 地点：渡口'],
  // Numbers of several parts.
  ['zh', '1-2-3', '1-2-3'],
  ['zh', '12-34', '<span class="number">12-34</span>'],
  ['zh', '12345678-12345678', '<span class="number">12345678-12345678</span>'],
  ['zh', '123456789-12', '123456789-12'],
  ['zh', '12-34-56-78', '<span class="number">12-34-56-78</span>'],
  ['zh', '12-34-56-78-90', '12-34-56-78-90'],
  ['zh', '12-34-', '12-34-'],
  ['zh', '-12-34', '-12-34'],
  // Dashes and ellipses in Japanese, and the dash of one character.
  ['ja', 'あ⸺い……', 'あ<span class="dash">⸺</span>い<span class="ellipsis">……</span>'],
  ['zh', '等…就', '等…就'],
  ['en', 'He——no……', 'He——no……'],
  // Ends of lines about quotation marks, single ones too.
  ['zh', '说‘GDP’增', '说<wbr>‘GDP’<wbr>增'],
  ['zh', '‘十四’2025', '‘十四’<wbr>2025'],
  ['zh', '增12%‘多’', '增12%‘多’'],
  ['zh', '“12%”多', '“12%”<wbr>多'],
  ['zh', 'B‘多’', 'B<wbr>‘多’'],
  ['zh', '9“多”', '9<wbr>“多”'],
  ['zh', '说“9”多', '说<wbr>“9”<wbr>多'],
])('in %s: %s', (language, before, after) => {
  expect(set(language, before)).toEqual([after]);
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

test('a paragraph of 60,000 marks is set', () => {
  const [html] = set('zh', '“A”甲'.repeat(60_000));
  expect(html!.split('<wbr>')).toHaveLength(120_000);
});
