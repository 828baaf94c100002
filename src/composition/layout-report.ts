import type { LayoutHint } from '../newspaper/page.ts';
import { composePage, unheeded, type SheetOptions } from './compose-page.ts';
import type { ComposedItem } from './composed-item.ts';
import { moduleCosts } from './composition-costs.ts';

/** A sheet that the page is set on: a width of the window, or paper. */
export interface SheetReport {
  readonly columns: number;
  readonly cost: number;
  /** White through the area of the sheet. */
  readonly white: number;
}

/** What one article costs the page, and what else could be asked for it. */
export interface ModuleReport {
  readonly id: string;
  /** Rows of the table that weigh something on one sheet at least; `cost` by sheet. */
  readonly costs: readonly {
    readonly id: string;
    readonly why: string;
    readonly cost: readonly number[];
  }[];
  /**
   * The dearest last; `more` is what the whole page costs more than now, or less, by sheet: undefined
   * where that sheet cannot honour the hint.
   */
  readonly alternatives: readonly {
    readonly hint: LayoutHint;
    readonly more: readonly (number | undefined)[];
  }[];
}

export interface LayoutReport {
  readonly sheets: readonly SheetReport[];
  readonly modules: readonly ModuleReport[];
}

/**
 * Says of each article of a page why it stands as it does: its costs, and the price of every other
 * width, direction and enclosure, on every sheet that the page is set on: a hint holds for all of
 * them. What no sheet can honour is not offered.
 *
 * @param items in reading order; at least one
 * @param columns of the sheets
 */
export function layoutReport(
  items: readonly ComposedItem[],
  columns: readonly number[],
  lead?: SheetOptions['lead'],
): LayoutReport {
  const now = columns.map((count) => composePage(items, { columns: count, lead }));
  const pricesOf = (index: number, hint: LayoutHint): (number | undefined)[] => {
    const wanted = items.map((item, at) => (at === index ? { ...item, hint } : item));
    return now.map(({ columns: count, cost }) => {
      const more = composePage(wanted, { columns: count, lead }).cost - cost;
      return more < unheeded / 2 ? more : undefined;
    });
  };
  return {
    sheets: now.map(({ columns: count, cost, white }) => ({ columns: count, cost, white })),
    modules: items.map(({ id, hint = {} }, index) => {
      const modules = now.map((page) => page.modules[index]!);
      const hints: LayoutHint[] = [];
      for (let span = 1; span <= Math.max(...columns); span += 1) {
        if (span !== hint.span) hints.push({ ...hint, span });
      }
      hints.push(
        { ...hint, headline: modules.at(-1)!.isVertical ? 'horizontal' : 'vertical' },
        modules[0]!.enclosure === 'none'
          ? { ...hint, frame: true, ground: false }
          : { ...hint, frame: false, ground: false },
      );
      return {
        id,
        costs: moduleCosts
          .map((row) => ({
            id: row.id,
            why: row.why,
            cost: modules.map(({ shape }) => row.weight * row.cost(shape.facts)),
          }))
          .filter(({ cost }) => cost.some((one) => one >= 0.5)),
        alternatives: hints
          .map((wanted) => ({ hint: wanted, more: pricesOf(index, wanted) }))
          .filter(({ more }) => more.some((price) => price !== undefined))
          .sort((left, right) => totalOf(left.more) - totalOf(right.more)),
      };
    }),
  };
}

/** A sheet that cannot honour a hint comes last. */
function totalOf(more: readonly (number | undefined)[]): number {
  return more.reduce<number>((sum, price) => sum + (price ?? unheeded), 0);
}
