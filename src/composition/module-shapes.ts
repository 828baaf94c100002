import type { ComposedBlock, ComposedItem, Enclosure } from './composed-item.ts';
import { enclosureOf } from './composed-item.ts';
import { moduleCosts, sumCosts, type ModuleFacts } from './composition-costs.ts';
import { obstacleToVertical } from '../newspaper/headline-direction.ts';
import {
  contentWidth,
  framePadding,
  gutter,
  leading,
  moduleWhite,
  textColumns,
} from './sheet-grid.ts';
import {
  countLines,
  isChinese,
  measureText,
  widthInEm,
  type MeasuredText,
} from './text-measure.ts';

/** One way to set an article: how wide, in how many columns, and how high that makes it. */
export interface ModuleShape {
  readonly tracks: number;
  readonly columns: number;
  /** In em; undefined where the text is as wide as its module has room for. */
  readonly textWidth?: number | undefined;
  readonly isVertical: boolean;
  /** In em of the text: as high as it must be. */
  readonly height: number;
  /** How much higher it may be without looking empty: white around the headline. */
  readonly flex: number;
  readonly cost: number;
  readonly facts: ModuleFacts;
  /** Lines of text in a column. */
  readonly textLines: number;
}

/** Sizes of what stands around a headline, in em of the text. Matches styles/page-sheet.css. */
export function deckSize(headline: number): number {
  return Math.min(1.7, Math.max(1.1, Math.round(headline * 50) / 100));
}

const headlineLeading = 1.2;
const deckLeading = 1.4;
const heights = {
  banner: 2.7,
  bannerParent: 1.4,
  headBelow: 0.5,
  deckAbove: 0.25,
  byline: 1.65,
  pictureHeading: 2,
  pictureMissing: 7,
  pictureMost: 24,
  figureBelow: 1.2,
  captionLeading: 1.4,
  captionSize: 0.9,
} as const;
/** Share of the headline's own height that white around it may add; then the least and the most. */
const headFlex = { share: 0.45, least: 0.8, most: 2.6 } as const;
/** A frame that says that the picture is missing may be of any height. */
const missingFlex = 5;
/** Lines that a column has at least, where there are several. */
const fewestLines = 3;
/** Of a text that stands in fewer columns than it has room for: wide, since it is soon read. */
const shortTextMeasure = 20;

interface PreparedBlock {
  readonly block: ComposedBlock;
  readonly texts: readonly MeasuredText[];
}

/** An article made ready to be set at many widths: every text is read once. */
export interface PreparedItem {
  readonly item: ComposedItem;
  readonly enclosure: Enclosure;
  readonly headline: readonly number[];
  readonly isHan: boolean;
  readonly blocks: readonly PreparedBlock[];
  /** Lines by measure. */
  readonly lines: Map<number, { readonly total: number; readonly longest: number }>;
}

export function prepareItem(item: ComposedItem): PreparedItem {
  const isHan = isChinese(item.headline.join('')) || isChinese(item.blocks[0]?.texts[0] ?? '');
  return {
    item,
    enclosure: enclosureOf(item),
    headline: item.headline.flatMap((piece) =>
      isHan ? [widthInEm(piece)] : piece.split(/(?<=\s)/u).map((word) => widthInEm(word) * 1.06),
    ),
    isHan,
    blocks: item.blocks.map((block) => ({ block, texts: block.texts.map(measureText) })),
    lines: new Map(),
  };
}

/** Lines that a headline takes at a size, broken at its phrases; and its widest line, in em. */
export function breakHeadline(
  pieces: readonly number[],
  size: number,
  width: number,
): { readonly lines: number; readonly widest: number } {
  let lines = 1;
  let used = 0;
  let widest = 0;
  for (const piece of pieces) {
    const own = piece * size;
    if (used > 0 && used + own > width) {
      widest = Math.max(widest, used);
      lines += 1;
      used = 0;
    }
    used += own;
    if (used > width) {
      lines += Math.ceil(used / width) - 1;
      widest = width;
      used %= width;
    }
  }
  return { lines, widest: Math.max(widest, used) };
}

const linesOf = (text: string, width: number): number => Math.ceil(widthInEm(text) / width - 0.01);

/** Height of the body at a measure, in lines; and of its tallest piece that no column may tear. */
function bodyLines(
  prepared: PreparedItem,
  measure: number,
): { readonly total: number; readonly longest: number } {
  const key = Math.round(measure * 100);
  let found = prepared.lines.get(key);
  if (found === undefined) {
    let total = prepared.item.tailLines;
    let longest = 0;
    const indent = prepared.isHan ? 2 : 1.2;
    for (const { block, texts } of prepared.blocks) {
      const count = (width: number, first: number): number =>
        texts.reduce((sum, text) => sum + countLines(text, width, first), 0);
      if (block.kind === 'paragraph') total += count(measure, indent);
      else if (block.kind === 'heading') total += count(measure / 1.05, 0) + 0.5;
      else if (block.kind === 'list') total += count(measure - 1.5, 0);
      else if (block.kind === 'quote') total += count(measure - 2, 0) + 1;
      else if (block.kind === 'break') total += 1;
      else {
        const own =
          block.kind === 'figure'
            ? measure / (block.aspect ?? 1.5) / leading + 1 + count(measure / 0.9, 0)
            : count(measure * 0.8, 0) * 1.2 + 1;
        total += own;
        if (block.kind === 'figure') longest = Math.max(longest, own);
      }
    }
    found = { total, longest };
    prepared.lines.set(key, found);
  }
  return found;
}

/** The height of what stands above the text, without the headline itself. */
function headHeight(prepared: PreparedItem, size: number, width: number): number {
  const { item } = prepared;
  const deck = deckSize(size);
  const stack = (text: string | undefined): number =>
    text === undefined || text === ''
      ? 0
      : linesOf(text, width / deck) * deck * deckLeading + heights.deckAbove * deck;
  let height = 0;
  if (item.column) height += heights.banner + (item.column.hasParent ? heights.bannerParent : 0);
  height +=
    item.headline.length > 0
      ? heights.headBelow + stack(item.kicker) + stack(item.deck)
      : heights.pictureHeading;
  if (item.standfirst !== undefined) height += linesOf(item.standfirst, width) * leading + 1.6;
  if (item.byline !== undefined && item.byline !== '') {
    height += linesOf(item.byline, width / 0.9) * heights.byline;
  }
  for (const { aspect, caption } of item.figures) {
    height +=
      Math.min(width / aspect, heights.pictureMost) +
      linesOf(caption, width / heights.captionSize) * heights.captionSize * heights.captionLeading +
      heights.figureBelow;
  }
  if (item.pictureMissing) height += heights.pictureMissing;
  return height;
}

/**
 * The shapes of an article at one width.
 *
 * @param size of its headline, in em of the text
 * @returns one, or two where a vertical headline may serve; none where it does not fit at all
 */
export function moduleShapes(
  prepared: PreparedItem,
  tracks: number,
  sheetTracks: number,
  size: number,
  isLead: boolean,
): ModuleShape[] {
  const shapes: ModuleShape[] = [];
  shapes.push(horizontalShape(prepared, tracks, sheetTracks, size, isLead));
  if (canBeVertical(prepared, isLead) && tracks >= 3) {
    const shape = verticalShape(prepared, tracks, sheetTracks, size);
    if (shape !== undefined) shapes.push(shape);
  }
  return shapes;
}

function horizontalShape(
  prepared: PreparedItem,
  tracks: number,
  sheetTracks: number,
  size: number,
  isLead: boolean,
): ModuleShape {
  const { item, enclosure } = prepared;
  const framed = enclosure !== 'none';
  const width = contentWidth(tracks, framed);
  const isPicture = item.kind === 'photo-news';
  const { columns, measure, total, longest } = isPicture
    ? { columns: 1, measure: width, ...bodyLines(prepared, width) }
    : textBlock(prepared, width, textColumns(tracks, framed));
  const textLines = Math.max(Math.ceil(total / columns - 0.01), longest);
  const textWidth = columns * measure + (columns - 1) * gutter;
  const broken = breakHeadline(prepared.headline, size, width);
  const headline = prepared.headline.length === 0 ? 0 : broken.lines * size * headlineLeading;
  const head = headline + headHeight(prepared, size, width);
  const white = framed
    ? 2 * framePadding + moduleWhite.above + moduleWhite.below
    : moduleWhite.above + moduleWhite.below;
  const height = white + head + textLines * leading;
  const facts: ModuleFacts = {
    isLead,
    hasHeadline: prepared.headline.length > 0,
    tracks,
    sheetTracks,
    width,
    height,
    columns,
    // A caption is one text, not a column of a page: any measure will do.
    measure: isPicture ? 14 : measure,
    textLines,
    raggedLines: textLines * columns - total,
    headlineSize: size,
    headlineLines: broken.lines,
    headlineFill: broken.widest / width,
    isVertical: false,
    besidePictures: item.figures.reduce((sum, { aspect }) => {
      const shown = Math.min(width / aspect, heights.pictureMost);
      return sum + (width - shown * aspect) * shown;
    }, 0),
    besideText: (width - textWidth) * textLines * leading,
    printedShare: printedShareOf(item),
  };
  return {
    tracks,
    columns,
    textWidth: width - textWidth > 0.01 ? textWidth : undefined,
    isVertical: false,
    height,
    flex:
      Math.min(headFlex.most, Math.max(headFlex.least, headline * headFlex.share)) +
      (item.pictureMissing ? missingFlex : 0),
    cost: sumCosts(moduleCosts, facts),
    facts,
    textLines,
  };
}

/**
 * The text in columns. A text too short for those that its width has room for takes fewer, and stands
 * in the middle: one sentence in four columns of a line each reads like four captions.
 *
 * @param width for content, in em
 * @param most columns, as many as the width has room for
 */
function textBlock(
  prepared: PreparedItem,
  width: number,
  most: number,
): { columns: number; measure: number; total: number; longest: number } {
  for (let columns = most; ; columns -= 1) {
    const full = (width - (columns - 1) * gutter) / columns;
    const measure = columns === most ? full : Math.min(full, shortTextMeasure);
    const { total, longest } = bodyLines(prepared, measure);
    if (columns === 1 || total > columns * (fewestLines - 1)) {
      return { columns, measure, total, longest };
    }
  }
}

function printedShareOf({ printed }: PreparedItem['item']): number | undefined {
  return printed && printed.right - printed.left;
}

function canBeVertical({ item }: PreparedItem, isLead: boolean): boolean {
  return (
    obstacleToVertical({
      ...item,
      headline: item.headline.join(''),
      hasColumn: item.column !== undefined,
      hasPictures: item.figures.length > 0,
      isLead,
    }) === undefined
  );
}

/** Room beside a vertical headline, in em of its size. */
export const verticalHeadline = { width: 1.3, apart: 1 } as const;

function verticalShape(
  prepared: PreparedItem,
  tracks: number,
  sheetTracks: number,
  size: number,
): ModuleShape | undefined {
  const { item, enclosure } = prepared;
  const framed = enclosure !== 'none';
  const headWidth = size * verticalHeadline.width + verticalHeadline.apart;
  const width = contentWidth(tracks, framed);
  const rest = width - headWidth;
  const columns = Math.floor((rest + gutter) / (12 + gutter));
  if (columns < 1) return undefined;
  const measure = (rest - (columns - 1) * gutter) / columns;
  const { total } = bodyLines(prepared, measure);
  const textLines = Math.ceil(total / columns - 0.01);
  const byline = item.byline ? linesOf(item.byline, rest / 0.9) * heights.byline : 0;
  const text = textLines * leading + byline;
  const headline = widthInEm(item.headline.join('')) * size * 1.02;
  if (headline > text) return undefined;
  const white = moduleWhite.above + moduleWhite.below + (framed ? 2 * framePadding : 0);
  const facts: ModuleFacts = {
    isLead: false,
    hasHeadline: true,
    tracks,
    sheetTracks,
    width,
    height: white + text,
    columns,
    measure,
    textLines,
    raggedLines: textLines * columns - total,
    headlineSize: size,
    headlineLines: 1,
    headlineFill: 1,
    isVertical: true,
    besidePictures: 0,
    besideText: 0,
    printedShare: printedShareOf(item),
  };
  return {
    tracks,
    columns,
    isVertical: true,
    height: white + text,
    flex: 0.8,
    cost: sumCosts(moduleCosts, facts),
    facts,
    textLines,
  };
}
