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
  ['a dead link in a page of text', 'pages/about.mdx', page('[甲](/meiyou/)'), 'link-dead'],
  ['a dead paragraph', article, withBody('[这里](/2024-05-06/01/dukou/#p99)'), 'link-paragraph'],
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
  // YAML that is more than values.
  ...(
    [
      ['an anchor', 'name: &a 要闻\ndescription: *a\n', 'yaml-anchor'],
      ['a merge key', 'name: 要闻\n<<: { order: 1 }\n', 'yaml-merge-key'],
      ['a function', 'name: !!js/function "function(){}"\n', 'yaml-tag'],
      ['a binary', 'name: !!binary aGk=\n', 'yaml-tag'],
      ['a key twice', 'name: 一\nname: 二\n', 'field-duplicate'],
      ['a second document', 'name: 一\n---\nname: 二\n', 'yaml-syntax'],
      ['a list for fields', '- 要闻\n', 'field-type'],
      ['a constructor', 'name: 要闻\nconstructor: 1\n', 'field-unknown'],
      ['5,000 brackets', `name: ${'['.repeat(5000)}\n`, 'yaml-too-large'],
      ['an order without end', 'name: 要闻\norder: .inf\n', 'field-type'],
    ] as const
  ).map(([what, yaml, id]): Attack => [what, 'sections/yaowen.yaml', yaml, id]),
  // The paper itself.
  ...[
    'interactive: [../../etc/passwd]',
    'interactive: [pages/../x]',
    "repository: 'https://a:b@evil.example/'",
    'place: "一\\n二"',
    'publisher: "一\\n二"',
    "publisher: ' '",
    'identifiers: { cn: "一\\n二" }',
    'ears: [一, 二, 三]',
  ].map((line): Attack => [line, 'publication.yaml', publication(line), 'field-value']),
  ...[
    'https://a.example/a"b/',
    'https://a.example/a b/',
    'https://a.example/%3Cb%3E/',
    'file:///etc/passwd',
  ].map((value): Attack => [
    `the address ${value}`,
    'publication.yaml',
    address(value),
    'field-value',
  ]),
  // Pages whose address is taken.
  ...['index', 'search', '404', 'offline', 'archive', 'opds', 'admin', 'type'].map(
    (name): Attack => [`a page ${name}`, `pages/${name}.mdx`, page('甲'), 'page-address'],
  ),
  // Places, in folders and in fields.
  ...['2024-02-30/01/a', '2024-05-06/1/a', '2024-05-06/00/a', 'a', '2024-05-06/01/b/a'].map(
    (path): Attack => [
      `the place ${path}`,
      `articles/${path}.mdx`,
      text(article),
      'article-folder',
    ],
  ),
  ['a day that is none', 'editions/2024-02-30.yaml', text('editions/2024-05-06.yaml'), 'file-name'],
  ['a folder almost right', 'section/x.yaml', 'name: 甲\n', 'folder-name'],
  ...(
    [
      ['number: "一\\n二"', 'field-value'],
      ['  - number: 1000', 'field-value'],
      ['  - number: 1.5', 'field-type'],
      ['  - number: 1', 'field-value'],
    ] as const
  ).map(([line, id]): Attack => [
    `an edition with ${line}`,
    'editions/2024-05-06.yaml',
    `${text('editions/2024-05-06.yaml').trimEnd()}\n${line}\n`,
    id,
  ]),
  ...(
    [
      ['images: [{ file: ../x.png, alt: 甲 }]', 'field-value'],
      ['images: [{ file: "https://e.example/x.png", alt: 甲 }]', 'field-value'],
      ['images: [{ file: x.svg, alt: 甲 }]', 'field-value'],
      ['images: [{ file: "x.png?y.svg", alt: 甲 }]', 'field-value'],
      ['source: { file: sources/2024-05-06/../../x, lines: [1, 1] }', 'field-value'],
      ['source: { file: /etc/passwd, lines: [1, 1] }', 'field-value'],
      ['column: __proto__', 'field-value'],
      ['column: constructor', 'column-unknown'],
      ['column: ../x', 'field-value'],
      ['part: 1e309', 'field-type'],
      ['bylines: [{ name: 甲, role: reporter, label: "一\\n二" }]', 'field-value'],
      ['layout: ../x.astro', 'field-unknown'],
    ] as const
  ).map(([line, id]): Attack => [line, article, withField(`headline: 一条老船\n${line}`), id]),
  // Files that are served as they stand.
  ...[
    'a.html',
    'index.html',
    'a.xhtml',
    'a.xml',
    'sw.js',
    'a.mjs',
    'a.wasm',
    'a.php',
    'a.mht',
    'README.html',
    'deep/er/a.htm',
  ].map((name): Attack => [
    `public/${name}`,
    `public/${name}`,
    '<script>alert(1)</script>',
    'public-file',
  ]),
  ...[
    '<script>alert(1)</script>',
    '<g onload="alert(1)"/>',
    '<a href="javascript:alert(1)"><text>甲</text></a>',
    '<foreignObject><p>甲</p></foreignObject>',
    '<set attributeName="onload" to="alert(1)"/>',
    '<use href="data:image/svg+xml,x"/>',
    '<image href="https://evil.example/a.png"/>',
    '<style>@import "https://evil.example/a.css"</style>',
    '<x:script xmlns:x="http://www.w3.org/2000/svg">alert(1)</x:script>',
    '<!-- --!><script>alert(1)</script> -->',
    '<![CDATA[甲]]>',
    '<?xml-stylesheet href="data:text/xsl,x"?>',
    '<path style="background:url(https://evil.example)"/>',
  ].map((part): Attack => [
    `a drawing with ${part.slice(0, 24)}`,
    'public/favicon.svg',
    `<svg xmlns="http://www.w3.org/2000/svg">${part}</svg>`,
    'public-drawing',
  ]),
  [
    'a drawing with an entity',
    'public/favicon.svg',
    '<!DOCTYPE svg [<!ENTITY x "<script/>">]><svg xmlns="http://www.w3.org/2000/svg">&x;</svg>',
    'public-drawing',
  ],
  ['a page that says it is an icon', 'public/icon.png', '<html></html>', 'picture-format'],
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
  // Scans, and places on them.
  ...(
    [
      ['scan: ../../../etc/passwd.jpg', 'field-value'],
      ['scan: /etc/passwd.jpg', 'field-value'],
      ['scan: https://evil.example/a.jpg', 'field-value'],
      ['scan: 01.svg', 'field-value'],
      ['scan: "01.jpg\\" onerror=x.jpg"', 'field-value'],
      ['scan: 01.jpg', 'scan-missing'],
      ['size: [.inf, 10]', 'field-type'],
      ['size: [0, 10]', 'field-value'],
      ['size: [1e9, 10]', 'field-value'],
      ['zones: [{ article: ../x, boxes: [[0, 0, 1, 1]] }]', 'field-value'],
      ['zones: [{ article: chuan, boxes: [[.nan, 0, 1, 1]] }]', 'field-type'],
      ['zones: [{ article: chuan, boxes: [[0, 0, -1, 1]] }]', 'field-value'],
      ['zones: [{ article: chuan, boxes: [[-2000000, 0, 1, 1]] }]', 'field-value'],
      ['zones: [{ article: chuan, boxes: [[90, 90, 80, 80]] }]', 'zone-outside'],
      ['zones: [{ article: chuan, boxes: [[0, 0, 1, 1]], onclick: x }]', 'field-unknown'],
      ['zones: [{ article: meiyou, boxes: [[0, 0, 1, 1]] }]', 'zone-unknown'],
      [`zones: [${'{ article: a, boxes: [[0, 0, 1, 1]] }, '.repeat(3000)}]`, 'yaml-too-large'],
      ['zones: &a [*a]', 'yaml-anchor'],
    ] as const
  ).map(([line, id]): Attack => [
    `a scan with ${line.slice(0, 70)}`,
    'sources/2024-05-06/01.zones.yaml',
    ['size: [100, 100]', 'zones: []', line]
      .filter((one, at) => at === 2 || !line.startsWith(one.split(' ')[0]!))
      .join('\n'),
    id,
  ]),
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
  [
    '100,000 paragraphs of a character',
    article,
    withBody('甲\n\n'.repeat(100_000)),
    'too-many-lines',
  ],
  ['9,000 quotations of a line', article, withBody('> 甲\n\n'.repeat(9000)), 'too-many-quotations'],
  [
    'a table of 500 columns and 300 rows',
    article,
    withBody(
      `|${'甲|'.repeat(500)}\n|${'-|'.repeat(500)}\n${`|${'乙|'.repeat(500)}\n`.repeat(300)}`,
    ),
    'table-too-long',
  ],
  [
    '300,000 invisible characters on a line',
    article,
    withBody(`甲${'\u3164'.repeat(300_000)}`),
    'invisible-character',
  ],
  [
    '200,000 marks of direction on a line',
    article,
    withBody(`甲${'\u202e'.repeat(200_000)}`),
    'bidi-control',
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
  // Colours stand in a style of every page; a nameplate is a file of public/ and of nowhere else.
  ...[
    `colours: { light: { accent: 'red;}body{display:none' } }`,
    `colours: { light: { accent: 'url(https://evil.example/)' } }`,
    `colours: { light: { accent: "#b0231a;}</style><script>alert(1)</script>" } }`,
    `colours: { light: { accent: "#b0231a\\n" } }`,
    `colours: { light: { ink: '#f0f0f0' } }`,
    `colours: { dark: { accent: '#222222' } }`,
    `nameplate: { file: ../../../etc/passwd.png }`,
    `nameplate: { file: /etc/passwd.png }`,
    `nameplate: { file: a/../../b.png }`,
    `nameplate: { file: https://evil.example/a.png }`,
    `nameplate: { file: 'a.png" onerror="alert(1).png' }`,
    `nameplate: { file: page.html }`,
  ].map((line): Attack => [line, 'publication.yaml', publication(line), 'field-value']),
  [
    'a nameplate that is not there',
    'publication.yaml',
    publication('nameplate: { file: none.png }'),
    'nameplate-missing',
  ],
];

/** Where readers of an old address are sent is for the paper's own pages alone. */
const ledger = 'addresses/2024.txt';
const hostileLines: readonly Attack[] = (
  [
    ['https://evil.example/', 'address-shape'],
    ['//evil.example/', 'address-shape'],
    ['/2024-05-06/01/../../../x/', 'address-shape'],
    ['/2024-05-06/01/a -> /2024-05-06/', 'address-shape'],
    ['/search/ -> /2024-05-06/', 'address-file'],
    ['/2024-05-06/01/a/ -> https://evil.example/', 'address-line'],
    ['/2024-05-06/01/a/ -> //evil.example/', 'address-line'],
    ['/2024-05-06/01/a/ -> javascript:alert(1)', 'address-line'],
    ['/2024-05-06/01/a/ -> /2024-05-06/01/chuan/"><script>', 'address-line'],
    ['/2024-05-06/01/a/ -> /2024-05-06/\n  Link: <https://evil.example/>', 'address-shape'],
    ['/2024-05-06/01/a/ gone \u202eevil', 'bidi-control'],
    ['/2024-05-06/01/a/ gone \u{e0041}', 'tag-character'],
    ['/2024-05-06/01/chuan/ -> /2024-05-06/01/dukou/', 'address-taken'],
    ['/2024-05-06/01/a/ -> /2024-05-06/01/b/', 'address-target'],
    ['/2024-05-06/01/a/ -> /2024-05-06/01/a/', 'address-loop'],
    [Array.from({ length: 100_000 }, () => '/2024-05-06/x/').join('\n'), 'address-shape'],
  ] as const
).map(([line, id]): Attack => [
  `in the ledger: ${line.slice(0, 60).replaceAll('\n', ' ')}`,
  ledger,
  `${line}\n`,
  id,
]);

const allAttacks: readonly Attack[] = [
  ...attacks,
  ...hostileLines,
  [
    'a page of the paper led elsewhere',
    'addresses/paper.txt',
    '/search/ -> /2024-05-06/\n',
    'address-taken',
  ],
  [
    'another file in the ledger',
    'addresses/_redirects',
    '/* https://evil.example 301\n',
    'file-name',
  ],
];

test('there are enough of them, with those of code-in-articles.test.ts', () => {
  expect(allAttacks.length).toBeGreaterThanOrEqual(150);
});

describe('refused or told, in its file, in good time', () => {
  test.each(allAttacks)('%s', (_what, file, contents, id) => {
    const folder = soundFolder();
    mkdirSync(dirname(join(folder, file)), { recursive: true });
    writeFileSync(join(folder, file), contents);
    if (id.startsWith('picture-') && file.startsWith('articles/')) {
      const picture = file.split('/').at(-1)!;
      writeFileSync(join(folder, article), withBody(`![甲](${picture})`));
    }
    // Of this process's own time: a busy machine is no slow check.
    const from = process.cpuUsage();
    const { findings, articles } = load(folder);
    const { user, system } = process.cpuUsage(from);
    expect((user + system) / 1e6).toBeLessThan(5);
    const found = findings.filter((finding) => finding.id === id);
    expect(findings.map((finding) => `${finding.id} ${finding.file}`).join('\n')).toContain(id);
    // A picture is told where the article shows it.
    expect(found[0]!.file).toBe(
      id.startsWith('picture-') && file.startsWith('articles/') ? article : file,
    );
    expect(found[0]!.action).not.toBe('');
    if (
      found[0]!.severity === 'error' &&
      file === article &&
      !['link-dead', 'column-unknown'].includes(id)
    ) {
      expect(articles.map(({ path }) => path)).not.toContain(article);
    }
  });
});

test.each([
  [
    'favicon.svg',
    '<?xml version="1.0"?>\n<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"><title>甲</title><path d="M0 0h9"/></svg>',
  ],
  ['robots.txt', 'User-agent: *'],
  ['_headers', '/*'],
])('public/%s is served', (name, contents) => {
  const folder = soundFolder();
  mkdirSync(join(folder, 'public'), { recursive: true });
  writeFileSync(join(folder, 'public', name), contents);
  expect(load(folder).findings).toEqual([]);
});

test.each([
  ['nameplate.png', svg, ['picture-format publication.yaml']],
  ['nameplate.svg', svg, ['public-drawing public/nameplate.svg']],
])('a nameplate %s with a program in it', (name, contents, told) => {
  const folder = soundFolder();
  mkdirSync(join(folder, 'public'), { recursive: true });
  writeFileSync(join(folder, 'public', name), contents);
  writeFileSync(join(folder, 'publication.yaml'), publication(`nameplate: { file: ${name} }`));
  const { findings } = load(folder);
  expect(findings.map(({ id, file }) => `${id} ${file}`)).toEqual(expect.arrayContaining(told));
});

// Each block used to keep a copy of all the HTML before it: 15,000 of them ended in want of memory.
test('an article of 15,000 paragraphs is read', () => {
  const folder = soundFolder();
  writeFileSync(join(folder, article), withBody('甲\n\n'.repeat(15_000)));
  const from = process.cpuUsage();
  const { findings, articles } = load(folder);
  const { user, system } = process.cpuUsage(from);
  expect(findings.filter(({ severity }) => severity === 'error')).toEqual([]);
  expect(articles.map(({ path }) => path)).toContain(article);
  expect((user + system) / 1e6).toBeLessThan(10);
});

test('a pipe among the articles does not hang', () => {
  const folder = soundFolder();
  execFileSync('mkfifo', [join(folder, 'articles/2024-05-06/01/guan.mdx')]);
  expect(load(folder).findings.map(({ id, file }) => `${id} ${file}`)).toEqual([
    'not-a-file articles/2024-05-06/01/guan.mdx',
  ]);
});
