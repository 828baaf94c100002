import type { ComposedItem, Enclosure } from './composed-item.ts';
import type { LayoutHint } from '../newspaper/page.ts';
import { partKinds, type BlockStore } from './block-shelf.ts';
import { cutCosts, sumCosts, type HeadlineLook, type RowFacts } from './composition-costs.ts';
import { byRank, headlineSizes } from './headline-sizes.ts';
import {
  breakHeadline,
  moduleShapes,
  prepareItem,
  type ModuleShape,
  type PreparedItem,
} from './module-shapes.ts';
import { fewestTracks, searchLayout, type CutCost } from './search-layout.ts';
import { printedCuts } from './printed-cuts.ts';
import { contentWidth, track, tracksInColumn } from './sheet-grid.ts';

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
  readonly lead?: 'top-left' | 'top-right' | undefined;
}

/**
 * Sets a page: every article whole, in a rectangle of its own, on the grid of the sheet.
 *
 * The layouts looked at are the slicing ones (guillotine): a sheet is cut across or down, and so are
 * its parts, down to the articles. The articles of each part follow one another in reading order, so
 * that of two articles the earlier one stands above the later or to its left. What is weighed is the
 * table composition-costs.ts; search-layout.ts finds the cheapest.
 *
 * After Gange, Marriott, Stuckey: Optimal Guillotine Layout (DocEng 2012).
 *
 * @param given items in reading order; at least one
 * @returns the same for the same items
 */
export function composePage(given: readonly ComposedItem[], sheet: SheetOptions): Composition {
  const isRight = sheet.lead === 'top-right';
  // Set from the left, then turned over: what is asked to stand on the left goes to the right first.
  const items = isRight ? given.map(withSidesSwapped) : given;
  const prepared = items.map(preparedOnce);
  const tracks = sheet.columns * tracksInColumn;
  const leads = leadSizes(items);
  const smaller = Math.min(1, 0.55 + sheet.columns * 0.08);
  let best: Composition | undefined;
  for (const lead of leads) {
    const sizes = headlineSizes(items, lead * smaller);
    const composition = composeAt(prepared, sizes, tracks, best?.cost ?? Infinity);
    if (composition !== undefined && (best === undefined || composition.cost < best.cost)) {
      best = composition;
    }
  }
  const fitted = fitHeadlines(prepared, best!);
  return isRight ? mirrored(fitted) : fitted;
}

/** In em of the text. A notice of some lines does not tower over its neighbours, whatever leads the page. */
function leadSizes(items: readonly ComposedItem[]): readonly number[] {
  const lead = items[byRank(items)[0] ?? 0];
  if (lead !== undefined && lead.figures.length === 0 && textLength(lead) < shortest) return [2.8];
  return items.length > 8 ? [3.8] : [4.6, 4, 3.4];
}

/** Characters: some lines of a column. */
const shortest = 110;

function textLength({ blocks }: ComposedItem): number {
  return blocks.reduce(
    (sum, { texts }) => sum + texts.reduce((length, text) => length + text.length, 0),
    0,
  );
}

/** A page is composed for several widths: its texts are read once. */
const preparedItems = new WeakMap<ComposedItem, PreparedItem>();

function preparedOnce(item: ComposedItem): PreparedItem {
  let prepared = preparedItems.get(item);
  if (prepared === undefined) {
    prepared = prepareItem(item);
    preparedItems.set(item, prepared);
  }
  return prepared;
}

/**
 * The page with headlines of these sizes.
 *
 * @param most what it may cost: undefined where every layout costs that or more (branch and bound)
 */
function composeAt(
  prepared: readonly PreparedItem[],
  sizes: readonly number[],
  tracks: number,
  most: number,
): Composition | undefined {
  const items = prepared.map(({ item }) => item);
  const lead = byRank(items)[0] ?? 0;
  const shapes = prepared.map((entry, index) => {
    const own: ModuleShape[][] = [];
    for (let width = 0; width <= tracks; width += 1) {
      own.push(
        width < Math.min(fewestTracks, tracks)
          ? []
          : moduleShapes(entry, width, tracks, sizes[index]!, index === lead).map((shape) => ({
              ...shape,
              cost: shape.cost + hintCost(entry.item, shape, tracks),
            })),
      );
    }
    return own;
  });
  const found = searchLayout({
    tracks,
    shapes,
    meeting: meetings(prepared.map((entry, index) => lookOf(entry, sizes[index]!))),
    cuts: cutsOf(items),
    below: most,
  });
  if (found === undefined) {
    return most === Infinity ? stackedPage(prepared, shapes, sizes, tracks) : undefined;
  }
  const { store, block, cost } = found;
  const height = store.height[block]!;
  const modules: ComposedModule[] = [];
  place(store, block, { left: 0, top: 0, tracks, height }, (index, number, at) => {
    const shape = shapes[index]![at.tracks]![number]!;
    modules.push({
      index,
      id: items[index]!.id,
      ...at,
      columns: shape.columns,
      isVertical: shape.isVertical,
      enclosure: prepared[index]!.enclosure,
      headlineSize: sizes[index]!,
      slack: at.height - shape.height,
      shape,
    });
  });
  return summed(modules, tracks, height, cost);
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

/** What a hint costs that is not kept: more than anything else. */
export const unheeded = 2000;

/** What an editor's width and headline cost where a shape does not have them. */
function hintCost({ hint }: ComposedItem, shape: ModuleShape, sheetTracks: number): number {
  if (hint === undefined) return 0;
  const { span, headline } = hint;
  const isWide =
    span === undefined || Math.min(span * tracksInColumn, sheetTracks) === shape.tracks;
  const isTurned = headline === undefined || (headline === 'vertical') === shape.isVertical;
  return (isWide ? 0 : unheeded) + (isTurned ? 0 : unheeded);
}

/**
 * What a cut costs by itself: it may tear a column or two articles that are asked to stand side by
 * side, or keep an article from the edge of the sheet that it is asked to touch. Whoever is never in
 * the lower part of a cut touches the top; so with the other edges.
 */
function cutsOf(
  items: readonly ComposedItem[],
): (first: number, split: number, last: number) => CutCost {
  const tears = columnTears(items);
  const prints = printedCuts(items);
  const costOf = [false, true].map((tearsColumn) =>
    [false, true].map((againstPrint) => sumCosts(cutCosts, { tearsColumn, againstPrint })),
  );
  const before = (edge: string): number[] => {
    const counts = [0];
    for (const { hint } of items) {
      counts.push(counts.at(-1)! + (hint?.position?.split('-').includes(edge) ? 1 : 0));
    }
    return counts;
  };
  const edges = {
    top: before('top'),
    bottom: before('bottom'),
    left: before('left'),
    right: before('right'),
  };
  const kept = (edge: keyof typeof edges, from: number, to: number): number =>
    (edges[edge][to]! - edges[edge][from]!) * unheeded;
  // By the second of two: whether it is asked to stand beside the one before it.
  const pairs = items.map(({ id, hint }, index) => {
    const other = items[index - 1];
    return other !== undefined && (hint?.beside === other.id || other.hint?.beside === id);
  });
  return (first, split, last) => {
    const [plain, against] = costOf[tears(first, split, last) ? 1 : 0]! as [number, number];
    const print = prints(first, split, last);
    const isPair = last - first === 1;
    return {
      stack:
        (print.stack ? against : plain) +
        kept('bottom', first, split) +
        kept('top', split, last + 1) +
        (pairs[split] ? unheeded : 0),
      row:
        (print.row ? against : plain) +
        kept('right', first, split) +
        kept('left', split, last + 1) +
        (pairs[split] && !isPair ? unheeded : 0),
    };
  };
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

interface Place {
  readonly left: number;
  readonly top: number;
  readonly tracks: number;
  readonly height: number;
}

/** Where each article of a block stands when the block has this place. */
function place(
  store: BlockStore,
  block: number,
  at: Place,
  put: (index: number, shape: number, place: Place) => void,
): void {
  const { left, top, tracks, height } = at;
  const kind = store.kind[block]!;
  const first = store.first[block]!;
  const second = store.second[block]!;
  if (kind === partKinds.module) put(first, second, at);
  else if (kind === partKinds.row) {
    const split = store.split[block]!;
    place(store, first, { ...at, tracks: split }, put);
    place(store, second, { ...at, left: left + split, tracks: tracks - split }, put);
  } else {
    const heights = [store.height[first]!, store.height[second]!] as const;
    const flex = store.flex[block]!;
    const extra = height - heights[0] - heights[1];
    const flexible = Math.min(extra, flex);
    const share = flex > 0 ? store.flex[first]! / flex : 0.5;
    const rest = extra - flexible;
    const own = heights[0] + flexible * share + rest * (heights[0] / (heights[0] + heights[1]));
    place(store, first, { ...at, height: own }, put);
    place(store, second, { ...at, top: top + own, height: height - own }, put);
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

function withSidesSwapped(item: ComposedItem): ComposedItem {
  const position = item.hint?.position?.replace(/left|right/, (side) =>
    side === 'left' ? 'right' : 'left',
  ) as LayoutHint['position'];
  const { printed } = item;
  if (position === item.hint?.position && printed === undefined) return item;
  return {
    ...item,
    hint: item.hint && { ...item.hint, position },
    printed: printed && { ...printed, left: 1 - printed.right, right: 1 - printed.left },
  };
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
