import { codePointLength } from '../manuscript/opening-of.ts';

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
