import { constants, deflateRawSync } from 'node:zlib';
import {
  daysBetween,
  fileNames,
  termFileNames,
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
import { markBetween, mostTokens, placeTokens } from './terms.ts';
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
/** A term of four tokens and more is kept by longer ones from a part of that on. */
const longHeavyPart = 1 / 3;
/** Tokens whose rank a segment tells, about: the rest are rare. */
const mostCommon = 250;
const commonFrom = 100;

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
  const pairs = heavyPairs(text.pairs, vocabulary);
  const longer = longerLevels(text, pairs, vocabulary);
  const levels = [...longer, ...acrossMarks(text, [pairs, ...longer], vocabulary)];
  const occurrences = listOccurrences(text, levels, vocabulary);
  const heavy = vocabulary.heavyTerms();

  const files = new Map<string, Uint8Array<ArrayBuffer>>();
  const put = (name: string, ...parts: readonly Uint8Array[]): void => {
    files.set(name, packParts(parts));
  };
  const json = (value: unknown): Uint8Array => new TextEncoder().encode(JSON.stringify(value));

  const columns = columnsOf(articles, [...heavy], commonTokens(text, vocabulary));
  const numbering = new Numbering(articles.length, columns);
  put(fileNames.articles, json(columns));
  put(fileNames.facets, numbering.sign(json(facetsOf(articles)), articles.length - 1));
  for (let number = 0; number < titleFileCount(articles.length); number += 1) {
    const end = Math.min((number + 1) * titlesInFile, articles.length);
    const titles = articles
      .slice(number * titlesInFile, end)
      .map(({ slug, title, deck, page, section }): SegmentTitle => [
        slug,
        title,
        deck,
        page,
        section ?? '',
      ]);
    put(fileNames.titles(number), numbering.sign(json(titles), end - 1));
  }
  const byFile = new Map(termFileNames(articles.length).map((name) => [name, [] as number[]]));
  for (const term of inOrderOfKeys(occurrences, vocabulary)) {
    byFile.get(termFileOf(vocabulary.keysOf(term), articles.length))!.push(term);
  }
  for (const [name, terms] of byFile) {
    const entries = terms.map((term) => entryOf(term, occurrences, vocabulary));
    const last = entries.reduce(
      (most, entry) => Math.max(most, entry.articles[entry.articles.length - 1] ?? -1),
      -1,
    );
    const [keys, ...rest] = writeTermFile(entries, heavy);
    put(name, numbering.sign(keys!, last), ...rest);
  }
  return files;
}

/** Packs parts one by one into one stream: deflate takes it as it is (RFC 1951, 3.2.4). */
function packParts(parts: readonly Uint8Array[]): Uint8Array<ArrayBuffer> {
  const packed = parts.map((part, at) =>
    deflateRawSync(part, {
      level: 6,
      finishFlush: at + 1 < parts.length ? constants.Z_FULL_FLUSH : constants.Z_FINISH,
    }),
  );
  return Uint8Array.from(Buffer.concat(packed));
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

  /** The term of a shorter one and a token behind it. */
  longerThan(start: number, last: number): number {
    let ofStart = this.#longer.get(start);
    if (ofStart === undefined) this.#longer.set(start, (ofStart = new Map()));
    let term = ofStart.get(last);
    if (term === undefined)
      ofStart.set(last, (term = this.#newTerm([...this.terms[start]!, last])));
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
    if (this.isHeavy(start)) return this.longerThan(start, last);
    if (!this.isHeavy(end)) return 0;
    let ofEnd = this.#before.get(end);
    if (ofEnd === undefined) this.#before.set(end, (ofEnd = new Map()));
    let term = ofEnd.get(first);
    if (term === undefined) ofEnd.set(first, (term = this.#newTerm([first, ...this.terms[end]!])));
    return term;
  }

  /** Whether a term stands so often that it is kept without places. */
  isHeavy(term: number): boolean {
    const { length } = this.terms[term]!;
    const part = length > 3 ? longHeavyPart : 1;
    return length < mostTokens && this.counts[term]! > this.#heavyFrom * part;
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
          if (inHead === 1 || vocabulary.words[token]!) vocabulary.single(token);
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

/** Terms of one length, where they end in the text: token by token, in columns. */
interface Level {
  /** Places from the first token to the last. */
  readonly length: number;
  readonly ends: Int32Array;
  readonly terms: Int32Array;
}

/**
 * The terms of three tokens and more, as terms.ts says which there are. Those of one length come of
 * those that are a token shorter, so that the text is gone over once, and what is rare not at all.
 */
function longerLevels({ pairs, tokens }: Text, ofTwo: Level, vocabulary: Vocabulary): Level[] {
  const levels: Level[] = [];
  let shorter = ofTwo;
  for (let count = 3; count <= mostTokens && shorter.ends.length > 0; count += 1) {
    const [ends, terms] = [new Column(), new Column()];
    let next = 0;
    for (const [at, end] of shorter.ends.entries()) {
      // A heavy term is longer by the token before it, and by the one behind.
      for (const last of vocabulary.isHeavy(shorter.terms[at]!) ? [end, end + 1] : []) {
        if (last < next || !(pairs[last]! > 0)) continue;
        while (next <= last) next += 1;
        const from = last - count + 1;
        const [before, own] = [termAt(shorter, at, last - 1), termAt(shorter, at, last)];
        if (!(pairs[from + 1]! > 0)) continue;
        const term = vocabulary.longer(before, tokens[last]!, tokens[from]!, own);
        if (term === 0) continue;
        vocabulary.counts[term]! += 1;
        ends.add(last);
        terms.add(term);
      }
    }
    shorter = { length: count - 1, ends: ends.taken(), terms: terms.taken() };
    levels.push(shorter);
  }
  return levels;
}

/** The terms with a mark, as `markBetween` says which there are. */
function acrossMarks(
  { tokens, places }: Text,
  levels: readonly Level[],
  vocabulary: Vocabulary,
): Level[] {
  // A field begins three places behind the one before it, an article and its body at 0.
  const isBehindMark = (at: number): boolean => (places[at]! >> 1) - (places[at - 1]! >> 1) === 2;
  const mark = vocabulary.token(markBetween);
  const [ends, terms] = [new Column(), new Column()];
  for (let at = 1; at < tokens.length; at += 1) {
    if (!isBehindMark(at)) continue;
    ends.add(at);
    terms.add(vocabulary.longerThan(vocabulary.pair(tokens[at - 1]!, mark), tokens[at]!));
  }
  const found: Level[] = [{ length: 2, ends: ends.taken(), terms: terms.taken() }];
  for (const shorter of levels) {
    const [before, behind] = [new Map<number, number>(), new Map<number, number>()];
    for (const [at, end] of shorter.ends.entries()) {
      const term = shorter.terms[at]!;
      if (!vocabulary.isHeavy(term)) continue;
      const from = end - shorter.length;
      if (isBehindMark(from)) {
        const start = vocabulary.pair(tokens[from - 1]!, mark);
        const longer = vocabulary.terms[term]!.reduce(
          (part, token) => vocabulary.longerThan(part, token),
          start,
        );
        before.set(end, longer);
      }
      if (isBehindMark(end + 1)) {
        const start = vocabulary.longerThan(term, mark);
        behind.set(end + 1, vocabulary.longerThan(start, tokens[end + 1]!));
      }
    }
    for (const one of [before, behind]) {
      found.push({
        length: shorter.length + 2,
        ends: Int32Array.from(one.keys()),
        terms: Int32Array.from(one.values()),
      });
    }
  }
  return found;
}

/** The term that ends at a token, near some place of the level; 0 for none. */
function termAt({ ends, terms }: Level, near: number, end: number): number {
  for (let at = Math.max(0, near - 1); at <= near + 1; at += 1) {
    if (ends[at] === end) return terms[at]!;
  }
  return 0;
}

/** The heavy pairs, and the pairs beside them. */
function heavyPairs(pairs: Int32Array, vocabulary: Vocabulary): Level {
  const [ends, terms] = [new Column(), new Column()];
  for (const [end, pair] of pairs.entries()) {
    if (pair === 0) continue;
    const beside = [pairs[end - 1] ?? 0, pair, pairs[end + 1] ?? 0];
    if (!beside.some((one) => vocabulary.isHeavy(one))) continue;
    ends.add(end);
    terms.add(pair);
  }
  return { length: 1, ends: ends.taken(), terms: terms.taken() };
}

/** Where every term stands: those of a term together, in the order of the articles. */
interface Occurrences {
  /** Where those of each term begin, by the term's number, and the end of the last. */
  readonly starts: Int32Array;
  readonly articles: Int32Array;
  readonly places: Int32Array;
}

/** Goes over all terms twice: once to count what each needs, once to put it there. */
function listOccurrences(
  text: Text,
  levels: readonly Level[],
  vocabulary: Vocabulary,
): Occurrences {
  const number = vocabulary.terms.length;
  const starts = new Int32Array(number + 1);
  eachTerm(text, levels, vocabulary, (term) => {
    starts[term + 1]! += 1;
  });
  for (let term = 0; term < number; term += 1) starts[term + 1]! += starts[term]!;
  const next = starts.slice();
  const articles = new Int32Array(starts[number]!);
  const places = new Int32Array(starts[number]!);
  eachTerm(text, levels, vocabulary, (term, article, place) => {
    const to = next[term]!++;
    articles[to] = article;
    places[to] = place;
  });
  return { starts, articles, places };
}

/** A character by itself is a term in the head only. The occurrences of each term come in order. */
function eachTerm(
  { tokens, places, pairs, starts }: Text,
  levels: readonly Level[],
  vocabulary: Vocabulary,
  give: (term: number, article: number, place: number) => void,
): void {
  for (let article = 0; article + 1 < starts.length; article += 1) {
    for (let at = starts[article]!; at < starts[article + 1]!; at += 1) {
      const [token, place, pair] = [tokens[at]!, places[at]!, pairs[at]!];
      if (place % 2 === 1 || vocabulary.words[token]!) {
        give(vocabulary.single(token), article, place);
      }
      if (pair > 0) give(pair, article, place - 2);
    }
  }
  for (const { length, ends, terms } of levels) {
    let article = 0;
    for (const [at, end] of ends.entries()) {
      while (end >= starts[article + 1]!) article += 1;
      give(terms[at]!, article, places[end]! - 2 * length);
    }
  }
}

/**
 * The most common tokens, those that stand nearly as often together: a character put right changes
 * none of it.
 */
function commonTokens({ tokens }: Text, { keys }: Vocabulary): string[][] {
  const counts = new Int32Array(keys.length);
  for (const token of tokens) counts[token]! += 1;
  const often = Array.from(counts.keys()).filter((token) => counts[token]! >= commonFrom);
  // Four steps to a doubling.
  const steps = Map.groupBy(often, (token) => Math.floor(4 * Math.log2(counts[token]!)));
  const common: string[][] = [];
  for (const [, step] of [...steps].sort(([one], [other]) => other - one)) {
    if (common.reduce((sum, { length }) => sum + length, 0) >= mostCommon) break;
    common.push(step.map((token) => keys[token]!).sort());
  }
  return common;
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
  common: readonly (readonly string[])[],
): SegmentArticles {
  const editions = [...Map.groupBy(articles, ({ date }) => date)];
  return {
    first: editions[0]?.[0] ?? '',
    days: editions.map(([date], at) => (at === 0 ? 0 : daysBetween(editions[at - 1]![0], date))),
    counts: editions.map(([, own]) => own.length),
    checks: editions.map(([, own]) => editionCheck(own)),
    heavy,
    common,
  };
}

function facetsOf(articles: readonly SearchableArticle[]): SegmentFacets {
  const sections = dictionary(articles.map(({ section }) => section));
  const genres = dictionary(articles.map(({ genre }) => genre));
  const columns = dictionary(articles.map(({ column }) => column));
  const people = dictionary(articles.flatMap(({ columnists }) => columnists));
  return {
    pages: articles.map(({ page }) => page),
    sections: articles.map(({ section }) => sections.of(section)),
    sectionIds: sections.ids,
    genres: articles.map(({ genre }) => genres.of(genre)),
    genreIds: genres.ids,
    columns: articles.map(({ column }) => columns.of(column)),
    columnIds: columns.ids,
    columnists: articles.map(({ columnists }) => columnists.map((id) => people.of(id))),
    columnistIds: people.ids,
  };
}
