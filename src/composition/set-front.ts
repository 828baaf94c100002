import { openingParagraphs, type FrontItem, type FrontParagraph } from '../archive/edition-view.ts';

/** Basic columns of a wide front. Odd, so that a lead of three stands beside a rail of two. */
export const basicColumns = 5;

/** Characters on a line of one basic column at text size: looks.md asks for 13 to 17. */
const charactersPerLine = 14;

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
const rowLines = 20;
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
  const room = leadTextLines * leadSpan * charactersPerLine;
  const lead = slot(first, others.length === 0 ? basicColumns : leadSpan, room);
  const leadHeight = heightInLines(lead, 8);

  const rail: FrontSlot[] = [];
  let height = 0;
  let next = 0;
  while (next < others.length && height < leadHeight - 6) {
    const item = others[next]!;
    const head = headHeight(item, railSpan);
    const lines = Math.max(4, Math.round(leadHeight - height - head - 2));
    const set = slot(item, railSpan, lines * railSpan * charactersPerLine);
    rail.push(set);
    height += heightInLines(set, head) + 2;
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
      const lines = Math.max(5, Math.round(rowLines - headHeight(item, span)));
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

/** Headline, deck, banner and byline, in lines of text. */
function headHeight(item: FrontItem, span: number): number {
  const { line } = item;
  const perLine = Math.max(1, span * 9);
  const headline = line.hasHeadline ? Math.ceil(line.title.length / perLine) * 1.6 : 0;
  return (
    headline +
    (line.deck ? 1.5 : 0) +
    (line.column ? 2 : 0) +
    (line.bylines.length > 0 ? 1.2 : 0) +
    1
  );
}

function heightInLines({ texts, span }: FrontSlot, head: number): number {
  const lines = texts.reduce(
    (sum, { text }) => sum + Math.ceil((text.length + 2) / charactersPerLine),
    0,
  );
  return head + Math.ceil(lines / span);
}
