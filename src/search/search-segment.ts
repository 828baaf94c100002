import type { Clause, Query } from './parse-query.ts';
import {
  markFileCount,
  readTermFile,
  termFileCount,
  termFileOf,
  type Posting,
  type SegmentArticles,
} from './segment-format.ts';
import { markBetween, phraseTerms, type PhraseTerm } from './terms.ts';
import { isWord } from './tokenize.ts';

/** A segment as the manifest names it. */
export interface SegmentName {
  /** Its folder. */
  readonly name: string;
  readonly articles: number;
  /** Stands for everything in it. */
  readonly version: string;
}

/** Gives a file of the index, unpacked; fails where it is not there or broken. */
export type ReadFile = (segment: SegmentName, file: string) => Promise<Uint8Array>;

/**
 * Says whether a piece stands in an article, by the article's own text.
 *
 * @param article index in its segment
 * @returns undefined where the text cannot be had
 */
export type LookInText = (
  segment: SegmentName,
  article: number,
  clause: Clause,
) => Promise<{ readonly stands: boolean; readonly inHead: boolean } | undefined>;

/** An article that was found. */
export interface Found {
  /** Index in its segment. */
  readonly article: number;
  /** How many of the wanted pieces stand in its headline, kicker, deck or byline. */
  readonly inHead: number;
}

/** By article: whether some occurrence is in the head. */
type Matches = ReadonlyMap<number, boolean>;

/**
 * Bytes as they travel: the document of an article, which the result takes its snippet from in any case,
 * with the title file that its address is in; and of all files of terms, what falls to an article.
 * Medians of 24,000 articles.
 */
const documentBytes = 5_000;
const termBytesOfArticle = 1_200;
const markBytesOfArticle = 210;
/**
 * After the first two terms two more may leave one article of twenty: until then no more are looked
 * into than are shown at once, nearly. Then what is left is mostly what will be found.
 */
const mostLookedIntoFirst = 6;
const mostLookedInto = 20;

/**
 * Searches one segment.
 *
 * @param look where given: articles are looked into as soon as that costs less than further terms
 * @returns in order of the articles, oldest first
 */
export async function searchSegment(
  query: Query,
  segment: SegmentName,
  articles: SegmentArticles,
  read: ReadFile,
  look?: LookInText,
): Promise<Found[]> {
  const heavy = new Set(articles.heavy);
  const ranks = new Map<string, number>();
  for (const step of articles.common) {
    const rank = ranks.size;
    for (const key of step) ranks.set(key, rank);
  }
  const files = new Map<string, Promise<ReadonlyMap<string, readonly Posting[]>>>();
  const postingsOf = async ({ keys }: PhraseTerm): Promise<readonly Posting[]> => {
    const name = termFileOf(keys, segment.articles);
    let file = files.get(name);
    if (file === undefined) {
      file = read(segment, name).then((bytes) => readTermFile(bytes, heavy));
      files.set(name, file);
    }
    return (await file).get(keys.join('')) ?? [];
  };
  const bytesOf = ({ keys }: PhraseTerm): number =>
    keys.includes(markBetween)
      ? (markBytesOfArticle * segment.articles) / markFileCount(segment.articles)
      : (termBytesOfArticle * segment.articles) / termFileCount(segment.articles);
  const matchesOf = (clause: Clause, within?: ReadonlyMap<number, unknown>): Promise<Matches> => {
    const terms = phraseTerms(
      clause.tokens,
      (keys) => heavy.has(keys),
      (key) => ranks.get(key) ?? ranks.size,
    );
    return matchPhrase(terms, postingsOf, within, async (candidates, termsAsked) => {
      // A lone character is looked up among headlines only.
      const inHeadOnly = clause.tokens.length === 1 && !isWord(clause.tokens[0]!.key);
      const bytesLeft = terms.slice(termsAsked).reduce((sum, term) => sum + bytesOf(term), 0);
      const isCheaper =
        candidates.length <= (termsAsked <= 2 ? mostLookedIntoFirst : mostLookedInto) &&
        candidates.length * documentBytes <= bytesLeft;
      if (look === undefined || inHeadOnly || !isCheaper) return undefined;
      const seen = await Promise.all(
        candidates.map(async (article) => [article, await look(segment, article, clause)] as const),
      );
      if (seen.some(([, found]) => found === undefined)) return undefined;
      return new Map(
        seen.flatMap(([article, found]) => (found!.stands ? [[article, found!.inHead]] : [])),
      );
    });
  };

  let found: Map<number, number> | undefined;
  // The longest first: it is the rarest, and where it is not, the others need not be asked for.
  for (const clause of query.wanted.toSorted((a, b) => b.tokens.length - a.tokens.length)) {
    const before = found;
    const matches: Matches = await matchesOf(clause, before);
    found = new Map();
    for (const [article, inHead] of matches) {
      const known = before === undefined ? 0 : before.get(article);
      if (known !== undefined) found.set(article, known + (inHead ? 1 : 0));
    }
    if (found.size === 0) return [];
  }
  for (const clause of query.excluded) {
    for (const article of (await matchesOf(clause, found)).keys()) found?.delete(article);
  }
  return Array.from(found ?? [], ([article, inHead]) => ({ article, inHead }));
}

/**
 * The articles that hold a chain of terms at their places. Two terms are asked for at a time: after
 * them hardly an article is left where there is none.
 *
 * @param within only these articles matter
 * @param decide answers in the place of the terms that are left, where it can
 */
async function matchPhrase(
  terms: readonly PhraseTerm[],
  postingsOf: (term: PhraseTerm) => Promise<readonly Posting[]>,
  within: ReadonlyMap<number, unknown> | undefined,
  decide: (candidates: readonly number[], termsAsked: number) => Promise<Matches | undefined>,
): Promise<Matches> {
  if (terms.length === 0) return new Map();
  // By article: where the phrase may begin; undefined where its terms are kept without places.
  let begins:
    | Map<number, { readonly at: ReadonlySet<number> | undefined; readonly inHead: boolean }>
    | undefined;
  for (let next = 0; next < terms.length; next += 2) {
    const candidates = begins ?? within;
    const decided = candidates && (await decide([...candidates.keys()], next));
    if (decided !== undefined) return decided;
    const pair = terms.slice(next, next + 2);
    const lists = await Promise.all(pair.map(postingsOf));
    for (const [which, postings] of lists.entries()) {
      const { offset } = pair[which]!;
      const before: typeof begins = begins;
      begins = new Map();
      for (const { article, inHead, places } of postings) {
        const known = before?.get(article);
        if (before === undefined ? within?.has(article) === false : known === undefined) continue;
        let at = places && new Set(places.map((place) => place - 2 * offset));
        if (known?.at) at = at ? inBoth(at, known.at) : new Set(known.at);
        if (at?.size === 0) continue;
        begins.set(article, {
          at,
          inHead: at ? [...at].some((place) => place % 2 !== 0) : inHead,
        });
      }
    }
    if (begins!.size === 0) break;
  }
  return new Map(Array.from(begins ?? [], ([article, { inHead }]) => [article, inHead]));
}

/** `Set.prototype.intersection` is of 2024. */
function inBoth(left: ReadonlySet<number>, right: ReadonlySet<number>): Set<number> {
  return new Set([...left].filter((value) => right.has(value)));
}
