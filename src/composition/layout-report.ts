import type { LayoutHint } from '../newspaper/page.ts';
import { composePage, unheeded, type SheetOptions } from './compose-page.ts';
import type { ComposedItem } from './composed-item.ts';
import { moduleCosts } from './composition-costs.ts';

/** What one article costs the page, and what else could be asked for it. */
export interface ModuleReport {
  readonly id: string;
  /** Rows of the table that weigh something here. */
  readonly costs: readonly { readonly id: string; readonly why: string; readonly cost: number }[];
  /** The dearest last; `more` is what the whole page costs more than now, or less. */
  readonly alternatives: readonly { readonly hint: LayoutHint; readonly more: number }[];
}

export interface LayoutReport {
  readonly columns: number;
  readonly cost: number;
  /** White through the area of the sheet. */
  readonly white: number;
  readonly modules: readonly ModuleReport[];
}

/**
 * Says of each article of a page why it stands as it does: its costs, and the price of every other
 * width, direction and enclosure. What cannot be honoured is not offered.
 *
 * @param items in reading order; at least one
 */
export function layoutReport(items: readonly ComposedItem[], sheet: SheetOptions): LayoutReport {
  const now = composePage(items, sheet);
  const priceOf = (index: number, hint: LayoutHint): number =>
    composePage(
      items.map((item, at) => (at === index ? { ...item, hint } : item)),
      sheet,
    ).cost - now.cost;
  return {
    columns: sheet.columns,
    cost: now.cost,
    white: now.white,
    modules: now.modules.map(({ shape, enclosure }, index) => {
      const { id, hint = {} } = items[index]!;
      const hints: LayoutHint[] = [];
      for (let span = 1; span <= sheet.columns; span += 1) {
        if (span !== hint.span) hints.push({ ...hint, span });
      }
      hints.push(
        { ...hint, headline: shape.isVertical ? 'horizontal' : 'vertical' },
        enclosure === 'none'
          ? { ...hint, frame: true, ground: false }
          : { ...hint, frame: false, ground: false },
      );
      return {
        id,
        costs: moduleCosts
          .map((row) => ({ id: row.id, why: row.why, cost: row.weight * row.cost(shape.facts) }))
          .filter(({ cost }) => cost >= 0.5),
        alternatives: hints
          .map((wanted) => ({ hint: wanted, more: priceOf(index, wanted) }))
          .filter(({ more }) => more < unheeded / 2)
          .sort((left, right) => left.more - right.more),
      };
    }),
  };
}
