import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { chooseCharacters } from './headline-type.ts';

const line = (id: string, text: string): { id: string; text: string } => ({ id, text });

describe('chooseCharacters', () => {
  test('every character once, in code point order', () => {
    const { characters, set } = chooseCharacters([line('a', '读报 读报者'), line('b', '者，人也')]);
    expect(characters).toBe('也人报者读，');
    expect([...set]).toEqual(['a', 'b']);
  });

  test('a headline that does not fit is left out whole, a later one that fits is not', () => {
    const { characters, set } = chooseCharacters(
      [line('lead', '甲乙丙'), line('second', '丁戊己'), line('short', '甲丁')],
      4,
    );
    expect([...set]).toEqual(['lead', 'short']);
    expect(characters).not.toContain('戊');
  });

  test('characters outside the basic plane are one glyph each', () => {
    expect(chooseCharacters([line('a', '𠮷𠮷')]).characters.match(/𠮷/gu)).toHaveLength(1);
  });

  test('never more than the limit, and what is set is covered', () => {
    fc.assert(
      fc.property(
        fc.array(fc.string({ unit: 'binary', maxLength: 12 }), { maxLength: 40 }),
        fc.integer({ min: 0, max: 60 }),
        (texts, limit) => {
          const lines = texts.map((text, index) => line(String(index), text));
          const { characters, set } = chooseCharacters(lines, limit);
          expect([...characters].length).toBeLessThanOrEqual(limit);
          for (const { id, text } of lines) {
            const covered = [...text].every(
              (character) => character <= ' ' || characters.includes(character),
            );
            expect(set.has(id)).toBe(covered);
          }
        },
      ),
    );
  });
});
