import { deflateRawSync } from 'node:zlib';
import {
  fileNames,
  termFileCount,
  termFileOf,
  titleFileCount,
  titlesInFile,
  writeTermFile,
  type SegmentArticles,
  type SegmentFacets,
  type SegmentTitle,
  type TermEntry,
} from './segment-format.ts';
import { placeTokens } from './terms.ts';
import { isWord, tokenize } from './tokenize.ts';

/** An article as the index takes it. */
export interface SearchableArticle {
  readonly date: string;
  readonly page: number;
  readonly slug: string;
  readonly title: string;
  readonly deck: string;
  readonly section: string | undefined;
  readonly genre: string;
  readonly column: string | undefined;
  readonly columnists: readonly string[];
  /** Kicker, headline, deck, standfirst, names: each found on its own, none runs into the next. */
  readonly head: readonly string[];
  /** The blocks of the body. */
  readonly body: readonly string[];
}

/**
 * How often a pair stands in a segment before its places are kept by threes: 6,000 are 15 kB, which
 * every reader would fetch who asks for a phrase with 中国 in it.
 */
const usualHeavyFrom = 6_000;

/** Places between two fields, so that no phrase runs from one into the other. */
const fieldGap = 3;

/**
 * Indexes some articles: every file of a segment, by name. The same articles give the same bytes.
 *
 * @param articles in reading order, oldest first
 * @param fold the form by which a character is compared
 * @param heavyFrom a pair that stands more often in the segment is kept by threes
 */
export function indexSegment(
  articles: readonly SearchableArticle[],
  fold: (character: string) => string,
  heavyFrom = usualHeavyFrom,
): Map<string, Uint8Array<ArrayBuffer>> {
  const vocabulary = new Vocabulary(heavyFrom);
  const runs = readRuns(articles, fold, vocabulary);
  const occurrences = listOccurrences(runs, vocabulary);
  const heavy = vocabulary.heavyPairs();

  const files = new Map<string, Uint8Array<ArrayBuffer>>();
  const put = (name: string, bytes: Uint8Array): void => {
    files.set(name, Uint8Array.from(deflateRawSync(bytes, { level: 6 })));
  };
  const putJson = (name: string, value: unknown): void =>
    put(name, new TextEncoder().encode(JSON.stringify(value)));

  putJson(fileNames.articles, columnsOf(articles, [...heavy]));
  putJson(fileNames.facets, facetsOf(articles));
  for (let number = 0; number < titleFileCount(articles.length); number += 1) {
    putJson(
      fileNames.titles(number),
      articles
        .slice(number * titlesInFile, (number + 1) * titlesInFile)
        .map(({ slug, title, deck }): SegmentTitle => [slug, title, deck]),
    );
  }
  const count = termFileCount(articles.length);
  const byFile: TermEntry[][] = Array.from({ length: count }, () => []);
  for (const term of sortByTerm(occurrences, vocabulary)) {
    byFile[termFileOf(term.keys, count)]!.push(term);
  }
  for (const [number, terms] of byFile.entries()) {
    put(fileNames.terms(number), writeTermFile(terms, heavy));
  }
  return files;
}

/** A text as it stands in an article: tokens by number, and their places. */
interface Run {
  readonly article: number;
  readonly inHead: 0 | 1;
  readonly tokens: Int32Array;
  readonly places: Int32Array;
}

/** Numbers for tokens and terms: a text of ten million characters has no room for strings. */
class Vocabulary {
  readonly #heavyFrom: number;
  readonly #tokens = new Map<string, number>();
  readonly keys: string[] = [];
  readonly words: boolean[] = [];
  /** Terms of one token, by token; 0 for none. */
  readonly #single: number[] = [];
  /** Terms of two: by the first token, then by the second. */
  readonly #pairs: Map<number, number>[] = [];
  /** Terms of three: by the term of the first two, then by the third token. */
  readonly #triples = new Map<number, Map<number, number>>();
  readonly terms: (readonly number[])[] = [[]];
  /** How often each pair stands in the segment, by its term. */
  readonly pairCounts: number[] = [0];

  constructor(heavyFrom: number) {
    this.#heavyFrom = heavyFrom;
  }

  token(key: string): number {
    let number = this.#tokens.get(key);
    if (number === undefined) {
      number = this.keys.length;
      this.#tokens.set(key, number);
      this.keys.push(key);
      this.words.push(isWord(key));
      this.#single.push(0);
      this.#pairs.push(new Map());
    }
    return number;
  }

  single(token: number): number {
    return (this.#single[token] ||= this.#newTerm([token]));
  }

  pair(left: number, right: number): number {
    const ofLeft = this.#pairs[left]!;
    let term = ofLeft.get(right);
    if (term === undefined) ofLeft.set(right, (term = this.#newTerm([left, right])));
    return term;
  }

  triple(pair: number, right: number): number {
    let ofPair = this.#triples.get(pair);
    if (ofPair === undefined) this.#triples.set(pair, (ofPair = new Map()));
    let term = ofPair.get(right);
    if (term === undefined)
      ofPair.set(right, (term = this.#newTerm([...this.terms[pair]!, right])));
    return term;
  }

  isHeavy(pair: number): boolean {
    return this.pairCounts[pair]! > this.#heavyFrom;
  }

  heavyPairs(): Set<string> {
    const pairs = this.terms
      .filter((_, term) => this.isHeavy(term))
      .map((tokens) => this.key(tokens));
    return new Set(pairs.sort());
  }

  key(tokens: readonly number[]): string {
    return tokens.map((token) => this.keys[token]!).join('');
  }

  #newTerm(tokens: readonly number[]): number {
    this.terms.push(tokens);
    this.pairCounts.push(0);
    return this.terms.length - 1;
  }
}

function readRuns(
  articles: readonly SearchableArticle[],
  fold: (character: string) => string,
  vocabulary: Vocabulary,
): Run[] {
  const runs: Run[] = [];
  for (const [article, { head, body }] of articles.entries()) {
    for (const [inHead, fields] of [[1, head] as const, [0, body] as const]) {
      let from = 0;
      for (const field of fields) {
        const placed = placeTokens(tokenize(field, fold), from);
        if (placed.length === 0) continue;
        from = placed.at(-1)!.place + fieldGap;
        const tokens = Int32Array.from(placed, ({ key }) => vocabulary.token(key));
        const places = Int32Array.from(placed, ({ place }) => place);
        runs.push({ article, inHead, tokens, places });
        for (let at = 1; at < tokens.length; at += 1) {
          if (places[at]! - places[at - 1]! !== 1) continue;
          vocabulary.pairCounts[vocabulary.pair(tokens[at - 1]!, tokens[at]!)]! += 1;
        }
      }
    }
  }
  return runs;
}

/** Where terms stand, in the order of the articles: three columns of one table. */
class Occurrences {
  terms = new Int32Array(1 << 16);
  articles = new Int32Array(1 << 16);
  places = new Int32Array(1 << 16);
  count = 0;

  add(term: number, article: number, place: number): void {
    if (this.count === this.terms.length) {
      this.terms = doubled(this.terms);
      this.articles = doubled(this.articles);
      this.places = doubled(this.places);
    }
    this.terms[this.count] = term;
    this.articles[this.count] = article;
    this.places[this.count] = place;
    this.count += 1;
  }
}

function doubled(old: Int32Array): Int32Array<ArrayBuffer> {
  const larger = new Int32Array(old.length * 2);
  larger.set(old);
  return larger;
}

/** terms.ts says which terms a text has; a character by itself is one in the head only. */
function listOccurrences(runs: readonly Run[], vocabulary: Vocabulary): Occurrences {
  const found = new Occurrences();
  for (const { article, inHead, tokens, places } of runs) {
    let pairBefore = 0;
    for (let at = 0; at < tokens.length; at += 1) {
      const token = tokens[at]!;
      const place = places[at]!;
      if (inHead === 1 || vocabulary.words[token]!) {
        found.add(vocabulary.single(token), article, place * 2 + inHead);
      }
      const together = at > 0 && place - places[at - 1]! === 1;
      const pair = together ? vocabulary.pair(tokens[at - 1]!, token) : 0;
      if (together) {
        found.add(pair, article, (place - 1) * 2 + inHead);
        if (pairBefore > 0 && (vocabulary.isHeavy(pair) || vocabulary.isHeavy(pairBefore))) {
          found.add(vocabulary.triple(pairBefore, token), article, (place - 2) * 2 + inHead);
        }
      }
      pairBefore = pair;
    }
  }
  return found;
}

/** Each term with its places, in the order of their keys (a counting sort keeps the articles in theirs). */
function* sortByTerm(
  { terms, articles, places, count }: Occurrences,
  vocabulary: Vocabulary,
): Generator<TermEntry> {
  const number = vocabulary.terms.length;
  const starts = new Int32Array(number + 1);
  for (let at = 0; at < count; at += 1) starts[terms[at]! + 1]! += 1;
  for (let term = 0; term < number; term += 1) starts[term + 1]! += starts[term]!;
  const next = starts.slice();
  const sortedArticles = new Int32Array(count);
  const sortedPlaces = new Int32Array(count);
  for (let at = 0; at < count; at += 1) {
    const to = next[terms[at]!]!++;
    sortedArticles[to] = articles[at]!;
    sortedPlaces[to] = places[at]!;
  }
  const rank = new Int32Array(vocabulary.keys.length);
  vocabulary.keys
    .map((key, token) => ({ key, token }))
    .sort((left, right) => (left.key < right.key ? -1 : 1))
    .forEach(({ token }, order) => (rank[token] = order));
  const inOrder = vocabulary.terms
    .map((tokens, term) => ({ tokens, term }))
    .slice(1)
    .sort(({ tokens: left }, { tokens: right }) => {
      for (let at = 0; at < left.length && at < right.length; at += 1) {
        if (left[at] !== right[at]) return rank[left[at]!]! - rank[right[at]!]!;
      }
      return left.length - right.length;
    });
  for (const { tokens, term } of inOrder) {
    const [from, to] = [starts[term]!, starts[term + 1]!];
    if (from === to) continue;
    yield {
      keys: tokens.map((token) => vocabulary.keys[token]!),
      articles: sortedArticles.subarray(from, to),
      places: sortedPlaces.subarray(from, to),
    };
  }
}

/** Numbers the distinct values of a column in the order of their names. */
function dictionary(values: Iterable<string | undefined>): {
  readonly ids: string[];
  readonly of: (value: string | undefined) => number;
} {
  const ids = [...new Set([...values].filter((value) => value !== undefined))].sort();
  const numbers = new Map(ids.map((id, number) => [id, number]));
  return { ids, of: (value) => (value === undefined ? -1 : numbers.get(value)!) };
}

function columnsOf(
  articles: readonly SearchableArticle[],
  heavy: readonly string[],
): SegmentArticles {
  const editions: [string, number][] = [];
  for (const { date } of articles) {
    const last = editions.at(-1);
    if (last?.[0] === date) last[1] += 1;
    else editions.push([date, 1]);
  }
  const sections = dictionary(articles.map(({ section }) => section));
  return {
    editions,
    pages: articles.map(({ page }) => page),
    sections: articles.map(({ section }) => sections.of(section)),
    sectionIds: sections.ids,
    heavy,
  };
}

function facetsOf(articles: readonly SearchableArticle[]): SegmentFacets {
  const genres = dictionary(articles.map(({ genre }) => genre));
  const columns = dictionary(articles.map(({ column }) => column));
  const people = dictionary(articles.flatMap(({ columnists }) => columnists));
  return {
    genres: articles.map(({ genre }) => genres.of(genre)),
    genreIds: genres.ids,
    columns: articles.map(({ column }) => columns.of(column)),
    columnIds: columns.ids,
    columnists: articles.map(({ columnists }) => columnists.map((id) => people.of(id))),
    columnistIds: people.ids,
  };
}
