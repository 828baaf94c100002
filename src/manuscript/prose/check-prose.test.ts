import { describe, expect, test } from 'vitest';
import { splitFrontMatter } from '../front-matter.ts';
import { parseArticle } from '../parse-article.ts';
import { applyFixes } from './apply-fixes.ts';
import { checkProse, type AllowedFault } from './check-prose.ts';

/** What is found in an article: each finding as its place and its words, and the text as mended. */
function check(
  { front = '', body = '渡口修好了。' }: { readonly front?: string; readonly body?: string },
  { language = 'zh-Hans', allow = [] as readonly AllowedFault[] } = {},
) {
  const text = `---\n${front}---\n\n${body}\n`;
  const split = splitFrontMatter(text);
  if (!('parts' in split)) throw new Error('no front matter');
  const { parts } = split;
  const { tree } = parseArticle(parts.body, parts.bodyLine);
  const findings = checkProse({ ...parts, text, tree, language, allow });
  const lines = text.split('\n');
  return {
    findings,
    /** The rule, and what stands in the file at the place told. */
    told: findings.map(
      ({ id, line, column }) => `${id} ${lines[line - 1]!.slice(column - 1, column + 3)}`,
    ),
    mended: applyFixes(
      text,
      findings.flatMap(({ fix }) => fix ?? []),
    ),
  };
}

describe('which lines of the front matter are prose', () => {
  test.each([
    ['headline: 渡口,修好了\n', ['half-width-punctuation ,修好了']],
    ['kicker: 渡口,修好了\n', ['half-width-punctuation ,修好了']],
    ['deck: 渡口,修好了\n', ['half-width-punctuation ,修好了']],
    ['standfirst: 渡口,修好了\n', ['half-width-punctuation ,修好了']],
    ['headline: "渡口,修好了"\n', ['half-width-punctuation ,修好了']],
    ["headline: '渡口,修好了' \n", ['half-width-punctuation ,修好了']],
    ['headline:   "渡口,修好了"\t\n', ['half-width-punctuation ,修好了']],
    ['headline:渡口,修好了\n', ['half-width-punctuation ,修好了']],
    // A word that stands in the name of its field is found where it is the value.
    ['headline: headline渡,口\n', ['half-width-punctuation ,口']],
    ['headline: "渡口修好了,"\n', ['half-width-punctuation ,"']],
    ['headline: 他说“路通了\n', ['quotes-unpaired “路通了']],
    ['column: 渡口,修好了\n', []],
    ['note: a headline: 渡口,修好了\n', []],
    ['images:\n  - headline: 渡口,修好了\n', []],
    // These are rules of paragraphs.
    ['headline: 他说"路通了"\n', []],
    ['headline: "　　渡口修好了"\n', []],
    ['headline: 县供水服务中心的工作效 率真高。\n', []],
  ])('%s', (front, expected) => {
    expect(check({ front }).told).toEqual(expected);
  });

  test('each is mended in its place', () => {
    const front = 'kicker: 引,题\nheadline: "渡口,修好了"\npage: 1\ndeck: 副,题\n';
    const { told, mended } = check({ front, body: '昨天,渡口修好了。' });
    expect(told).toHaveLength(4);
    expect(mended).toBe(`---\n${front.replaceAll(',', '，')}---\n\n昨天，渡口修好了。\n`);
  });
});

describe('which papers a rule reads', () => {
  const body = '　　深人调查,渡口修好了。\n\n（在这里写正文：一段。）';
  const any = ['placeholder-text （在这里', 'indent-blanks 　　深人'];
  const chinese = [...any, 'half-width-punctuation ,渡口修'];
  const simplified = [...chinese, 'misread-ren 深人调查'];
  test.each([
    ...['zh', 'zh-Hans', 'zh-CN', 'zh-SG', 'zh-Hans-HK'].map((tag) => [tag, simplified] as const),
    ...['zh-Hant', 'zh-TW', 'zh-HK', 'zh-MO', 'zh-hant', 'zh-Hant-TW'].map(
      (tag) => [tag, chinese] as const,
    ),
    ...['en', 'ja', 'de-zh', 'zha'].map((tag) => [tag, any] as const),
  ])('%s', (language, expected) => {
    expect(check({ body }, { language }).told).toEqual(expected);
  });
});

describe('an exception', () => {
  const rule = 'misread-ren';
  const body = '工作入员到了，工作入员走了。\n\n工作入员又来了。';
  const first = 'misread-ren 工作入员';
  test.each<readonly [string, readonly AllowedFault[], readonly string[]]>([
    ['of a rule covers the article', [{ rule }], []],
    ['of all that stands there', [{ rule, text: '工作入员' }], []],
    ['of one place', [{ rule, text: '入员走了' }], [first, first, first, `allow-unused ---`]],
    ['of the second place', [{ rule, text: '，工作入员走' }], [first, first]],
    ['of the place in another block', [{ rule, text: '工作入员又' }], [first, first]],
    ['by its exact words', [{ rule, text: '工作入员走' }], [first, first]],
    ['with one letter less', [{ rule, text: '工作入' }], [first, first, first, 'allow-unused ---']],
    ['of another rule', [{ rule: 'ghost-line' }], [first, first, first, 'allow-unused ---']],
    ['twice', [{ rule }, { rule }], ['allow-unused ---']],
    ['of no rule', [{ rule }, { rule: 'misread' }], ['allow-unknown ---']],
  ])('%s', (_, allow, expected) => {
    expect(check({ body }, { allow }).told).toEqual(expected);
  });

  test('of a whole paragraph is named by its beginning', () => {
    const verse = '渡口的灯火渡口的灯火，渡口的灯火渡口的灯火。';
    const twice = `${verse}\n\n风起了。\n\n${verse}`;
    const allowing = (text: string) =>
      check({ body: twice }, { allow: [{ rule: 'repeated-paragraph', text }] }).told;
    expect(allowing('渡口的灯火')).toEqual([]);
    expect(allowing(verse)).toEqual([]);
    expect(allowing('的灯火')).toEqual(['repeated-paragraph 渡口的灯', 'allow-unused ---']);
    // A fault at the head of a paragraph is not the whole of it.
    const head = { rule, text: '工作' };
    expect(check({ body: '工作入员到了。' }, { allow: [head] }).told).toEqual([
      'misread-ren 工作入员',
      'allow-unused ---',
    ]);
  });

  test('that nothing needs is told where the front matter lists them', () => {
    const front = 'page: 1\nallow:\n  - rule: ghost-line\n    text: 渡口\nnote: allow:\n';
    const allow = [{ rule: 'ghost-line', text: '渡口' }, { rule: 'gost-line' }];
    const { findings } = check({ front }, { allow });
    expect(
      findings.map(({ id, line, column, excerpt }) => ({ id, line, column, excerpt })),
    ).toEqual([
      { id: 'allow-unused', line: 3, column: 1, excerpt: 'ghost-line 渡口' },
      { id: 'allow-unknown', line: 3, column: 1, excerpt: 'gost-line' },
    ]);
  });
});

describe('what a rule knows of the blocks around', () => {
  const said = (body: string) =>
    check({ body }).findings.map(({ id, line, message }) => `${id} ${line} ${message}`);
  const verse = '昨天，渡口修好了，两岸通船。';
  const tail = '况，以供水微服务优化营商大环。';
  const above = '优化营商环境，全面提升服务水平，以供水微服务优化营商大环境。';
  test.each([
    // The number is that of the paragraphs: crossheads and cells do not count.
    [
      `船来了。\n\n## 小标题\n\n| 县 |\n| --- |\n| 甲 |\n\n${verse}\n\n好。\n\n${verse}`,
      ['repeated-paragraph 16 这一段与本篇第 2 段相同'],
    ],
    [
      `${verse}\n\n${verse}\n\n${verse}`,
      [
        'repeated-paragraph 6 这一段与本篇第 1 段相同',
        'repeated-paragraph 8 这一段与本篇第 1 段相同',
      ],
    ],
    [`## ${verse}\n\n${verse}\n\n## ${verse}`, []],
    [`| ${verse} |\n| --- |\n| ${verse} |`, []],
    [`${above}\n\n${tail}`, ['ghost-line 6 这一段像是上一段末行的重影（同一行被识别了两次）']],
    [`## ${above}\n\n${tail}`, []],
    [`${above}\n\n## ${tail}`, []],
    [`${above}\n\n好。\n\n${tail}`, []],
    // A speech goes on in the next paragraph, not in what is no paragraph.
    ['“一、修路。\n\n“二、造桥。”', []],
    ['## “一、修路。\n\n“二、造桥。”', ['quotes-unpaired 4 ““”没有与之配对的“””']],
  ])('%s', (body, expected) => {
    expect(said(body)).toEqual(expected);
  });
});

test('a finding shows its surroundings', () => {
  const before = '县城的人都说，渡口修好了以后';
  const after = '往来方便了许多，两岸的货物当天就到，赶集的人也多了起来，渡船从早到晚不停';
  const { findings } = check({ body: `${before},${after}。` });
  expect(findings.map(({ line, column, excerpt }) => ({ line, column, excerpt }))).toEqual([
    {
      line: 4,
      column: before.length + 1,
      excerpt: `${before.slice(-10)},${after.slice(0, 29)}`,
    },
  ]);
  expect(check({ body: `渡口,${after}。` }).findings[0]?.excerpt).toBe(
    `渡口,${after.slice(0, 36)}。`,
  );
});

describe('what is written otherwise than it is read', () => {
  test.each([
    // Faults behind marks, escapes and references stand where they are written, and are mended there.
    ['甲\\*乙,丙', '甲\\*乙，丙'],
    ['甲&amp;乙,丙', '甲&amp;乙，丙'],
    ['甲&#x26;乙,丙', '甲&#x26;乙，丙'],
    ['甲&#38;&#38;乙,丙', '甲&#38;&#38;乙，丙'],
    ['甲\n  乙,丙\n\t丁,戊', '甲\n  乙，丙\n\t丁，戊'],
    ['one\ntwo 甲,乙', 'one\ntwo 甲，乙'],
    ['> 甲\n> 乙,丙\n>\n> one\n> two 甲,乙', '> 甲\n> 乙，丙\n>\n> one\n> two 甲，乙'],
    ['甲\\\n乙,丙', '甲\\\n乙，丙'],
    ['甲**乙,**丙,丁', '甲**乙，**丙，丁'],
    ['[甲,乙](a/b,c)丙,丁', '[甲，乙](a/b,c)丙，丁'],
    ['甲`乙,丙`丁,戊', '甲`乙,丙`丁，戊'],
    ['甲![乙,丙](a.jpg)丁,戊', '甲![乙,丙](a.jpg)丁，戊'],
    [
      '甲<Unclear note="乙,丙">丁,戊</Unclear>己,庚',
      '甲<Unclear note="乙,丙">丁，戊</Unclear>己，庚',
    ],
    ['## 小,标题', '## 小，标题'],
    [
      '| 甲,乙 | 吨 |\n| --- | --- |\n| 丙,丁 | 12 |',
      '| 甲，乙 | 吨 |\n| --- | --- |\n| 丙，丁 | 12 |',
    ],
    ['- 甲,乙\n- 丙,丁', '- 甲，乙\n- 丙，丁'],
    ['> 甲,乙', '> 甲，乙'],
    ['<Aside title="丙,丁">\n\n甲,乙\n\n</Aside>', '<Aside title="丙,丁">\n\n甲，乙\n\n</Aside>'],
    ['见www.a.example，甲,乙', '见www.a.example，甲，乙'],
    ['见https://甲,乙', '见https://甲，乙'],
    // What stands there only when read is told and left as it is.
    ['甲\\,乙', '甲\\,乙'],
    ['甲&#44;乙', '甲&#44;乙'],
    // An address in brackets is not read, one that stands bare is.
    [
      '[https://a.example/甲,乙](https://a.example/)',
      '[https://a.example/甲,乙](https://a.example/)',
    ],
    ['[www.a.example/甲,乙](https://a.example/)', '[www.a.example/甲,乙](https://a.example/)'],
    [
      '[见 https://a.example/ 甲,乙](https://a.example/)',
      '[见 https://a.example/ 甲，乙](https://a.example/)',
    ],
  ])('%s', (body, mended) => {
    expect(check({ body }).mended).toBe(`---\n---\n\n${mended}\n`);
  });

  test.each([
    ['甲\\,乙', 'half-width-punctuation \\,乙'],
    ['甲&#44;乙', 'half-width-punctuation &#44'],
    ['甲&amp;&lt;乙,丙', 'half-width-punctuation ,丙'],
    ['甲乙\n  \t丙,丁', 'half-width-punctuation ,丁'],
  ])('%s is told at its place', (body, told) => {
    expect(check({ body }).told).toEqual([told]);
  });

  test.each([
    // Nothing is read across what is no prose, and a mark between two letters hides nothing.
    ['深`码`人调查', []],
    ['深![图](a.jpg)人调查', []],
    ['深[^1]人调查\n\n[^1]: 注。', []],
    ['深**人**调查', ['misread-ren 深**人']],
    ['深\\\n人调查', []],
  ])('%s', (body, told) => {
    expect(check({ body }).told).toEqual(told);
  });
});
