import type { PagePart } from '../newspaper/zones.ts';
import type { ComposedItem } from './composed-item.ts';

/** Zones overlap by a hair, and rules stand between them; in parts of the page. */
const nearly = 0.03;

/**
 * How two neighbouring runs of articles stand to one another on the printed page, where that is known.
 *
 * @param items in reading order; what is on the left of the page is read first
 * @returns for a cut of the run `first` to `last` before `split`: whether each way goes against the print
 */
export function printedCuts(
  items: readonly ComposedItem[],
): (
  first: number,
  split: number,
  last: number,
) => { readonly stack: boolean; readonly row: boolean } {
  if (items.every(({ printed }) => printed === undefined)) return () => neither;
  const runs = items.map((_item, first) => {
    const upTo: (PagePart | undefined)[] = [];
    for (let last = first; last < items.length; last += 1) {
      upTo.push(joined(upTo.at(-1), items[last]!.printed));
    }
    return upTo;
  });
  return (first, split, last) => {
    const before = runs[first]![split - 1 - first];
    const after = runs[split]![last - split];
    if (before === undefined || after === undefined) return neither;
    const isAbove = before.bottom <= after.top + nearly;
    const isBefore = before.right <= after.left + nearly;
    return { stack: isBefore && !isAbove, row: isAbove && !isBefore };
  };
}

const neither = { stack: false, row: false } as const;

function joined(one: PagePart | undefined, other: PagePart | undefined): PagePart | undefined {
  if (one === undefined || other === undefined) return one ?? other;
  return {
    left: Math.min(one.left, other.left),
    top: Math.min(one.top, other.top),
    right: Math.max(one.right, other.right),
    bottom: Math.max(one.bottom, other.bottom),
  };
}

/** The corner where the printed page begins; undefined where it is not known, or the lead is as wide as the page. */
export function printedCorner(
  items: readonly ComposedItem[],
): 'top-left' | 'top-right' | undefined {
  const first = items[0]?.printed;
  if (first === undefined || first.top > 0.5) return undefined;
  const [onLeft, onRight] = [first.left, 1 - first.right];
  if (Math.abs(onLeft - onRight) < 0.15) return undefined;
  return onLeft > onRight ? 'top-right' : 'top-left';
}
