import { execFileSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, describe, expect, test } from 'vitest';
import { loadPaper } from './load-paper.ts';

const good = fileURLToPath(new URL('../../tests/fixtures/content-errors/good', import.meta.url));
const folders: string[] = [];
afterAll(() => {
  for (const folder of folders) rmSync(folder, { recursive: true, force: true });
});

function soundFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'epaper-attack-'));
  folders.push(folder);
  cpSync(good, folder, { recursive: true });
  return folder;
}

const load = (folder: string) =>
  loadPaper(folder, { base: '/', engine: 'test', kept: () => undefined, hasBodies: () => false });

const article = 'articles/2024-05-06/01/chuan.mdx';
const text = (path: string) => readFileSync(join(good, path), 'utf8');
const withBody = (body: string) => `${text(article).split('\n---\n')[0]!}\n---\n\n${body}\n`;
const withField = (line: string) => text(article).replace('headline: 一条老船', line);
const page = (body: string) => `---\ntitle: 关于\n---\n\n${body}\n`;
const publication = (line: string) => `${text('publication.yaml').trimEnd()}\n${line}\n`;
const address = (value: string) =>
  text('publication.yaml').replace(/^address: .*$/m, `address: '${value}'`);
const svg = '<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>';

/** What it is, the file that is written, and the finding that must come of it. */
type Attack = readonly [what: string, file: string, contents: string | Buffer, id: string];

const invisible = (code: number): Attack => [
  `U+${code.toString(16)} in a headline`,
  article,
  withField(`headline: 一条${String.fromCodePoint(code)}老船`),
  code >= 0xe0000 ? 'tag-character' : 'invisible-character',
];

const attacks: readonly Attack[] = [
  // Pages of the paper are text as articles are: no program of theirs runs in the build.
  ['an import in a page', 'pages/about.mdx', page("import fs from 'node:fs'"), 'code-forbidden'],
  [
    'an export in a page',
    'pages/about.mdx',
    page('export const x = process.exit(0)'),
    'code-forbidden',
  ],
  ['an expression in a page', 'pages/about.mdx', page('{process.exit(0)}'), 'expression-forbidden'],
  ['a script in a page', 'pages/about.mdx', page('<script>alert(1)</script>'), 'html-forbidden'],
  [
    'a frame in a page',
    'pages/about.mdx',
    page('<iframe src="https://evil.example"></iframe>'),
    'html-forbidden',
  ],
  [
    'a handler in a page',
    'pages/about.mdx',
    page('<Aside onclick="x()">甲</Aside>'),
    'attribute-unknown',
  ],
  ['a style in a page', 'pages/about.mdx', page('<style>body[x]</style>'), 'html-forbidden'],
  ['a live address in a page', 'pages/about.mdx', page('[甲](javascript:alert)'), 'link-address'],
  ['a picture in a page', 'pages/about.mdx', page('![甲](a.png)'), 'page-picture'],
  ['a page without a fence', 'pages/about.mdx', '甲\n', 'front-matter-missing'],
  [
    'a page with unknown fields',
    'pages/about.mdx',
    '---\ntitle: 甲\nlayout: ../x.astro\n---\n乙\n',
    'field-unknown',
  ],
  ['a page with a blank title', 'pages/about.mdx', "---\ntitle: ' '\n---\n乙\n", 'field-value'],
  [
    'JavaScript for front matter',
    'pages/about.mdx',
    '---js\n{}\n---\n乙\n',
    'front-matter-missing',
  ],
  ['code in plain Markdown', 'pages/about.md', page("import x from 'y'"), 'code-forbidden'],
  [
    'a page listed that is not there',
    'publication.yaml',
    publication('interactive: [pages/none]'),
    'interactive-unknown',
  ],
  // Addresses.
  [
    'a link with credentials',
    article,
    withBody('[银行](https://bank.example@evil.example/)'),
    'link-address',
  ],
  ['a link with a password', article, withBody('[甲](https://a:b@evil.example/)'), 'link-address'],
  ['a dead article', article, withBody('[这里](../meiyou/)'), 'link-dead'],
  ['a dead page', article, withBody('[这里](/2024-05-06/09/)'), 'link-dead'],
  ['a dead edition', article, withBody('[这里](/2024-05-07/)'), 'link-dead'],
  ['a dead section', article, withBody('[这里](/sections/meiyou/)'), 'link-dead'],
  ['a dead column', article, withBody('[这里](/columns/meiyou/)'), 'link-dead'],
  ['a dead person', article, withBody('[这里](/columnists/meiyou/)'), 'link-dead'],
  ['a dead page of text', article, withBody('[这里](/meiyou/)'), 'link-dead'],
  [
    'a site with a query',
    'publication.yaml',
    address('https://paper.example.org/?a=1'),
    'field-value',
  ],
  [
    'a site with a fragment',
    'publication.yaml',
    address('https://paper.example.org/#a'),
    'field-value',
  ],
  [
    'a site with credentials',
    'publication.yaml',
    address('https://a:b@paper.example.org/'),
    'field-value',
  ],
  ['a site that is a program', 'publication.yaml', address('javascript:alert(1)'), 'field-value'],
  [
    'a repository that is a program',
    'publication.yaml',
    publication("repository: 'javascript:alert(1)'"),
    'field-value',
  ],
  // What nobody can see.
  ...[0x200e, 0x200f, 0x61c, 0x3164, 0xffa0, 0x115f, 0x1160, 0x180e, 0x2061, 0x206a].map(invisible),
  ...[0xe0001, 0xe0041, 0xe007f].map(invisible),
  ['U+2028 in a body', article, withBody('甲\u2028乙'), 'invisible-character'],
  ['U+2029 in a body', article, withBody('甲\u2029乙'), 'invisible-character'],
  ...['\u202a', '\u202d', '\u202e', '\u2066', '\u2068', '\u2069'].map((mark): Attack => [
    `${mark.codePointAt(0)!.toString(16)} in a body`,
    article,
    withBody(`甲${mark}乙`),
    'bidi-control',
  ]),
  ['a next line (C1)', article, withBody('甲\u0085乙'), 'control-character'],
  ['an escape', article, withBody('甲\u001b[31m乙'), 'control-character'],
  ['a noncharacter', article, withBody('甲\uffff乙'), 'control-character'],
  [
    'a bidi mark by an escape of YAML',
    article,
    withField('headline: "一条\\u202e老船"'),
    'bidi-control',
  ],
  // Names.
  ['a blank headline', article, withField("headline: '　'"), 'field-value'],
  ['an invisible headline', article, withField('headline: "\\u3164"'), 'field-value'],
  ['a headline of two lines', article, withField('headline: "一\\n二"'), 'field-value'],
  ['a headline parted by U+2028', article, withField('headline: "一\\u2028二"'), 'field-value'],
  ['a blank person', 'columnists/maxiaohe.yaml', "name: ' '\n", 'field-value'],
  ['a person of two lines', 'columnists/maxiaohe.yaml', 'name: "马\\n小河"\n', 'field-value'],
  ['a blank section', 'sections/yaowen.yaml', 'name: "\\t"\n', 'field-value'],
  ['a section of two lines', 'sections/yaowen.yaml', 'name: |\n  要\n  闻\n', 'field-value'],
  ['a blank column', 'columns/hebianderen.yaml', "name: '  '\n", 'field-value'],
  [
    'a blank paper',
    'publication.yaml',
    text('publication.yaml').replace(/^name: .*$/m, "name: ' '"),
    'field-value',
  ],
  [
    'a name that is a prototype',
    'columnists/maxiaohe.yaml',
    'name: 马小河\n__proto__: { a: 1 }\n',
    'field-unknown',
  ],
  ['a name that is a list', 'columnists/maxiaohe.yaml', 'name: [马小河]\n', 'field-type'],
  // Slugs.
  ...['A', 'con.', 'a--b', '-a', 'a b', '马', 'a_b', `${'a'.repeat(200)}`].map((slug): Attack => [
    `the slug ${slug.slice(0, 20)}`,
    `articles/2024-05-06/01/${slug.replaceAll('/', '∕')}.mdx`,
    text(article),
    'file-name',
  ]),
  // Pictures.
  ['an SVG that says it is a PNG', 'articles/2024-05-06/01/z.png', svg, 'picture-format'],
  ['a GIF that says it is a JPEG', 'articles/2024-05-06/01/z.jpg', 'GIF89a', 'picture-format'],
  [
    'a page that says it is a WebP',
    'articles/2024-05-06/01/z.webp',
    '<html></html>',
    'picture-format',
  ],
  ['an empty AVIF', 'articles/2024-05-06/01/z.avif', '', 'picture-bytes'],
  // Marks that readers would see, and text that is not there.
  ['a footnote without a note', article, withBody('甲[^9]乙'), 'footnote-undefined'],
  ['a lone **', article, withBody('甲**乙'), 'emphasis-unpaired'],
  ['no body', article, withBody(''), 'body-empty'],
  [
    'a page that is not there',
    article,
    withBody('甲<Jump to="999">（下转）</Jump>'),
    'jump-page-unknown',
  ],
  [
    'a source beyond its end',
    article,
    withField('headline: 一条老船\nsource: { file: sources/2024-05-06/01.md, lines: [1, 99999] }'),
    'source-lines',
  ],
  ['a text beside the articles', 'articles/2024-05-06/01/gao.txt', '甲', 'file-ignored'],
  ['an article in capitals', 'articles/2024-05-06/01/gao.MDX', text(article), 'file-name'],
  [
    'a page without articles',
    'editions/2024-05-06.yaml',
    `${text('editions/2024-05-06.yaml').trimEnd()}\n  - number: 3\n`,
    'page-empty',
  ],
  // Size.
  [
    'a megabyte on one line of YAML',
    'sections/yaowen.yaml',
    `name: ${'要'.repeat(400_000)}\n`,
    'yaml-too-large',
  ],
  [
    'a megabyte of plain YAML',
    article,
    withField(`headline: ${'x'.repeat(1_000_000)}`),
    'yaml-too-large',
  ],
  [
    '30,000 keys on one line',
    'sections/yaowen.yaml',
    `{ ${Array.from({ length: 30_000 }, (_, key) => `k${key}: 1`).join(', ')} }\n`,
    'yaml-too-large',
  ],
  [
    '20,000 keys on their lines',
    'sections/yaowen.yaml',
    Array.from({ length: 20_000 }, (_, key) => `k${key}: 1`).join('\n'),
    'field-unknown',
  ],
  [
    '1,000 unknown keys',
    'sections/yaowen.yaml',
    `name: 要闻\n${Array.from({ length: 1000 }, (_, key) => `key${key}: 1`).join('\n')}\n`,
    'field-unknown',
  ],
  [
    '4,000 unknown keys',
    article,
    withField(
      `headline: 一条老船\n${Array.from({ length: 4000 }, (_, key) => `key${key}: 1`).join('\n')}`,
    ),
    'field-unknown',
  ],
  [
    'a table of 100,000 rows',
    article,
    withBody(`| 甲 |\n| - |\n${'| 1 |\n'.repeat(100_000)}`),
    'table-too-long',
  ],
  ['five megabytes', article, withBody('甲'.repeat(1_700_000)), 'file-too-large'],
  [
    '1,000 interactive articles that are not there',
    'publication.yaml',
    publication(
      `interactive:\n${Array.from({ length: 1000 }, (_, key) => `  - 2024-05-06/01/x${key}`).join('\n')}`,
    ),
    'interactive-unknown',
  ],
];

test('there are enough of them, with those of code-in-articles.test.ts', () => {
  expect(attacks.length).toBeGreaterThanOrEqual(90);
});

describe('refused or told, in its file, in good time', () => {
  test.each(attacks)('%s', (_what, file, contents, id) => {
    const folder = soundFolder();
    mkdirSync(dirname(join(folder, file)), { recursive: true });
    writeFileSync(join(folder, file), contents);
    if (id.startsWith('picture-')) {
      const picture = file.split('/').at(-1)!;
      writeFileSync(join(folder, article), withBody(`![甲](${picture})`));
    }
    const from = performance.now();
    const { findings, articles } = load(folder);
    expect(performance.now() - from).toBeLessThan(5000);
    const found = findings.filter((finding) => finding.id === id);
    expect(findings.map((finding) => `${finding.id} ${finding.file}`).join('\n')).toContain(id);
    // A picture is told where the article shows it.
    expect(found[0]!.file).toBe(id.startsWith('picture-') ? article : file);
    expect(found[0]!.action).not.toBe('');
    if (found[0]!.severity === 'error' && file === article && id !== 'link-dead') {
      expect(articles.map(({ path }) => path)).not.toContain(article);
    }
  });
});

test('a pipe among the articles does not hang', () => {
  const folder = soundFolder();
  execFileSync('mkfifo', [join(folder, 'articles/2024-05-06/01/guan.mdx')]);
  expect(load(folder).findings.map(({ id, file }) => `${id} ${file}`)).toEqual([
    'not-a-file articles/2024-05-06/01/guan.mdx',
  ]);
});
