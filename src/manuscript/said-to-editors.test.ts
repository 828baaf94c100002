/**
 * What an editor reads of a mistake: its place, its severity, what is wrong, what to do. Each sentence
 * stands once in the snapshot beside this file; read it there when it changes.
 */
import { z } from 'astro/zod';
import { expect, test } from 'vitest';
import type { LocalFinding } from '../newspaper/local-finding.ts';
import { readLedger, writeLedger } from './address-ledger.ts';
import { decodeText } from './decode-text.ts';
import { splitFrontMatter } from './front-matter.ts';
import { guardArticle } from './guard-article.ts';
import { parseArticle } from './parse-article.ts';
import { applyFixes } from './prose/apply-fixes.ts';
import { checkProse } from './prose/check-prose.ts';
import { proseRules } from './prose/prose-rules.ts';
import { readArticle } from './read-article.ts';
import { readInteractive } from './interactive-article.ts';
import { readSitePage } from './read-site-page.ts';
import { readYamlAs } from './read-yaml-as.ts';

function said(finding: LocalFinding): string {
  const { line, column, severity, id, message, action, english, excerpt, fix } = finding;
  const mended = fix === undefined ? '' : ` ⇒ ${fix.start}–${fix.end} ${JSON.stringify(fix.text)}`;
  return [
    `${line}:${column} ${severity} ${id} [${excerpt}]${mended}`,
    `    ${message} → ${action}`,
    `    ${english.message} → ${english.action}`,
  ].join('\n');
}

/** Each text with what is said of it; a text of which nothing is said has a line of its own. */
function sayAll(
  texts: readonly string[],
  check: (text: string) => readonly LocalFinding[],
): string {
  return texts
    .map((text) => {
      const shown = JSON.stringify(text.length > 160 ? `${text.slice(0, 100)}…` : text);
      return [shown, ...check(text).map((finding) => `  ${said(finding)}`)].join('\n');
    })
    .join('\n');
}

const fields = `kind: article
genre: news
edition: 2024-05-06
page: 1
order: 1
headline: 渡口修好了
`;
const withBody = (body: string): string => `---\n${fields}---\n\n${body}\n`;
/** A line of the front matter in the place of one with that name, or beside the others. */
const withField = (line: string): string => {
  const name = line.slice(0, line.indexOf(':') + 1);
  const old = new RegExp(`^${name}.*\n`, 'm');
  return `---\n${old.test(fields) ? fields.replace(old, () => `${line}\n`) : `${fields}${line}\n`}---\n\n渡口修好了。\n`;
};

test('of a body', () => {
  const bodies = [
    // What Markdown left as it was, and what is meant to stand there.
    '船[^1]开了。',
    '船[^1]和桥[^2]。\n\n[^1]: 甲',
    '船\\[^1]开了。',
    '船[^1]开了。\n\n[^1]: 甲\n\n[^1]: 乙',
    '加粗**没有完。',
    '加粗**完了**，\\*\\*照写\\*\\*。',
    '四个****星号',
    '# 一级',
    '## 二级\n\n### 三级\n\n#### 四级\n\n##### 五级\n\n###### 六级',
    '```\n没有完',
    '```\n完了\n```',
    '~~~\n完了\n~~~',
    '~~~\n没有完\n```',
    '```',
    '- ```\n  没有完',
    '- ```\n  完了\n  ```',
    '> ```\n> 没有完',
    '> ```\n> 完了\n> ```',
    '> - ~~~\n>   完了\n>   ~~~',
    '```\n没有完\n ``',
    '```\n完了\n  ```  ',
    '```\n没有完\n```~',
    '```\n没有完\n甲```',
    '```\n没有完\n``` 甲',
    '````\n完了\n`````',
    '    缩进的代码',
    '````\n少了一个\n```',
    '```\n末行另有字 ```',
    '---',
    '1. 甲\n2. 乙\n\n- [ ] 丙\n\n> 引文\n\n| 甲 | 乙 |\n| --- | --- |\n| 1 | ~~2~~ |\n\n末行\\\n另起。',
    // Addresses.
    '[看](javascript:alert(1))',
    '[看](<a b>)',
    '[看](<a\u00a0b>)',
    '[看](/a\\\\b)',
    '[看](//evil.example/)',
    '[看](https://)',
    '[看](https://bank.example@evil.example/)',
    '[看](https://:secret@evil.example/)',
    '[看](https://name:@evil.example/)',
    '[看](ftp://a.example/)',
    '[看](HTTPS://a.example/)\n[看](http://a.example/)\n[写](mailto:a@a.example)\n[打](tel:12345)\n[段](#p1)\n[文](a/b:c)\n[问](?a:b)\n[页](/2024-05-06/01/)',
    '[看][一]\n\n[一]: ftp://a.example/',
    // Pictures.
    '![](qiao.jpg)',
    '![ ](qiao.jpg)',
    '![桥](./qiao.jpg)\n![桥](qiao.PNG)\n![桥](qiao.jpeg)\n![桥](qiao.webp)\n![桥](qiao.avif)',
    '![桥](https://a.example/qiao.jpg)',
    '![桥](//a.example/qiao.jpg)',
    '![桥](../qiao.jpg)',
    '![桥](..qiao.jpg)',
    '![桥](/qiao.jpg)',
    '![桥](<qiao 1.jpg>)',
    '![桥](qiao.gif)',
    '![桥](qiao.jpg.txt)',
    '![桥](jpg)',
    '![桥][一]\n\n[一]: qiao.jpg',
    // Code.
    'import x from "y"\n\n渡口\n\nexport const a = 1',
    '船有{40}年，桥有{50}年',
    '{40}',
    '没有完的{括号',
    '甲\n\n乙<40 岁\n\n丙<!-- 注 -->丁\n\n戊{1 +}',
    '没有开头</b>',
    '没有开头\n\n</Aside>\n\n乙<5',
    '<Aside>\n\n没有完\n\n乙<5',
    '没有完的<Aside',
    '\\<不算，没有完的<Aside a="1',
    '五千米<赛跑',
    '赛跑者年龄<12岁以下组',
    '甲<b>乙</b/>',
    '甲<b>乙</b c>',
    '甲<b>乙</b c="1">\n\n丙<5',
    '甲<b>乙</c>',
    '<a.b.>',
    '<a:b:c/>',
    '甲 <5 乙',
    '<',
    '甲< 乙',
    '一二三四五六<七八九十百千',
    // Components.
    '<b>甲</b>',
    '<Strong>甲</Strong>',
    '<font color="red">甲</font>',
    '<b onclick="x" style="y" xml:lang="z" srcdoc="w" title="v">甲</b>',
    '<unclear>甲</unclear>',
    '<>甲</>',
    '<Unclaer>甲</Unclaer>',
    '<Footnote>甲</Footnote>',
    '<constructor />',
    '<Unclear nota="折">甲</Unclear>',
    '<Unclear colour="红">甲</Unclear>',
    '<Crosshead a="1">甲</Crosshead>',
    '<Unclear note="折" note="痕">甲</Unclear>',
    '<Unclear note="">甲</Unclear>',
    '<Unclear note=" ">甲</Unclear>',
    '<Unclear note>甲</Unclear>',
    '<Unclear note={1}>甲</Unclear>',
    '<Unclear {...a}>甲</Unclear>',
    '<Unclear constructor="1">甲</Unclear>',
    '<Unclear></Unclear>',
    '<Unclear>甲</Unclear>',
    '甲<Aside>乙</Aside>丙',
    '甲<Unclear>乙</Unclear>丙',
    '<Photo />',
    '<Photo src="qiao.gif" alt="桥" />',
    '<Photo src="../qiao.jpg" alt="桥" />',
    '<Photo src="qiao.jpg" alt="桥">图说</Photo>',
    '<Table caption="产量">\n\n各县\n\n</Table>',
    '<Table caption="产量">\n\n| 县 | 吨 |\n| --- | --- |\n| 甲 | 12 |\n\n另一段\n\n</Table>',
    '<Table>\n\n| 县 | 吨 |\n| --- | --- |\n| 甲 | 12 |\n\n</Table>',
    '<Correction date="2022-02-30">三成应为四成。</Correction>',
    '<Correction date="2022-12-20"></Correction>',
    '转版<Jump to="三">（下转第三版）</Jump>',
    '转版<Jump to="1000">（下转）</Jump>',
    '转版<Jump to="0">（下转）</Jump>',
    '转版<Jump from="第3">（上接）</Jump>',
    '转版<Jump to="3版">（下转）</Jump>',
    '<PullQuote by="王五"></PullQuote>',
    // Characters.
    '控制\u0007符和\u0085',
    '方向\u202e符',
    '标签\u{e0041}符',
    '看不\u200e见',
    '零\u200b宽，软\u00ad连',
    '一行\t制表',
    '',
  ];
  expect(
    sayAll(bodies, (body) => readArticle(withBody(body), 'zh-Hans').findings),
  ).toMatchSnapshot();
});

test('of HTML in a body', () => {
  const names =
    'br b strong i em a img table p h1 h2 h3 blockquote hr photo aside div constructor'.split(' ');
  const check = (name: string) => readArticle(withBody(`甲<${name}>乙`), 'zh-Hans').findings;
  expect(sayAll(names, check)).toMatchSnapshot();
});

test('of too much', () => {
  const texts = [
    '甲'.repeat(400_000),
    'a'.repeat(1024 * 1024),
    'a'.repeat(1024 * 1024 + 1),
    `${'> '.repeat(100)}甲`,
    `甲\n\n${'> '.repeat(101)}甲`,
    `${' '.repeat(203)}甲`,
    `${' '.repeat(202)}甲`,
    `${'\t'.repeat(51)}甲`,
    `${' '.repeat(250)}`,
    `${'* '.repeat(60)}${'1. '.repeat(30)}${'2) '.repeat(11)}甲`,
    '<Aside>'.repeat(101),
    `${'<Aside>\n\n'.repeat(101)}甲`,
    `甲${'<Aside></Aside>'.repeat(101)}`,
    `甲${'<Aside/>'.repeat(101)}`,
    '*甲* '.repeat(500),
    '*甲* '.repeat(501),
    `${'*甲* '.repeat(500)}\n\n${'*甲* '.repeat(500)}`,
    `${'*甲* '.repeat(500)}\n \n${'*甲* '.repeat(500)}`,
    `${'*甲* '.repeat(500)}\n${'*甲* '.repeat(500)}`,
    '\\* '.repeat(20_000),
    '\\* '.repeat(20_001),
    '| 甲 |\n'.repeat(5001),
    '| 甲 |\n'.repeat(5000),
    '甲 | 乙\n'.repeat(5001),
    `${'|'.repeat(10)}\n`.repeat(5000),
    `${'|'.repeat(10)}\n`.repeat(4999) + '|'.repeat(11),
    '甲\n\n'.repeat(20_000),
    '甲\n'.repeat(20_001),
    '> 甲\n\n'.repeat(3000),
    ' \t> 甲\n'.repeat(3001),
    '甲 > 乙\n'.repeat(3001),
    `甲\n${'1) '.repeat(100)}甲`,
    `甲\n${'1) '.repeat(101)}甲`,
    `${'<Aside>'.repeat(100)}${'</Aside>'.repeat(100)}${'<Aside>'.repeat(100)}`,
    '\\<Aside>'.repeat(101),
    '1234567890. '.repeat(101),
    '1.甲 '.repeat(101),
  ];
  expect(sayAll(texts, (body) => guardArticle(body, 10))).toMatchSnapshot();
});

test('of the fields of an article', () => {
  const lines = [
    'kind: articel',
    'kind: 1',
    'kind:',
    'genre: [news]',
    'edition: 2024-02-31',
    'page: １２',
    'page: 十二',
    'page: "12"',
    'page: 0',
    'page: -1',
    'page: 1.5',
    'page: 1000000',
    'page: true',
    'page: [1]',
    'page: { a: 1 }',
    'headline: 2022',
    'headline: true',
    'headline: ""',
    'headline:',
    'headline: [一条]',
    'headline: " "',
    'headlne: 一条',
    'zzzzzzzz: 一条',
    'bylines: 张三',
    'bylines: [张三]',
    'bylines: [{ name: 张三 }]',
    'bylines: [{ name: 张三, role: reporter, age: 3 }]',
    'bylines: [{ nam: 张三, role: reporter }]',
    'images: [{ file: qiao.gif, alt: 桥 }]',
    'images: [{ file: qiao.jpg }]',
    'images: [{ file: qiao.jpg, alt: "" }]',
    'jump: { to: 3, form: 2 }',
    'jump: 3',
    'source: { file: sources/2024-05-06/01.md, lines: [9, 3] }',
    'source: { file: sources/2024-05-06/01.md, lines: [3] }',
    'source: { file: sources/2024-05-06/01.md, lines: [3, 4, 5] }',
    'source: { file: 01.md, lines: [3, 4] }',
    'proof: yes',
    'proofNote: ""',
    'allow: [{ rule: "" }]',
    'allow: [{ text: 甲 }]',
    'corrections: [{ date: 2024-13-01, text: 甲 }]',
    'corrections: { date: 2024-05-06, text: 甲 }',
    'section: 要闻',
    'section: ""',
    'section: Yao Wen',
    'kicker: null',
  ];
  const said = sayAll(lines, (line) => readArticle(withField(line), 'zh-Hans').findings);
  expect(said).toMatchSnapshot();
});

test('of an article as a whole', () => {
  const texts = [
    '',
    '渡口\n',
    '---js\nkind: article\n---\n',
    ' ---\nkind: article\n---\n',
    '+++\nkind = "article"\n+++\n',
    ';;;\n{}\n;;;\n',
    '---  \nkind: article\n---  \n',
    '---\nkind: article\n',
    '---\nkind: article\n+++\n渡口\n',
    '---\nkind: article\n;;;\n渡口\n',
    '---\nkind: article\n...\n渡口\n',
    '---\nkind: article\n-----  \n渡口\n',
    '---\nkind: article\n——\n渡口\n',
    '---\nkind: article\n–––\n渡口\n',
    '---\nkind: article\n--- a\n渡口\n',
    '---\n---\n渡口\n',
    '---\n- kind\n---\n渡口\n',
    '---\narticle\n---\n渡口\n',
    `---\n${fields}---\n`,
    `---\n${fields}---\n  \n`,
    `---\n${fields.replace('kind: article', 'kind: photo-news')}---\n`,
    `---\n${fields.replace('headline: 渡口修好了\n', '')}---\n\n渡口\n`,
    `---\n${fields}a: 1\nb: 2\n---\n\n甲<乙\n`,
    `---\n${fields}---\n\n好的渡口。\n`,
    `---\n${fields}---\n\n渡口\u0000\n`,
    `---\n${fields}headline: 又一条\n---\n\n渡口\u200b\n`,
  ];
  expect(sayAll(texts, (text) => readArticle(text, 'zh-Hans').findings)).toMatchSnapshot();
});

test('of YAML', () => {
  const texts = [
    ...['a: 1\na: 2', 'a: 1\n---\na: 2', 'a:\n\t- 1', 'a:\n  b: 1\n c: 2', "a: '甲", 'a: "甲"乙"'],
    ...[
      'a: 甲: 乙',
      'a: @甲',
      'a: `甲',
      'a: %甲',
      'a: "\\q"',
      '? [a]\n: 1',
      'a: [1, 2',
      'a: {b: 1',
    ],
    ...[
      'a: &x 1',
      'a: *x',
      'a: !!str 1',
      'a: !x 1',
      '<<: { a: 1 }',
      '__proto__: 1',
      'constructor: 1',
    ],
    ...['prototype: 1', '%YAML 1.2\n---\na: 1', 'a: "\\0"', 'a: "\\ud800"', 'a: "\\u200b"', 'a：1'],
    ...[
      'a:1',
      'a:\t1',
      '-a: 1',
      '－ a: 1',
      '- a：1',
      '  a ： 1',
      'a: |\n  甲\n  乙',
      'a: >\n  甲',
      'a: ~',
    ],
    ...[
      'a: https://a.example/b:c',
      'a:https://a.example/',
      'a: [',
      'a: {',
      'a: [1,\nb: 2',
      'a: [1\n]',
    ],
    ...[
      'a: [甲, "乙]\nb: 2',
      'a: [甲 # 注\nb: 2',
      'a: { b: [1, 2 }\nc: 3',
      "a: 'it''s",
      "a: 'it''s'",
    ],
    ...[
      'a: "甲" # 注',
      'a: "甲"乙',
      "a: '甲'乙",
      'a: "\\"甲',
      '- "甲\n- 乙',
      "- a: '甲\n- a: 乙",
      '123',
      '',
      ' ',
    ],
    ...[
      'a: [[[[[[[[[[[[[[[[[[[[[[[[[[[[[[1]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]',
      '- '.repeat(31),
      '- '.repeat(30),
    ],
    ...[`a:\n${' '.repeat(240)}b: 1`, `a:\n${' '.repeat(239)}b: 1`, `b:\n${'- 1\n'.repeat(5001)}`],
    ...[
      `b: [${'1,'.repeat(5001)}]`,
      `a: ${'甲'.repeat(256 * 1024)}`,
      '@',
      'a: b: c: d',
      'a\nb: 1',
      'b: 1\na',
    ],
    // One of each kind of error that the package has; a line is told once of each.
    ...['作者 马小河\npage: 1', 'a: 甲\n乙\npage: 1', 'a: 甲\n- 乙', 'a: - 甲', '- 甲\nb: 1'],
    ...['a: &x *y', 'a: *', 'a: &', 'a: &x &y 1', '&a - 1', '- &a\n  &b 甲', 'a: [*x, *y]\nb: *z'],
    ...['a: !a !b 1', 'a: !<x', 'a: !!map []', 'a: !!seq\n  b: 1', '%YAML 3\n---\na: 1'],
    ...['a: [\n  b:\n    c: 1\n]', 'a: |甲\n  乙', `[${'k'.repeat(1025)}: 1]`, 'a: 甲\n b: 乙'],
    ...['a: 1\na: 2\nb: 1\nb: 2', '{ a: 1, a: 2, b: 1 }', '__proto__: 1\nconstructor: 2'],
  ];
  const values = texts.map((text) => readYamlAs(text, z.unknown(), 3));
  expect(sayAll(texts, (text) => values[texts.indexOf(text)]!.findings)).toMatchSnapshot();
  const read = values.flatMap(({ value }, index) => {
    const text = texts[index]!;
    return value === undefined || text.length > 40
      ? []
      : [`${JSON.stringify(text)} ${JSON.stringify(value)}`];
  });
  expect(read.join('\n')).toMatchSnapshot();
});

test('of bytes that are no text', () => {
  const of = (bytes: Buffer): string => {
    const decoded = decodeText(bytes);
    return 'finding' in decoded ? said(decoded.finding) : JSON.stringify(decoded.text);
  };
  const texts = [
    Buffer.from('渡口'),
    Buffer.from('\ufeff渡口\r\n修好\r了\n'),
    Buffer.concat([Buffer.from('渡\n口'), Buffer.from([0xb3, 0xf6]), Buffer.from('修好')]),
    Buffer.from([0xb6, 0xc9]),
    Buffer.from('\ufeff渡口', 'utf16le'),
    Buffer.from([0xfe, 0xff, 0x6e, 0x21]),
    Buffer.from('渡口').subarray(0, 5),
    Buffer.from(''),
  ];
  expect(texts.map(of).join('\n')).toMatchSnapshot();
});

test('of a page of the paper about itself', () => {
  const page = (front: string, body: string): string => `---\n${front}\n---\n\n${body}\n`;
  const texts = [
    page('title: 关于', '本报每周出版。'),
    page('titel: 关于', '本报每周出版。'),
    page('title: 关于\u200b', '本报\u200b每周出版。'),
    page('title: 关于\u0000', '本报每周出版。'),
    page('title: 关于', '<Photo src="qiao.jpg" alt="桥" />\n\n![船](chuan.jpg)'),
    page('title: 关于', '<script>1</script>'),
    page('title: 关于', '甲<乙'),
    'title: 关于',
  ];
  const said = sayAll(texts, (text) => readSitePage(text, { base: '/', language: 'zh' }).findings);
  expect(said).toMatchSnapshot();
});

test('of an interactive article', () => {
  const bodies = [
    "import Map from '../../../interactive/map.astro'\n\n<Map />",
    "import Map from './map.astro'\n\n<Map />",
    "import Map from '../../../interactive/../map.astro'\n\n<Map />",
    "import Map from 'node:fs'\nexport const a = 1\n\n<Map />",
    "export * from './map.astro'",
    '<Photo src="qiao.jpg" alt="桥" />',
    '甲<Photo src="qiao.jpg" alt="桥" />',
    '甲{1 + 1}乙<Map>丙</Map>',
  ];
  const said = sayAll(
    bodies,
    (body) => readInteractive(parseArticle(body, 10).tree!, body, 10).findings,
  );
  expect(said).toMatchSnapshot();
});

test('of prose', () => {
  const texts = proseRules.flatMap(({ examples, clean }) => [
    ...examples.map(({ wrong }) => wrong),
    ...clean,
  ]);
  const said = (language: string) => (text: string) => {
    const body = text.replaceAll('\n', '\n\n');
    const tree = /[[`*<]/.test(body) ? parseArticle(body).tree : undefined;
    const where = { text: body, frontMatter: '', frontMatterOffset: 0, bodyOffset: 0, body, tree };
    return checkProse({ ...where, language, allow: [] });
  };
  expect(sayAll(texts, said('zh-Hans'))).toMatchSnapshot();
  expect(sayAll(texts.slice(0, 60), said('zh-TW'))).toMatchSnapshot();
  expect(sayAll(texts, said('en'))).toMatchSnapshot();
});

test('of prose in its file', () => {
  const frontMatter = `headline: 渡口,修好了
kicker: "引题,"
deck: '副题 '
standfirst: 提要,题
column: a,b
`;
  const bodies = [
    '昨天,**渡口,**修好了。',
    '## 小标题,好\n\n| 县,名 | 吨 |\n| --- | --- |\n| 甲,乙 | 12 |',
    '- 甲,乙\n\n> 丙,丁\n\n<Unclear note="折,痕">戊,己</Unclear>庚',
    '看[通告,文](https://a.example/,甲)和`码,甲`，![图,甲](a.jpg)[^1]\n\n[^1]: 注,文',
    '甲\\,乙 甲\\*,乙&#44;丙&amp;丁,戊\n  己,庚\\\n辛,壬',
    '[https://a.example/x](https://a.example/x)，[www.a.example](http://www.a.example)',
  ];
  const allows = [
    [],
    [{ rule: 'half-width-punctuation' }],
    [{ rule: 'half-width-punctuation', text: '渡口,修' }],
    [{ rule: 'half-width-punctuation', text: '没有的字' }],
    [{ rule: 'no-such-rule' }, { rule: 'half-width-punctuatoin' }],
    [{ rule: 'straight-quote' }],
  ];
  const say = (body: string, allow: readonly { rule: string; text?: string }[]): string => {
    const text = `---\n${frontMatter}allow:\n${allow.map(({ rule }) => `  - rule: ${rule}\n`).join('')}---\n\n${body}`;
    const split = splitFrontMatter(text);
    if (!('parts' in split)) throw new Error('no front matter');
    const { parts } = split;
    const findings = checkProse({
      ...{ ...parts, text, tree: parseArticle(parts.body, parts.bodyLine).tree },
      ...{ language: 'zh-Hans', allow },
    });
    const mended = applyFixes(
      text,
      findings.flatMap(({ fix }) => fix ?? []),
    );
    return [...findings.map(said), mended.slice(4)].join('\n');
  };
  const made = [
    ...bodies.map((body) => say(body, [])),
    ...allows.map((allow) => say('昨天,渡口,修好了。', allow)),
  ];
  expect(made.join('\n\n')).toMatchSnapshot();
});

test('of a ledger of addresses', () => {
  const lines = [
    ...[
      '/2024-05-06/',
      '/2024-05-06/01/',
      '/2024-05-06/01/a/',
      '/2024-05-06/01/a/b/',
      '/2024-05-06/1/',
    ],
    ...[
      '/2024-05-06/100/',
      '/2024-05-06/1000/',
      '/2024-05-06/001/',
      '/2024-05-06/00/',
      '/2024-13-06/',
    ],
    ...[
      '/sections/a/',
      '/sections/',
      '/sections/a/b/',
      '/columns/a/',
      '/columnists/a/',
      '/about/',
      '/a/b/',
    ],
    ...['//', '/', 'about', '/about', 'about/', '/Über/', '  /2024-05-06/02/', '# 说明', '', '   '],
    ...['/2024-05-06/01/b/ ~0a1b2c', '/2024-05-06/01/b/ ~0a1b2', '/2024-05-06/01/b/ ~0a1b2c 多'],
    ...['/2024-05-06/01/c/ -> /2024-05-06/01/a/', '/2024-05-06/01/c/ -> /2024-05-06/01/b/'],
    ...['/2024-05-06/01/d/ -> /2024-05-06/01/a/#p3', '/2024-05-06/01/e/ -> /2024-05-06/01/a/#p0'],
    ...[
      '/2024-05-06/01/f/ -> https://evil.example/',
      '/2024-05-06/01/f/ ->',
      '/2024-05-06/01/f/ => /a/',
    ],
    ...[
      '/2024-05-06/01/g/ gone',
      '/2024-05-06/01/g/\tgone\t作者要求 撤下',
      '/2024-05-06/01/h/ gone  空 ',
    ],
    ...[`/2024-05-06/01/i/ gone ${'长'.repeat(200)}`, `/2024-05-06/01/j/ gone ${'长'.repeat(201)}`],
    ...['/2023-05-06/', '/2024-05-06/01/k/ gone \u202e'],
  ];
  const { entries, findings } = readLedger(lines.join('\n'), 'addresses/2024.txt');
  expect(findings.map(said).join('\n')).toMatchSnapshot();
  expect(entries.map((entry) => JSON.stringify(entry)).join('\n')).toMatchSnapshot();
  expect(writeLedger(entries, '')).toMatchSnapshot();
  const rest = readLedger(lines.join('\r\n'), 'addresses/paper.txt');
  expect(
    rest.entries.map(({ address, line }) => `${line} ${address}`).join('\n'),
  ).toMatchSnapshot();
});
