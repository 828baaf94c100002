/** A sentence ends after its mark and the closing quotes and brackets that follow. */
const sentenceEnd = /[。！？!?]+[”’」』）)》]*|…+[”’」』]*(?=$)|\.(?=\s|$)[”’)]*/g;

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
    if (codePointLength(text.slice(0, next)) > limit) break;
  }
  return end === 0 ? text : text.slice(0, end);
}

/**
 * A name for an item that was printed without a headline: the opening of its caption, cut at a
 * clause and marked where it goes on.
 *
 * @param widthInCells a Han character takes two cells, a Latin letter one
 */
export function nameFromCaption(text: string, widthInCells = 48): string {
  const points = Array.from(text.trim());
  let end = 0;
  for (let width = 0; end < points.length; end += 1) {
    width += /[\u1100-\uffdc\u{20000}-\u{3ffff}]/u.test(points[end]!) ? 2 : 1;
    if (width > widthInCells) break;
  }
  if (end === points.length) return points.join('').replace(/[。.]$/, '');
  const head = points.slice(0, end).join('');
  const clause = Math.max(...['，', '。', '；', ', ', '. '].map((mark) => head.lastIndexOf(mark)));
  const cut = clause > head.length / 2 ? head.slice(0, clause) : head.replace(/\s+\S*$/, '');
  return `${cut}${/\p{Script=Han}/u.test(cut) ? '……' : '…'}`;
}

/** Characters as a reader counts them (字数): code points without white space. */
export function characterCount(text: string): number {
  return codePointLength(text.replaceAll(/\s/g, ''));
}

/** Surrogate pairs count once; nothing else in UTF-16 takes two units. */
function codePointLength(text: string): number {
  return text.length - (text.match(/[\ud800-\udbff][\udc00-\udfff]/g)?.length ?? 0);
}
