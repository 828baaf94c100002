import { isWord, type Token } from './tokenize.ts';

/**
 * What a text is found by. Every two tokens that stand together are a term, so that two characters
 * are one look-up, and a longer phrase is a chain of pairs at following places.
 *
 * A pair that stands in thousands of articles (中国) has a long list of places. It is kept without
 * them; in its stead every three tokens with such a pair among them are a term with places. Where
 * three stand as often (中国人), they are kept without places too, and every four tokens with such
 * three among them are a term; and so on up to `mostTokens`.
 */
export interface PlacedToken {
  readonly key: string;
  /** A token takes one place, what parts two tokens another. */
  readonly place: number;
}

/** Numbers the places of a text. */
export function placeTokens(tokens: readonly Token[], from: number): PlacedToken[] {
  let place = from - 1;
  return tokens.map(({ key, apart }) => {
    place += apart ? 2 : 1;
    return { key, place };
  });
}

/**
 * Between the keys of two tokens that a mark parts: 甲、乙 is a term of two tokens with the mark between
 * them. Which mark it is, is not told. Where the text has a frequent pair or a longer term without
 * places beside a mark, that term with the mark and the token beyond is a term too, so that the place of
 * 中国 in 中国、人 is known.
 */
export const markBetween = '\u0003';

/** Whether a token stands together with the one before it. */
function isPair(tokens: readonly PlacedToken[], at: number): boolean {
  return at > 0 && at < tokens.length && tokens[at]!.place - tokens[at - 1]!.place === 1;
}

/** How many tokens the longest term has. */
export const mostTokens = 8;

/** A term that a phrase is looked up by, and where in the phrase it begins. */
export interface PhraseTerm {
  /** One to `mostTokens` keys of tokens. */
  readonly keys: readonly string[];
  /** Places from the phrase's first token. */
  readonly offset: number;
}

/** From so many terms on the two rarest are asked for first: see `phraseTerms`. */
const longFrom = 4;

/**
 * The fewest terms that hold every token of a phrase, the rarest of them first. A phrase of many terms
 * begins with the two rarest that it has, wherever they stand: they leave so few articles that the
 * others are hardly ever asked for.
 *
 * @param isHeavy says of two tokens and more, their keys joined, whether they are kept without places
 * @param rankOf how many tokens are more common than this one, as far as that is known
 * @returns no terms for no tokens; for one token the token, a character being looked up among headlines.
 *   An article that has all of them at their places has the phrase
 */
export function phraseTerms(
  tokens: readonly PlacedToken[],
  isHeavy: (keys: string) => boolean,
  rankOf: (key: string) => number = () => 0,
): PhraseTerm[] {
  const first = tokens[0];
  if (first === undefined) return [];
  if (tokens.length === 1) return [{ keys: [first.key], offset: 0 }];
  const spans = spansOf(tokens, isHeavy, rankOf);
  const fewest = cover(tokens, spans, new Set());
  let begin: Span[] = [];
  if (fewest.length >= longFrom) {
    const [rarest, ...others] = [...spans].sort((one, other) => one.common - other.common);
    const second = others.find((one) => one.end <= rarest!.from || one.from >= rarest!.end);
    begin = [rarest!, ...(second === undefined ? [] : [second])];
  }
  const asked = new Set(begin);
  const rest = (begin.length === 0 ? fewest : cover(tokens, spans, asked))
    .filter((one) => !asked.has(one))
    .sort((one, other) => one.common - other.common);
  const chosen = [...begin, ...rest];
  // That a mark stands there, and no character, is asked last: it leaves out hardly an article.
  const marks = spans.filter(
    ({ mark, from, end }) =>
      mark === end - 1 && end - from === 2 && !chosen.some((one) => one.mark === mark),
  );
  return [...chosen, ...marks].map(({ from, end, mark }) => ({
    keys: tokens
      .slice(from, end)
      .flatMap(({ key }, at) => (from + at === mark ? [markBetween, key] : [key])),
    offset: tokens[from]!.place - first.place,
  }));
}

/** A term with places, as far as a phrase goes: from a token to the one before `end`. */
interface Span {
  readonly from: number;
  readonly end: number;
  /** The token in it that a mark stands before. */
  readonly mark: number | undefined;
  /** The more common, the larger: by how common its tokens are. */
  readonly common: number;
}

/** A term with a mark costs a reader twice what others do: it is asked for later. */
const byMark = 4;

/** Every term that a phrase can be looked up by. */
function spansOf(
  tokens: readonly PlacedToken[],
  isHeavy: (keys: string) => boolean,
  rankOf: (key: string) => number,
): Span[] {
  const commons = tokens.map(({ key }) => -Math.log2(rankOf(key) + 16));
  const spans: Span[] = [];
  // Terms of two, three, … tokens: there where they stand together and a shorter one is heavy.
  let shorter: readonly { readonly isTerm: boolean; readonly heavy: boolean }[] = [];
  for (let count = 1; count <= mostTokens && count <= tokens.length; count += 1) {
    const these: { isTerm: boolean; heavy: boolean }[] = [];
    for (let from = 0; from + count <= tokens.length; from += 1) {
      const end = from + count;
      const own = commons.slice(from, end);
      if (count === 1) {
        these.push({ isTerm: false, heavy: false });
        if (isWord(tokens[from]!.key)) {
          spans.push({ from, end, mark: undefined, common: own[0]! - 4 });
        }
        continue;
      }
      const parts = [shorter[from]!, shorter[from + 1]!];
      const isTerm =
        isPair(tokens, end - 1) &&
        (count === 2 ||
          (isPair(tokens, from + 1) && parts.some((part) => part.isTerm && part.heavy)));
      const heavy = isTerm && isHeavy(keysOf(tokens, from, end));
      these.push({ isTerm, heavy });
      if (!isTerm) continue;
      // A longer term has a heavy one in it: that counts as one token, one of the most common.
      const common = count === 2 ? own[0]! + own[1]! : Math.min(...own) - 4;
      if (!heavy || count === tokens.length) {
        spans.push({ from, end, mark: undefined, common });
      } else if (!isPair(tokens, from) && !isPair(tokens, end)) {
        if (from > 0) spans.push({ from: from - 1, end, mark: from, common: common + byMark });
        if (end < tokens.length)
          spans.push({ from, end: end + 1, mark: end, common: common + byMark });
      }
    }
    shorter = these;
  }
  for (let at = 1; at < tokens.length; at += 1) {
    if (isPair(tokens, at)) continue;
    const common = commons[at - 1]! + commons[at]! + byMark;
    spans.push({ from: at - 1, end: at + 1, mark: at, common });
  }
  return spans;
}

function keysOf(tokens: readonly PlacedToken[], from: number, end: number): string {
  let keys = '';
  for (let at = from; at < end; at += 1) keys += tokens[at]!.key;
  return keys;
}

/**
 * The fewest spans that hold every token, of those the rarer ones.
 *
 * @param free are asked for in any case
 */
function cover(
  tokens: readonly PlacedToken[],
  spans: readonly Span[],
  free: ReadonlySet<Span>,
): Span[] {
  // best[n]: the best way to hold the first n tokens.
  const best: ({ readonly cost: number; readonly chain: readonly Span[] } | undefined)[] = [
    { cost: 0, chain: [] },
  ];
  for (let held = 1; held <= tokens.length; held += 1) {
    for (const span of spans) {
      if (span.end !== held) continue;
      // A unit a term, but hardly anything for a mark, which is asked for in any case; which of them is
      // rarer decides between as many only.
      const unit = span.mark === undefined ? 1 : 0.25;
      const own = free.has(span) ? 0 : unit + (span.common + 64) / 1e4;
      for (let before = span.from; before < held; before += 1) {
        const known = best[before];
        if (known === undefined) continue;
        const cost = known.cost + own;
        if (cost < (best[held]?.cost ?? Infinity)) {
          best[held] = { cost, chain: [...known.chain, span] };
        }
      }
    }
  }
  return [...(best[tokens.length]?.chain ?? [])];
}
