import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { buildArchive } from '../archive/archive.ts';
import { articleView } from '../archive/article-view.ts';
import { fixturePaper } from '../archive/fixture-paper.ts';
import { zhHans } from '../wording/zh-hans.ts';
import { setPage } from './set-page.ts';

const archive = buildArchive(fixturePaper());
const model = articleView(archive, zhHans, archive.articleById.values().next().value!);
const spans = (lengths: readonly number[]): number[] =>
  setPage(lengths.map((characters) => ({ ...model, characters }))).map(({ span }) => span);

describe('setPage', () => {
  it.each([
    [[1500], [2]],
    [
      [1500, 300, 400],
      [2, 1, 1],
    ],
    [
      [300, 300, 400, 1200],
      [2, 1, 1, 2],
    ],
    [
      [1500, 300, 900, 300],
      [2, 2, 2, 2],
    ],
  ])('%j characters take %j columns', (lengths, expected) => {
    expect(spans(lengths)).toEqual(expected);
  });

  it('leaves no hole: single columns come in pairs', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(2000), { maxLength: 30 }), (lengths) => {
        const set = spans(lengths);
        expect(set).toHaveLength(lengths.length);
        for (let index = 0; index < set.length; index += set[index] === 1 ? 2 : 1) {
          if (set[index] === 1) expect(set[index + 1]).toBe(1);
        }
      }),
    );
  });
});
