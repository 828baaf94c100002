import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { countLines, measureText, widthInEm } from './text-measure.ts';

const lines = (text: string, measure: number, indent = 0): number =>
  countLines(measureText(text), measure, indent);

describe('countLines', () => {
  it.each([
    ['字'.repeat(14), 14, 0, 1],
    ['字'.repeat(15), 14, 0, 2],
    // An indent of two characters.
    ['字'.repeat(13), 14, 2, 2],
    // CLREQ 3.1.3: a stop takes the character before it along to the next line.
    ['字'.repeat(14) + '。字'.repeat(13), 14, 0, 3],
    ['字'.repeat(13) + '“字字”', 14, 0, 2],
    // A number and its point are one piece: 12 + 4 figures of half an em do not fit into 13.
    ['字'.repeat(12) + '12.5万', 13, 0, 2],
    ['The council votes to keep the old light', 9, 0, 2],
  ])('%s in %d em, indented %d: %d lines', (text, measure, indent, expected) => {
    expect(lines(text, measure, indent)).toBe(expected);
  });

  it('never takes fewer lines in a narrower measure, nor for a longer text', () => {
    const text = fc.array(fc.constantFrom('字', '，', '“', '”', 'a', '7', ' '), { maxLength: 80 });
    fc.assert(
      fc.property(text, fc.integer({ min: 8, max: 30 }), (characters, measure) => {
        const whole = characters.join('');
        expect(lines(whole, measure)).toBeGreaterThanOrEqual(
          Math.floor(widthInEm(whole.trimEnd()) / measure - 0.99),
        );
        expect(lines(whole + '字', measure)).toBeGreaterThanOrEqual(lines(whole, measure));
      }),
    );
  });
});
