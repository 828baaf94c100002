import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Block } from '../page/block.ts';
import { replayChanges, textOfBlocks } from '../page/edit-blocks.ts';
import { repairBlocks } from './repair-blocks.ts';
import { repairs } from './repairs.ts';

const addresses = [
  'https://a.example/q?x=1,2;y=(3)',
  'www.b.example/a,b',
  'desk@paper.example',
  '0635-8277092',
];
const numbers = ['3,000', '12:30', '26.6%', '1—11月', '0.125', '2022'];
const words =
  '车间里 自动化 生产 设备 不停歇 记者 王强 张丽丽 他说 我们 企业 的 了 在 新能源 汽车 据了解 市民 通过 服务 中心 人 入 已 己 發展 報'.split(
    ' ',
  );
const marks = [
  ',',
  '，',
  '.',
  '。',
  '!',
  '?',
  ':',
  '：',
  ';',
  '、',
  '"',
  "'",
  '“',
  '”',
  '(',
  ')',
  '（',
  '）',
  '——',
  '--',
  '...',
  '…',
  ' ',
  '  ',
  '\n',
  '\u3000\u3000',
  '\u200b',
  '一',
  '-',
  '《',
  '》',
];
const latin = ['App', 'GDP', "don't", 'well-known', 'news-', 'paper', 'The', 'of'];

const text = fc
  .array(
    fc.oneof(
      { weight: 8, arbitrary: fc.constantFrom(...words) },
      { weight: 5, arbitrary: fc.constantFrom(...marks) },
      { weight: 1, arbitrary: fc.constantFrom(...addresses, ...numbers, ...latin) },
      { weight: 1, arbitrary: fc.string({ unit: 'grapheme', maxLength: 4 }) },
    ),
    { minLength: 1, maxLength: 40 },
  )
  .map((pieces) => pieces.join(''));

const blocks = fc
  .array(
    fc.record({
      type: fc.constantFrom(
        'paragraph',
        'paragraph',
        'paragraph',
        'heading',
        'list-item',
        'code' as const,
      ),
      text,
    }),
    { minLength: 1, maxLength: 6 },
  )
  .map((list) =>
    list.map((block, index): Block => ({
      ...(block as Pick<Block, 'type' | 'text'>),
      lines: { first: index + 1, last: index + 1 },
      emphasis:
        block.text.length > 2 ? [{ kind: 'strong', start: 1, end: block.text.length - 1 }] : [],
    })),
  );

const texts = (list: readonly Block[]): string[] => list.map((block) => block.text);

describe.each(repairs.map((repair) => [repair.id, repair] as const))('%s', (_id, repair) => {
  const context = { script: repair.scripts[0]! };

  it('does nothing the second time', () => {
    fc.assert(
      fc.property(blocks, (before) => {
        const once = repairBlocks(before, repair.stage, context, [repair]);
        const twice = repairBlocks(once.blocks, repair.stage, context, [repair]);
        expect(texts(twice.blocks)).toEqual(texts(once.blocks));
      }),
      { numRuns: 300 },
    );
  });

  it('loses no character without a record, and keeps emphasis inside its text', () => {
    fc.assert(
      fc.property(blocks, (before) => {
        const { blocks: after, changes } = repairBlocks(before, repair.stage, context, [repair]);
        expect(replayChanges(textOfBlocks(before), changes)).toBe(textOfBlocks(after));
        for (const block of after) {
          for (const { start, end } of block.emphasis ?? []) {
            expect(start).toBeGreaterThanOrEqual(0);
            expect(end).toBeLessThanOrEqual(block.text.length);
          }
        }
      }),
      { numRuns: 200 },
    );
  });

  it('leaves tables, addresses and numbers as they are', () => {
    const kept = fc.constantFrom(...addresses.slice(0, 3), ...numbers);
    fc.assert(
      fc.property(text, kept, text, (before, token, after) => {
        const between = /^[a-z]/.test(token) ? [' ', ' '] : ['有', '有'];
        const whole = `${before}${between[0]}${token}${between[1]}${after}`;
        const block: Block = { type: 'paragraph', text: whole, lines: { first: 1, last: 1 } };
        const { blocks: out } = repairBlocks([block], repair.stage, context, [repair]);
        expect(textOfBlocks(out)).toContain(token);
        const table: Block = { type: 'table', text: whole, lines: { first: 1, last: 1 } };
        expect(repairBlocks([table], repair.stage, context, [repair]).blocks).toEqual([table]);
      }),
      { numRuns: 200 },
    );
  });
});

describe.each(repairs.map((repair) => [repair.id, repair] as const))('%s', (_id, repair) => {
  // With the square of the length these would take minutes; the time limit of a test is the judge.
  it.each([
    ['他说“很好', ' '],
    ['"', '企业 发展。 '],
    ['（(', '3" '],
    ['曰人', '。'],
    ['王强 李明，', '--'],
  ])('takes long text in its stride: %s%s', (one, other) => {
    const text = (one + other).repeat(12_000);
    const list: Block[] = [
      { type: 'paragraph', text, lines: { first: 1, last: 1 } },
      { type: 'paragraph', text, lines: { first: 2, last: 2 } },
    ];
    const { blocks: after } = repairBlocks(list, repair.stage, { script: repair.scripts[0]! }, [
      repair,
    ]);
    expect(textOfBlocks(after).length).toBeGreaterThan(0);
  });
});
