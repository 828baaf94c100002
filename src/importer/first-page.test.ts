import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { parseIssueDate } from '../newspaper/issue-date.ts';
import { renderPageFiles } from './draft/render-page-files.ts';
import { importPages } from './import-pages.ts';
import { unknownPaper, type KnownPaper } from './page/known-paper.ts';

/** The one real page that the project was started from, and what it says, field by field. */
const folder = new URL('../../tests/fixtures/first-page/', import.meta.url);
const text = readFileSync(new URL('page.md', folder), 'utf8');

interface TruthItem {
  readonly id: string;
  readonly kind: 'article' | 'photo-news';
  readonly seed_lines: readonly [number, number];
  readonly headline: string | null;
  readonly deck: string | null;
  readonly column: { readonly series_no: number | null } | null;
  readonly bylines: readonly { name: string; role: string; role_label: string | null }[];
  readonly dateline: { readonly text: string } | null;
  readonly paragraphs: readonly { text: string; seed_lines: readonly number[] }[];
  readonly captions: readonly {
    text: string;
    credit: { name: string; role: string; role_label: string | null } | null;
  }[];
}
const truth = JSON.parse(readFileSync(new URL('page-truth.json', folder), 'utf8')) as {
  items: readonly TruthItem[];
};

function importFirstPage(known: KnownPaper = unknownPaper) {
  const [page] = importPages({
    text,
    file: 'page.md',
    date: parseIssueDate('2022-12-19'),
    page: 1,
    known,
  });
  return page!;
}

const page = importFirstPage();
const pairs = truth.items.map((item, index) => [item.id, item, page.articles[index]!] as const);

describe('the first page', () => {
  test('has its nine items', () => {
    expect(page.refused).toBe(false);
    expect(page.articles).toHaveLength(9);
    expect(page.articles.map((draft) => draft.frontMatter.order)).toEqual([
      1, 2, 3, 4, 5, 6, 7, 8, 9,
    ]);
  });

  test.each(pairs)('%s: kind, head, people and lines', (_, item, draft) => {
    const front = draft.frontMatter;
    expect({
      kind: front.kind,
      headline: front.headline ?? null,
      deck: front.deck ?? null,
      part: front.part ?? null,
      hasColumn: front.column !== undefined,
      lines: front.source?.lines,
    }).toEqual({
      kind: item.kind,
      headline: item.headline,
      deck: item.deck,
      part: item.column?.series_no ?? null,
      hasColumn: item.column !== null,
      lines: item.seed_lines,
    });
    const people =
      item.kind === 'photo-news'
        ? item.captions.flatMap(({ credit }) => (credit ? [credit] : []))
        : item.bylines;
    expect(
      (front.bylines ?? []).map(({ name, role, label }) => ({
        name,
        role,
        role_label: label ?? null,
      })),
    ).toEqual(people.map(({ name, role, role_label }) => ({ name, role, role_label })));
    if (item.dateline) {
      const [first] = draft.body;
      expect(first?.type === 'paragraph' && first.text.startsWith(item.dateline.text)).toBe(true);
    }
  });

  test('42 of its 43 texts are verbatim; the one that lost a line is left as it is', () => {
    const wrong = pairs.flatMap(([, item, draft]) => {
      const texts = [...item.paragraphs, ...item.captions].map((one) => one.text);
      const found = draft.body.map((block) =>
        block.type === 'paragraph' ? block.text : block.type,
      );
      expect(found).toHaveLength(texts.length);
      return texts.flatMap((expected, index) =>
        expected === found[index] ? [] : [{ expected, found: found[index]! }],
      );
    });
    expect(wrong).toHaveLength(1);
    expect(`${wrong[0]!.found}精神。`).toBe(wrong[0]!.expected);
  });

  test('what cannot be known is flagged and left', () => {
    const flagged = (line: number): readonly string[] =>
      page.findings
        .filter((finding) => finding.line === line && finding.severity === 'review')
        .map((finding) => finding.id);
    // 净油 may be 加油: art lettering.
    expect(flagged(1)).toContain('column-unknown');
    expect(page.newColumns.map((column) => column.name)).toContain('净油，决战四季度决胜全年度');
    // The line that ended 精神。 is lost.
    expect(flagged(95)).toContain('paragraph-breaks-off');
    // △ points at a neighbour, and the order does not say at which.
    expect(flagged(101)).toContain('label-orphan');
    expect(page.articles.flatMap((draft) => Object.values(draft.frontMatter))).not.toContain(
      '深入学习宣传贯彻党的二十大精神',
    );
    // 句 is what is left of a circled number.
    expect(flagged(125)).toEqual(expect.arrayContaining(['part-unreadable', 'paper-name-misread']));
    expect(page.newColumns.map((column) => column.name)).toContain('我与野城日报社的故事句');
  });

  test('columns that the paper has are recognised for all that was misread', () => {
    const column = (id: string, name: string) => ({ id, name, aliases: [] });
    const known: KnownPaper = {
      ...unknownPaper,
      columns: [
        column('jueshengquanniandu', '加油，决战四季度 决胜全年度'),
        column('woyuliaochengribaoshedegushi', '我与聊城日报社的故事'),
        column('xuanjiangjinxingshi', '宣讲进行时'),
      ],
    };
    const again = importFirstPage(known);
    const columns = again.articles.map((draft) => draft.frontMatter.column);
    expect(columns[0]).toBe('jueshengquanniandu');
    expect(columns[4]).toBe('xuanjiangjinxingshi');
    expect(columns[8]).toBe('woyuliaochengribaoshedegushi');
    expect(again.newColumns.map(({ name }) => name)).toEqual(['学党报用党报系列谈']);
  });

  test('slugs stay what they were', () => {
    const [first] = page.articles;
    const known: KnownPaper = {
      ...unknownPaper,
      articles: [
        {
          edition: parseIssueDate('2022-12-19'),
          page: 1,
          slug: 'given-once',
          headline: '编辑改过的标题',
          lines: [1, 35],
        },
      ],
    };
    expect(first!.slug).toBe('ran-dong-xiao-wei-xian-feng-li-liang');
    expect(importFirstPage(known).articles[0]!.slug).toBe('given-once');
  });

  test('its files: the source byte for byte, every reference has its file', () => {
    const bytes = new TextEncoder().encode(text);
    const files = renderPageFiles(page, unknownPaper, bytes);
    const paths = files.map((file) => file.path);
    expect(files.find((file) => file.role === 'source')?.contents).toBe(bytes);
    expect(new Set(paths).size).toBe(paths.length);
    for (const { frontMatter } of page.articles) {
      if (frontMatter.column) expect(paths).toContain(`columns/${frontMatter.column}.yaml`);
      for (const byline of frontMatter.bylines ?? []) {
        expect(paths).toContain(`columnists/${byline.columnist}.yaml`);
      }
    }
  });
});

test.each(['README.md', 'README.zh-CN.md'])('%s quotes what is said of the ghost line', (file) => {
  const readme = readFileSync(new URL(`../../${file}`, import.meta.url), 'utf8');
  const { message, excerpt, action } = page.findings.find(
    ({ id, line }) => id === 'ghost-line' && line === 75,
  )!;
  expect(readme).toContain(`:75:1 待核 [ghost-line] ${message}\n    ${excerpt}\n    → ${action}\n`);
});
