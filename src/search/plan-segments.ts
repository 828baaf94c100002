/**
 * Cuts the editions of a paper into segments of the index, by time: a new edition changes the newest
 * segment only, and old ones stay byte for byte as they are.
 *
 * Time is counted in quarters of a year. The quarters before the newest are cut as a binary number is
 * into its digits, so that there are few segments, each larger the older it is: for a newest edition
 * of July 2009 the years to 1999, 2000 to 2007, 2008, the first half of 2009, and July. When a quarter
 * ends, it joins its neighbours as a carry does in counting. An edition added to an old year changes
 * the segment of that year.
 *
 * @param editions dates in order, with the number of their articles
 * @param mostArticles a larger segment is halved: it would take too much memory to make
 * @returns the dates of each segment, oldest first, none empty
 */
export function planSegments(
  editions: readonly { readonly date: string; readonly articles: number }[],
  mostArticles = 20_000,
): string[][] {
  const newest = editions.at(-1);
  if (newest === undefined) return [];
  const quarters = Map.groupBy(editions, ({ date }) => quarterOf(date));
  const segments: string[][] = [];
  const add = (from: number, length: number): void => {
    const within = Array.from({ length }, (_, at) => quarters.get(from + at) ?? []).flat();
    const articles = within.reduce((sum, edition) => sum + edition.articles, 0);
    if (articles === 0) return;
    if (articles > mostArticles && length > 1) {
      add(from, length / 2);
      add(from + length / 2, length / 2);
    } else {
      segments.push(within.map(({ date }) => date));
    }
  };
  const last = quarterOf(newest.date);
  let from = 0;
  for (let length = 2 ** 16; length >= 1; length /= 2) {
    if ((Math.floor(last / length) & 1) === 0) continue;
    add(from, length);
    from += length;
  }
  add(last, 1);
  return segments;
}

/** Quarters since the year 0. */
function quarterOf(date: string): number {
  const [year, month] = date.split('-').map(Number) as [number, number];
  return year * 4 + Math.floor((month - 1) / 3);
}
