/** Bodies of every kind as readers and other outputs get them; each stands whole in the snapshot. */
import { expect, test } from 'vitest';
import type { ArticleBody } from './article-body.ts';
import { packBody, unpackBody } from './pack-body.ts';
import { parseArticle } from './parse-article.ts';
import { renderArticle } from './render-article.ts';
import { renderPlainArticle } from './render-plain-article.ts';
import { setBody } from './set-body.ts';

const context = { base: '/paper', edition: '2024-05-06', language: 'zh-Hans' };
const bodyOf = (source: string, language = 'zh-Hans'): ArticleBody =>
  renderArticle(parseArticle(source).tree!, { ...context, language }, 20);

/** A body with each offset shown as what stands there. */
function show(body: ArticleBody): string {
  const { html, blocks, paragraphs, headings, pictures, marks, ...rest } = body;
  const line = (one: object): string => JSON.stringify(one);
  return [
    html,
    ...blocks.map(({ html: _, from, ...block }) =>
      line({ ...block, at: html.slice(from, from + 9) }),
    ),
    ...paragraphs.map(line),
    ...headings.map(line),
    ...pictures.map(line),
    line(rest),
    marks
      .map((mark) => `${mark.kind} ${html.slice(mark.at, 'to' in mark ? mark.to : mark.at + 4)}`)
      .join(' · '),
  ].join('\n');
}

test('a body as data', () => {
  const sources = [
    '本报讯（记者 张三）昨日**大雨**，见[通告](https://example.org/?a=1&b=2 "通告")。[^1]再来。[^乙]\n\n[^1]: 注文 & 另一句。\n\n    注文第二段。\n\n[^乙]: 乙注。',
    '### 一条水管\n\n甲\n\n##### 其二\n\n乙\n\n#### 其三\n\n丙',
    '# 一级\n\n## 二级',
    '- 甲\n- 乙 & 丙\n  - 丁\n\n1. 戊\n2. 己\n\n- [x] 庚\n- [ ] 辛',
    '![桥](./bridge.jpg "题")\n\n甲![小](xiao.png)乙\n\n![一](1.jpg) ![二](2.jpg)\n\n![](3.jpg)',
    '<Photo src="./qiao.png" alt="大桥 &amp; 河" caption="昨日，“大桥”合龙。" credit="李四 摄" />\n\n<Photo src="a.png" alt="桥" credit="李四" />\n\n<Photo src="b.png" alt="桥" caption="图说" />\n\n<Photo src="c.png" alt="桥" />',
    '<PullQuote by="王五">路修好了，货就出得去。</PullQuote>\n\n<PullQuote>\n\n甲\n\n乙\n\n</PullQuote>\n\n> 引文。\n>\n> 第二段。',
    '<Aside title="相关链接">\n\n此前的报道……\n\n- 甲\n\n</Aside>\n\n<Aside>\n\n无题\n\n</Aside>',
    '<Crosshead>一条水管</Crosshead>\n\n甲\n\n<Crosshead>两条水管</Crosshead>',
    '<Table caption="各县产量">\n\n| 县 | 吨 | 名 |\n| :-- | --: | :-: |\n| 甲 | 12 | 一 |\n| 乙 | **3** | 二 |\n\n</Table>\n\n| 船 | 开往 |\n| --- | --- |\n| 东 | 这一格的文字很长，长得要分成好几行才排得下去 |\n\n| | |\n| --- | --- |\n| 开 | 18:30 |',
    '他说<Unclear note="原件折痕处">□□</Unclear>，又说<Unclear>□</Unclear>就回来。<Jump to="3">（下转第三版）</Jump><Jump from="1">（上接第一版）</Jump><Jump>（转版）</Jump>',
    '<Correction date="2022-12-20">“三成”应为“四成”。</Correction>',
    '诗一行\\\n诗二行  \n诗三行\n\n中文\n换行 and\nLatin\nwords，\n句子\n“引”\n……',
    '甲\n\n---\n\n```\n代 < 码\n```\n\n~~删~~`码`*着重*',
    '详见www.example.org，谢谢。https://a.example/b?c=1&d=2。写信desk@a.example吧。[www.b.example，甲](http://www.b.example，甲)',
    '甲<Aside>乙</Aside>\n\n<Aside>丙</Aside> <Aside>丁</Aside>\n\n<Unclear>戊</Unclear>',
    '写作 id="abc" \\<h2>甲\\</h2> "直" \'单\' & > 号',
    '- 请带：雨具\n\n请携带：\n\n- 证件',
    '请携带：',
    '| 只有 | 表 |\n| --- | --- |\n| 一 | 二 |',
    `${'字'.repeat(119)}。\n\n乙。`,
    `${'字'.repeat(130)}`,
    `${'字'.repeat(60)}。${'文'.repeat(60)}。\n\n丙。`,
    `${'𠮷'.repeat(121)}`,
    'The lamp is lit.\n\nNobody spoke. "Why?" she asked.\n\n他说：“Yes.”\n\n对。',
    '无标点的一行\n\n又一行',
    '',
  ];
  expect(sources.map((source) => show(bodyOf(source))).join('\n\n')).toMatchSnapshot();
  for (const source of sources) {
    const body = bodyOf(source);
    expect(unpackBody(packBody(body))).toEqual(body);
  }
});

test('a body as a page sets it', () => {
  const body = bodyOf(
    '甲[^1]\n\n## 乙\n\n![桥](a.jpg)\n\n### 丙\n\n丁\n\n![船](b.jpg)\n\n#### 戊\n\n[上文](#p1)\n\n[^1]: 注。',
  );
  const settings = [
    {},
    { top: 2 },
    { top: 3 },
    { top: 6 },
    { idPrefix: 'x-' },
    { atParagraph: (number: number) => `<i>${number}</i>` },
    { pictureAttributes: ['src="/1.webp"'] },
  ];
  expect(settings.map((setting) => setBody(body, setting)).join('\n\n')).toMatchSnapshot();
});

test('what a body says in the language of its paper', () => {
  const source =
    '甲[^1]"乙"\n\n<Correction date="2022-12-20">丙</Correction>\n\n<Aside title="丁">戊</Aside>\n\n[^1]: 注。';
  const languages = [
    'zh-Hans',
    'zh',
    'zh-Hant',
    'zh-TW',
    'zh-HK',
    'en',
    'en-US',
    'en-GB',
    'de',
    'ja',
  ];
  expect(
    languages.map((language) => `${language} ${bodyOf(source, language).html}`).join('\n\n'),
  ).toMatchSnapshot();
});

test('a plain article is rendered by itself, and anything else is not', () => {
  const sources = [
    '甲\n\n乙\n',
    '\n甲\n\n\n乙',
    '甲\n乙',
    ...[
      'a*b',
      'a_b',
      'a`b',
      'a~b',
      'a[b',
      'a]b',
      'a<b',
      'a>b',
      'a{b',
      'a}b',
      'a&b',
      'a|b',
      'a@b',
      'a\\b',
    ],
    ...[
      'a\tb',
      'a://b',
      'www.a',
      'WWW.a',
      'ww.a',
      ' 甲',
      '#甲',
      '=甲',
      '+甲',
      '-甲',
      '1.甲',
      '1)甲',
      '1甲',
    ],
    ...[
      'importa',
      'exporta',
      '甲 ',
      '甲 import',
      '甲-乙',
      '1234567890.甲',
      '甲\n\n#乙',
      '甲\n\n乙 \n',
    ],
    '字'.repeat(200_000),
    '字'.repeat(200_001),
  ];
  const made = sources.map((source) => {
    const body = renderPlainArticle(source, 'zh-Hans', 20);
    const shown = JSON.stringify(source.slice(0, 20));
    return `${shown} ${body === undefined ? 'no' : show(body).slice(0, 300)}`;
  });
  expect(made.join('\n')).toMatchSnapshot();
});
