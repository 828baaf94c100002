import { describe, expect, test } from 'vitest';
import { parseInline } from './parse-inline.ts';

const textOf = (source: string): string =>
  parseInline(source)
    .pieces.map((piece) => (piece.kind === 'text' ? piece.text : ''))
    .join('');

describe('parseInline', () => {
  test.each([
    ['**上半年2.**87亿人次出入境', '上半年2.87亿人次出入境'],
    ['**比分2:**1', '比分2:1'],
    ['**文化行（**28）', '文化行（28）'],
    ['增长**70.9%**。', '增长70.9%。'],
    ['2**3**4', '234'],
  ])(
    '%s is bold that ends within a number or before a bracket, and no star is text',
    (source, text) => {
      expect(textOf(source)).toBe(text);
    },
  );
});
