import type { ComposedModule, Composition } from './compose-page.ts';
import type { ComposedItem, Enclosure } from './composed-item.ts';
import { isChinese, widthInEm } from './text-measure.ts';
import { contentWidth, framePadding, gutter, leading, moduleWhite, track } from './sheet-grid.ts';

/** A rectangle of a small page, in em of its text, from its upper left corner. */
export interface ThumbnailBox {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** A line of a headline: `x` is its middle and `y` its base; of a vertical one, its middle and top. */
export interface ThumbnailLine {
  readonly text: string;
  readonly x: number;
  readonly y: number;
  readonly size: number;
  readonly isVertical: boolean;
  /**
   * What a line of Latin letters is made to fit: the reader's font may set them a fifth wider than they
   * were measured (DejaVu Serif does). Han characters are as wide as their size.
   */
  readonly fit?: number | undefined;
}

export interface ThumbnailModule {
  readonly box: ThumbnailBox;
  readonly enclosure: Enclosure;
  readonly headline: readonly ThumbnailLine[];
  /** Columns of text. */
  readonly columns: readonly ThumbnailBox[];
  readonly picture: ThumbnailBox | undefined;
}

/** A page as one sees it from across the room: headlines, columns, pictures. */
export interface PageThumbnail {
  readonly width: number;
  readonly height: number;
  readonly modules: readonly ThumbnailModule[];
}

/** @param composition of the items, whose headlines it takes */
export function pageThumbnail(
  items: readonly ComposedItem[],
  { width, height, modules }: Composition,
): PageThumbnail {
  return {
    width: width - gutter,
    height,
    modules: modules.map((module) => thumbnailModule(items[module.index]!, module)),
  };
}

function thumbnailModule(item: ComposedItem, module: ComposedModule): ThumbnailModule {
  const { enclosure, tracks, columns, isVertical, shape, headlineSize } = module;
  const framed = enclosure !== 'none';
  const inset = framed ? framePadding - 0.25 : 0;
  const width = contentWidth(tracks, framed);
  const left = module.left * track + inset;
  const top = module.top + moduleWhite.above + (framed ? framePadding : 0);
  const bottom = module.top + module.height - moduleWhite.below - (framed ? framePadding : 0);
  const { measure } = shape.facts;
  const textHeight = Math.min(bottom - top, shape.textLines * leading);
  const textTop = bottom - textHeight;
  const isPicture = item.kind === 'photo-news';
  const columnWidth = isPicture ? width : measure;
  const beside = width - columns * columnWidth - (columns - 1) * gutter;
  const textLeft = left + (isVertical ? beside : beside / 2);
  const headline = isVertical
    ? [
        {
          text: item.headline.join(''),
          x: left + headlineSize * 0.6,
          y: top,
          size: headlineSize,
          isVertical,
        },
      ]
    : headlineLines(item.headline, headlineSize, left, width, top, textTop);
  const hasPicture = isPicture || item.figures.length > 0;
  const pictureTop = Math.max(top, ...headline.map(({ y, size }) => y + size * 0.5));
  return {
    box: {
      x: left - inset,
      y: module.top + (framed ? moduleWhite.above : 0),
      width: width + 2 * inset,
      height: module.height - (framed ? moduleWhite.above + moduleWhite.below : 0),
    },
    enclosure,
    headline,
    columns: Array.from({ length: columns }, (_column, index) => ({
      x: textLeft + index * (columnWidth + gutter),
      y: textTop,
      width: columnWidth,
      height:
        // The last column is the shorter one.
        index < columns - 1
          ? textHeight
          : Math.max(leading, textHeight - Math.floor(shape.facts.raggedLines) * leading),
    })),
    picture:
      hasPicture && textTop - pictureTop > 4
        ? pictureBox(item, left, width, pictureTop, textTop - 1)
        : undefined,
  };
}

/** As wide as its own proportion lets it be in the room that it has. */
function pictureBox(
  item: ComposedItem,
  left: number,
  width: number,
  top: number,
  bottom: number,
): ThumbnailBox {
  const aspect = item.figures[0]?.aspect ?? width / (bottom - top);
  const height = Math.min(bottom - top, width / aspect);
  const own = Math.min(width, height * aspect);
  return { x: left + (width - own) / 2, y: top, width: own, height };
}

/** Lines broken at the headline's phrases, in the middle of the room that is left above the text. */
function headlineLines(
  pieces: readonly string[],
  size: number,
  left: number,
  width: number,
  top: number,
  textTop: number,
): ThumbnailLine[] {
  const lines: string[] = [];
  let used = Infinity;
  // Latin headlines have no phrases: they break at their blanks.
  for (const piece of pieces.flatMap((phrase) => phrase.split(/(?<= )/))) {
    const own = widthInEm(piece) * size;
    if (used + own > width) {
      lines.push('');
      used = 0;
    }
    lines[lines.length - 1] += piece;
    used += own;
  }
  const height = lines.length * size * 1.2;
  const first = top + Math.max(0, Math.min((textTop - top - height) / 2, 3));
  return lines.map((text, index) => ({
    text: text.trim(),
    x: left + width / 2,
    y: first + index * size * 1.2 + size,
    size,
    isVertical: false,
    fit: isChinese(text) ? undefined : Math.min(width, widthInEm(text.trim()) * size * 1.1),
  }));
}
