import { openingParagraphs, type FrontItem, type FrontParagraph } from '../archive/edition-view.ts';

import { headlineStep, widthInHan } from './headline-step.ts';

/** Basic columns of a wide front. Odd, so that a lead of three stands beside a rail of two. */
export const basicColumns = 5;

/** The wide front as styles/paper.css sets it, in pixels at the reader's normal size. */
const columnWidth = 224;
const gutter = 28;
const lineHeight = 28;
const textSize = 16;
const framePadding = 36;
const headlineSizes = {
  lead: [68, 54, 43, 35],
  wide: [32, 28, 25, 22],
  narrow: [22, 22, 20, 19],
} as const;

/** Characters on a line of one basic column: looks.md asks for 13 to 17. */
const charactersPerLine = columnWidth / textSize;

/** An item in its place: how many basic columns it spans, and the text there is room for. */
export interface FrontSlot {
  readonly item: FrontItem;
  readonly span: number;
  readonly texts: readonly FrontParagraph[];
  /** False where the text goes on elsewhere. */
  readonly whole: boolean;
}

export interface FrontSetting {
  readonly lead: FrontSlot;
  /** Beside the lead, top to bottom. */
  readonly rail: readonly FrontSlot[];
  /** Under it, each filling the basic columns from left to right. */
  readonly rows: readonly (readonly FrontSlot[])[];
}

/** Heights are counted in lines of text: what a make-up editor counts in. */
const leadTextLines = 16;
const rowLines = 21;
/** Less than this below the last item of the rail is white, not room for another. */
const leastLines = 8;
const railSpan = 2;
const leadSpan = basicColumns - railSpan;

/**
 * Sets a front: the lead over three columns, what follows it in the rail until the rail is as high,
 * the rest in rows. The order of the result is the reading order of the page, on every screen.
 *
 * @param items in reading order, the lead first; at least one
 */
export function setFront(items: readonly [FrontItem, ...FrontItem[]]): FrontSetting {
  const [first, ...others] = items;
  const span = others.length === 0 ? basicColumns : leadSpan;
  const lead = slot(first, span, leadTextLines * span * charactersPerLine);
  const leadHeight = headHeight(first, span, true) + textHeight(lead);

  const rail: FrontSlot[] = [];
  let height = 0;
  let next = 0;
  while (next < others.length && height + leastLines <= leadHeight) {
    const item = others[next]!;
    const head = headHeight(item, railSpan, false);
    const lines = Math.max(3, Math.floor(leadHeight - height - head));
    const set = slot(item, railSpan, lines * railSpan * charactersPerLine);
    rail.push(set);
    height += head + textHeight(set);
    next += 1;
  }
  return { lead, rail, rows: setRows(others.slice(next)) };
}

/** Fills rows with whole items; the widest item of a row takes what columns are left over. */
export function setRows(items: readonly FrontItem[]): FrontSlot[][] {
  const rows: { item: FrontItem; span: number }[][] = [];
  let row: { item: FrontItem; span: number }[] = [];
  let used = 0;
  for (const item of items) {
    const span = preferredSpan(item);
    if (used + span > basicColumns) {
      rows.push(widened(row, basicColumns - used));
      row = [];
      used = 0;
    }
    row.push({ item, span });
    used += span;
  }
  if (row.length > 0) rows.push(widened(row, basicColumns - used));
  return rows.map((slots) =>
    slots.map(({ item, span }) => {
      const lines = Math.max(5, Math.floor(rowLines - headHeight(item, span, false)));
      return slot(item, span, lines * span * charactersPerLine);
    }),
  );
}

function preferredSpan(item: FrontItem): number {
  if (item.line.kind === 'photo-news') return item.pictureMissing ? 1 : 2;
  if (item.characters > 600) return 2;
  return 1;
}

function widened(
  row: readonly { item: FrontItem; span: number }[],
  spare: number,
): { item: FrontItem; span: number }[] {
  if (spare <= 0) return [...row];
  const widest = row.reduce(
    (best, { item, span }, index) =>
      span > row[best]!.span ||
      (span === row[best]!.span && item.characters > row[best]!.item.characters)
        ? index
        : best,
    0,
  );
  return row.map((entry, index) =>
    index === widest ? { ...entry, span: entry.span + spare } : entry,
  );
}

function slot(item: FrontItem, span: number, limit: number): FrontSlot {
  return { item, span, ...openingParagraphs(item.paragraphs, limit) };
}

/** Banner, headline, deck, picture, byline and the white around them, in lines of text. */
function headHeight(
  { line, article, pictureMissing }: FrontItem,
  span: number,
  lead: boolean,
): number {
  const framed = line.kind === 'photo-news' || /^(?:commentary|essay|literature)$/.test(line.genre);
  const width = span * columnWidth + (span - 1) * gutter - (framed && !lead ? framePadding : 0);
  const sizes = headlineSizes[lead ? 'lead' : span > 1 ? 'wide' : 'narrow'];
  const stack = (text: string, size: number): number =>
    Math.ceil((widthInHan(text) * size) / width) * size * 1.2;
  const picture = article.data.images[0]?.file;
  const pixels =
    (line.column ? 46 : 0) +
    (line.column?.parentLabel === undefined ? 0 : 21) +
    (line.hasHeadline ? stack(line.title, sizes[headlineStep(line.title) - 1]!) : 22) +
    (line.deck === undefined ? 0 : stack(line.deck, lead ? 24 : 17) + 10) +
    (line.kicker === undefined ? 0 : stack(line.kicker, lead ? 24 : 17) + 10) +
    (picture ? (width * picture.height) / picture.width : pictureMissing ? 104 : 0) +
    (line.bylines.length > 0 ? 29 : 0) +
    (framed ? framePadding : 0) +
    // The line that says where the text goes on, and the white below.
    36;
  return pixels / lineHeight;
}

/** In lines: columns of one item are balanced. */
function textHeight({ texts, span }: FrontSlot): number {
  const lines = texts.reduce(
    (sum, { text }) => sum + Math.ceil((widthInHan(text) + 2) / charactersPerLine),
    0,
  );
  return Math.ceil(lines / span);
}
