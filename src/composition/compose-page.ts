import type { ComposedItem, Enclosure } from './composed-item.ts';
import {
  cutCosts,
  rowCosts,
  sheetCosts,
  sumCosts,
  type HeadlineLook,
  type RowFacts,
} from './composition-costs.ts';
import { byRank, headlineSizes } from './headline-sizes.ts';
import {
  breakHeadline,
  moduleShapes,
  prepareItem,
  type ModuleShape,
  type PreparedItem,
} from './module-shapes.ts';
import { contentWidth, leading, track, tracksInColumn } from './sheet-grid.ts';

/** An article in its place. Tracks count from 0 at the left, heights are in em of the text. */
export interface ComposedModule {
  /** Of the item in the list that was composed. */
  readonly index: number;
  readonly id: string;
  readonly left: number;
  readonly tracks: number;
  readonly top: number;
  readonly height: number;
  readonly columns: number;
  readonly isVertical: boolean;
  readonly enclosure: Enclosure;
  /** Of the headline, in em of the text. */
  readonly headlineSize: number;
  /** White that is left when everything is set. */
  readonly slack: number;
  readonly shape: ModuleShape;
}

export interface Composition {
  readonly columns: number;
  readonly tracks: number;
  /** In em of the text. */
  readonly width: number;
  readonly height: number;
  /** In the order of the items: the reading order. */
  readonly modules: readonly ComposedModule[];
  readonly cost: number;
  /** White through the area of the sheet: below texts and around headlines, more than is planned. */
  readonly white: number;
}

export interface SheetOptions {
  /** Basic columns. */
  readonly columns: number;
  /** The corner where the lead stands: the right one in papers that keep to the old way. */
  readonly lead?: 'top-left' | 'top-right';
}

/** A block of one article or more, as high as it must be. */
interface Block {
  readonly height: number;
  readonly flex: number;
  readonly cost: number;
  readonly modules: number;
  readonly topLeft: number;
  readonly topRight: number;
  readonly part:
    | { readonly kind: 'module'; readonly index: number; readonly shape: ModuleShape }
    | {
        readonly kind: 'stack' | 'row';
        readonly first: Block;
        readonly second: Block;
        readonly split: number;
      };
}

/** Widths that nobody would set an article in are not tried. */
const fewestTracks = tracksInColumn;

/**
 * Sets a page: every article whole, in a rectangle of its own, on the grid of the sheet.
 *
 * The layouts looked at are the slicing ones (guillotine): a sheet is cut across or down, and so are
 * its parts, down to the articles. The articles of each part follow one another in reading order, so
 * that of two articles the earlier one stands above the later or to its left. Dynamic programming
 * over runs of articles and widths keeps, of each run at each width, a few blocks of different
 * height; what is weighed is the table composition-costs.ts.
 *
 * After Gange, Marriott, Stuckey: Optimal Guillotine Layout (DocEng 2012).
 *
 * @param items in reading order; at least one
 * @returns the same for the same items
 */
export function composePage(items: readonly ComposedItem[], sheet: SheetOptions): Composition {
  const prepared = items.map(prepareItem);
  const tracks = sheet.columns * tracksInColumn;
  const leads = items.length > 8 ? [3.8] : [4.6, 4, 3.4];
  const smaller = Math.min(1, 0.55 + sheet.columns * 0.08);
  let best: Composition | undefined;
  for (const lead of leads) {
    const composition = composeAt(prepared, headlineSizes(items, lead * smaller), tracks);
    if (best === undefined || composition.cost < best.cost) best = composition;
  }
  const fitted = fitHeadlines(prepared, best!);
  return sheet.lead === 'top-right' ? mirrored(fitted) : fitted;
}

function composeAt(
  prepared: readonly PreparedItem[],
  sizes: readonly number[],
  tracks: number,
): Composition {
  const items = prepared.map(({ item }) => item);
  const count = items.length;
  const lead = byRank(items)[0] ?? 0;
  const looks = prepared.map((entry, index) => lookOf(entry, sizes[index]!));
  const kept = count > 16 ? 2 : count > 8 ? 4 : 6;
  const tears = columnTears(items);
  const meeting = meetings(looks);
  const tornCost = sumCosts(cutCosts, { tearsColumn: true });

  const shapes = prepared.map((entry, index) => {
    const own: ModuleShape[][] = [];
    for (let width = 0; width <= tracks; width += 1) {
      own.push(
        width < Math.min(fewestTracks, tracks)
          ? []
          : moduleShapes(entry, width, tracks, sizes[index]!, index === lead),
      );
    }
    return own;
  });
  // No part of a page is much higher than the page would be if it had no white at all.
  const leastAreas = shapes.map((own) =>
    Math.min(...own.flatMap((some, width) => some.map(({ height }) => height * width))),
  );
  const areaBefore = [0];
  for (const area of leastAreas) areaBefore.push(areaBefore.at(-1)! + area);
  const leastArea = areaBefore.at(-1)!;
  const highest = Math.max(
    (leastArea / tracks) * 1.4 + 10,
    ...shapes.map((own) => Math.min(...own.flatMap((some) => some.map(({ height }) => height)))),
  );

  // table[first][last][width]: the blocks worth keeping.
  const table: Block[][][][] = [];
  for (let first = 0; first < count; first += 1)
    table.push(Array.from({ length: count }, () => []));
  for (let length = 1; length <= count; length += 1) {
    for (let first = 0; first + length <= count; first += 1) {
      const last = first + length - 1;
      const widths: Block[][] = [];
      for (let width = 0; width <= tracks; width += 1) {
        const least = (areaBefore[last + 1]! - areaBefore[first]!) / width;
        if (width < fewestTracks || (length > 1 && least > highest)) {
          widths.push([]);
          continue;
        }
        const found = new BlockShelf();
        if (length === 1) {
          for (const shape of shapes[first]![width]!) {
            const cost = shape.cost + hintCost(items[first]!, width, tracks);
            if (found.wants(shape.height, cost)) {
              found.put({
                height: shape.height,
                flex: shape.flex,
                cost,
                modules: 1,
                topLeft: first,
                topRight: first,
                part: { kind: 'module', index: first, shape },
              });
            }
          }
        } else {
          for (let split = first + 1; split <= last; split += 1) {
            const torn = tears(first, split, last) ? tornCost : 0;
            stackBlocks(table[first]![split - 1]![width]!, table[split]![last]![width]!, {
              found,
              highest,
              torn,
            });
            for (let cut = fewestTracks; cut <= width - fewestTracks; cut += 1) {
              rowBlocks(table[first]![split - 1]![cut]!, table[split]![last]![width - cut]!, {
                found,
                cut,
                width,
                torn,
                meeting,
              });
            }
          }
        }
        widths.push(found.best(length === count ? Infinity : kept));
      }
      table[first]![last] = widths;
    }
  }

  const width = tracks * track;
  let best: Block | undefined;
  let bestCost = Infinity;
  for (const block of table[0]![count - 1]![tracks]!) {
    const cost = block.cost + sumCosts(sheetCosts, { proportion: block.height / width });
    if (cost < bestCost) [best, bestCost] = [block, cost];
  }
  if (best === undefined) return stackedPage(prepared, shapes, sizes, tracks);
  const modules: ComposedModule[] = [];
  place(best, 0, 0, tracks, best.height, (module) => {
    const { index } = module;
    modules.push({
      ...module,
      id: items[index]!.id,
      enclosure: prepared[index]!.enclosure,
      headlineSize: sizes[index]!,
    });
  });
  return summed(modules, tracks, best.height, bestCost);
}

/** The way out where nothing fits: one article below the other, over the whole width. */
function stackedPage(
  prepared: readonly PreparedItem[],
  shapes: readonly (readonly (readonly ModuleShape[])[])[],
  sizes: readonly number[],
  tracks: number,
): Composition {
  let top = 0;
  const modules = prepared.map(({ item, enclosure }, index): ComposedModule => {
    const shape = shapes[index]![tracks]![0]!;
    const module: ComposedModule = {
      index,
      id: item.id,
      left: 0,
      tracks,
      top,
      height: shape.height,
      columns: shape.columns,
      isVertical: shape.isVertical,
      enclosure,
      headlineSize: sizes[index]!,
      slack: 0,
      shape,
    };
    top += shape.height;
    return module;
  });
  return summed(modules, tracks, top, 1e6);
}

function summed(
  modules: readonly ComposedModule[],
  tracks: number,
  height: number,
  cost: number,
): Composition {
  const white = modules.reduce((sum, module) => sum + module.slack * module.tracks * track, 0);
  return {
    columns: tracks / tracksInColumn,
    tracks,
    width: tracks * track,
    height,
    modules,
    cost,
    white: white / (tracks * track * height),
  };
}

/** The cheapest block of each height, a line apart. */
class BlockShelf {
  readonly #byHeight = new Map<number, Block>();

  /** Asked before a block is made: there are millions of pairs, and few are kept. */
  wants(height: number, cost: number): boolean {
    const known = this.#byHeight.get(Math.round(height / leading));
    return known === undefined || cost < known.cost;
  }

  put(block: Block): void {
    this.#byHeight.set(Math.round(block.height / leading), block);
  }

  /** The cheapest, by height. */
  best(most: number): Block[] {
    const blocks = [...this.#byHeight.values()];
    if (blocks.length > most) {
      blocks.sort((left, right) => left.cost - right.cost || left.height - right.height);
      blocks.length = most;
    }
    return blocks.sort((left, right) => left.height - right.height);
  }
}

interface Stacking {
  readonly found: BlockShelf;
  readonly highest: number;
  readonly torn: number;
}

/** All of the first above all of the second, of one width. */
function stackBlocks(
  first: readonly Block[],
  second: readonly Block[],
  { found, highest, torn }: Stacking,
): void {
  for (const above of first) {
    // Three in a stack are one above two: looked at once.
    if (above.part.kind === 'stack') continue;
    for (const below of second) {
      const height = above.height + below.height;
      if (height > highest) break;
      const cost = above.cost + below.cost + torn;
      if (!found.wants(height, cost)) continue;
      found.put({
        height,
        flex: above.flex + below.flex,
        cost,
        modules: above.modules + below.modules,
        topLeft: above.topLeft,
        topRight: above.topRight,
        part: { kind: 'stack', first: above, second: below, split: 0 },
      });
    }
  }
}

interface Rowing {
  readonly found: BlockShelf;
  /** Tracks of the left one, and of both. */
  readonly cut: number;
  readonly width: number;
  readonly torn: number;
  /** What the headlines at the top of the cut are to one another. */
  readonly meeting: (left: number, right: number) => RowFacts['meeting'];
}

/** A hole of a dozen lines is never mended by what stands around it. */
const deepestHole = 20;

/** All of the first to the left of all of the second. */
function rowBlocks(
  first: readonly Block[],
  second: readonly Block[],
  { found, cut, width, torn, meeting }: Rowing,
): void {
  for (const left of first) {
    if (left.part.kind === 'row') continue;
    for (const right of second) {
      const isLeftLower = left.height < right.height;
      const low = isLeftLower ? left : right;
      const high = isLeftLower ? right : left;
      const difference = high.height - low.height;
      const stretch = Math.min(difference, low.flex);
      const blank = difference - stretch;
      const both = left.cost + right.cost + torn;
      if (blank > deepestHole || !found.wants(high.height, both)) continue;
      const area = (isLeftLower ? cut : width - cut) * track;
      const cost =
        both +
        sumCosts(rowCosts, {
          blankArea: blank * area,
          stretchArea: stretch * area,
          meeting: meeting(left.topRight, right.topLeft),
          modulesOnLeft: left.modules,
        });
      if (!found.wants(high.height, cost)) continue;
      found.put({
        height: high.height,
        flex: Math.min(high.flex, low.flex - stretch),
        cost,
        modules: left.modules + right.modules,
        topLeft: left.topLeft,
        topRight: right.topRight,
        part: { kind: 'row', first: left, second: right, split: cut },
      });
    }
  }
}

/** What an editor's width costs where it is not kept: more than anything else. */
function hintCost({ hint }: ComposedItem, tracks: number, sheetTracks: number): number {
  if (hint?.span === undefined) return 0;
  return Math.min(hint.span * tracksInColumn, sheetTracks) === tracks ? 0 : 2000;
}

/** Whether a cut before `split` parts a column of which others stand in the run as well. */
function columnTears(
  items: readonly ComposedItem[],
): (first: number, split: number, last: number) => boolean {
  const start: number[] = [];
  items.forEach((item, index) => {
    const before = items[index - 1];
    const continues = item.column !== undefined && before?.column?.id === item.column.id;
    start.push(continues ? start[index - 1]! : index);
  });
  const end = (index: number): number => {
    let at = index;
    while (at + 1 < items.length && start[at + 1] === start[index]) at += 1;
    return at;
  };
  const ends = items.map((_item, index) => end(index));
  return (first, split, last) =>
    start[split]! < split && (first < start[split]! || last > ends[split]!);
}

function lookOf(
  { item, enclosure, headline }: PreparedItem,
  size: number,
): HeadlineLook | undefined {
  if (headline.length === 0) return undefined;
  const face = /^(?:commentary|essay|literature|poem)$/.test(item.genre)
    ? 'kai'
    : /^(?:news|notice|service)$/.test(item.genre)
      ? 'hei'
      : 'song';
  return { size, face, isEnclosed: enclosure !== 'none' };
}

/** Pairs of looks, made once. */
function meetings(
  looks: readonly (HeadlineLook | undefined)[],
): (left: number, right: number) => RowFacts['meeting'] {
  const pairs = looks.map((left) =>
    looks.map((right): RowFacts['meeting'] => (left && right ? [left, right] : undefined)),
  );
  return (left, right) => pairs[left]![right];
}

type Placed = Omit<ComposedModule, 'id' | 'enclosure' | 'headlineSize'>;

function place(
  block: Block,
  left: number,
  top: number,
  tracks: number,
  height: number,
  put: (module: Placed) => void,
): void {
  const { part } = block;
  if (part.kind === 'module') {
    const { index, shape } = part;
    put({
      index,
      left,
      tracks,
      top,
      height,
      columns: shape.columns,
      isVertical: shape.isVertical,
      slack: height - shape.height,
      shape,
    });
  } else if (part.kind === 'row') {
    place(part.first, left, top, part.split, height, put);
    place(part.second, left + part.split, top, tracks - part.split, height, put);
  } else {
    const { first, second } = part;
    const extra = height - first.height - second.height;
    const flexible = Math.min(extra, block.flex);
    const share = block.flex > 0 ? first.flex / block.flex : 0.5;
    const rest = extra - flexible;
    const own =
      first.height + flexible * share + rest * (first.height / (first.height + second.height));
    place(first, left, top, tracks, own, put);
    place(second, left, top + own, tracks, height - own, put);
  }
}

/**
 * Lets headlines grow into the white that is left beside and around them, the weightiest first, and
 * none beyond the one before it.
 */
function fitHeadlines(prepared: readonly PreparedItem[], composition: Composition): Composition {
  const modules = [...composition.modules];
  let limit = Infinity;
  for (const [place, index] of byRank(prepared.map(({ item }) => item)).entries()) {
    const module = modules[index]!;
    const { headline, enclosure } = prepared[index]!;
    const width = contentWidth(module.tracks, enclosure !== 'none');
    const set = breakHeadline(headline, module.headlineSize, width);
    let size = module.headlineSize;
    if (!module.isVertical) {
      for (let factor = 1.4; factor > 1.01; factor -= 0.05) {
        const larger = Math.min(module.headlineSize * factor, limit);
        if (larger <= size) break;
        const at = breakHeadline(headline, larger, width);
        const growth = (larger - module.headlineSize) * set.lines * 1.2;
        if (at.lines === set.lines && at.widest <= width * 0.94 && growth <= module.slack) {
          size = larger;
          break;
        }
      }
    }
    size = Math.min(size, limit);
    const growth = (size - module.headlineSize) * set.lines * 1.2;
    modules[index] = { ...module, headlineSize: size, slack: module.slack - growth };
    limit = place === 0 ? size / 1.6 : size;
    if (place === 0) limit = Math.max(limit, nextSize(prepared, composition));
  }
  return summed(modules, composition.tracks, composition.height, composition.cost);
}

function nextSize(prepared: readonly PreparedItem[], { modules }: Composition): number {
  const second = byRank(prepared.map(({ item }) => item))[1];
  return second === undefined ? 0 : modules[second]!.headlineSize;
}

function mirrored(composition: Composition): Composition {
  return {
    ...composition,
    modules: composition.modules.map((module) => ({
      ...module,
      left: composition.tracks - module.left - module.tracks,
    })),
  };
}
