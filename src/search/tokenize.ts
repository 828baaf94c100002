/** A searchable unit of a text: a Han character or kana, or a whole word or number. */
export interface Token {
  /** As it is compared: simplified, lower case, half width. A word ends with a blank, so that none is taken for a character. */
  readonly key: string;
  /** Offsets in the text, in UTF-16 units. */
  readonly start: number;
  readonly end: number;
  /** Something stands between this token and the one before: a mark, or a blank. */
  readonly apart: boolean;
}

const ideograph = String.raw`\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}ー`;
const letter = String.raw`[[\p{L}\p{M}\p{N}]--[${ideograph}]]`;
/**
 * A number keeps its decimal point and its thousands (`0.125`, `12,500`), a word its apostrophe. A
 * hyphen parts words: `covid-19` is asked for as `covid 19` too.
 */
const tokenShape = new RegExp(
  String.raw`[${ideograph}]|\d{1,3}(?:,\d{3})+(?!\d)(?:\.\d+)?|${letter}+(?:(?:(?<=\d)\.(?=\d)|['’](?=\p{L}))${letter}+)*`,
  'gv',
);
const isIdeograph = new RegExp(`[${ideograph}]`, 'v');
/** Seen by nobody: no reader would type them, and OCR tools leave them behind. */
const invisible = /[\u00ad\u200b-\u200d\u2060\ufeff\ufe00-\ufe0f]/gu;
const blanks = /^\s*$/;
const lineEnd = /^[ \t]*\r?\n[ \t]*$/;

/**
 * Cuts a text into what can be searched. Marks are no tokens: they only keep what they part apart. A
 * line end between Han characters parts nothing, as no blank is shown there (CSS Text 3, 4.1.3); nor
 * does a blank between a character and a word or number, which some set and others do not.
 *
 * @param fold the form by which one character is compared: see fold-table.ts
 */
export function tokenize(text: string, fold: (character: string) => string): Token[] {
  const tokens: Token[] = [];
  let end = 0;
  let afterIdeograph = false;
  for (const match of text.matchAll(tokenShape)) {
    const [found] = match;
    const ofHan = isIdeograph.test(found);
    const between = text.slice(end, match.index).replaceAll(invisible, '');
    const apart =
      tokens.length > 0 &&
      between !== '' &&
      !(ofHan === afterIdeograph ? ofHan && lineEnd.test(between) : blanks.test(between));
    end = match.index + found.length;
    tokens.push({
      key: ofHan ? fold(found) : wordKey(found),
      start: match.index,
      end,
      apart,
    });
    afterIdeograph = ofHan;
  }
  return tokens;
}

/** Whether a key is a word’s or a number’s. */
export function isWord(key: string): boolean {
  return key.endsWith(' ');
}

function wordKey(word: string): string {
  return `${word.normalize('NFKC').toLowerCase().replaceAll('’', "'").replaceAll(',', '')} `;
}
