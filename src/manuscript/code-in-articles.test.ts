import { describe, expect, test } from 'vitest';
import { checkArticle } from './check-article.ts';
import { newspaperComponents } from './newspaper-components.ts';
import { parseArticle } from './parse-article.ts';
import { renderArticle } from './render-article.ts';

/** What an attacker, a careless paste or an OCR tool may put into an article. Each is refused. */
const statements = [
  "import fs from 'node:fs'",
  "import 'node:child_process'",
  "import * as x from 'https://evil.example/x.js'",
  "import { a } from './a.js'\nimport { b } from './b.js'",
  'export const x = 1',
  "export default function X() { return 'x' }",
  "export * from './x.js'",
  "export { default } from './x.astro'",
  'export const getStaticPaths = () => []',
  'export let prerender = false',
  'import duties rose by 3 per cent',
  'export of apples rose',
];

const expressions = [
  '{1 + 1}',
  '{process.env.HOME}',
  "{await import('node:fs')}",
  "{(() => { throw new Error('x') })()}",
  '{`${1}`}',
  '{/* 注 */}',
  '{}',
  '{ }',
  "{'<script>alert(1)</script>'}",
  '{globalThis.constructor.constructor("return process")()}',
  '{<b>x</b>}',
  '{...[]}',
  '{"a": 1}',
  '{甲}',
  '{',
  '{{}',
  '}{',
];

const scripts = [
  '<script>alert(1)</script>',
  '<script src="https://evil.example/x.js"></script>',
  '<SCRIPT>alert(1)</SCRIPT>',
  '<script type="module">import("x")</script>',
  '<script/>',
  '<iframe src="https://evil.example"></iframe>',
  '<iframe srcdoc="x"></iframe>',
  '<object data="x.swf"></object>',
  '<embed src="x.swf"/>',
  '<applet code="x"></applet>',
  '<link rel="stylesheet" href="https://evil.example/x.css"/>',
  '<meta http-equiv="refresh" content="0;url=https://evil.example"/>',
  '<base href="https://evil.example/"/>',
  '<style>body { display: none }</style>',
  '<style>@import "https://evil.example/x.css";</style>',
  '<form action="https://evil.example"><input name="x"/></form>',
  '<svg><script>alert(1)</script></svg>',
  '<svg:script>alert(1)</svg:script>',
  '<math><mtext></mtext></math>',
  '<template><p>x</p></template>',
  '<slot name="x"/>',
  '<video src="x.mp4" autoplay></video>',
  '<audio src="x.mp3"></audio>',
  '<img src="https://evil.example/x.png"/>',
  '<a href="javascript:alert">x</a>',
  '<b>x</b>',
  '<br/>',
  '<br>',
  '<div>x</div>',
  '<details open ontoggle="alert"><summary>x</summary></details>',
  '<marquee onstart="alert">x</marquee>',
  '<body onload="alert">x</body>',
  '<portal src="https://evil.example"></portal>',
  '<noscript>x</noscript>',
  '<Fragment set:html="<script>alert(1)</script>" />',
  '<Code />',
  '<Astro.self />',
  '<Content />',
  '<_components.p>x</_components.p>',
  '<React.Fragment>x</React.Fragment>',
  '<constructor>x</constructor>',
  '<toString />',
  '<__proto__ />',
  '<>x</>',
  '<!-- 注 -->',
  '<!DOCTYPE html>',
  '<?php echo 1 ?>',
  '<![CDATA[x]]>',
  '<35 岁',
  '<5',
];

const handlers = [
  'onclick',
  'onerror',
  'onload',
  'onfocus',
  'onmouseover',
  'ONCLICK',
  'onAnything',
  'onpointerdown',
];
const otherAttributes = [
  'style="position:fixed"',
  'class="x"',
  'id="p1"',
  'srcdoc="x"',
  'set:html="<script>alert(1)</script>"',
  'client:load',
  'is:raw',
  'define:vars="x"',
  'transition:persist',
  'slot="x"',
  'key="x"',
  'dangerouslySetInnerHTML="x"',
  '{...props}',
  '{...{"set:html": "x"}}',
  'note={1}',
  'note={alert(1)}',
  'note={`x`}',
  'note={<b>x</b>}',
  'note={"x"}',
];

const onComponents = [
  ...handlers.flatMap((name) => [
    `<Unclear ${name}="alert(1)">某</Unclear>`,
    `<Photo src="a.jpg" alt="桥" ${name}="alert(1)" />`,
    `<b ${name}="alert(1)">某</b>`,
    `<Unclear ${name}={alert}>某</Unclear>`,
  ]),
  ...otherAttributes.map((attribute) => `前<Unclear ${attribute}>某</Unclear>后`),
];

const addresses = [
  'javascript:alert(1)',
  'JavaScript:alert(1)',
  'jAvAsCrIpT:alert(1)',
  'javascript&colon;alert(1)',
  'javascript&#58;alert(1)',
  'javascript&#x3a;alert(1)',
  '&#106;avascript:alert(1)',
  '&#x6a;avascript:alert(1)',
  '&#0000106;avascript:alert(1)',
  'java&Tab;script:alert(1)',
  'java&NewLine;script:alert(1)',
  'java&#9;script:alert(1)',
  'java&#10;script:alert(1)',
  'java&#13;script:alert(1)',
  '&#1;javascript:alert(1)',
  '&#14;javascript:alert(1)',
  '&#32;javascript:alert(1)',
  '&#160;javascript:alert(1)',
  '&#8232;javascript:alert(1)',
  '&#65279;javascript:alert(1)',
  'javascript://example.org/%0aalert(1)',
  'javascript:/*--></title></style></script>*/alert(1)',
  'vbscript:msgbox(1)',
  'livescript:x',
  'mocha:x',
  'data:text/html,<script>alert(1)</script>',
  'data:text/html;base64,PHNjcmlwdD4=',
  'data:image/svg+xml,<svg onload=alert(1)>',
  'DATA:text/html,x',
  'data&colon;text/html,x',
  'blob:https://example.org/x',
  'file:///etc/passwd',
  'FILE:///etc/passwd',
  'filesystem:https://example.org/x',
  'view-source:https://example.org/',
  'about:blank',
  'chrome://settings',
  'resource://x',
  'jar:https://example.org/x!/',
  'ws://example.org/',
  'wss://example.org/',
  'ftp://example.org/',
  'ssh://example.org/',
  'intent://x#Intent;end',
  'ms-word:ofe|u|https://example.org/x',
  'steam://run/1',
  'sms:10086',
  'x:y',
  '//evil.example/x',
  '&#47;/evil.example/x',
  '\\\\\\\\evil.example/x',
  '/&#92;evil.example/x',
  'https&#58;&#92;&#92;evil.example',
  'http://',
  'https://',
  'https:///',
  'http&#10;://x',
  'tel&#9;:x',
  '1javascript:alert(1)',
  'java script:alert(1)',
];

const links = addresses.flatMap((address) => [`[看](<${address}>)`]);
const otherLinks = [
  '![图](https://evil.example/x.png)',
  '![图](data:image/png;base64,AAAA)',
  '![图](../../publication.yaml)',
  '![图](x.svg)',
  '![图][x]\n\n[x]: a.jpg',
  '[看][x]\n\n[x]: javascript:alert(1)',
  '<Photo src="https://evil.example/x.png" alt="图" />',
  '<Photo src="javascript:alert" alt="图" />',
  '<Photo src="/etc/passwd.png" alt="图" />',
  '<Photo src="a\\b.png" alt="图" />',
  '<Photo src="C:x.png" alt="图" />',
  '<Jump to="javascript:alert">转</Jump>',
  '<Jump to="../..">转</Jump>',
];

const payloads = [
  ...statements,
  ...expressions,
  ...scripts,
  ...onComponents,
  ...links,
  ...otherLinks,
];

test('there are at least 200, 60 of them addresses', () => {
  expect(payloads.length).toBeGreaterThanOrEqual(200);
  expect(addresses.length).toBeGreaterThanOrEqual(60);
});

describe('refused at its line and column', () => {
  // The payload stands on line 13 of the file, after eight lines of front matter and a paragraph.
  test.each(payloads)('%s', (payload) => {
    const body = `\n第一段。\n\n${payload}\n\n末一段。\n`;
    const parsed = parseArticle(body, 10);
    const findings =
      parsed.tree === undefined ? parsed.findings : checkArticle(parsed.tree, body, 10).findings;
    expect(findings.length).toBeGreaterThan(0);
    const inPayload = findings.filter(({ line }) => line >= 13 && line <= 15);
    expect(inPayload).toEqual(findings);
    for (const finding of findings) {
      expect(finding.severity).toBe('error');
      expect(finding.column).toBeGreaterThanOrEqual(1);
      expect(finding.action).not.toBe('');
    }
  });
});

const harmless = [
  ['[看](https://example.org/a?b=c#d)', 'href="https://example.org/a?b=c#d"'],
  ['[写信](mailto:a@example.org)', 'href="mailto:a@example.org"'],
  ['[电话](tel:+86-635-8277110)', 'href="tel:+86-635-8277110"'],
  ['[前一段](#p1)', 'href="#p1"'],
  ['[版面](/2022-12-19/01/)', 'href="/2022-12-19/01/"'],
  ['[更正](../corrections/)', 'href="../corrections/"'],
  ['\\{1 + 1\\}', '{1 + 1}'],
  ['\\<35 岁', '&lt;35 岁'],
  ['`<script>alert(1)</script>`', '<code>&lt;script&gt;alert(1)&lt;/script&gt;</code>'],
  ['&lt;script&gt;alert(1)&lt;/script&gt;', '&lt;script&gt;alert(1)&lt;/script&gt;'],
  ['我们 import 了一批货', '我们 import 了一批货'],
  ['important：注意', 'important：注意'],
  ['5 > 3', '5 &gt; 3'],
  ['3 < 5', '3 &lt; 5'],
  ['javascript: 是一种语言', 'javascript: 是一种语言'],
] as const;

test.each(harmless)('%s is text or a good link', (body, wanted) => {
  const parsed = parseArticle(body);
  expect(parsed.findings).toEqual([]);
  expect(checkArticle(parsed.tree!, body).findings).toEqual([]);
  const { html } = renderArticle(parsed.tree!, {
    base: '/',
    edition: '2024-05-06',
    language: 'zh',
  });
  expect(html).toContain(wanted);
});

describe('every component', () => {
  test.each(Object.entries(newspaperComponents))('%s: its example is sound', (name, component) => {
    const body = `\n${component.example}\n`;
    const parsed = parseArticle(body);
    expect(parsed.findings).toEqual([]);
    expect(checkArticle(parsed.tree!, body).findings).toEqual([]);
    const { html } = renderArticle(parsed.tree!, {
      base: '/paper',
      edition: '2024-05-06',
      language: 'zh-Hans',
    });
    expect(html).toMatchSnapshot(name);
  });
});

describe('no depth and no number of marks stalls or ends the process', () => {
  const marks = [
    '{',
    '{}',
    '}',
    '<a>',
    '<Aside>',
    '<',
    '*a ',
    '**a**b',
    '_',
    '[',
    '![',
    '](',
    '> ',
    '- ',
    '1. ',
    '`',
    '`a``',
    '~~',
    '|',
    '|a|b|\n',
    '[^a]',
    '\\',
    '&#',
    '"',
    '<Aside a="',
    '{/*',
    '<!--',
    '***',
    '#',
    '* * ',
    '甲**乙',
  ];
  test.each(marks)('10,000 times %j', (mark) => {
    const body = mark.repeat(10_000);
    const start = performance.now();
    const parsed = parseArticle(body);
    if (parsed.tree !== undefined) checkArticle(parsed.tree, body);
    // `{` must be under a second; tables are read for real, on whatever machine this is.
    expect(performance.now() - start).toBeLessThan(mark.includes('{') ? 1000 : 5000);
  });

  test('a list nested by indentation', () => {
    const body = Array.from({ length: 400 }, (_, depth) => `${'  '.repeat(depth)}- 甲`).join('\n');
    expect(parseArticle(body).findings.map(({ id }) => id)).toEqual(['nesting-too-deep']);
  });

  test('tags that are escaped are text, and nest in nothing', () => {
    expect(parseArticle(`${String.raw`\<div>`.repeat(400)}夜校\n`).findings).toEqual([]);
    expect(parseArticle(`${'<aside>'.repeat(400)}夜校\n`).findings.map(({ id }) => id)).toEqual([
      'nesting-too-deep',
    ]);
  });

  test('more than a megabyte', () => {
    expect(parseArticle('甲'.repeat(400_000)).findings.map(({ id }) => id)).toEqual([
      'article-too-large',
    ]);
  });

  test('a long article of ordinary prose is none of this', () => {
    const body =
      `${'昨天，**渡口**修好了（见[地图](https://example.org/)）。'.repeat(15)}\n\n`.repeat(300);
    expect(parseArticle(body).findings).toEqual([]);
  });
});
