import fc from 'fast-check';
import { XMLValidator } from 'fast-xml-parser';
import { describe, expect, it, test } from 'vitest';
import type { ArticleBody } from './article-body.ts';
import { checkArticle } from './check-article.ts';
import { packBody, unpackBody } from './pack-body.ts';
import { parseArticle } from './parse-article.ts';
import { renderArticle } from './render-article.ts';
import { setBody } from './set-body.ts';

function bodyOf(source: string, bodyLine = 1, language = 'zh-Hans'): ArticleBody {
  const { tree, findings } = parseArticle(source);
  expect(findings).toEqual([]);
  expect(checkArticle(tree!, source).findings).toEqual([]);
  const context = { base: '/', edition: '2024-05-06', language };
  return renderArticle(tree!, context, bodyLine);
}

/** A little of everything that a body may hold. */
const everything = `本报讯（记者 张三）昨日**大雨**，见[通告](https://example.org/?a=1&b=2)。[^1]

### 一条水管

- 甲
- 乙 & 丙

![桥](bridge.jpg)

<Photo src="qiao.png" alt="大桥" caption="昨日，大桥合龙。" credit="李四 摄" />

| 县 | 吨 |
| --- | --: |
| 甲 | 12 |

> 引文。

#### 其二

诗一行\\
诗二行

---

今日晴。<Jump to="3">（下转第三版）</Jump>

[^1]: 注文。
`;

describe('makeBody', () => {
  const body = bodyOf(everything, 20);

  it('tells the blocks in order, with the lines of the file', () => {
    expect(body.blocks.map(({ kind, id, line }) => `${line} ${kind} ${id ?? ''}`.trim())).toEqual([
      '20 paragraph p1',
      '22 heading crosshead-1',
      '24 list',
      '27 figure',
      '29 figure',
      '31 table',
      '35 quote',
      '37 heading crosshead-2',
      '39 paragraph p2',
      '42 break',
      '44 paragraph p3',
      // Footnotes are gathered at the end: they have no line of their own.
      '20 footnotes',
    ]);
    for (const { html, from } of body.blocks)
      expect(body.html.slice(from)).toMatch(html.slice(0, 4));
  });

  it('gives numbered paragraphs as they may stand elsewhere: without footnotes', () => {
    expect(body.paragraphs.map(({ id, text }) => `${id} ${text}`)).toEqual([
      'p1 本报讯（记者 张三）昨日大雨，见通告。',
      'p2 诗一行\n诗二行',
      'p3 今日晴。（下转第三版）',
    ]);
    expect(body.paragraphs[0]!.html).toBe(
      '<b class="lead-in">本报讯（记者 张三）</b>昨日<strong>大雨</strong>，见<a href="https://example.org/?a=1&amp;b=2">通告</a>。',
    );
    expect(body.leadIn).toBe('本报讯（记者 张三）');
  });

  it('makes the highest crosshead an h2', () => {
    expect(body.headings).toEqual([
      { id: 'crosshead-1', level: 2, text: '一条水管', line: 22 },
      { id: 'crosshead-2', level: 3, text: '其二', line: 37 },
    ]);
  });

  it('knows the pictures', () => {
    expect(body.pictures).toEqual([
      { file: 'bridge.jpg', alt: '桥' },
      { file: 'qiao.png', alt: '大桥', caption: '昨日，大桥合龙。', credit: '李四 摄' },
    ]);
  });

  it('gives plain text, items and rows on lines of their own', () => {
    expect(body.text).toBe(
      [
        '本报讯（记者 张三）昨日大雨，见通告。',
        '一条水管',
        '甲',
        '乙 & 丙',
        '昨日，大桥合龙。 李四 摄',
        '县\t吨',
        '甲\t12',
        '引文。',
        '其二',
        '诗一行',
        '诗二行',
        '今日晴。（下转第三版）',
        '注文。',
      ].join('\n'),
    );
    expect(body.excerpt).toBe('本报讯（记者 张三）昨日大雨，见通告。');
  });

  it.each([
    ['请带：\n\n- 雨具\n- 空碗', '请带：雨具；空碗'],
    ['18:30 天气（重播）\n\n19:00 新闻', '18:30 天气（重播）；19:00 新闻'],
    ['一等奖\n\n段若溪 高唐谷\n\n请领奖。', '一等奖：段若溪 高唐谷；请领奖。'],
    ['雨停了。（记者 张三）\n\n渡口复航。', '雨停了。（记者 张三）渡口复航。'],
    ['船没有来\\\n芦苇白了头\n\n又一节', '船没有来 / 芦苇白了头；又一节'],
    ['石径斜穿落叶深，\\\n西风先到白云岑。', '石径斜穿落叶深，西风先到白云岑。'],
    ['各位家长：\n\n请看好孩子。\n\n市教育局\n\n2023年6月28日', '请看好孩子。'],
    [
      `To the Editor:\n\nThe lamp is dark. ${'We wait. '.repeat(30)}`,
      `The lamp is dark. ${'We wait. '.repeat(11)}`.trim(),
    ],
    ['Granger 14\n\nSt. Luke’s 0', 'Granger 14; St. Luke’s 0'],
    [
      'Apple: Ruth Ames, $25\n\nCherry: Tom Beck, $25',
      'Apple: Ruth Ames, $25; Cherry: Tom Beck, $25',
    ],
    [
      `现通知如下：\n\n${'字'.repeat(50)}。${'文'.repeat(70)}。`,
      `现通知如下：${'字'.repeat(50)}。`,
    ],
    ['The lamp is lit.\n\nBring:\n\n- a coat', 'The lamp is lit.'],
    ['The lamp is lit.\n\nNobody spoke.', 'The lamp is lit. Nobody spoke.'],
    [`${'字'.repeat(70)}。${'文'.repeat(70)}。`, `${'字'.repeat(70)}。`],
    ['word '.repeat(40), `${'word '.repeat(23)}word…`],
  ])('describes %j', (source, excerpt) => {
    expect(bodyOf(source).excerpt).toBe(excerpt);
  });

  it('parts lines in French as French does', () => {
    const { excerpt } = bodyOf('Orval - Vierzon : 0-0\n\nBrest - Lens : 2-1', 1, 'fr');
    expect(excerpt).toBe('Orval - Vierzon : 0-0\u202f; Brest - Lens : 2-1');
  });

  it('keeps words apart that stand on two lines of the file and one in print', () => {
    const { text } = bodyOf('*Saltmouth*\n**Harbour**\\\nin the rain', 1, 'en');
    expect(text).toBe('Saltmouth\nHarbour\nin the rain');
  });

  it('packs into less, and unpacks into the same', () => {
    const packed = JSON.stringify(packBody(body));
    expect(packed.length).toBeLessThan(JSON.stringify(body).length * 0.6);
    expect(unpackBody(JSON.parse(packed))).toEqual(body);
  });
});

describe('setBody', () => {
  const body = bodyOf(everything);

  it('changes nothing that it is not told to', () => {
    expect(setBody(body, {})).toBe(body.html);
  });

  it('moves crossheads, ids and what points at them, pictures, and heads of paragraphs', () => {
    const html = setBody(body, {
      top: 4,
      idPrefix: 'dukou-',
      pictureAttributes: ['src="/1.webp" width="2"', 'src="/2.webp"'],
      atParagraph: (number) => `<i>${number}</i>`,
    });
    expect(html).toContain('<p id="dukou-p1"><i>1</i><b class="lead-in">');
    expect(html).toContain('<h4 id="dukou-crosshead-1">一条水管</h4>');
    expect(html).toContain('<h5 id="dukou-crosshead-2">其二</h5>');
    expect(html).toContain('<img src="/1.webp" width="2" alt="桥"/>');
    expect(html).toContain('<img src="/2.webp" alt="大桥"/>');
    expect(html).toContain('href="#dukou-fn-1"');
    expect(html).toContain('<li id="dukou-fn-1">');
    expect(html).toContain('href="https://example.org/?a=1&amp;b=2"');
  });

  it('leaves prose alone that looks like markup', () => {
    const prose = bodyOf('写作 id="abc" href="#abc" \\<h2>甲\\</h2> \\<p id="p9">。\n');
    expect(setBody(prose, { top: 3, idPrefix: 'x-', atParagraph: () => '' })).toBe(
      '<p id="x-p1">写作 id="abc" href="#abc" &lt;h2&gt;甲&lt;/h2&gt; &lt;p id="p9"&gt;。</p>',
    );
  });
});

test('an attribute cannot close the paragraph that others take from the body', () => {
  const body = bodyOf(
    '甲<Unclear note="</p>">□</Unclear>乙\n\n[丙](https://example.org "\\"><style>body{background:red}</style>")\n'
      .replaceAll('{', '&#123;')
      .replaceAll('}', '&#125;'),
  );
  expect(body.html).not.toContain('<style>');
  expect(body.paragraphs.map(({ text }) => text)).toEqual(['甲□乙', '丙']);
  for (const { html } of body.paragraphs) {
    expect(XMLValidator.validate(`<p>${html}</p>`)).toBe(true);
    expect(html).not.toContain('</p>');
  }
});

test('law: whatever stands in a body, its html is well-formed XML, and it unpacks as it was', () => {
  const words = fc.constantFrom(
    ...['甲', '“乙”', ' & ', '\\<', '>', '"', "'", '**丙**', '*丁*', '~~戊~~', '`己`', '\\{', '：'],
    ...['[庚](https://example.org/?a=1&b=2 "\\"<p>")', '[^1]', '\\\n', '——', '……', '&#x26;', '𠮷'],
    ...['<Unclear note="<b>&quot;">□</Unclear>', '<Jump to="2">（下转第二版）</Jump>'],
  );
  const line = fc
    .array(words, { minLength: 1, maxLength: 8 })
    .map((list) => `甲${list.join('')}乙`);
  const block = fc.oneof(
    { weight: 3, arbitrary: line },
    line.map((text) => `## ${text.replaceAll('\\\n', '')}`),
    line.map((text) => `- ${text.replaceAll('\\\n', '')}\n- 乙`),
    line.map((text) => `> ${text.replaceAll('\\\n', '')}`),
    fc.constant('| 甲 | 乙 |\n| --- | :-: |\n| 丙 & | 丁 |'),
    fc.constant('<Photo src="a.png" alt="&quot;甲&quot; <乙>" credit="丙 & 丁 摄" />'),
    fc.constant('---'),
    fc.constant('```\n甲 < 乙\n```'),
  );
  fc.assert(
    fc.property(fc.array(block, { minLength: 1, maxLength: 6 }), (blocks) => {
      const source = `${blocks.join('\n\n')}\n\n[^1]: 注 & 文。\n`;
      const { tree } = parseArticle(source);
      fc.pre(tree !== undefined);
      const context = { base: '/', edition: '2024-05-06', language: 'zh-Hans' };
      const body = renderArticle(tree, context);
      expect(XMLValidator.validate(`<div>${body.html}</div>`)).toBe(true);
      for (const { html } of [...body.blocks, ...body.paragraphs]) {
        expect(XMLValidator.validate(`<div>${html}</div>`)).toBe(true);
      }
      expect(unpackBody(JSON.parse(JSON.stringify(packBody(body))))).toEqual(body);
      const outer = setBody(body, { top: 3, idPrefix: 'x-', atParagraph: () => '<i></i>' });
      expect(XMLValidator.validate(`<div>${outer}</div>`)).toBe(true);
    }),
    { numRuns: 300 },
  );
});
