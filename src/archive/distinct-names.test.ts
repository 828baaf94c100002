import fc from 'fast-check';
import { expect, test } from 'vitest';
import { distinctNames, type NameBearer } from './distinct-names.ts';

test.each<[bearers: NameBearer[], names: string[]]>([
  [
    [
      { id: 'wang-jian', name: '王建' },
      { id: 'ma', name: '马小河' },
    ],
    ['王建', '马小河'],
  ],
  [
    [
      { id: 'wang-jian', name: '王建' },
      { id: 'wang-jian-2', name: '王建', disambiguation: '摄影' },
    ],
    ['王建', '王建（摄影）'],
  ],
  [
    [
      { id: 'wang-jian', name: '王建' },
      { id: 'wang-jian-2', name: '王建' },
    ],
    ['王建（wang-jian）', '王建（wang-jian-2）'],
  ],
  // A name that looks like what would be given.
  [
    [
      { id: 'x', name: '甲' },
      { id: 'y', name: '甲' },
      { id: 'z', name: '甲', disambiguation: 'x' },
    ],
    ['甲（x）（x）', '甲（y）', '甲（x）（z）'],
  ],
])('%j', (bearers, names) => {
  expect([...distinctNames(bearers).values()]).toEqual(names);
});

test('no two are alike, whatever they are named', () => {
  const word = fc.constantFrom('a', 'b', 'a（a）', 'a（b）');
  fc.assert(
    fc.property(
      fc.uniqueArray(
        fc.record({ id: word, name: word, disambiguation: fc.option(word, { nil: undefined }) }),
        { selector: ({ id }) => id },
      ),
      (bearers) => {
        const names = distinctNames(bearers);
        expect(new Set(names.values()).size).toBe(bearers.length);
        for (const { id, name } of bearers) expect(names.get(id)).toContain(name);
      },
    ),
  );
});
