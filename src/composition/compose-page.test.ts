import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { layoutPositions } from '../newspaper/page.ts';
import type { ComposedItem } from './composed-item.ts';
import { composePage, type ComposedModule, type Composition } from './compose-page.ts';
import { byRank } from './headline-sizes.ts';
import { inventItems } from './invented-items.ts';

type LayoutPosition = (typeof layoutPositions)[number];

const hair = 0.01;
const right = ({ left, tracks }: ComposedModule): number => left + tracks;
const bottom = ({ top, height }: ComposedModule): number => top + height;
const apart = (one: ComposedModule, other: ComposedModule): boolean =>
  right(one) <= other.left ||
  right(other) <= one.left ||
  bottom(one) <= other.top + hair ||
  bottom(other) <= one.top + hair;

const anyPage = fc
  .record({
    seed: fc.nat(1000),
    count: fc.integer({ min: 1, max: 12 }),
    length: fc.integer({ min: 40, max: 900 }),
    columns: fc.constantFrom(3, 4, 6),
  })
  .map(({ columns, seed, count, length }) => ({
    columns,
    items: inventItems(seed, count, length),
  }));

const pairs = ({ modules }: Composition): [ComposedModule, ComposedModule][] =>
  modules.flatMap((one, index) =>
    modules.slice(index + 1).map((other): [ComposedModule, ComposedModule] => [one, other]),
  );

describe('composePage', () => {
  it('sets every article once, within the sheet, and none over another', () => {
    fc.assert(
      fc.property(anyPage, ({ items, columns }) => {
        const page = composePage(items, { columns });
        expect(page.modules.map(({ id }) => id)).toEqual(items.map(({ id }) => id));
        for (const module of page.modules) {
          expect(module.left).toBeGreaterThanOrEqual(0);
          expect(right(module)).toBeLessThanOrEqual(page.tracks);
          expect(module.top).toBeGreaterThanOrEqual(0);
          expect(bottom(module)).toBeLessThanOrEqual(page.height + hair);
          expect(module.height).toBeGreaterThanOrEqual(module.shape.height - hair);
        }
        for (const [one, other] of pairs(page)) expect(apart(one, other)).toBe(true);
      }),
      { numRuns: 60 },
    );
  });

  it('sets no text in columns of a line or two: a short one takes fewer columns', () => {
    fc.assert(
      fc.property(anyPage, fc.integer({ min: 8, max: 120 }), ({ items, columns }, length) => {
        const [first, ...others] = items;
        const short = { ...first!, id: 'short', blocks: inventItems(7, 1, length)[0]!.blocks };
        for (const { shape } of composePage([short, ...others], { columns }).modules) {
          const { columns: count, textLines, width, measure } = shape.facts;
          if (shape.isVertical || count === 1) continue;
          expect(textLines).toBeGreaterThanOrEqual(3);
          expect(shape.textWidth ?? width).toBeCloseTo(count * measure + (count - 1) * 1.5);
        }
      }),
      { numRuns: 25 },
    );
  });

  it('keeps the reading order: of two articles the earlier stands above or to the left', () => {
    fc.assert(
      fc.property(anyPage, ({ items, columns }) => {
        for (const [one, other] of pairs(composePage(items, { columns }))) {
          expect(bottom(one) <= other.top + hair || right(one) <= other.left).toBe(true);
        }
      }),
      { numRuns: 40 },
    );
  });

  it('fills the sheet: its modules have its area, and hardly any of it is white', () => {
    fc.assert(
      fc.property(fc.nat(1000), fc.integer({ min: 4, max: 12 }), (seed, count) => {
        const page = composePage(inventItems(seed, count, 500), { columns: 6 });
        const area = page.modules.reduce((sum, { tracks, height }) => sum + tracks * height, 0);
        expect(area).toBeCloseTo(page.tracks * page.height, 0);
        expect(page.white).toBeLessThan(0.06);
      }),
      { numRuns: 30 },
    );
  });

  it('gives no article a larger headline than one of more weight', () => {
    fc.assert(
      fc.property(anyPage, fc.infiniteStream(fc.integer({ min: 1, max: 30 })), (page, ranks) => {
        const items = page.items.map((item): ComposedItem => ({
          ...item,
          rank: ranks.next().value,
        }));
        const { modules } = composePage(items, { columns: page.columns });
        const sizes = byRank(items).map((index) => modules[index]!.headlineSize);
        for (const [place, size] of sizes.entries()) {
          expect(size).toBeLessThanOrEqual((sizes[place - 1] ?? Infinity) + hair);
        }
        const lead = items[byRank(items)[0]!]!;
        // A lead of some lines and no picture does not tower: see the next test.
        const isShort =
          lead.figures.length === 0 &&
          lead.blocks.flatMap(({ texts }) => texts).join('').length < 110;
        if (sizes.length > 1) expect(sizes[0]! / sizes[1]!).toBeGreaterThan(isShort ? 1.25 : 1.5);
      }),
      { numRuns: 40 },
    );
  });

  it('gives a notice of one line no headline of a front page, though it leads', () => {
    const [first, ...rest] = inventItems(6, 5, 90);
    const sizeOf = (length: number): number => {
      const blocks = [{ kind: 'paragraph' as const, texts: ['字'.repeat(length)] }];
      return composePage([{ ...first!, rank: 0, blocks }, ...rest], { columns: 6 }).modules[0]!
        .headlineSize;
    };
    // What room it finds makes it a tenth larger.
    expect(sizeOf(60)).toBeLessThan(3.2);
    expect(sizeOf(400)).toBeGreaterThan(3);
  });

  it('is the same for the same articles, and mirrored where the lead stands on the right', () => {
    const items = inventItems(5, 7, 400);
    const page = composePage(items, { columns: 6 });
    expect(composePage(items, { columns: 6 })).toEqual(page);
    const other = composePage(items, { columns: 6, lead: 'top-right' });
    expect(other.modules.map((module) => other.tracks - right(module))).toEqual(
      page.modules.map(({ left }) => left),
    );
  });

  it('finds a layout where pictures are large: whole pages are weighed, not given up', () => {
    const items = inventItems(2, 3, 300).map((item, index): ComposedItem => ({
      ...item,
      figures: index < 2 ? [{ aspect: 1.6, caption: '图' }] : [],
    }));
    for (const columns of [3, 4, 6]) {
      expect(composePage(items, { columns }).cost).toBeLessThan(20_000);
    }
  });

  it('keeps articles of one column together', () => {
    const items = inventItems(3, 8, 400).map((item, index): ComposedItem =>
      index === 3 || index === 4 ? { ...item, column: { id: 'letters', hasParent: false } } : item,
    );
    const { modules } = composePage(items, { columns: 6 });
    const [one, other] = [modules[3]!, modules[4]!];
    const touch =
      (Math.abs(bottom(one) - other.top) < hair && one.left < right(other)) ||
      (right(one) === other.left && one.top < bottom(other) + hair);
    expect(touch).toBe(true);
  });

  it('honours the width that an editor asks for', () => {
    const items = inventItems(9, 6, 400).map((item, index): ComposedItem =>
      index === 2 ? { ...item, hint: { span: 3 } } : item,
    );
    expect(composePage(items, { columns: 6 }).modules[2]!.tracks).toBe(6);
    expect(composePage(items, { columns: 3 }).modules[2]!.tracks).toBe(6);
  });

  it('puts an article at the edges that an editor asks for, from either side', () => {
    const asked: [index: number, position: LayoutPosition][] = [
      [1, 'top-right'],
      [2, 'bottom-left'],
      [5, 'right'],
      [2, 'left'],
      [4, 'bottom'],
    ];
    const swap: Readonly<Record<string, string>> = { left: 'right', right: 'left' };
    for (const lead of ['top-left', 'top-right'] as const) {
      for (const [index, of] of asked) {
        const position = of
          .split('-')
          .map((edge) => (lead === 'top-left' ? edge : (swap[edge] ?? edge)))
          .join('-') as LayoutPosition;
        const items = inventItems(21, 7, 400).map((item, at): ComposedItem =>
          at === index ? { ...item, hint: { position } } : item,
        );
        const page = composePage(items, { columns: 6, lead });
        const module = page.modules[index]!;
        const edges = {
          top: module.top < hair,
          bottom: bottom(module) > page.height - hair,
          left: module.left === 0,
          right: right(module) === page.tracks,
        };
        for (const edge of position.split('-')) {
          expect(edges[edge as keyof typeof edges], `${position}, ${lead}`).toBe(true);
        }
      }
    }
  });

  it('sets two articles side by side where an editor asks for it', () => {
    fc.assert(
      fc.property(fc.nat(500), fc.integer({ min: 1, max: 6 }), (seed, index) => {
        const items = inventItems(seed, 8, 300);
        const hint = { beside: items[index - 1]!.id };
        const asked = items.map((item, at) => (at === index ? { ...item, hint } : item));
        const { modules } = composePage(asked, { columns: 6 });
        const [one, other] = [modules[index - 1]!, modules[index]!];
        expect(right(one)).toBe(other.left);
        expect(Math.min(bottom(one), bottom(other))).toBeGreaterThan(Math.max(one.top, other.top));
      }),
      { numRuns: 25 },
    );
  });

  it('turns a headline down or keeps it level, as an editor asks', () => {
    const items = inventItems(4, 6, 500).map((item): ComposedItem => ({
      ...item,
      headline: ['社区书屋', '今日开放'],
      kicker: undefined,
      deck: undefined,
    }));
    for (const headline of ['vertical', 'horizontal'] as const) {
      const asked = items.map((item, at) => (at === 3 ? { ...item, hint: { headline } } : item));
      expect(composePage(asked, { columns: 6 }).modules[3]!.isVertical).toBe(
        headline === 'vertical',
      );
    }
  });

  it('frames and grounds what an editor asks for, and unframes it', () => {
    const hints = [{ frame: true }, { ground: true }, { frame: false, ground: false }];
    const items = inventItems(9, 3, 400).map((item, index): ComposedItem => ({
      ...item,
      genre: 'essay',
      hint: hints[index],
    }));
    const { modules } = composePage(items, { columns: 6 });
    expect(modules.map(({ enclosure }) => enclosure)).toEqual(['frame', 'ground', 'none']);
  });

  // Ten articles are what a page has, twenty-five a page of briefs. Counted is processor time, the best
  // of five: other work on the machine is not this one's.
  it.each([
    [10, 500, 20],
    [25, 120, 80],
  ])('%d articles of %d characters: under %d ms', (count, length, limit) => {
    const items = inventItems(1, count, length);
    composePage(items, { columns: 6 });
    const took = Array.from({ length: 5 }, () => {
      const from = process.cpuUsage();
      composePage(items, { columns: 6 });
      return process.cpuUsage(from).user / 1000;
    });
    expect(Math.min(...took)).toBeLessThan(limit);
  });
});
