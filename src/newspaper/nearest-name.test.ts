import fc from 'fast-check';
import { expect, test } from 'vitest';
import { nearestName } from './nearest-name.ts';

const fields = ['headline', 'deck', 'kicker', 'section', 'column', 'columnist', 'page', 'order'];

test.each([
  ['headlin', 'headline'],
  ['haedline', 'headline'],
  ['Headline', 'headline'],
  ['colum', 'column'],
  ['columnst', 'columnist'],
  ['sektion', 'section'],
  ['pgae', 'page'],
  ['title', undefined],
  ['x', undefined],
  // One edit in three characters, and at least one.
  ['dck', 'deck'],
  ['dexk', 'deck'],
  ['dkec', undefined],
  ['kicckerr', 'kicker'],
  ['kicccckerr', undefined],
  ['dock', 'deck'],
  // The nearer of two; of two equally near, the first.
  ['columnis', 'columnist'],
  ['hedlnie', 'headline'],
])('%s was meant to be %s', (typed, meant) => {
  expect(nearestName(typed, fields)).toBe(meant);
});

test('a name whose neighbours are swapped once is one edit away, however short', () => {
  expect(nearestName('ba', ['ab'])).toBe('ab');
  expect(nearestName('ca', ['abc'])).toBe(undefined);
  expect(nearestName('badc', ['abcd'])).toBe(undefined);
  expect(nearestName('badcef', ['abcdef'])).toBe('abcdef');
  expect(nearestName('badcfe', ['abcdef'])).toBe(undefined);
});

/** All that one edit makes of a word. */
function edited(word: string): Set<string> {
  const letters = [...'abc'];
  const all = new Set<string>();
  for (let at = 0; at <= word.length; at += 1) {
    const [before, after] = [word.slice(0, at), word.slice(at)];
    for (const letter of letters) {
      all.add(before + letter + after);
      if (after !== '') all.add(before + letter + after.slice(1));
    }
    if (after !== '') all.add(before + after.slice(1));
    if (after.length > 1) all.add(before + after[1]! + after[0]! + after.slice(2));
  }
  return all;
}

test('law: of words of up to five letters exactly those within one edit are found', () => {
  const word = fc.string({ unit: fc.constantFrom(...'abc'), minLength: 1, maxLength: 5 });
  fc.assert(
    fc.property(word, word, (typed, name) => {
      const isNear = typed === name || edited(typed).has(name);
      expect(nearestName(typed, [name])).toBe(isNear ? name : undefined);
    }),
    { numRuns: 1000 },
  );
});
