import { describe, expect, it } from 'vitest';
import { readRuleWords } from './rule-words.ts';
import { partsOfPage, zonesSchema } from './zones.ts';

const zones = { size: [1000, 2000], zones: [{ article: 'a', boxes: [[100, 200, 300, 400]] }] };
const box = (...boxes: unknown[]): object => ({ zones: [{ article: 'a', boxes }] });

describe('the zones of a page', () => {
  it.each([
    {},
    { zones: [] },
    ...['01.jpg', '01.jpeg', 'A-b_c.1.png', '1.webp', '1.avif'].map((scan) => ({ scan })),
    { size: [0.5, 1_000_000] },
    box([-1_000_000, -1_000_000, 1, 1], [1_000_000, 1_000_000, 1_000_000, 0.1]),
    box(...Array.from({ length: 200 }, () => [0, 0, 1, 1])),
    {
      zones: Array.from({ length: 500 }, (_, at) => ({ article: `a${at}`, boxes: [[0, 0, 1, 1]] })),
    },
  ])('may be %#', (more) => {
    expect(zonesSchema.safeParse({ ...zones, ...more }).error).toBeUndefined();
  });

  it.each<[more: object, path: (string | number)[]]>([
    ...['.01.jpg', 'a/01.jpg', '../01.jpg', '01.gif', '01.jpg.svg', '01', '报.png', 'a b.png'].map(
      (scan): [object, string[]] => [{ scan }, ['scan']],
    ),
    [{ size: [0, 1] }, ['size', 0]],
    [{ size: [1, 1_000_001] }, ['size', 1]],
    [{ size: [1, Number.NaN] }, ['size', 1]],
    [{ size: [1] }, ['size']],
    [box(), ['zones', 0, 'boxes']],
    [box([0, 0, 1]), ['zones', 0, 'boxes', 0]],
    [box([0, 0, 0, 1]), ['zones', 0, 'boxes', 0, 2]],
    [box([0, 0, 1, -1]), ['zones', 0, 'boxes', 0, 3]],
    [box([-1_000_001, 0, 1, 1]), ['zones', 0, 'boxes', 0, 0]],
    [box([0, 1_000_001, 1, 1]), ['zones', 0, 'boxes', 0, 1]],
    [box(...Array.from({ length: 201 }, () => [0, 0, 1, 1])), ['zones', 0, 'boxes']],
    [{ zones: [{ article: '../x', boxes: [[0, 0, 1, 1]] }] }, ['zones', 0, 'article']],
    [{ zones: [{ article: 'a', boxes: [[0, 0, 1, 1]], at: 1 }] }, ['zones', 0]],
    [
      { zones: ['a', 'b', 'a'].map((article) => ({ article, boxes: [[0, 0, 1, 1]] })) },
      ['zones', 2, 'article'],
    ],
    [
      {
        zones: Array.from({ length: 501 }, (_, at) => ({
          article: `a${at}`,
          boxes: [[0, 0, 1, 1]],
        })),
      },
      ['zones'],
    ],
    [{ unit: 'mm' }, []],
  ])('may not be %#', (more, path) => {
    const { error } = zonesSchema.safeParse({ ...zones, ...more });
    expect(error?.issues.map((issue) => issue.path)).toEqual([path]);
  });

  it('says twice which article it is, and what the name of a scan is', () => {
    const twice = { zones: ['a', 'a'].map((article) => ({ article, boxes: [[0, 0, 1, 1]] })) };
    expect(
      readRuleWords(zonesSchema.safeParse({ ...zones, ...twice }).error!.issues[0]!.message).zh,
    ).toBe('写了两次 a，应只有一次，各块写在一起');
    expect(zonesSchema.safeParse({ ...zones, scan: 'x' }).error?.issues[0]?.message).toContain(
      '如 01.jpg',
    );
  });
});

it('takes all boxes of an article for one part, in parts of the page, to the fourth place', () => {
  const page = zonesSchema.parse({
    size: [1000, 3000],
    zones: [
      {
        article: 'lead',
        boxes: [
          [100, 200, 300, 400],
          [50, 700, 100, 1300],
        ],
      },
      { article: 'bleeding', boxes: [[-20, -30, 2000, 9000]] },
    ],
  });
  expect(partsOfPage(page)).toEqual({
    lead: { left: 0.05, top: 0.0667, right: 0.4, bottom: 0.6667 },
    bleeding: { left: 0, top: 0, right: 1, bottom: 1 },
  });
});
