import { describe, expect, it } from 'vitest';
import { parseIssueDate } from '../../newspaper/issue-date.ts';
import type { Decision } from '../page/decision.ts';
import { importPages } from '../import-pages.ts';
import { unknownPaper } from '../page/known-paper.ts';

const page = `# 河湾社区办起了夜校

■ 本报记者 周文

昨天晚上，河湾社区的夜校开课了，来上课的人不少，有年轻人，也有老人，教室里坐得满满当当。

夜校全年开设十门课，不收学费，报名的人已经有两百多个。社区负责人说，"夜校"还要再开

# 老桥今天通车

本报讯（记者 刘明）修了半年的老桥今天上午通车，两岸的居民又可以从桥上走过去买菜了。

桥面比原来宽了两米，两边都装了新的栏杆和路灯。
`;

function importWith(...decisions: readonly Decision[]) {
  const [imported] = importPages({
    text: page,
    file: 'page.md',
    date: parseIssueDate('2030-05-01'),
    page: 1,
    known: unknownPaper,
    decisions: new Map([[1, decisions]]),
  });
  expect(imported!.refused).toBe(false);
  return {
    items: imported!.articles.map(({ frontMatter, body }) => ({
      headline: frontMatter.headline,
      deck: frontMatter.deck,
      names: (frontMatter.bylines ?? []).map(({ name }) => name),
      texts: body.map((block) => ('text' in block ? block.text : '')),
    })),
    stale: imported!.findings.filter(({ id }) => id === 'decision-stale'),
    ids: imported!.findings.map(({ id }) => id),
  };
}

const plain = importWith();
const [nightSchool, bridge] = plain.items;

describe("a person's decisions", () => {
  it('find the page as the importer reads it alone', () => {
    expect(plain.items.map(({ headline }) => headline)).toEqual([
      '河湾社区办起了夜校',
      '老桥今天通车',
    ]);
    expect(plain.ids).toContain('missing-full-stop');
  });

  it('edit words of a block, fields as well as paragraphs', () => {
    const { items } = importWith(
      { line: 1, action: 'edit', from: '办起了', to: '办起' },
      { line: 3, action: 'edit', from: '周文', to: '周雯' },
      { line: 5, text: '昨天晚上', action: 'edit', from: '满满当当', to: '满满的' },
    );
    expect(items[0]).toMatchObject({ headline: '河湾社区办起夜校', names: ['周雯'] });
    expect(items[0]!.texts[0]).toContain('坐得满满的。');
  });

  it('edit what a repair has put in', () => {
    expect(nightSchool!.texts[1]).toMatch(/还要再开。$/);
    const { items, stale } = importWith({ line: 7, action: 'edit', from: '再开。', to: '再开' });
    expect(items[0]!.texts[1]).toMatch(/还要再开$/);
    expect(stale).toEqual([]);
  });

  it('part a paragraph where a blank line is put in', () => {
    const { items } = importWith({
      line: 5,
      action: 'edit',
      from: '，有年轻人',
      to: '。\n\n有年轻人',
    });
    expect(items[0]!.texts).toHaveLength(3);
    expect(items[0]!.texts[1]).toMatch(/^有年轻人/);
  });

  it('assign a role', () => {
    const { items } = importWith({ line: 7, action: 'role', role: 'deck' });
    expect(items[0]!.deck).toMatch(/^夜校全年开设十门课/);
  });

  it('split an item', () => {
    const { items } = importWith({ line: 7, action: 'split' });
    expect(items).toHaveLength(3);
    expect(items[1]!.texts).toEqual([nightSchool!.texts[1]]);
  });

  it('merge an item into the one before', () => {
    const { items } = importWith(
      { line: 9, action: 'merge' },
      { line: 9, action: 'role', role: 'crosshead' },
    );
    expect(items).toHaveLength(1);
    expect(items[0]!.texts).toEqual([...nightSchool!.texts, '老桥今天通车', ...bridge!.texts]);
  });

  it('move a block', () => {
    const { items } = importWith({ line: 13, action: 'move', after: 5 });
    expect(items[0]!.texts.join('')).toBe(
      nightSchool!.texts[0]! + bridge!.texts[1]! + nightSchool!.texts[1]!,
    );
    expect(items[1]!.texts).toEqual([bridge!.texts[0]]);
  });

  it('skip a block, which then stands in the report', () => {
    const { items, ids } = importWith({ line: 13, action: 'skip' });
    expect(items[1]!.texts).toEqual([bridge!.texts[0]]);
    expect(ids).toContain('decision-set-aside');
  });

  it('accept a finding: it is not reported again, unless it is about something else by now', () => {
    const accept = { line: 7, action: 'accept', finding: 'missing-full-stop' } as const;
    expect(importWith(accept).ids).not.toContain('missing-full-stop');
    expect(importWith({ ...accept, text: '还要再开' }).ids).not.toContain('missing-full-stop');
    expect(importWith({ ...accept, text: '夜校全年' }).ids).not.toContain('missing-full-stop');
    expect(importWith({ ...accept, text: '别的话' }).ids).toContain('missing-full-stop');
    expect(importWith({ ...accept, line: 5 }).ids).toContain('missing-full-stop');
  });

  it('are set aside with a word where the source has changed', () => {
    const { items, stale } = importWith(
      { line: 5, text: '今天早上', action: 'skip' },
      { line: 5, action: 'edit', from: '没有的字', to: '字' },
      { line: 99, action: 'split' },
      { line: 5, action: 'move', after: 99 },
    );
    expect(items).toEqual(plain.items);
    expect(stale).toHaveLength(4);
  });

  it('quote the source as it came or as it was repaired', () => {
    for (const text of ['# 老桥今天', '老桥今天', '老桥 今天通车']) {
      expect(importWith({ line: 9, text, action: 'merge' }).stale).toEqual([]);
    }
  });

  it('give the same result whenever they are repeated', () => {
    const decisions: readonly Decision[] = [
      { line: 7, action: 'split' },
      { line: 13, action: 'skip' },
      { line: 1, action: 'edit', from: '办起了', to: '办起' },
    ];
    expect(importWith(...decisions)).toEqual(importWith(...decisions));
  });
});
