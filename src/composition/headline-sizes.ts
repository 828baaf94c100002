import type { ComposedItem } from './composed-item.ts';

/** Of what follows the lead, by rank, in em of the text; every later one has the last. */
const steps = [2.4, 2.15, 2, 1.9, 1.8, 1.7, 1.6, 1.5, 1.45, 1.4] as const;

/**
 * A size for each headline, before the page is set: the lead towers, the others step down. A lower
 * rank never has the larger headline, whatever room it finds.
 *
 * @param lead size of the lead's headline, in em of the text
 * @returns in the order of the items; 0 where there is no headline
 */
export function headlineSizes(items: readonly ComposedItem[], lead: number): number[] {
  const sizes = items.map(() => 0);
  byRank(items).forEach((index, place) => {
    const step = steps[Math.min(place, steps.length) - 1] ?? steps[0];
    // looks.md: the lead about twice the next, as far as a readable headline can be that small.
    sizes[index] =
      place === 0 ? lead : Math.max(1.4, Math.min(step, lead * 0.55 * (step / steps[0])));
  });
  return sizes;
}

/** Indexes of the items with a headline, the weightiest first. */
export function byRank(items: readonly ComposedItem[]): number[] {
  return items
    .map((_item, index) => index)
    .filter((index) => items[index]!.headline.length > 0)
    .sort((left, right) => items[left]!.rank - items[right]!.rank || left - right);
}
