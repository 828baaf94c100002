/** Lines on one sealed list page. Changing it renumbers every list page of the site: do not. */
export const listPageSize = 40;

/** One page of a long list. */
export interface ListPage<Item> {
  /** Number from the oldest, from 1; undefined for the bare address, which shows the newest. */
  readonly number: number | undefined;
  /** Newest first. */
  readonly items: readonly Item[];
  /** Place of the first of them in the list from the oldest, from 0. */
  readonly newest: number;
  /** The next older list page, if any. */
  readonly older: number | undefined;
  /** The next newer list page; undefined for the bare address. */
  readonly newer: number | undefined;
}

/**
 * The pages that a list of so many items is cut into, numbered from the oldest, so that a full page
 * never changes again: neither its items nor its links (page `n` links to `n + 1`, which exists from
 * the moment `n` is full).
 *
 * - A list of at most `size` items has the bare address only.
 * - A longer one has pages 1 … ceil(length / size); all but the last are full, hence sealed.
 *
 * @param length number of items
 * @param size items a page, at least 1
 * @returns undefined for the bare address first, then the numbers from 1
 */
export function listPageNumbers(
  length: number,
  size: number = listPageSize,
): (number | undefined)[] {
  const count = Math.ceil(length / size);
  return count <= 1
    ? [undefined]
    : [undefined, ...Array.from({ length: count }, (_, index) => index + 1)];
}

/**
 * Cuts one page out of a list. The bare address shows the last two pages together, so that it never
 * opens on a stub of one line the day after a page filled up.
 *
 * @param oldestFirst items in the order of publication
 * @param number one of `listPageNumbers`
 * @param size items a page, at least 1
 */
export function listPageAt<Item>(
  oldestFirst: readonly Item[],
  number: number | undefined,
  size: number = listPageSize,
): ListPage<Item> {
  const count = Math.ceil(oldestFirst.length / size);
  if (number === undefined) {
    const firstShown = Math.max(0, count - 2);
    return {
      number,
      items: oldestFirst.slice(firstShown * size).reverse(),
      newest: oldestFirst.length - 1,
      older: firstShown >= 1 ? firstShown : undefined,
      newer: undefined,
    };
  }
  return {
    number,
    items: oldestFirst.slice((number - 1) * size, number * size).reverse(),
    newest: Math.min(number * size, oldestFirst.length) - 1,
    older: number > 1 ? number - 1 : undefined,
    newer: number < count ? number + 1 : undefined,
  };
}
