import type { ComposedItem } from './composed-item.ts';
import { composePage, type Composition } from './compose-page.ts';
import { paperProportion, type SheetCut } from './sheet-style.ts';

/**
 * How many basic columns a page has at which width of its container, in rem (the reader's own: with
 * large type the same screen has fewer columns). Below the first there is one column, in reading
 * order. At each bound the text is about fourteen pixels, and grows with the window.
 */
const widths = [
  { columns: 3, from: 40, to: 54 },
  { columns: 4, from: 54, to: 76 },
  { columns: 6, from: 76 },
] as const;

/** A page of so little text that six columns would make a strip of it has four. */
const leastProportion = 0.5;

/** The compositions of one page: of each width of a screen, and of paper. */
export interface PageCuts {
  readonly screen: readonly SheetCut[];
  readonly paper: Composition | undefined;
}

/** Sets a page for each width. @param items in reading order */
export function pageCuts(items: readonly ComposedItem[]): PageCuts {
  if (items.length === 0) return { screen: [], paper: undefined };
  const screen = widths.map((width) => ({
    composition: composePage(items, { columns: width.columns }),
    from: width.from,
    ...('to' in width ? { to: width.to } : {}),
  }));
  const widest = screen.at(-1)!.composition;
  const middle = screen.at(-2)!.composition;
  // A short page is set in fewer columns: a strip is no page.
  if (widest.height / widest.width < leastProportion) {
    const short = [...screen.slice(0, -2), { composition: middle, from: widths[1].from }];
    return { screen: short, paper: paperCut(items, middle) };
  }
  return { screen, paper: paperCut(items, widest) };
}

/** Columns on paper: so many that the page has the proportion of the sheet, and fills it. */
function paperCut(items: readonly ComposedItem[], known: Composition): Composition {
  const wanted = known.columns * Math.sqrt(known.height / known.width / paperProportion);
  const columns = Math.max(3, Math.min(8, Math.round(wanted)));
  return columns === known.columns ? known : composePage(items, { columns });
}
