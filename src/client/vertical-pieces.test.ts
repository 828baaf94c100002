import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { verticalPieces } from './vertical-pieces.ts';

/** Upright figures in [ ], those below one another in { }, marks by their vertical form. */
function write(text: string): string {
  return verticalPieces(text)
    .map(({ kind, text: own, mark }) =>
      kind === 'together' ? `[${own}]` : kind === 'upright' ? `{${own}}` : (mark ?? own),
    )
    .join('');
}

describe('verticalPieces', () => {
  test.each([
    ['12月15日', '[12]月[15]日'],
    ['2022年12月9日', '{2022}年[12]月[9]日'],
    ['24小时、100人、11335件', '[24]小时、[100]人、11335件'],
    ['3.5元，涨12%，18:30，0635-8240000', '3.5元，涨12%，18:30，0635-8240000'],
    ['1,210人；1937—1945年；第3版', '1,210人；1937—{1945}年；第[3]版'],
    ['WiFi6和5G', 'WiFi6和5G'],
    ['他说：“灯‘亮’了。”', '他说：﹃灯﹁亮﹂了。﹄'],
    ['it’s “so” ok', 'it’s “so” ok'],
    ['无数字', '无数字'],
  ])('%s', (text, pieces) => {
    expect(write(text)).toBe(pieces);
  });

  test('law: the pieces together are the text', () => {
    const text = fc.string({ unit: fc.constantFrom(...'月日年人123.,:%“”‘’aB -') });
    fc.assert(
      fc.property(text, (value) => {
        const pieces = verticalPieces(value);
        expect(pieces.map((piece) => piece.text).join('')).toBe(value);
        for (const { text: own, kind } of pieces) {
          if (kind === 'together') expect(own).toMatch(/^\d{1,3}$/);
        }
      }),
    );
  });
});
