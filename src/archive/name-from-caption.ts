import { codePointLength } from '../manuscript/opening-of.ts';
import { headlineSegments } from '../typography/headline-segments.ts';

/**
 * A name for an item that was printed without a headline: the opening of its caption, cut at a
 * clause or else at a word, and marked where it goes on.
 *
 * @param language BCP 47, for its words
 * @param widthInCells a Han character takes two cells, a Latin letter one
 */
export function nameFromCaption(text: string, language: string, widthInCells = 48): string {
  const points = Array.from(text.trim());
  let end = 0;
  for (let width = 0; end < points.length; end += 1) {
    width += /[\u1100-\uffdc\u{20000}-\u{3ffff}]/u.test(points[end]!) ? 2 : 1;
    if (width > widthInCells) break;
  }
  if (end === points.length) return points.join('').replace(/[。.]$/, '');
  const head = points.slice(0, end).join('');
  const clause = Math.max(...['，', '。', '；', ', ', '. '].map((mark) => head.lastIndexOf(mark)));
  const cut =
    clause > head.length / 2 ? head.slice(0, clause) : wholeWords(text.trim(), head, language);
  return `${cut}${/\p{Script=Han}/u.test(cut) ? '……' : '…'}`;
}

/** Scripts with blanks between words are one segment: those are cut at a blank. */
function wholeWords(text: string, head: string, language: string): string {
  let words = '';
  for (const piece of headlineSegments(text, language)) {
    if (words.length + piece.length > head.length) break;
    words += piece;
  }
  return words === '' ? head.replace(/\s+\S*$/, '') : words.replace(/[\s、：—…“‘《（]+$/u, '');
}

/** Characters as a reader counts them (字数): code points without white space. */
export function characterCount(text: string): number {
  return codePointLength(text.replaceAll(/\s/g, ''));
}
