import { describe, expect, test } from 'vitest';
import type { ImportedPage } from '../draft/imported-page.ts';
import { importPages } from '../import-pages.ts';
import { unknownPaper } from '../page/known-paper.ts';
import { parseIssueDate } from '../../newspaper/issue-date.ts';
import { findRunningHeads, normalizeHead } from './find-running-heads.ts';
import { splitPages } from './split-pages.ts';

const bodies = [
  '清河镇今年新修了三条通村公路，村民们再也不用为卖菜发愁。',
  '市图书馆周末延长开放两小时，读者可以在馆里待到晚上九点。',
  '县里的农技员带着新品种下乡，手把手教大家育苗、嫁接和修枝。',
];
const headlines = ['三条公路修到家门口', '图书馆晚上九点才关门', '农技员送来新品种'];

const read = (text: string, file: string): readonly ImportedPage[] =>
  importPages({ text, file, date: parseIssueDate('2024-01-01'), page: 1, known: unknownPaper });

const shown = (page: ImportedPage): string =>
  page.articles
    .flatMap(({ frontMatter, body }) => [
      frontMatter.kicker ?? '',
      frontMatter.headline ?? '',
      frontMatter.deck ?? '',
      ...body.map((block) => ('text' in block ? block.text : '')),
    ])
    .join('|');

function altoPage(number: number, lines: readonly (readonly string[])[]): string {
  const blocks = lines.map(
    (block, at) =>
      `      <TextBlock ID="b${at}">\n${block
        .map(
          (line, place) =>
            `        <TextLine HEIGHT="${block.length === 1 && place === 0 && at === 1 ? 96 : 40}"><String CONTENT="${line}" HEIGHT="${at === 1 ? 96 : 40}" WC="0.98"/></TextLine>`,
        )
        .join('\n')}\n      </TextBlock>`,
  );
  return `    <Page ID="p${number}" PHYSICAL_IMG_NR="${number}" HEIGHT="900" WIDTH="600">\n     <PrintSpace>\n${blocks.join('\n')}\n     </PrintSpace>\n    </Page>`;
}

describe('findRunningHeads', () => {
  test.each([
    [['望川日报\n\n甲。', '望川日报\n\n乙。'], ['望川日报']],
    [
      ['乙丙\n\n甲。\n\n2024年1月1日 星期一 第2版', '甲乙\n\n丁。\n\n2024年1月1日 星期一 第3版'],
      ['0年0月0日星期一第0版'],
    ],
    [['公告\n\n甲。', '公告\n\n乙。'], []],
    [['特别报道\n\n甲。', '特别报道\n\n乙。', '特别报道\n\n丙。'], ['特别报道']],
    [['望川日报\n\n甲。'], []],
  ])('%j', (pages, heads) => {
    expect([...findRunningHeads(pages)]).toEqual(heads);
  });

  test('marks and numbers make no difference', () => {
    expect(normalizeHead('## **第 12 版**')).toBe(normalizeHead('第3版'));
  });
});

describe('several pages in one input', () => {
  test('running heads of Markdown pages are furniture, with a trace', () => {
    const pages = bodies.map(
      (body, at) =>
        `\n\n{${at}}${'-'.repeat(48)}\n\n望川日报特刊\n\n# ${headlines[at]!}\n\n本报讯（记者 简宁）${body}\n\n— ${at + 4} —`,
    );
    const imported = read(pages.join(''), 'pages.md');
    expect(imported).toHaveLength(3);
    for (const [at, page] of imported.entries()) {
      expect(page.refused).toBe(false);
      expect(shown(page)).toBe(`|${headlines[at]!}||本报讯（记者 简宁）${bodies[at]!}`);
      const ids = page.findings.map(({ id, excerpt }) => `${id} ${excerpt}`);
      expect(ids).toContain('running-head 望川日报特刊');
    }
  });

  test('each Page of an ALTO file is a page', () => {
    const alto = `<?xml version="1.0" encoding="UTF-8"?>\n<alto xmlns="http://www.loc.gov/standards/alto/ns-v4#">\n  <Layout>\n${bodies
      .map((body, at) =>
        altoPage(at + 1, [['望川日报特刊'], [headlines[at]!], [body.slice(0, 14), body.slice(14)]]),
      )
      .join('\n')}\n  </Layout>\n</alto>\n`;
    const parts = splitPages(alto);
    expect(parts.map((part) => part.number)).toEqual([1, 2, 3]);
    expect(parts.map((part) => part.text).join('')).toBe(alto);
    expect(
      parts.map(
        (part) => alto.split('\n')[part.firstLine - 1]!.includes('<Page') || part.firstLine === 1,
      ),
    ).toEqual([true, true, true]);
    const imported = read(alto, 'pages.xml');
    expect(imported.map((page) => page.page)).toEqual([1, 2, 3]);
    for (const [at, page] of imported.entries()) {
      expect(page.refused).toBe(false);
      expect(shown(page)).toBe(`|${headlines[at]!}||${bodies[at]!}`);
      expect(page.findings.some(({ id }) => id === 'running-head')).toBe(true);
    }
  });
});
