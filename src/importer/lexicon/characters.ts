/** Character classes of CJK newspaper text. All take one character (one code point) or a string. */

const han = /^\p{Script=Han}$/u;
const latinLetter = /^[A-Za-z\u00c0-\u024f]$/u;
const digit = /^[0-9]$/;

/** A Han character. 〇 counts (二〇二二年); the full-width marks do not. */
export function isHan(character: string | undefined): boolean {
  return character !== undefined && (han.test(character) || character === '〇');
}

export function isLatinLetter(character: string | undefined): boolean {
  return character !== undefined && latinLetter.test(character);
}

export function isDigit(character: string | undefined): boolean {
  return character !== undefined && digit.test(character);
}

/** Marks that only CJK setting has: a neighbour of one is in CJK context. */
export const cjkMarks = '，。、；：？！（）《》〈〉「」『』【】〔〕“”‘’…—·';

export function isCjkMark(character: string | undefined): boolean {
  return character !== undefined && character !== '' && cjkMarks.includes(character);
}

/**
 * Whether a text has two letters of the Latin alphabet side by side. A pattern of words in Latin letters is
 * dear to get ready, and a page in Chinese has no use for it: ask this first.
 */
export function hasLatinWord(text: string): boolean {
  return /[A-Za-z]{2}/.test(text);
}

/** How many Han characters a text has. */
export function countHan(text: string): number {
  return text.match(/\p{Script=Han}/gu)?.length ?? 0;
}

const address = new RegExp(
  [
    '(?:[a-z][a-z0-9+.-]{1,20}://|www\\.)[\\x21-\\x7e]+',
    '[\\w.+-]{1,64}@[\\w-]{1,63}(?:\\.[\\w-]{1,63})+',
    '(?:[a-z0-9-]{1,63}\\.){1,5}' +
      '(?:com|cn|net|org|gov|edu|io|info|html?|php|pdf|jpe?g|png)(?![a-z0-9])(?:[/?#][\\x21-\\x7e]*)?',
  ].join('|'),
  'gi',
);

/**
 * Addresses that no repair of marks or blanks may touch: web addresses, mail addresses, domain
 * names, paths. Gives their runs in order, as UTF-16 offsets.
 */
export function findAddresses(text: string): { start: number; end: number }[] {
  if (!/[@/\\.]/.test(text)) return [];
  const runs: { start: number; end: number }[] = [];
  for (const match of text.matchAll(address)) {
    // Marks that end a sentence or close what holds the address are not part of it (RFC 3986, app. C).
    const run = match[0].replace(/["'),.;:!?\]]+$/, '');
    runs.push({ start: match.index, end: match.index + run.length });
  }
  return runs;
}

/** A test whether an offset lies in one of sorted runs; ask with rising offsets. */
export function insideOf(runs: readonly { start: number; end: number }[]) {
  let next = 0;
  return (offset: number): boolean => {
    while (next < runs.length && runs[next]!.end <= offset) next += 1;
    const run = runs[next];
    return run !== undefined && run.start <= offset;
  };
}

/** LETTERS, FARLEY-OSTRANDER: a line in capitals. CBA战报 has an abbreviation and letters that have no case. */
export function isInCapitals(text: string): boolean {
  return text === text.toUpperCase() && /\p{Lu}{3}/u.test(text) && !/\p{Lo}/u.test(text);
}
