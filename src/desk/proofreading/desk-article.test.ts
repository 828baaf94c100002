import { describe, expect, test } from 'vitest';
import { applyEdit } from './edit-text.ts';
import { readDeskArticle, type DeskArticle, type DeskInput } from './desk-article.ts';
import { differenceOf, planEdit } from './plan-edit.ts';
import type { DeskAction } from './desk-action.ts';
import fc from 'fast-check';

const source = [
  '# 渡口重开',
  '',
  '船工老周说,"人园三年,没见过这样的',
  '',
  '早晨。"岸上的人都笑了。',
  '',
  '昨夜的雨停了。',
  '',
  '对岸的灯一盏盏亮了起来',
];

function articleOf(body: string, front = ''): string {
  return `---
kind: article
genre: news
edition: 2024-05-06
page: 1
order: 1
headline: 渡口重开
source: { file: sources/2024-05-06/01.md, lines: [1, 9] }
${front}---

${body}
`;
}

const body = `船工老周说，“入园三年，没见过这样的早晨。”岸上的人都笑了。

对岸的灯一盏盏亮了起来。`;

const lost = {
  id: 'missing-full-stop',
  severity: 'review',
  file: 'sources/2024-05-06/01.md',
  line: 9,
  column: 1,
  excerpt: '亮了起来',
  message: '这一段末尾丢了句号，已补上。',
  action: '请对照原版。',
  english: { message: 'A full stop was put at the end.', action: 'Compare with the print.' },
} as const;

function open(text: string, more: Partial<DeskInput> = {}): DeskArticle {
  const read = readDeskArticle({
    text,
    language: 'zh-Hans',
    sourceLines: source,
    importFindings: [lost],
    words: 'zh',
    ...more,
  });
  if ('findings' in read) throw new Error(JSON.stringify(read.findings));
  return read.article;
}

function done(text: string, action: DeskAction): string {
  const plan = planEdit(open(text), action);
  if (!('edit' in plan)) throw new Error(JSON.stringify(plan));
  return applyEdit(text, plan.edit);
}

const text = articleOf(body);

describe('an article beside its source', () => {
  test('each paragraph stands beside its lines; lines that are nowhere stand by themselves', () => {
    expect(open(text).rows.map(({ id, lines }) => [id, lines?.first, lines?.last])).toEqual([
      ['headline', 1, 1],
      ['b0', 3, 5],
      ['l7', 7, 7],
      ['b1', 9, 9],
    ]);
  });

  test('what changed a letter waits, and what the importer asks about it is one place with it', () => {
    expect(open(text).stops.map(({ rule, was, now, line }) => [rule, was, now, line])).toEqual([
      [undefined, '人', '入', 3],
      [undefined, '昨夜的雨停了。', '', 7],
      ['missing-full-stop', '', '。', 9],
    ]);
  });

  test('what the importer asks is said in the language of the desk', () => {
    const english = { message: 'The full stop was lost.', action: 'Compare.' };
    const [stop] = open(text, { importFindings: [{ ...lost, english }], words: 'en' }).stops.slice(
      -1,
    );
    expect(stop).toMatchObject({ rule: 'missing-full-stop', now: '。', ...english });
  });

  test('an acceptance settles both the importer’s question and the letter that it is about', () => {
    const plan = planEdit(open(text), { kind: 'accept', stop: open(text).stops[2]!.key });
    if (!('decisions' in plan)) throw new Error(JSON.stringify(plan));
    expect(plan.decisions).toEqual([
      { line: 9, text: '亮了起来', action: 'accept', finding: 'missing-full-stop' },
      { line: 9, text: '亮了起来。', action: 'accept', finding: 'letter-changed' },
    ]);
    const next = open(text, { importFindings: [], decisions: plan.decisions });
    expect(next.stops.map(({ line }) => line)).toEqual([3, 7]);
  });

  test('nothing of the import waits in an article that has been read', () => {
    expect(open(articleOf(body, 'proof: read\n')).stops).toEqual([]);
  });

  test('a letter that a person wrote has been looked at', () => {
    const edited = body.replace('早晨', '清晨');
    const stops = open(articleOf(edited), { isAsImported: (words) => body.includes(words) }).stops;
    expect(stops.map(({ line }) => line)).toEqual([7, 9]);
  });

  test('faults of the prose wait on their paragraph until they are allowed', () => {
    const unpaired = articleOf(body.replace('”', ''));
    const [stop] = open(unpaired).rows[1]!.stops.filter(({ kind }) => kind === 'check');
    expect(stop?.rule).toBe('quotes-unpaired');
    const allowed = done(unpaired, { kind: 'allow', stop: stop!.key });
    expect(allowed).toContain('allow:\n  - rule: quotes-unpaired\n');
    expect(open(allowed).stops.filter(({ kind }) => kind === 'check')).toEqual([]);
  });

  test('an article without a source can be read by itself', () => {
    const { hasSource, rows, stops } = open(text, { sourceLines: null, importFindings: [] });
    expect([hasSource, stops]).toEqual([false, []]);
    expect(rows.map(({ id }) => id)).toEqual(['headline', 'b0', 'b1']);
  });

  test('a list, a table, a picture and a crosshead have their rows', () => {
    const blocks = '## 水位\n\n- 甲\n- 乙\n\n| 站 | 米 |\n| - | - |\n| 东 | 3 |\n\n---\n\n完。';
    const { rows } = open(articleOf(blocks), { sourceLines: null });
    expect(rows.map(({ id }) => id)).toEqual(['headline', 'b0', 'b1', 'b2', 'b3', 'b4']);
    expect(rows[2]!.passages).toHaveLength(2);
  });

  test('a footnote stands in the row where it is written', () => {
    const noted = '甲[^1]。\n\n[^1]: 注一。\n\n乙。';
    const { rows } = open(articleOf(noted), { sourceLines: null });
    expect(rows.map(({ id, passages }) => [id, passages.length])).toEqual([
      ['headline', 1],
      ['b0', 1],
      ['b1', 1],
      ['b2', 1],
    ]);
  });

  test('mistakes come instead of an article', () => {
    const read = readDeskArticle({
      text: articleOf('值<35'),
      language: 'zh-Hans',
      sourceLines: null,
      importFindings: [],
      words: 'zh',
    });
    expect('findings' in read && read.findings.map(({ id }) => id)).toEqual(['stray-less-than']);
  });
});

describe('what a proofreader does', () => {
  const [first, second] = open(text).blocks.map((block) => block.source) as [string, string];

  test.each<[string, DeskAction, string, string]>([
    [
      'a paragraph',
      { kind: 'text', block: 1, was: second, text: ' 灯亮了。\r\n' },
      second,
      '灯亮了。',
    ],
    ['a paragraph taken out', { kind: 'text', block: 0, was: first, text: '' }, `${first}\n\n`, ''],
    ['a split', { kind: 'split', block: 0, was: first, at: 22 }, '早晨。”岸上', '早晨。”\n\n岸上'],
    ['a merge', { kind: 'merge', block: 1, was: second }, '了。\n\n对岸', '了。对岸'],
    [
      'a field',
      { kind: 'field', field: 'headline', was: '渡口重开', text: '渡口又开' },
      '渡口重开',
      '渡口又开',
    ],
    ['a mark', { kind: 'proof', status: 'read' }, '[1, 9] }\n', '[1, 9] }\nproof: read\n'],
    [
      'a doubt',
      { kind: 'proof', status: 'doubtful', note: '“入”待核' },
      '[1, 9] }\n',
      '[1, 9] }\nproof: doubtful\nproofNote: “入”待核\n',
    ],
  ])('%s is written, and nothing else', (_, action, from, to) => {
    expect(text.split(from)).toHaveLength(2);
    expect(done(text, action)).toBe(text.replace(from, () => to));
  });

  test('the source’s own reading is put back by one key, and a lost line put in', () => {
    const [letter, line] = open(text).stops;
    expect(done(text, { kind: 'remedy', stop: letter!.key })).toBe(text.replace('入园', '人园'));
    expect(done(text, { kind: 'remedy', stop: line!.key })).toBe(
      text.replace('对岸', '昨夜的雨停了。\n\n对岸'),
    );
  });

  test('a doubt goes when the article has been read', () => {
    const doubtful = articleOf(body, 'proof: doubtful\nproofNote: 待核\n');
    expect(done(doubtful, { kind: 'proof', status: 'read' })).toBe(
      articleOf(body, 'proof: read\n'),
    );
  });

  test.each<[string, DeskAction]>([
    ['first-paragraph', { kind: 'merge', block: 0, was: first }],
    ['split-at-edge', { kind: 'split', block: 0, was: first, at: first.length }],
    ['nothing-changed', { kind: 'text', block: 0, was: first, text: `${first}\n` }],
    ['headline-empty', { kind: 'field', field: 'headline', was: '渡口重开', text: ' ' }],
    ['note-missing', { kind: 'proof', status: 'doubtful' }],
    ['no-such-stop', { kind: 'remedy', stop: '没有' }],
  ])('%s is refused', (refusal, action) => {
    expect(planEdit(open(text), action)).toEqual({ refusal });
  });

  test('what is no longer as it was seen is not written over', () => {
    expect(planEdit(open(text), { kind: 'text', block: 1, was: '别的', text: '新' })).toEqual({
      now: second,
    });
    expect(planEdit(open(text), { kind: 'merge', block: 9, was: first })).toEqual({ now: '' });
  });

  test('what Markdown would take for a mark is not put in unseen', () => {
    const odd = source.with(6, '昨夜的雨<停>了。');
    const stop = open(text, { sourceLines: odd }).stops.find(({ line }) => line === 7);
    expect(stop).toBeDefined();
    expect(stop?.remedy).toBeUndefined();
  });

  test('the difference of two texts makes one of the other', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), fc.string({ unit: 'binary' }), (before, after) => {
        expect(applyEdit(before, differenceOf(before, after))).toBe(after);
      }),
    );
  });
});
