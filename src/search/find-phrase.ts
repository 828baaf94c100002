import type { Clause } from './parse-query.ts';
import { placeTokens } from './terms.ts';
import { tokenize } from './tokenize.ts';

/** A piece of a text, in UTF-16 units. */
export interface Range {
  readonly start: number;
  readonly end: number;
}

/**
 * Where the pieces of a query stand in a text, in its order, none overlapping another.
 *
 * @param fold as for `tokenize`
 */
export function findPhrases(
  text: string,
  clauses: readonly Pick<Clause, 'tokens'>[],
  fold: (character: string) => string,
): Range[] {
  const tokens = tokenize(text, fold);
  const places = placeTokens(tokens, 0);
  const found: Range[] = [];
  for (let at = 0; at < tokens.length;) {
    const lengths = clauses
      .filter(({ tokens: wanted }) =>
        wanted.every(
          ({ key, place }, index) =>
            tokens[at + index]?.key === key &&
            places[at + index]!.place - places[at]!.place === place - wanted[0]!.place,
        ),
      )
      .map(({ tokens: wanted }) => wanted.length);
    const length = Math.max(0, ...lengths);
    if (length > 0) found.push({ start: tokens[at]!.start, end: tokens[at + length - 1]!.end });
    at += Math.max(1, length);
  }
  return found;
}

/** A snippet: a text cut around its first hit, with the hits in it. */
export interface Snippet {
  readonly text: string;
  readonly hits: readonly Range[];
}

/**
 * Cuts a text to what stands around its first hit.
 *
 * @param hits as `findPhrases` gives them; without one the text is cut at its end
 * @param room about how many UTF-16 units
 */
export function cutSnippet(text: string, hits: readonly Range[], room = 110): Snippet {
  if (text.length <= room) return { text, hits };
  const first = hits[0] ?? { start: 0, end: 0 };
  const lead = Math.floor(room / 4);
  let from = Math.max(0, Math.min(first.start - lead, text.length - room));
  // An ellipsis in place of a character or two saves nothing, and costs a word: …报讯 of 本报讯.
  if (from <= 2) from = 0;
  let to = Math.min(text.length, Math.max(from + room, first.end));
  if (text.length - to <= 2) to = text.length;
  // Not through a surrogate pair, nor through a Latin word.
  const inWord = (at: number): boolean =>
    at > 0 &&
    at < text.length &&
    /^[\p{Script=Latin}\d\udc00-\udfff]$/u.test(text[at]!) &&
    /[\p{Script=Latin}\d\ud800-\udbff]$/u.test(text[at - 1]!);
  while (inWord(from) && from > 0) from -= 1;
  // Nor with a mark that ends what is left out.
  while (from > 0 && from < first.start && /^[\p{Pe}\p{Pf}\p{Po}\s]$/u.test(text[from]!)) from += 1;
  while (inWord(to)) to += 1;
  const before = from > 0 ? '…' : '';
  const shift = before.length - from;
  return {
    text: `${before}${text.slice(from, to)}${to < text.length ? '…' : ''}`,
    hits: hits
      .filter(({ start, end }) => start >= from && end <= to)
      .map(({ start, end }) => ({ start: start + shift, end: end + shift })),
  };
}
