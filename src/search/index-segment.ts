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
import { editionCheck, Numbering } from './numbering.ts';
import { mostTokens, placeTokens } from './terms.ts';
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
 * How often a term stands in a segment before its places are kept by longer ones: 3,000 are 8 kB, which
 * every reader would fetch who asks for a phrase with 中国 in it. Measured on 24,000 articles: 6,000
 * cost a phrase of ten characters up to 186 kB, 3,000 up to 157, 1,500 up to 178 and a larger index.
 */
const usualHeavyFrom = 3_000;

/** Places between two fields, so that no phrase runs from one into the other. */
const fieldGap = 3;

/**
 * Indexes some articles: every file of a segment, by name. The same articles give the same bytes.
 *
 * @param articles in reading order, oldest first
 * @param fold the form by which a character is compared
 * @param heavyFrom a term that stands more often in the segment is kept by longer ones
 */
export function indexSegment(
  articles: readonly SearchableArticle[],
  fold: (character: string) => string,
  heavyFrom = usualHeavyFrom,
): Map<string, Uint8Array<ArrayBuffer>> {
  const vocabulary = new Vocabulary(heavyFrom);
  const text = readText(articles, fold, vocabulary);
  for (let length = 3; length < mostTokens; length += 1) countTerms(text, vocabulary, length);
  const occurrences = listOccurrences(text, vocabulary);
  const heavy = vocabulary.heavyTerms();

  const files = new Map<string, Uint8Array<ArrayBuffer>>();
  const put = (name: string, bytes: Uint8Array): void => {
    files.set(name, Uint8Array.from(deflateRawSync(bytes, { level: 6 })));
  };
  const json = (value: unknown): Uint8Array => new TextEncoder().encode(JSON.stringify(value));

  const columns = columnsOf(articles, [...heavy]);
  const numbering = new Numbering(articles.length, columns);
  put(fileNames.articles, json(columns));
  put(fileNames.facets, numbering.sign(json(facetsOf(articles)), articles.length - 1));
  for (let number = 0; number < titleFileCount(articles.length); number += 1) {
    const end = Math.min((number + 1) * titlesInFile, articles.length);
    const titles = articles
      .slice(number * titlesInFile, end)
      .map(({ slug, title, deck }): SegmentTitle => [slug, title, deck]);
    put(fileNames.titles(number), numbering.sign(json(titles), end - 1));
  }
  const count = termFileCount(articles.length);
  const byFile: number[][] = Array.from({ length: count }, () => []);
  for (const term of inOrderOfKeys(occurrences, vocabulary)) {
    byFile[termFileOf(vocabulary.keysOf(term), count)]!.push(term);
  }
  for (const [number, terms] of byFile.entries()) {
    const entries = terms.map((term) => entryOf(term, occurrences, vocabulary));
    const last = entries.reduce(
      (most, entry) => Math.max(most, entry.articles[entry.articles.length - 1] ?? -1),
      -1,
    );
    put(fileNames.terms(number), numbering.sign(writeTermFile(entries, heavy), last));
  }
  return files;
}

/**
 * All tokens of all articles one after the other, in columns: a segment has twelve million, and an
 * object for each paragraph or token would take more room than the text.
 */
interface Text {
  readonly tokens: Int32Array;
  /** As in `TermEntry`. */
  readonly places: Int32Array;
  /** The term of the token and the one it follows directly; 0 where it follows none. */
  readonly pairs: Int32Array;
  /** Where each article begins, and the end of the last. */
  readonly starts: Int32Array;
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
  /** Longer terms: by the term without the last token, where that is heavy, then by the last. */
  readonly #longer = new Map<number, Map<number, number>>();
  /** Where only the term without the first is heavy: by that, then by the first. */
  readonly #before = new Map<number, Map<number, number>>();
  readonly terms: (readonly number[])[] = [[]];
  /** How often each term of two or three stands in the segment, by its number. */
  readonly counts: number[] = [0];

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

  /**
   * The term of some tokens, all but the last of which are a term, or all but the first.
   *
   * @param start the term without the last token, 0 for none
   * @param end the term without the first token, 0 for none
   * @returns 0 where neither is heavy
   */
  longer(start: number, last: number, first: number, end: number): number {
    const [map, part, token] = this.isHeavy(start)
      ? [this.#longer, start, last]
      : [this.#before, end, first];
    if (part === end && !this.isHeavy(end)) return 0;
    let ofPart = map.get(part);
    if (ofPart === undefined) map.set(part, (ofPart = new Map()));
    let term = ofPart.get(token);
    if (term === undefined) {
      const tokens = this.terms[part]!;
      term = this.#newTerm(map === this.#longer ? [...tokens, token] : [token, ...tokens]);
      ofPart.set(token, term);
    }
    return term;
  }

  /** Whether a term stands so often that it is kept without places. */
  isHeavy(term: number): boolean {
    return this.counts[term]! > this.#heavyFrom;
  }

  heavyTerms(): Set<string> {
    const keys = this.counts.flatMap((_, term) =>
      this.isHeavy(term) ? [this.keysOf(term).join('')] : [],
    );
    return new Set(keys.sort());
  }

  keysOf(term: number): string[] {
    return this.terms[term]!.map((token) => this.keys[token]!);
  }

  #newTerm(tokens: readonly number[]): number {
    this.terms.push(tokens);
    this.counts.push(0);
    return this.terms.length - 1;
  }
}

function readText(
  articles: readonly SearchableArticle[],
  fold: (character: string) => string,
  vocabulary: Vocabulary,
): Text {
  const [tokens, places, pairs] = [new Column(), new Column(), new Column()];
  const starts = new Int32Array(articles.length + 1);
  for (const [article, { head, body }] of articles.entries()) {
    for (const [inHead, fields] of [[1, head] as const, [0, body] as const]) {
      let from = 0;
      for (const field of fields) {
        let [tokenBefore, placeBefore] = [0, -Infinity];
        for (const { key, place } of placeTokens(tokenize(field, fold), from)) {
          const token = vocabulary.token(key);
          const pair = place - placeBefore === 1 ? vocabulary.pair(tokenBefore, token) : 0;
          if (pair > 0) vocabulary.counts[pair]! += 1;
          tokens.add(token);
          places.add(place * 2 + inHead);
          pairs.add(pair);
          [tokenBefore, placeBefore] = [token, place];
        }
        if (placeBefore >= 0) from = placeBefore + fieldGap;
      }
    }
    starts[article + 1] = tokens.length;
  }
  return { tokens: tokens.taken(), places: places.taken(), pairs: pairs.taken(), starts };
}

/** A list of whole numbers that grows. */
class Column {
  #values = new Int32Array(1 << 16);
  length = 0;

  add(value: number): void {
    if (this.length === this.#values.length) {
      const larger = new Int32Array(Math.ceil(this.length * 1.5));
      larger.set(this.#values);
      this.#values = larger;
    }
    this.#values[this.length] = value;
    this.length += 1;
  }

  taken(): Int32Array {
    return this.#values.subarray(0, this.length);
  }
}

/** Where every term stands: those of a term together, in the order of the articles. */
interface Occurrences {
  /** Where those of each term begin, by the term's number, and the end of the last. */
  readonly starts: Int32Array;
  readonly articles: Int32Array;
  readonly places: Int32Array;
}

/** Goes over the text twice: once to count what each term needs, once to put it there. */
function listOccurrences(text: Text, vocabulary: Vocabulary): Occurrences {
  const counts = Array.from(vocabulary.terms, () => 0);
  eachTerm(text, vocabulary, mostTokens, (term) => {
    counts[term] = (counts[term] ?? 0) + 1;
  });
  const number = vocabulary.terms.length;
  const starts = new Int32Array(number + 1);
  for (let term = 0; term < number; term += 1)
    starts[term + 1] = starts[term]! + (counts[term] ?? 0);
  const next = starts.slice();
  const articles = new Int32Array(starts[number]!);
  const places = new Int32Array(starts[number]!);
  eachTerm(text, vocabulary, mostTokens, (term, article, place) => {
    const to = next[term]!++;
    articles[to] = article;
    places[to] = place;
  });
  return { starts, articles, places };
}

/** How often each term of so many tokens stands: it says which of them are heavy. */
function countTerms(text: Text, vocabulary: Vocabulary, length: number): void {
  eachTerm(text, vocabulary, length, (term) => {
    if (vocabulary.terms[term]!.length === length) vocabulary.counts[term]! += 1;
  });
}

/**
 * terms.ts says which terms a text has; a character by itself is one in the head only.
 *
 * @param longest terms of more tokens are passed over
 */
function eachTerm(
  { tokens, places, pairs, starts }: Text,
  vocabulary: Vocabulary,
  longest: number,
  give: (term: number, article: number, place: number) => void,
): void {
  // The terms that end with the token before and with this one, by how many tokens they have.
  let before = new Int32Array(longest + 1);
  let ending = new Int32Array(longest + 1);
  for (let article = 0; article + 1 < starts.length; article += 1) {
    let run = 0;
    for (let at = starts[article]!; at < starts[article + 1]!; at += 1) {
      const token = tokens[at]!;
      const place = places[at]!;
      const pair = pairs[at]!;
      run = pair > 0 ? run + 1 : 1;
      [before, ending] = [ending, before];
      ending.fill(0);
      if (place % 2 === 1 || vocabulary.words[token]!) {
        give(vocabulary.single(token), article, place);
      }
      if (pair === 0) continue;
      ending[2] = pair;
      give(pair, article, place - 2);
      for (let count = 3; count <= longest && count <= run; count += 1) {
        const [start, end] = [before[count - 1]!, ending[count - 1]!];
        const term = vocabulary.longer(start, token, tokens[at - count + 1]!, end);
        if (term === 0) continue;
        ending[count] = term;
        give(term, article, place - 2 * (count - 1));
      }
    }
  }
}

/** The terms that stand somewhere. */
function inOrderOfKeys({ starts }: Occurrences, { keys, terms }: Vocabulary): number[] {
  const rank = new Int32Array(keys.length);
  keys
    .map((key, token) => ({ key, token }))
    .sort((left, right) => (left.key < right.key ? -1 : 1))
    .forEach(({ token }, order) => (rank[token] = order));
  return Array.from(terms.keys())
    .filter((term) => starts[term] !== starts[term + 1])
    .sort((one, other) => {
      const [left, right] = [terms[one]!, terms[other]!];
      for (let at = 0; at < left.length && at < right.length; at += 1) {
        if (left[at] !== right[at]) return rank[left[at]!]! - rank[right[at]!]!;
      }
      return left.length - right.length;
    });
}

function entryOf(
  term: number,
  { starts, articles, places }: Occurrences,
  vocabulary: Vocabulary,
): TermEntry {
  const [from, to] = [starts[term]!, starts[term + 1]!];
  return {
    keys: vocabulary.keysOf(term),
    articles: articles.subarray(from, to),
    places: places.subarray(from, to),
  };
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
  const editions = Array.from(
    Map.groupBy(articles, ({ date }) => date),
    ([date, own]) => [date, own.length, editionCheck(own)] as const,
  );
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
