import { ByteReader, ByteWriter } from './bytes.ts';
import { markBetween } from './terms.ts';
import { isWord } from './tokenize.ts';

/** Raised whenever the same content gives other bytes: it is part of every segment's version. */
export const indexVersion = 8;

/** Titles that lie in one file. */
export const titlesInFile = 60;

/**
 * In how many files the terms of so many articles lie. A reader fetches one for each term of the
 * query, so they are small; a host has room for some thousands of files, so they are not many:
 * 4 articles a file in a small segment (2 in the smallest, which is there for every query and is the
 * one that an edition writes), and in a large one both grow with the root of its size. The
 * number goes up in steps of a fifth: where it changes, every term of the segment lies elsewhere.
 */
export function termFileCount(articles: number): number {
  if (articles === 0) return 0;
  const smallest = Math.min(articles / 2, 48);
  const wanted = Math.max(1, smallest, Math.min(articles / 4, 12 * Math.sqrt(articles)));
  return fileCounts.findLast((count) => count <= wanted * 1.09)!;
}

/** 1, 2, 3 … 1448, 1722, 2048 …: four to a doubling. */
const fileCounts = [
  ...new Set(Array.from({ length: 60 }, (_, step) => Math.round(2 ** (step / 4)))),
];

export function titleFileCount(articles: number): number {
  return Math.ceil(articles / titlesInFile);
}

/**
 * Over how many files the terms of one first token are spread: its key is written once in each. Few
 * files for 的 and 中, one beside the other, made a term file of 70 kB where most have 11; with 256
 * the largest has 44, and the index is 4 % larger.
 */
const spread = 256;

/** Over how many files the terms of one first token and a mark are spread. */
const markSpread = 8;

/**
 * In how many files the terms with a mark lie. They are an eighth of all places, and few queries ask for
 * them: apart they cost the others nothing.
 */
export function markFileCount(articles: number): number {
  return Math.ceil(termFileCount(articles) / 12);
}

/**
 * The file a term lies in.
 *
 * @param articles of the segment
 */
export function termFileOf(keys: readonly string[], articles: number): string {
  const rest = keys.slice(1).join('');
  const [first, second] = [hashText(keys[0]!), rest === '' ? 0 : hashText(rest)];
  return keys.includes(markBetween)
    ? fileNames.marks((first + (second % markSpread)) % markFileCount(articles))
    : fileNames.terms((first + (second % spread)) % termFileCount(articles));
}

/** FNV-1a over UTF-16 units. */
export function hashText(text: string): number {
  let value = 0x811c9dc5;
  for (let index = 0; index < text.length; index += 1) {
    value = Math.imul(value ^ text.charCodeAt(index), 0x01000193) >>> 0;
  }
  return value;
}

export const fileNames = {
  terms: (number: number): string => `t${number}`,
  marks: (number: number): string => `m${number}`,
  titles: (number: number): string => `h${number}`,
  articles: 'articles',
  facets: 'facets',
} as const;

/** Those that terms lie in. */
export function termFileNames(articles: number): string[] {
  return [
    ...Array.from({ length: termFileCount(articles) }, (_, number) => fileNames.terms(number)),
    ...Array.from({ length: markFileCount(articles) }, (_, number) => fileNames.marks(number)),
  ];
}

/** All files of a segment, by the number of its articles alone. */
export function segmentFileNames(articles: number): string[] {
  return [
    fileNames.articles,
    fileNames.facets,
    ...termFileNames(articles),
    ...Array.from({ length: titleFileCount(articles) }, (_, number) => fileNames.titles(number)),
  ];
}

/** `articles.bin`: what every query asks. */
export interface SegmentArticles {
  /** Date of the first edition. Columns take a third of what rows of dates do. */
  readonly first: string;
  /** By edition: days from the one before, number of articles, and which they are (`editionCheck`). */
  readonly days: readonly number[];
  readonly counts: readonly number[];
  readonly checks: readonly number[];
  /** Terms of two tokens and more that are kept without places. */
  readonly heavy: readonly string[];
  /** The tokens that stand most often: step by step, the most common first. */
  readonly common: readonly (readonly string[])[];
}

const dayLength = 86_400_000;

export function daysBetween(from: string, to: string): number {
  return Math.round((Date.parse(to) - Date.parse(from)) / dayLength);
}

/** The editions of a segment: date, number of articles, and which they are. */
export function editionsOf({
  first,
  days,
  counts,
  checks,
}: SegmentArticles): (readonly [date: string, articles: number, check: number])[] {
  let day = Date.parse(first);
  return days.map((gap, at) => {
    day += gap * dayLength;
    return [new Date(day).toISOString().slice(0, 10), counts[at]!, checks[at]!] as const;
  });
}

/** `facets.bin`: what only a reader asks who narrows the results. */
export interface SegmentFacets {
  readonly pages: readonly number[];
  /** Into `sectionIds`; -1 for none. */
  readonly sections: readonly number[];
  readonly sectionIds: readonly string[];
  /** Into `genreIds`. */
  readonly genres: readonly number[];
  readonly genreIds: readonly string[];
  /** Into `columnIds`; -1 for none. */
  readonly columns: readonly number[];
  readonly columnIds: readonly string[];
  /** Into `columnistIds`. */
  readonly columnists: readonly (readonly number[])[];
  readonly columnistIds: readonly string[];
}

/** `h0.bin` …: an article as a result shows it. */
export type SegmentTitle = readonly [
  slug: string,
  title: string,
  deck: string,
  page: number,
  /** Empty for none. */
  section: string,
];

/** A term with all that the index knows of it. */
export interface TermEntry {
  readonly keys: readonly string[];
  /** Ascending, one for each place: an article repeats. */
  readonly articles: ArrayLike<number>;
  /** Twice the place, and one more in the head; of one article in any order. */
  readonly places: ArrayLike<number>;
}

/** Where a term stands in one article. */
export interface Posting {
  /** Index of the article in its segment. */
  readonly article: number;
  readonly inHead: boolean;
  /** As in `TermEntry`; absent for what is kept without places. */
  readonly places?: readonly number[];
}

/** Whether a term is kept with its places. A lone character is not: it is looked up by itself only. */
function hasPlaces(keys: readonly string[], heavy: ReadonlySet<string>): boolean {
  return keys.length === 1 ? isWord(keys[0]!) : !heavy.has(keys.join(''));
}

/** Between a file’s terms, and between the tokens of one. */
const termEnd = '\u0002';
const keyEnd = '\u0001';

/**
 * Writes a file of terms. What is alike lies together, which packs better: keys, counts, distances
 * between articles, low bytes of places, the rest of them. Each kind is packed by itself: together
 * they take 7 % more.
 *
 * @param terms those of one first token side by side
 * @param heavy terms whose places are left out
 * @returns its parts, one behind the other
 */
export function writeTermFile(
  terms: readonly TermEntry[],
  heavy: ReadonlySet<string>,
): Uint8Array<ArrayBuffer>[] {
  const keys: string[] = [];
  const [counts, gaps, low, high] = Array.from({ length: 4 }, () => new ByteWriter()) as [
    ByteWriter,
    ByteWriter,
    ByteWriter,
    ByteWriter,
  ];
  let first = '';
  for (const term of terms) {
    // The first token stands before the first of its terms only.
    keys.push([term.keys[0] === first ? '' : term.keys[0]!, ...term.keys.slice(1)].join(keyEnd));
    first = term.keys[0]!;
    const placed = hasPlaces(term.keys, heavy);
    const { articles, places } = term;
    let different = 0;
    for (let at = 0; at < articles.length; at += 1) {
      if (at === 0 || articles[at] !== articles[at - 1]) different += 1;
    }
    counts.number(different);
    let last = -1;
    for (let at = 0; at < articles.length;) {
      const article = articles[at]!;
      const from = at;
      let inHead = false;
      for (; at < articles.length && articles[at] === article; at += 1) {
        if (places[at]! % 2 === 1) inHead = true;
        if (!placed) continue;
        low.byte(places[at]! % 256);
        high.number(Math.floor(places[at]! / 256));
      }
      const several = at - from > 1;
      gaps.number((article - last - 1) * 2 + ((placed ? several : inHead) ? 1 : 0));
      if (placed && several) counts.number(at - from);
      last = article;
    }
  }
  const text = new TextEncoder().encode(keys.join(termEnd));
  return [text, ...[counts, gaps, low, high].map((writer) => writer.taken())].map((stream) => {
    const part = new ByteWriter();
    part.number(stream.length);
    part.bytes(stream);
    return part.taken();
  });
}

/**
 * Reads a file of terms back.
 *
 * @returns by the term’s keys, joined
 * @throws RangeError where the bytes are not such a file
 */
export function readTermFile(
  bytes: Uint8Array,
  heavy: ReadonlySet<string>,
): Map<string, readonly Posting[]> {
  const whole = new ByteReader(bytes);
  const stream = (): Uint8Array => whole.bytes(whole.number());
  const text = new TextDecoder().decode(stream());
  const [counts, gaps, low, high] = Array.from({ length: 4 }, () => new ByteReader(stream())) as [
    ByteReader,
    ByteReader,
    ByteReader,
    ByteReader,
  ];
  const terms = new Map<string, readonly Posting[]>();
  if (text === '') return terms;
  let first = '';
  for (const written of text.split(termEnd)) {
    const keys = written.split(keyEnd);
    if (keys[0] === '') keys[0] = first;
    else first = keys[0]!;
    const placed = hasPlaces(keys, heavy);
    const postings: Posting[] = [];
    let last = -1;
    for (let left = counts.number(); left > 0; left -= 1) {
      const gap = gaps.number();
      last += (gap >>> 1) + 1;
      const flag = gap % 2 === 1;
      if (placed) {
        const places = Array.from(
          { length: flag ? counts.number() : 1 },
          () => low.byte() + high.number() * 256,
        );
        postings.push({ article: last, inHead: places.some((place) => place % 2 === 1), places });
      } else {
        postings.push({ article: last, inHead: flag });
      }
    }
    terms.set(keys.join(''), postings);
  }
  return terms;
}
