import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { breathLimit, splitBreaths, splitSentences } from './sentences.ts';

const sentences = (text: string): string[] =>
  splitSentences(text).map(({ start, end }) => text.slice(start, end));

describe('splitSentences', () => {
  test.each<[string, string[]]>([
    ['', []],
    ['春雨润禾苗，润物细无声。党报读久了', ['春雨润禾苗，润物细无声。', '党报读久了']],
    ['“真高。”她说。', ['“真高。”', '她说。']],
    ['从哪里学？作为平台！！好', ['从哪里学？', '作为平台！！', '好']],
    ['报装0.125个工作日，3.5天。', ['报装0.125个工作日，3.5天。']],
    ['解难题……12月13日，忙碌。', ['解难题……12月13日，忙碌。']],
    ['他说：“这个……”走了。', ['他说：“这个……”', '走了。']],
    ['The ferry ran at 8.30. It may again.', ['The ferry ran at 8.30.', 'It may again.']],
    ['（见第2版。）下文', ['（见第2版。）', '下文']],
  ])('%s', (text, expected) => {
    expect(sentences(text)).toEqual(expected);
  });

  test('no character but a blank is lost, none is said twice', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom(...'读报。！”. 「」a…？') }), (text) => {
        expect(sentences(text).join('').replaceAll(/\s/g, '')).toBe(text.replaceAll(/\s/g, ''));
      }),
    );
  });
});

describe('splitBreaths', () => {
  test('a short sentence is one breath', () => {
    expect(splitBreaths('党报读久了。')).toEqual(['党报读久了。']);
  });

  test('a long one is parted at its signs, the stronger first', () => {
    expect(splitBreaths('一二三四，五六七；八九十，甲乙丙丁。', 12)).toEqual([
      '一二三四，五六七；',
      '八九十，甲乙丙丁。',
    ]);
  });

  test('never longer than the limit, nothing lost, no character cut in two', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom(...'读报，；𠮷 a') }), (text) => {
        const breaths = splitBreaths(text, 10);
        for (const breath of breaths) {
          expect(breath.length).toBeLessThanOrEqual(10);
          expect(breath.isWellFormed()).toBe(true);
        }
        expect(breaths.join('').replaceAll(/\s/g, '')).toBe(text.replaceAll(/\s/g, ''));
      }),
    );
    expect(breathLimit).toBe(60);
  });
});
