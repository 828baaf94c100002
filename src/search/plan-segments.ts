/** An edition, as far as its size goes. */
interface EditionSize {
  readonly date: string;
  readonly articles: number;
}

/** Larger ones take too much memory and time to make: 24,000 articles half a minute, 0.8 GB. */
const mostInPast = 24_000;
/** What a new edition changes is made anew with it: 3,000 articles take 2 s. */
const mostInNewest = 3_000;

/**
 * Cuts the editions of a paper into segments of the index, by time: a new edition changes the newest
 * segment only, and old ones stay byte for byte as they are. A reader fetches a file of each segment
 * for each term, so that there are as few as that allows: years that are over are put together as long
 * as they have room, and the newest year is cut into halves (those into quarters, and so on, where a
 * half has many articles). The newest ten days of a month stand apart: an edition of twelve articles
 * then rewrites 20 to 35 small files a day instead of 260, and a reader fetches one small file more a
 * term. At New Year the year joins the last of the older segments. An edition added to an old year
 * changes the segment of that year.
 *
 * @param editions in order of their dates
 * @returns the dates of each segment, oldest first, none empty
 */
export function planSegments(editions: readonly EditionSize[]): string[][] {
  const newest = editions.at(-1);
  if (newest === undefined) return [];
  const years = Map.groupBy(editions, ({ date }) => date.slice(0, 4));
  const newestYear = years.get(newest.date.slice(0, 4))!;
  const segments: EditionSize[][] = [];
  let open: EditionSize[] = [];
  for (const year of years.values()) {
    if (year === newestYear) continue;
    if (open.length > 0 && sizeOf(open) + sizeOf(year) > mostInPast) {
      segments.push(...cut(open, mostInPast));
      open = [];
    }
    open.push(...year);
  }
  segments.push(...cut(open, mostInPast));
  const days = tenDays(newest.date);
  const settled = newestYear.filter(({ date }) => tenDays(date) !== days);
  const fresh = newestYear.filter(({ date }) => tenDays(date) === days);
  for (const half of partsOf(settled, 6)) segments.push(...cut(half, mostInNewest, 3));
  segments.push(fresh);
  return segments.map((segment) => segment.map(({ date }) => date));
}

/** `2009-07 1` for the 11th to the 20th of July: 上旬, 中旬 or 下旬 of a month. */
function tenDays(date: string): string {
  const [year, month, day] = date.split('-');
  return `${year}-${month} ${Math.min(2, Math.floor((Number(day) - 1) / 10))}`;
}

function sizeOf(editions: readonly EditionSize[]): number {
  return editions.reduce((sum, { articles }) => sum + articles, 0);
}

/** Cuts at the ends of halves, then quarters, then months, where there are too many articles. */
function cut(editions: readonly EditionSize[], most: number, months = 6): EditionSize[][] {
  if (sizeOf(editions) === 0) return [];
  if (sizeOf(editions) <= most || months < 1) return [[...editions]];
  return partsOf(editions, months).flatMap((part) =>
    cut(part, most, months === 1 ? 0 : Math.floor(months / 2)),
  );
}

/** Groups editions by spans of so many months of a year: 6, 3 or 1. */
function partsOf(editions: readonly EditionSize[], months: number): EditionSize[][] {
  const spans = Map.groupBy(editions, ({ date }) => {
    const [year, month] = date.split('-');
    return `${year} ${Math.floor((Number(month) - 1) / months)}`;
  });
  return [...spans.values()];
}
