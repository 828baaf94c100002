import fc from 'fast-check';
import { expect, test } from 'vitest';
import { isInShard, parseShard } from './shard.ts';

test.each([
  [undefined, undefined],
  ['', undefined],
  ['1/1', { number: 1, count: 1 }],
  ['2/4', { number: 2, count: 4 }],
])('%s is read', (text, shard) => {
  expect(parseShard(text)).toEqual(shard);
});

test.each(['0/4', '5/4', '1', 'a/b', '1/0', '-1/2', '1/2/3'])('%s is refused', (text) => {
  expect(() => parseShard(text)).toThrow(/EPAPER_SHARD/);
});

test('an edition stays together, and a segment of the index', () => {
  const shardsOf = (path: string): number[] =>
    [1, 2, 3, 4].filter((number) => isInShard(path, { number, count: 4 }));
  expect(shardsOf('2024-05-06/index.html')).toEqual(shardsOf('2024-05-06/01/dukou/index.html'));
  for (let file = 0; file < 20; file += 1) {
    expect(shardsOf(`search/2024-01-01/t${file}.bin`)).toEqual(
      shardsOf('search/2024-01-01/h0.bin'),
    );
  }
});

test('every file is printed by exactly one shard', () => {
  fc.assert(
    fc.property(fc.string(), fc.integer({ min: 1, max: 12 }), (path, count) => {
      const shards = Array.from({ length: count }, (_, index) => ({ number: index + 1, count }));
      expect(shards.filter((shard) => isInShard(path, shard))).toHaveLength(1);
    }),
  );
});
