import { hash } from 'node:crypto';
import type { Archive, ArchivedArticle, RelatedReading } from './archive.ts';

/** As many as are read. */
const mostRelated = 4;
/** What an article has in common with at least one other: two words, or a person and a word. */
const fewestShared = 2;
/**
 * A term that stands in more than one of 32 articles tells none of them apart; of a paper that has
 * begun, one that stands in more than a few.
 */
const usualFewestBits = 5;
/** Of a term's articles only the newest are looked at: what goes on is followed from there back. */
const newestOfTerm = 48;
/** Parts of the column that the article's page shows anyway (article-view.ts). */
const columnNeighbours = 3;

/**
 * The lists of an edition, by what stands for all that they hang on: the edition's articles and those
 * before. A list is the place of its article in the edition, then the places of the others in the paper.
 */
export type SealedLists = Record<string, readonly (readonly number[])[]>;

/**
 * Says for each article which others to read next: those that share its rare terms, where a column
 * and a person under the article are terms as words are. A term counts by the square of its bits, the
 * whole part of log2 of (articles so far / articles with it), so that two rare names outdo five usual
 * words. What two articles share must count as much as one term that no third one has.
 *
 * **Sealed:** an article is compared with those of its own edition and earlier ones, and a term is as
 * rare as it was that day. A new edition changes no list but its own, and no page of the archive is
 * printed again for it. A correction of an old article can change the lists of later ones; whole bits
 * keep that rare.
 *
 * No list holds articles of the same newspaper page or the neighbours in the column, which stand
 * beside the article already, or two of one headline (a daily round-up is called the same each day).
 *
 * @param archive its articles with their `terms`
 * @param known lists of an earlier build by the same code: those that still stand are not made again,
 *   which is four fifths of 24,000 articles' 1.2 CPU s
 * @param sealed takes all lists for the next build
 * @returns no entry for an article that has none
 */
export function relatedReading(
  archive: Archive,
  known: SealedLists = {},
  sealed: SealedLists = {},
): RelatedReading {
  const related = new Map<string, readonly string[]>();
  const articles: ArchivedArticle[] = [];
  const terms = new Map<string, number>();
  /** By term: the articles that have it, by their place in `articles`, oldest first. */
  const having: number[][] = [];
  /** By article: its terms. */
  const termsOf: number[][] = [];
  const scores = new Float64Array(archive.articleById.size);
  const shared = new Uint8Array(archive.articleById.size);

  let before = '';
  for (const { edition, pages } of archive.editions) {
    const first = articles.length;
    for (const article of pages.flatMap((page) => page.articles)) {
      const numbers = termsOfArticle(article).map((term) => numberOf(term, terms, having));
      for (const number of numbers) having[number]!.push(articles.length);
      termsOf.push(numbers);
      articles.push(article);
    }
    const own = articles.slice(first);
    const facts = own.map(({ id, digest, data }) => [
      id,
      digest,
      archive.columns.has(data.column ?? ''),
    ]);
    before = hash('sha1', JSON.stringify([before, edition.date, facts]), 'base64url');
    const lists: (readonly number[])[] = [];
    const standing = own.every(({ digest }) => digest !== '') ? known[before] : undefined;
    sealed[before] = standing ?? lists;
    for (const [at, ...others] of standing ?? []) {
      related.set(
        own[at!]!.id,
        others.map((other) => articles[other]!.id),
      );
    }
    if (standing !== undefined) continue;
    const bitsOfOne = wholeBits(articles.length);
    const fewestBits = Math.min(usualFewestBits, Math.max(1, bitsOfOne - 1));
    const least = bitsOfOne ** 2;
    for (let at = first; at < articles.length; at += 1) {
      const touched: number[] = [];
      for (const term of termsOf[at]!) {
        const list = having[term]!;
        const bits = wholeBits(articles.length / list.length);
        if (bits < fewestBits) continue;
        for (let from = Math.max(0, list.length - newestOfTerm); from < list.length; from += 1) {
          const other = list[from]!;
          if (shared[other] === 0) touched.push(other);
          shared[other]! += 1;
          scores[other]! += bits * bits;
        }
      }
      const best = touched
        .filter((other) => shared[other]! >= fewestShared && scores[other]! >= least)
        .sort((left, right) => scores[right]! - scores[left]! || right - left);
      const chosen = choose(archive, articles, at, best);
      if (chosen.length > 0) {
        lists.push([at - first, ...chosen]);
        related.set(
          articles[at]!.id,
          chosen.map((other) => articles[other]!.id),
        );
      }
      for (const other of touched) {
        scores[other] = 0;
        shared[other] = 0;
      }
    }
  }
  return related;
}

/** @param having takes in an empty list for a term that is new */
function numberOf(term: string, terms: Map<string, number>, having: number[][]): number {
  let number = terms.get(term);
  if (number === undefined) {
    number = having.length;
    terms.set(term, number);
    having.push([]);
  }
  return number;
}

function termsOfArticle({ terms, data }: ArchivedArticle): string[] {
  const people = data.bylines.flatMap(({ columnist }) =>
    columnist === undefined ? [] : [`person ${columnist}`],
  );
  return [
    ...new Set([
      ...terms,
      ...people,
      ...(data.column === undefined ? [] : [`column ${data.column}`]),
    ]),
  ];
}

/** The whole part of log2: `Math.log2` may differ in its last digit from engine to engine. */
function wholeBits(ratio: number): number {
  return 31 - Math.clz32(Math.floor(ratio));
}

/** @returns places of articles */
function choose(
  archive: Archive,
  articles: readonly ArchivedArticle[],
  at: number,
  best: readonly number[],
): number[] {
  const article = articles[at]!;
  const { edition, page, column, headline } = article.data;
  const place = archive.placeInColumn.get(article.id);
  const headlines = new Set([headline]);
  const chosen: number[] = [];
  for (const candidate of best) {
    if (chosen.length === mostRelated) break;
    const other = articles[candidate]!;
    const { data } = other;
    if (data.edition === edition && data.page === page) continue;
    if (data.column === column && place !== undefined) {
      if (Math.abs(archive.placeInColumn.get(other.id)! - place) <= columnNeighbours) continue;
    }
    if (headlines.has(data.headline) && data.headline !== null) continue;
    headlines.add(data.headline);
    chosen.push(candidate);
  }
  return chosen;
}
