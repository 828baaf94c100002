import { describe, expect, it } from 'vitest';
import type { Block } from './block.ts';
import { applyEdits, replayChanges, textOfBlocks } from './edit-blocks.ts';
import { repairBlocks } from '../repair/repair-blocks.ts';
import type { Repair } from '../repair/repair.ts';

const paragraph = (text: string, line: number, rest: Partial<Block> = {}): Block => ({
  type: 'paragraph',
  text,
  lines: { first: line, last: line },
  ...rest,
});

describe('applyEdits', () => {
  it('replaces, and moves emphasis with its text', () => {
    const block = paragraph('甲, 乙丙', 3, { emphasis: [{ kind: 'strong', start: 3, end: 5 }] });
    const { blocks, changes } = applyEdits(
      [block],
      [{ kind: 'replace', block: 0, start: 1, end: 3, text: '，' }],
    );
    expect(blocks).toEqual([
      paragraph('甲，乙丙', 3, { emphasis: [{ kind: 'strong', start: 2, end: 4 }] }),
    ]);
    expect(changes).toEqual([{ kind: 'replace', offset: 1, before: ', ', after: '，', line: 3 }]);
  });

  it('joins two blocks into one that spans the lines of both', () => {
    const { blocks } = applyEdits(
      [paragraph('服务于园区企', 15), paragraph('业，', 17)],
      [{ kind: 'join', block: 0, glue: '' }],
    );
    expect(blocks).toEqual([
      { type: 'paragraph', text: '服务于园区企业，', lines: { first: 15, last: 17 } },
    ]);
  });

  it('splits a block, and drops one that an edit has emptied', () => {
    const { blocks } = applyEdits(
      [paragraph('甲。 乙。', 1), paragraph('重影', 2)],
      [
        { kind: 'split', block: 0, at: 3 },
        { kind: 'replace', block: 0, start: 2, end: 3, text: '' },
        { kind: 'replace', block: 1, start: 0, end: 2, text: '' },
      ],
    );
    expect(blocks.map(({ text }) => text)).toEqual(['甲。', '乙。']);
  });

  it('refuses edits that overlap or lie outside', () => {
    const blocks = [paragraph('甲乙丙', 1)];
    const edit = { kind: 'replace', block: 0, text: '' } as const;
    expect(() =>
      applyEdits(blocks, [
        { ...edit, start: 0, end: 2 },
        { ...edit, start: 1, end: 3 },
      ]),
    ).toThrow(RangeError);
    expect(() => applyEdits(blocks, [{ ...edit, start: 2, end: 9 }])).toThrow(RangeError);
    expect(() => applyEdits(blocks, [{ kind: 'join', block: 0, glue: '' }])).toThrow(RangeError);
  });

  it('gives changes that make the new text out of the old one', () => {
    const before = [paragraph('甲,乙', 1), paragraph('丙;丁', 2)];
    const { blocks, changes } = applyEdits(before, [
      { kind: 'replace', block: 1, start: 1, end: 2, text: '；' },
      { kind: 'join', block: 0, glue: ' ' },
      { kind: 'replace', block: 0, start: 1, end: 2, text: '，' },
    ]);
    expect(replayChanges(textOfBlocks(before), changes)).toBe('甲，乙 丙；丁');
    expect(textOfBlocks(blocks)).toBe('甲，乙 丙；丁');
  });
});

describe('repairBlocks', () => {
  const repair: Repair = {
    id: 'widen-commas',
    stage: 'page',
    after: [],
    scripts: ['han-simplified'],
    why: 'For this test.',
    propose: (blocks) => ({
      edits: blocks.flatMap(({ text }, block) =>
        [...text.matchAll(/,/g)].map(({ index }) => ({
          kind: 'replace' as const,
          block,
          start: index,
          end: index + 1,
          text: '，',
        })),
      ),
      notes: [],
    }),
  };

  it('says what a repair changed, and how often', () => {
    const { changes, counts } = repairBlocks(
      [paragraph('甲,乙,丙', 7)],
      'page',
      { script: 'han-simplified' },
      [repair],
    );
    expect(changes.map(({ line, before, after }) => [line, before, after])).toEqual([
      [7, ',', '，'],
      [7, ',', '，'],
    ]);
    expect(counts.get('widen-commas')).toBe(2);
  });

  it('runs no repair on a script or a stage that it is not made for', () => {
    const blocks = [paragraph('甲,乙', 1)];
    for (const [stage, script] of [
      ['page', 'japanese'],
      ['page', 'han-traditional'],
      ['body', 'han-simplified'],
    ] as const) {
      expect(repairBlocks(blocks, stage, { script }, [repair]).blocks).toEqual(blocks);
    }
  });
});

describe('texts in other scripts', () => {
  it.each([
    ['han-traditional', '市議會昨日通過預算, 議長說:"很好"。 王小明 陳大文 出席'],
    ['japanese', '体育館で、地元の高校生が 実演をした。「よかった」'],
    ['korean', '부산 항구에서 "새로운" 배가, 떠났다.'],
    ['latin', 'The council, "last night", voted (5-4): well-known, 3,000 people... and a half.'],
  ] as const)('%s passes unchanged', (script, text) => {
    const page = repairBlocks([paragraph(text, 1)], 'page', { script });
    const body = repairBlocks(page.blocks, 'body', { script });
    expect(body.blocks).toEqual([paragraph(text, 1)]);
  });
});
