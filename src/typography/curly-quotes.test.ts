import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { curlyQuotes } from './curly-quotes.ts';

describe('curlyQuotes', () => {
  test.each([
    ['"No," said he.', '“No,” said he.'],
    ["He said \"it's 'mine'\".", 'He said “it’s ‘mine’”.'],
    ['the harbour-master\'s "yes"', 'the harbour-master’s “yes”'],
    ["since '36 and the '90s", 'since ’36 and the ’90s'],
    ["'Tis late, and rock 'n' roll", '’Tis late, and rock ’n’ roll'],
    ['("so") —"and so"', '(“so”) —“and so”'],
    ["Two boats' crews", 'Two boats’ crews'],
    ['no marks at all', 'no marks at all'],
    ['“already”', '“already”'],
    // What may stand before an opening mark.
    ['["a"] {"b"} <"c"', '[“a”] {“b”} <“c”'],
    ['-"a" ‐"b" –"d" /"e"', '-“a” ‐“b” –“d” /“e”'],
    ['"\'a\'" \'"b"\'', '“‘a’” ‘“b”’'],
    ["'twas 'twere 'twill 'twould 'em", '’twas ’twere ’twill ’twould ’em'],
    ["'cause 'bout 'round 'til 'n", '’cause ’bout ’round ’til ’n'],
    ["'emblem' 'note' 'tissue' 'roundel'", '‘emblem’ ‘note’ ‘tissue’ ‘roundel’'],
    // Years and tens of years, and no other figures.
    ["'36s '365 '3 'a36 'x 'em", '’36s ‘365 ‘3 ‘a36 ‘x ’em'],
  ])('%s', (before, after) => {
    expect(curlyQuotes(before)).toBe(after);
  });

  test('knows what stands before a piece', () => {
    expect(curlyQuotes('" she said', 'o')).toBe('” she said');
    expect(curlyQuotes('"', ' ')).toBe('“');
  });

  test('law: as long as before, the same without marks, and twice is once', () => {
    const text = fc.string({ unit: fc.constantFrom(...'ab \'"1—(.') });
    fc.assert(
      fc.property(text, (before) => {
        const after = curlyQuotes(before);
        expect(after).toHaveLength(before.length);
        expect(after.replaceAll(/[“”]/g, '"').replaceAll(/[‘’]/g, "'")).toBe(before);
        expect(curlyQuotes(after)).toBe(after);
      }),
    );
  });
});
