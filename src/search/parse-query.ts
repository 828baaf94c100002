import { placeTokens, type PlacedToken } from './terms.ts';
import { tokenize } from './tokenize.ts';

/** What is looked for as one piece: a term of the reader’s, or what stands in quotation marks. */
export interface Clause {
  /** As it was written, without sign and quotation marks. */
  readonly text: string;
  readonly tokens: readonly PlacedToken[];
  /** Not to be found in the article. */
  readonly excluded: boolean;
}

export interface Query {
  readonly wanted: readonly Clause[];
  readonly excluded: readonly Clause[];
  /** Why it is not asked. */
  readonly problem?: 'empty' | 'no-words' | 'too-long' | 'only-excluded';
}

/** Longer ones are pasted texts. A sentence of the paper has 20 to 60 characters. */
export const longestQuery = 100;
const mostClauses = 8;

const clauseShape =
  /([-−－–]?)(?:"([^"]*)"?|“([^”]*)”?|「([^」]*)」?|『([^』]*)』?|([^\s"“「『]+))/gu;

/**
 * Reads what a reader has typed: terms between blanks, all of which an article must have; phrases in
 * quotation marks of any kind; a minus before what it must not have.
 *
 * @param text as typed
 * @param fold as for `tokenize`
 */
export function parseQuery(text: string, fold: (character: string) => string): Query {
  const none = { wanted: [], excluded: [] };
  const typed = text.trim();
  if (typed === '') return { ...none, problem: 'empty' };
  if ([...typed].length > longestQuery) return { ...none, problem: 'too-long' };
  const clauses = Array.from(typed.matchAll(clauseShape), (match): Clause => {
    const [, sign, ...texts] = match;
    const found = texts.find((part) => part !== undefined)!;
    return { text: found, tokens: placeTokens(tokenize(found, fold), 0), excluded: sign !== '' };
  }).filter(({ text: found, tokens }) => tokens.length > 0 && found !== 'AND');
  const wanted = clauses.filter(({ excluded }) => !excluded);
  const excluded = clauses.filter((clause) => clause.excluded);
  if (clauses.length > mostClauses) return { ...none, problem: 'too-long' };
  if (wanted.length === 0) {
    return { ...none, problem: excluded.length > 0 ? 'only-excluded' : 'no-words' };
  }
  return { wanted, excluded };
}
