import fc from 'fast-check';
import { expect, test } from 'vitest';
import { keepDigest, viewDigest } from './view-digest.ts';

test.each<[unknown, unknown]>([
  [
    { a: '1', b: '2' },
    { a: '1', b: '3' },
  ],
  [
    ['ab', 'c'],
    ['a', 'bc'],
  ],
  [['1'], [1]],
  [[null], []],
  [[[1], 2], [[1, 2]]],
  [new Map([['p1', { first: 3 }]]), new Map([['p1', { first: 4 }]])],
  [new Set(['a']), new Set(['b'])],
  [{ name: 'x=1;' }, { name: 'x', 1: '' }],
])('%j and %j are told apart', (left, right) => {
  expect(viewDigest(left)).not.toBe(viewDigest(right));
});

test('a field that is undefined is as good as absent', () => {
  expect(viewDigest({ a: 1, deck: undefined })).toBe(viewDigest({ a: 1 }));
});

test('a view that is held counts as what it says', () => {
  const line = { title: '燃动小微“先锋”力量' };
  const other = { title: '一根水管连着民生大事' };
  keepDigest(line);
  keepDigest(other);
  expect(viewDigest([line])).toBe(viewDigest([line]));
  expect(viewDigest([line])).not.toBe(viewDigest([other]));
});

test('a function is refused', () => {
  expect(() => viewDigest({ load: () => 1 })).toThrow(TypeError);
});

test('values that differ as JSON differ in their digests, equal ones do not', () => {
  const value = fc.jsonValue({ maxDepth: 3 });
  fc.assert(
    fc.property(value, value, (left, right) => {
      const same = JSON.stringify(left) === JSON.stringify(right);
      expect(viewDigest(left) === viewDigest(right)).toBe(same);
      expect(viewDigest(structuredClone(left))).toBe(viewDigest(left));
    }),
  );
});
