import type { ComposedItem } from './composed-item.ts';
import { composePage, type Composition, type SheetOptions } from './compose-page.ts';
import { paperProportion, type SheetCut } from './sheet-style.ts';

/**
 * Basic columns of narrower screens, by the width of the page's container in rem (the reader's own:
 * with large type the same screen has fewer columns). Below the first there is one column, in reading
 * order. At each bound the text is about fourteen pixels, and grows with the window.
 */
const narrow = [
  { columns: 3, from: 40, to: 54 },
  { columns: 4, from: 54, to: 66 },
  { columns: 5, from: 66, to: 76 },
] as const;

/** Height through width that a page on a wide screen should have: more columns make it flatter. */
const wideProportion = 1.15;

/** The compositions of one page: of each width of a screen, and of paper. */
export interface PageCuts {
  readonly screen: readonly SheetCut[];
  readonly paper: Composition | undefined;
}

/**
 * Sets a page for each width.
 *
 * @param items in reading order
 * @param lead the corner where the lead stands
 */
export function pageCuts(items: readonly ComposedItem[], lead?: SheetOptions['lead']): PageCuts {
  if (items.length === 0) return { screen: [], paper: undefined };
  const compose = (columns: number): Composition => composePage(items, { columns, lead });
  const three = { ...narrow[0], composition: compose(narrow[0].columns) };
  const four = { ...narrow[1], composition: compose(narrow[1].columns) };
  const fiveFrom = narrow[2].from;
  // A page of little text in six columns would be a strip: it has five, or four.
  const columns = columnsFor(four.composition, wideProportion, 4, 6);
  const wide = columns === 4 ? four.composition : compose(columns);
  const screen: SheetCut[] = [three];
  if (columns === 4) screen.push({ composition: wide, from: four.from });
  else if (columns === 5) screen.push(four, { composition: wide, from: fiveFrom });
  else {
    const five = { ...narrow[2], composition: compose(narrow[2].columns) };
    screen.push(four, five, { composition: wide, from: five.to });
  }
  return { screen, paper: paperCut(compose, [four.composition, wide]) };
}

/** Columns that give a page about this proportion: its area is the same however many there are. */
function columnsFor(
  { columns, height, width }: Composition,
  proportion: number,
  fewest: number,
  most: number,
): number {
  const wanted = columns * Math.sqrt(height / width / proportion);
  return Math.max(fewest, Math.min(most, Math.round(wanted)));
}

/** On paper: so many columns that the page has the proportion of the sheet, and fills it. */
function paperCut(
  compose: (columns: number) => Composition,
  known: readonly Composition[],
): Composition {
  const columns = columnsFor(known.at(-1)!, paperProportion, 3, 8);
  return known.find((cut) => cut.columns === columns) ?? compose(columns);
}
