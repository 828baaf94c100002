import { isWord, type Token } from './tokenize.ts';

/**
 * What a text is found by. Every two tokens that stand together are a term, so that two characters
 * are one look-up, and a longer phrase is a chain of pairs at following places.
 *
 * A pair that stands in thousands of articles (中国) has a long list of places. It is kept without
 * them; in its stead every three tokens with such a pair among them are a term with places.
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

/** A term that a phrase is looked up by, and where in the phrase it begins. */
export interface PhraseTerm {
  /** One to three keys of tokens. */
  readonly keys: readonly string[];
  /** Places from the phrase's first token. */
  readonly offset: number;
}

/**
 * The fewest terms that hold every token of a phrase. A lone character beside a mark (the 于 of
 * `于：`) is in no term with places and is not asked for.
 *
 * @param isHeavy says of a pair, its keys joined, whether it is kept without places
 * @returns none for no tokens; for one token the token, a character being looked up among headlines
 */
export function phraseTerms(
  tokens: readonly PlacedToken[],
  isHeavy: (pair: string) => boolean,
): PhraseTerm[] {
  const first = tokens[0];
  if (first === undefined) return [];
  if (tokens.length === 1) return [{ keys: [first.key], offset: 0 }];
  const together = (at: number): boolean =>
    at > 0 && at < tokens.length && tokens[at]!.place - tokens[at - 1]!.place === 1;
  const heavy = (at: number): boolean => isHeavy(tokens[at - 1]!.key + tokens[at]!.key);
  const termAt = (from: number, count: number): PhraseTerm | undefined => {
    const offset = tokens[from]!.place - first.place;
    const keys = tokens.slice(from, from + count).map(({ key }) => key);
    if (count === 1) return isWord(keys[0]!) ? { keys, offset } : undefined;
    if (!together(from + 1)) return undefined;
    if (count === 2) {
      const alone = !together(from) && !together(from + 2);
      return alone || !heavy(from + 1) ? { keys, offset } : undefined;
    }
    if (!together(from + 2)) return undefined;
    return heavy(from + 1) || heavy(from + 2) ? { keys, offset } : undefined;
  };

  // best[n]: the fewest terms that hold the first n tokens.
  const best: (readonly PhraseTerm[] | undefined)[] = [[]];
  for (let held = 1; held <= tokens.length; held += 1) {
    const at = held - 1;
    const lone = !together(at) && !together(at + 1) && !isWord(tokens[at]!.key);
    if (lone) best[held] = best[at];
    for (const count of [3, 2, 1]) {
      const from = held - count;
      const term = from < 0 ? undefined : termAt(from, count);
      if (term === undefined) continue;
      for (let before = from; before < held; before += 1) {
        const chain = best[before];
        if (chain === undefined || (best[held]?.length ?? Infinity) <= chain.length + 1) continue;
        best[held] = [...chain, term];
      }
    }
  }
  const chosen = best[tokens.length] ?? [];
  return chosen.length > 0
    ? [...chosen]
    : tokens.map(({ key, place }) => ({ keys: [key], offset: place - first.place }));
}
