/** A stretch of a text, in UTF-16 units. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/** After its mark a sentence still has the closing quotation marks and brackets that follow. */
const sentenceEnd = /(?:[。！？!?]+|…+(?=[”’」』）]|$)|\.(?=[”’")]*(?:\s|$)))[”’」』）)》】"']*/gu;

/**
 * Takes a paragraph apart into sentences. Blanks between sentences belong to none; every other
 * character belongs to exactly one.
 */
export function splitSentences(text: string): Span[] {
  const spans: Span[] = [];
  let start = 0;
  const add = (end: number): void => {
    const raw = text.slice(start, end);
    const from = start + (raw.length - raw.trimStart().length);
    const to = end - (raw.length - raw.trimEnd().length);
    if (from < to) spans.push({ start: from, end: to });
    start = end;
  };
  for (const match of text.matchAll(sentenceEnd)) add(match.index + match[0].length);
  add(text.length);
  return spans;
}

/** 60 Han characters take a voice about 14 seconds, after which Chrome falls silent. */
export const breathLimit = 60;

/**
 * Parts a sentence where a reader takes breath: after a clause, so that no part is longer than the
 * limit while there is a sign to part it at; then at a blank; then anywhere but inside a character.
 *
 * @param limit in UTF-16 units
 */
export function splitBreaths(sentence: string, limit: number = breathLimit): string[] {
  const breaths: string[] = [];
  let rest = sentence;
  while (rest.length > limit) {
    const head = rest.slice(0, limit);
    const cut =
      lastIndexAfter(head, /[；;：:][”’」』）)]*/gu) ||
      lastIndexAfter(head, /[，,、][”’」』）)]*/gu) ||
      lastIndexAfter(head, /\s+/gu) ||
      (/[\ud800-\udbff]$/.test(head) ? limit - 1 : limit);
    breaths.push(rest.slice(0, cut));
    rest = rest.slice(cut);
  }
  breaths.push(rest);
  return breaths.filter((breath) => breath.trim() !== '');
}

/** Where the last match in the later half of a text ends; 0 where there is none. */
function lastIndexAfter(text: string, pattern: RegExp): number {
  let last = 0;
  for (const match of text.matchAll(pattern)) {
    const end = match.index + match[0].length;
    if (end > text.length / 2) last = end;
  }
  return last;
}
