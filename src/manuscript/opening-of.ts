/** A sentence ends after its mark and the closing quotes and brackets that follow. */
const sentenceEnd = /[。！？!?]+[”’」』）)》]*|…+[”’」』]*$|\.[”’)]*(?=\s|$)/g;

/**
 * The longest opening of a text that ends with a sentence and has at most `limit` characters; the
 * first sentence where even that is longer.
 *
 * @param limit in code points
 */
export function openingOf(text: string, limit: number): string {
  if (codePointLength(text) <= limit) return text;
  let end = 0;
  for (const match of text.matchAll(sentenceEnd)) {
    const next = match.index + match[0].length;
    if (end > 0 && codePointLength(text.slice(0, next)) > limit) break;
    end = next;
  }
  return end === 0 ? text : text.slice(0, end);
}

/** Surrogate pairs count once; nothing else in UTF-16 takes two units. */
export function codePointLength(text: string): number {
  return text.length - (text.match(/[\ud800-\udbff][\udc00-\udfff]/g)?.length ?? 0);
}
