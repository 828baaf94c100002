import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parseIssueDate } from '../newspaper/issue-date.ts';
import { importPages } from './import-pages.ts';
import { unknownPaper } from './page/known-paper.ts';
import { findLostCharacters } from './page/account-for-characters.ts';
import { parseHtmlTable } from './segment/html-tags.ts';
import { renderBody, renderMdx } from './draft/render-mdx.ts';
import { segmentBlocks } from './segment/segment-blocks.ts';
import { splitPages } from './segment/split-pages.ts';
import { splitPrintedLines } from './segment/split-printed-lines.ts';

const textsOf = (page: string): string[] =>
  segmentBlocks(page, 'han-simplified').blocks.map((block) => `${block.type}:${block.text}`);

describe('segmentBlocks', () => {
  test.each([
    ['## **宣讲**进行时', ['heading:宣讲进行时']],
    ['##标题', ['heading:标题']],
    ['#话题#今天', ['paragraph:#话题#今天']],
    ['1. 加强领导', ['paragraph:1. 加强领导']],
    ['[注]: 见本版', ['paragraph:[注]: 见本版']],
    ['    四个空格起头的一段。', ['paragraph:四个空格起头的一段。']],
    ['老戏台唱响新故事\n===', ['heading:老戏台唱响新故事']],
    ['值<35，占比&lt;5%', ['paragraph:值<35，占比<5%']],
    ['50m<sup>2</sup>', ['paragraph:50m²']],
    ['**“先锋”**力量', ['paragraph:“先锋”力量']],
    ['文字<!-- 注 -->继续', ['paragraph:文字继续']],
    ['<div align="center">图 6 码头</div>', ['paragraph:图 6 码头']],
    ['第一段。\n\n\n\n第二段。', ['paragraph:第一段。', 'gap:', 'paragraph:第二段。']],
    ['<!-- image -->\n图说。', ['gap:', 'paragraph:图说。']],
    ['<!-- 没有结束\n\n后面的正文。', ['paragraph:没有结束', 'paragraph:后面的正文。']],
  ])('%j', (page, expected) => {
    expect(textsOf(page)).toEqual(expected);
  });

  test('lines are kept to the end', () => {
    const { blocks } = segmentBlocks('# 甲\n\n乙。\n丙。\n\n\n\n\n丁。', 'han-traditional');
    expect(blocks.map(({ lines }) => [lines.first, lines.last])).toEqual([
      [1, 1],
      [3, 3],
      [4, 4],
      [5, 8],
      [9, 9],
    ]);
  });

  test('an HTML table with spans', () => {
    expect(
      parseHtmlTable(
        '<table><tr><th colspan=2>甲</th></tr><tr><td rowspan="2">乙<td>丙</tr><tr><td>丁</table>',
      ).rows,
    ).toEqual([
      ['甲', ''],
      ['乙', '丙'],
      ['', '丁'],
    ]);
  });
});

describe('splitPages', () => {
  const dashes = '-'.repeat(48);
  test.each([
    [`甲\n\n{1}${dashes}\n\n乙`, ['甲', '乙']],
    ['甲\n<--- Page Split --->\n乙', ['甲', '乙']],
    ['甲\n\n<!-- PageBreak -->\n\n乙', ['甲', '乙']],
    ['<!-- 第 5 页 -->\n甲\n<!-- 第 6 页 -->\n乙', ['甲', '乙']],
    ['第02版:要闻\n\n甲。\n\n第03版:文化\n\n乙。', ['甲。', '乙。']],
    ['甲\n\n---\n\n乙', ['甲\n\n---\n\n乙']],
  ])('%j', (text, expected) => {
    const parts = splitPages(text);
    expect(parts).toHaveLength(expected.length);
    parts.forEach((part, index) => {
      expect(part.text).toContain(expected[index]!);
    });
  });
});

test('printed lines become paragraphs by their width', () => {
  const lines = [
    '八月的青冈岭，满坡的花椒红成',
    '一片。往年这个时候，椒农最怕的不',
    '是价低，而是下雨。',
    '今年不一样了。全长六点三公里',
    '的产业路在采收前半个月通车。',
  ];
  expect(splitPrintedLines(lines)).toEqual([
    { start: 0, end: 3 },
    { start: 3, end: 5 },
  ]);
});

describe('renderMdx', () => {
  test.each([
    'import 是关键词，export 也是。',
    'export const a = 1',
    '值<35，{不是表达式}，*星*，_线_，# 井，1. 点，> 引，`码`，~~删~~，| 竖',
    '--- 三横',
    '网址 www.example.org在这里，[^1] 脚注',
    '&amp; &#x41; \\ 反斜杠',
  ])('%s', (text) => {
    expect(() =>
      renderBody([{ type: 'paragraph', text, lines: { first: 1, last: 1 } }]),
    ).not.toThrow();
  });

  test('a line of verse may begin as code does', () => {
    expect(() =>
      renderBody([
        {
          type: 'verse',
          verses: ['export const a = 1', 'import 也是'],
          lines: { first: 1, last: 2 },
        },
      ]),
    ).not.toThrow();
  });

  test('whatever is in a paragraph comes back as it was', () => {
    fc.assert(
      fc.property(
        fc.array(
          fc
            .string({
              unit: fc.constantFrom(...'中文，。“”a1 *_#<>{}[]()!|`~&\\-+=:;.import export'),
              minLength: 1,
            })
            .map((text) => text.replaceAll(/\s+/g, ' ').trim())
            .filter((text) => text !== ''),
          { minLength: 1, maxLength: 4 },
        ),
        (texts) => {
          // renderBody parses what it has written and throws where it differs.
          renderBody(
            texts.map((text) => ({ type: 'paragraph', text, lines: { first: 1, last: 1 } })),
          );
        },
      ),
      { numRuns: 500 },
    );
  });
});

describe('conservation', () => {
  test('a character that goes nowhere is found', () => {
    const account = {
      source: '甲乙丙',
      blocks: ['甲乙'],
      marks: [],
      repaired: ['甲乙'],
      changes: [],
      shown: ['甲'],
      setAside: [],
    };
    expect(findLostCharacters(account)).toBe('丙乙');
  });

  const piece = fc.constantFrom(
    '# 一根水管',
    '## **半粗**标题',
    '■ 本报记者 尹腾淑',
    '——探访基地',
    '本报讯（记者 曹天伟）今天开会。',
    '他说，要办好事',
    '情。',
    '12月14日，工人在安装设备。 ■ 葛思逸',
    '![](a.png)',
    '<table><tr><td>甲</td><td>乙</td></tr></table>',
    '| 甲 | 乙 |\n|---|---|\n| 1 | 2 |',
    '（下转第3版）',
    '第02版:要闻',
    '责任编辑:张三 校对:李四',
    '△ 深入学习',
    '- 一条',
    '> 引文',
    '```',
    '<!-- 注释 -->',
    '相关推荐',
    '\n\n',
    '[链接](http://example.org)',
  );
  test('a link that is written with its own address as its words says it twice', () => {
    const [page] = importPages({
      text: '# 鹿鸣湾监测到鸟类\n\n秋迁期间，单日最多达一万只。\n\n!\n[img-0.jpeg](img-0.jpeg)',
      file: 'page.md',
      date: parseIssueDate('2024-01-01'),
      page: 1,
      known: unknownPaper,
    });
    expect(page?.refused).toBeFalsy();
    expect(page?.findings.map((finding) => finding.id)).toContain('link-unwrapped');
  });

  test('a form feed within a line is a blank: no article may hold it', () => {
    const pages = importPages({
      text: '# 渡口修好了\n\n渡口昨天修好了，船又开了。\n\n| 名次 | 成绩 |\n| --- | --- |\n| 周河 \f1 | 1:09 |\n\f\n# 灯亮了\n\n灯昨晚又亮了。\n',
      file: 'page.md',
      date: parseIssueDate('2024-05-06'),
      page: 1,
      known: unknownPaper,
      imageExtension: () => undefined,
    });
    expect(pages).toHaveLength(2);
    const written = JSON.stringify(pages.map(({ articles }) => articles));
    expect(written).toMatch(/周河 +1/);
    expect(written).not.toContain(String.raw`\f`);
  });

  test.each([
    ['a heading', '# 灯亮了\n\n灯昨晚又亮了。\n', '灯亮了'],
    ['the only line of its page', '灯昨晚又亮了。\n', '灯昨晚又亮了'],
  ])('a form feed before %s begins a page with it', (_name, second, headline) => {
    const pages = importPages({
      text: `# 渡口修好了\n\n渡口昨天修好了，船又开了。\n\n\f${second}`,
      file: 'page.md',
      date: parseIssueDate('2024-05-06'),
      page: 1,
      known: unknownPaper,
      imageExtension: () => undefined,
    });
    const headlines = pages.map(({ articles }) => articles.map((one) => one.frontMatter.headline));
    expect(headlines).toEqual([['渡口修好了'], [headline]]);
  });

  test('no page loses a character, however its pieces lie', () => {
    fc.assert(
      fc.property(fc.array(piece, { minLength: 1, maxLength: 14 }), (pieces) => {
        const pages = importPages({
          text: pieces.join('\n\n'),
          file: 'page.md',
          date: parseIssueDate('2024-01-01'),
          page: 1,
          known: unknownPaper,
        });
        for (const page of pages) {
          expect(page.findings.map((finding) => finding.id)).not.toContain('conservation-broken');
          for (const draft of page.articles) renderMdx(draft);
        }
      }),
      { numRuns: 150 },
    );
  });
});

test('a heading of nothing but a mark gives no headline, and the article has one all the same', () => {
  const [page] = importPages({
    text: '# 渡口修好了\n\n清河镇新修一座渡口，村民过河不再绕路。\n\n# ■\n\n渡口每天早上六点开船。\n',
    file: 'page.md',
    date: parseIssueDate('2024-01-08'),
    page: 1,
    known: unknownPaper,
  });
  expect(page!.articles.map(({ frontMatter }) => frontMatter.headline)).not.toContain('');
});

describe('what is told of a page', () => {
  const tell = (text: string): readonly string[] =>
    importPages({
      text,
      file: 'page.md',
      date: parseIssueDate('2024-05-06'),
      page: 1,
      known: unknownPaper,
      imageExtension: () => 'png',
    }).flatMap(({ findings }) =>
      findings.filter(({ severity }) => severity !== 'info').map(({ line, id }) => `${line} ${id}`),
    );
  const news = '本报讯（记者 周文）河湾社区的夜校昨晚开课，来听课的有三百多人，把礼堂坐满了。';
  const more = '夜校每周二、周四开课，学员多是附近工厂的工人，白天上班，晚上来学电工和烹饪。';

  test.each<[string, string, readonly string[]]>([
    ['a page without a doubt', `# 夜校开课\n\n${news}\n\n${more}\n`, []],
    [
      'a short line in the text may be a headline',
      `# 夜校开课\n\n${news}\n\n${more}把礼堂\n\n夏夜\n\n${more}\n`,
      ['5 paragraph-breaks-off', '7 role-unsure', '9 sentence-break-unsure'],
    ],
    [
      'who signs a text is told of no more than before',
      `# 夜校开课\n\n${news}\n\n${more}\n\n河湾街道办\n`,
      [],
    ],
    [
      'a quotation that nothing closes',
      `# 夜校开课\n\n${news}周文说：“灯亮着，就说明学员还在。\n\n${more}\n`,
      ['3 quote-unpaired'],
    ],
    [
      'a quotation of two paragraphs closes with the last',
      `# 夜校开课\n\n${news}周文说：“灯亮着，就说明学员还在。\n\n“${more}”\n`,
      [],
    ],
    [
      'a picture with nothing but its photographer',
      `# 夜校开课\n\n${news}\n\n---\n\n![](a.png)\n\n■ 周文 摄\n\n# 灯亮了\n\n${news}\n`,
      ['7 caption-missing'],
    ],
    [
      'a new column that may be a kicker is told once',
      `# 草原上的“共享奶站”\n\n## 牧民自己的账本\n\n${news}\n\n${more}\n`,
      ['1 column-unknown', '3 role-unsure'],
    ],
  ])('%s', (_name, text, told) => {
    expect(tell(text)).toEqual(told);
  });
});
