import type { LayoutHint } from '../newspaper/page.ts';
import { composePage, type Composition, type SheetOptions } from './compose-page.ts';
import type { ComposedItem } from './composed-item.ts';
import { tracksInColumn } from './sheet-grid.ts';

/** A hint that the engine did not keep, although it could be kept on some other page. */
export interface UnheededHint {
  /** Of the article. */
  readonly id: string;
  readonly field: 'span' | 'position' | 'beside' | 'headline';
  /** Basic columns of the sheets on which it was not kept. */
  readonly columns: readonly number[];
  /** The article whose hints leave no room for this one; undefined where the order of reading does. */
  readonly rival: string | undefined;
}

/**
 * Looks which hints lost while the page was composed, and to what.
 *
 * @param items as they were composed, in reading order
 * @param compositions of the page, one a number of columns
 */
export function unheededHints(
  items: readonly ComposedItem[],
  compositions: readonly Composition[],
  lead?: SheetOptions['lead'],
): UnheededHint[] {
  const lost = new Map<string, UnheededHint>();
  for (const composition of compositions) {
    const { columns } = composition;
    for (const index of items.keys()) {
      for (const field of fields) {
        if (isHeeded[field](items, composition, index)) continue;
        const { id } = items[index]!;
        const known = lost.get(`${id} ${field}`);
        const rival = known?.rival ?? rivalOf(items, index, field, { columns, lead });
        lost.set(`${id} ${field}`, {
          id,
          field,
          columns: [...(known?.columns ?? []), columns],
          rival,
        });
      }
    }
  }
  return [...lost.values()];
}

const fields = ['span', 'position', 'beside', 'headline'] as const;

type Heeded = (items: readonly ComposedItem[], page: Composition, index: number) => boolean;

/** What each kind of hint asks of a module; what is not asked is kept. */
const isHeeded: Readonly<Record<(typeof fields)[number], Heeded>> = {
  span: (items, { modules, tracks }, index) => {
    const { span } = hintOf(items, index);
    return span === undefined || modules[index]!.tracks === Math.min(span * tracksInColumn, tracks);
  },
  position: (items, { modules, tracks, height }, index) => {
    const module = modules[index]!;
    const touches: Readonly<Record<string, boolean>> = {
      top: module.top < nearly,
      bottom: module.top + module.height > height - nearly,
      left: module.left === 0,
      right: module.left + module.tracks === tracks,
    };
    const { position } = hintOf(items, index);
    return position === undefined || position.split('-').every((edge) => touches[edge]);
  },
  beside: (items, { modules }, index) => {
    const { beside } = hintOf(items, index);
    const other = modules.find(({ id }) => id === beside);
    const module = modules[index]!;
    return (
      other === undefined ||
      (Math.abs(other.top - module.top) < nearly &&
        (other.left + other.tracks === module.left || module.left + module.tracks === other.left))
    );
  },
  headline: (items, { modules }, index) => {
    const { headline } = hintOf(items, index);
    return headline === undefined || (headline === 'vertical') === modules[index]!.isVertical;
  },
};

/** Sums of heights differ in their last digits; in em. */
const nearly = 0.1;

function hintOf(items: readonly ComposedItem[], index: number): LayoutHint {
  return items[index]!.hint ?? {};
}

/** The first article without whose hints this one is kept. */
function rivalOf(
  items: readonly ComposedItem[],
  index: number,
  field: (typeof fields)[number],
  sheet: SheetOptions,
): string | undefined {
  return items.find(({ hint }, other) => {
    if (other === index || hint === undefined) return false;
    const without = items.map((item, at) => (at === other ? { ...item, hint: undefined } : item));
    return isHeeded[field](without, composePage(without, sheet), index);
  })?.id;
}
