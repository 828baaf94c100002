import {
  BlockShelf,
  BlockStore,
  emptyOffer,
  noBlocks,
  partKinds,
  type Blocks,
} from './block-shelf.ts';
import { rowCosts, sheetCosts, sumCosts, type RowFacts } from './composition-costs.ts';
import type { ModuleShape } from './module-shapes.ts';
import { track, tracksInColumn } from './sheet-grid.ts';

/** What is searched for the cheapest layout. */
export interface LayoutProblem {
  /** Of the sheet. */
  readonly tracks: number;
  /** By article and by width in tracks, from 0; what an editor asks for is in their costs. */
  readonly shapes: readonly (readonly (readonly ModuleShape[])[])[];
  /** What two headlines side by side are to one another. */
  readonly meeting: (left: number, right: number) => RowFacts['meeting'];
  /** What a cut of the run `[first, last]` before `split` costs by itself, across and down. */
  readonly cuts: (first: number, split: number, last: number) => CutCost;
  /** Only a layout that costs less is of use. */
  readonly below: number;
}

export interface CutCost {
  /** One part above the other. */
  readonly stack: number;
  /** One part beside the other. */
  readonly row: number;
}

export interface FoundLayout {
  readonly store: BlockStore;
  /** The block that is the whole sheet. */
  readonly block: number;
  readonly cost: number;
}

/** Widths that nobody would set an article in are not tried. */
export const fewestTracks = tracksInColumn;
/** A hole of a dozen lines is never mended by what stands around it. */
const deepestHole = 20;

/**
 * The cheapest layout of a sheet, by dynamic programming over runs of articles and widths: of each
 * run at each width the cheapest few blocks are kept, of different height.
 *
 * What cannot be part of the result is not looked at (branch and bound): no cut takes costs away, so
 * two lists whose cheapest together cost more than the dearest block kept have nothing to give, and
 * a block that costs more than the best page known, less the least that all others cost, is dropped.
 *
 * @returns undefined where no layout costs less than `below`
 */
export function searchLayout(problem: LayoutProblem): FoundLayout | undefined {
  const { tracks, shapes, cuts, below } = problem;
  const count = shapes.length;
  const kept = count > 16 ? 2 : count > 8 ? 4 : 6;
  const all = shapes.map((own) => own.flat());
  const least = (of: (shape: ModuleShape) => number): number[] =>
    all.map((own) => own.reduce((found, shape) => Math.min(found, of(shape)), Infinity));
  const areas = sumsOf(least(({ height, tracks: width }) => height * width));
  const costs = sumsOf(least(({ cost }) => cost));
  const heights = least(({ height }) => height);
  // No part of a page is much higher than the page would be if it had no white at all; with large
  // pictures, not than all articles one below the other.
  const stacked = shapes.reduce((sum, own) => sum + (own[tracks]![0]?.height ?? 0), 0);
  const highest = Math.max((areas[count]! / tracks) * 1.4 + 10, stacked, ...heights);
  const tallest = all.flat().reduce((most, { height }) => Math.max(most, height), highest);

  const store = new BlockStore();
  const shelf = new BlockShelf(tallest);
  const pairs = new PairSearch(store, shelf, highest, problem.meeting);
  const proportionCost = (height: number): number =>
    sumCosts(sheetCosts, { proportion: height / (tracks * track) });

  // table[first][last][width]: the blocks worth keeping.
  const table: Blocks[][][] = shapes.map(() => shapes.map(() => []));
  for (let length = 1; length <= count; length += 1) {
    const isWhole = length === count;
    for (let first = 0; first + length <= count; first += 1) {
      const last = first + length - 1;
      const area = areas[last + 1]! - areas[first]!;
      const cutCosts = Array.from({ length: length - 1 }, (_split, index) =>
        cuts(first, first + 1 + index, last),
      );
      const elsewhere = costs[count]! - costs[last + 1]! + costs[first]!;
      for (let width = 0; width <= tracks; width += 1) {
        const isNeeded = width >= fewestTracks && (!isWhole || width === tracks);
        if (!isNeeded || (length > 1 && area / width > highest)) {
          table[first]![last]!.push(noBlocks);
          continue;
        }
        shelf.clear(isWhole ? Infinity : kept, below - elsewhere);
        if (length === 1) offerShapes(shapes[first]![width]!, first, shelf);
        for (let split = first + 1; split <= last; split += 1) {
          const cutCost = cutCosts[split - first - 1]!;
          const before = table[first]![split - 1]!;
          const after = table[split]![last]!;
          pairs.stack(before[width]!, after[width]!, cutCost.stack);
          for (let cut = fewestTracks; cut <= width - fewestTracks; cut += 1) {
            pairs.row(before[cut]!, after[width - cut]!, cutCost.row, cut, width);
          }
          // Of the whole page the cheapest is wanted, at whatever height.
          if (isWhole) shelf.limitTo(shelf.cheapest(proportionCost));
        }
        table[first]![last]!.push(shelf.storeIn(store));
      }
    }
  }

  const whole = table[0]![count - 1]![tracks]!;
  let found: FoundLayout | undefined;
  for (let block = whole.from; block < whole.to; block += 1) {
    const cost = store.cost[block]! + proportionCost(store.height[block]!);
    if (cost < (found?.cost ?? below)) found = { store, block, cost };
  }
  return found;
}

/** Sums of the values before each place. */
function sumsOf(values: readonly number[]): number[] {
  const sums = [0];
  for (const value of values) sums.push(sums.at(-1)! + value);
  return sums;
}

function offerShapes(shapes: readonly ModuleShape[], index: number, shelf: BlockShelf): void {
  shapes.forEach(({ height, flex, cost }, shape) => {
    if (!shelf.wants(height, cost)) return;
    shelf.put({
      height,
      flex,
      cost,
      modules: 1,
      topLeft: index,
      topRight: index,
      kind: partKinds.module,
      first: index,
      second: shape,
      split: 0,
    });
  });
}

/** Joins blocks of two runs to blocks of both. */
class PairSearch {
  readonly #store: BlockStore;
  readonly #shelf: BlockShelf;
  readonly #highest: number;
  readonly #meeting: LayoutProblem['meeting'];
  readonly #offer = emptyOffer();
  readonly #facts: { -readonly [Name in keyof RowFacts]: RowFacts[Name] } = {
    blankArea: 0,
    stretchArea: 0,
    meeting: undefined,
    modulesOnLeft: 0,
  };

  constructor(
    store: BlockStore,
    shelf: BlockShelf,
    highest: number,
    meeting: LayoutProblem['meeting'],
  ) {
    this.#store = store;
    this.#shelf = shelf;
    this.#highest = highest;
    this.#meeting = meeting;
  }

  /** All of the first above all of the second, of one width. */
  stack(first: Blocks, second: Blocks, torn: number): void {
    const shelf = this.#shelf;
    if (first.least + second.least + torn > shelf.limit) return;
    const { height: heights, cost: costs, flex, modules, topLeft, topRight, kind } = this.#store;
    const offer = this.#offer;
    for (let above = first.from; above < first.to; above += 1) {
      // Three in a stack are one above two: looked at once.
      if (kind[above] === partKinds.stack) continue;
      if (costs[above]! + second.least + torn > shelf.limit) continue;
      for (let below = second.from; below < second.to; below += 1) {
        const height = heights[above]! + heights[below]!;
        if (height > this.#highest) break;
        const cost = costs[above]! + costs[below]! + torn;
        if (!shelf.wants(height, cost)) continue;
        offer.height = height;
        offer.flex = flex[above]! + flex[below]!;
        offer.cost = cost;
        offer.modules = modules[above]! + modules[below]!;
        offer.topLeft = topLeft[above]!;
        offer.topRight = topRight[above]!;
        offer.kind = partKinds.stack;
        offer.first = above;
        offer.second = below;
        offer.split = 0;
        shelf.put(offer);
      }
    }
  }

  /** All of the first to the left of all of the second. */
  row(first: Blocks, second: Blocks, torn: number, cut: number, width: number): void {
    const shelf = this.#shelf;
    if (first.least + second.least + torn > shelf.limit) return;
    const { height: heights, cost: costs, flex, modules, topLeft, topRight, kind } = this.#store;
    const offer = this.#offer;
    const facts = this.#facts;
    for (let left = first.from; left < first.to; left += 1) {
      if (kind[left] === partKinds.row) continue;
      if (costs[left]! + second.least + torn > shelf.limit) continue;
      for (let right = second.from; right < second.to; right += 1) {
        const isLeftLower = heights[left]! < heights[right]!;
        const low = isLeftLower ? left : right;
        const high = isLeftLower ? right : left;
        const height = heights[high]!;
        const difference = height - heights[low]!;
        const stretch = Math.min(difference, flex[low]!);
        const blank = difference - stretch;
        const both = costs[left]! + costs[right]! + torn;
        if (blank > deepestHole || !shelf.wants(height, both)) continue;
        const lowWidth = (isLeftLower ? cut : width - cut) * track;
        facts.blankArea = blank * lowWidth;
        facts.stretchArea = stretch * lowWidth;
        facts.meeting = this.#meeting(topRight[left]!, topLeft[right]!);
        facts.modulesOnLeft = modules[left]!;
        const cost = both + sumCosts(rowCosts, facts);
        if (!shelf.wants(height, cost)) continue;
        offer.height = height;
        offer.flex = Math.min(flex[high]!, flex[low]! - stretch);
        offer.cost = cost;
        offer.modules = modules[left]! + modules[right]!;
        offer.topLeft = topLeft[left]!;
        offer.topRight = topRight[right]!;
        offer.kind = partKinds.row;
        offer.first = left;
        offer.second = right;
        offer.split = cut;
        shelf.put(offer);
      }
    }
  }
}
