/** What a stretch of text is in vertical setting; `plain` stays with the setting of the line. */
export type VerticalKind = 'plain' | 'together' | 'upright' | 'mark';

export interface VerticalPiece {
  readonly text: string;
  readonly kind: VerticalKind;
  /** Of a mark: the one that stands for it in vertical lines. */
  readonly mark?: string;
}

/** Quotation marks of horizontal lines and what vertical ones have (GB/T 15834—2011, 5.1.9; CLREQ 3.1.2). */
const marks: Readonly<Record<string, string>> = { '“': '﹃', '”': '﹄', '‘': '﹁', '’': '﹂' };

/**
 * Figures of one to three digits that stand alone, a year before 年, a quotation mark beside Han.
 * Not a part of 3.5, 12%, 0635-8240000, 18:30, WiFi6 or 12,400: those lie on their side as a whole.
 */
const shape =
  /(?<![\w.,:/%+\-−–£$])(?:\d{1,3}(?![\w%‰℃/\-−–]|[.,:]\d)|\d{4}(?=年))|(?<!\w)[“‘]|[”’](?!\w)/g;

/**
 * Cuts a text by what vertical setting does with it (CLREQ 2.3.4, 3.2): one to three digits stand
 * upright in the room of one character, the digits of a year stand below one another, quotation marks
 * are those of vertical lines; Latin words and longer figures are turned by the browser.
 *
 * @returns pieces that together are the text
 */
export function verticalPieces(text: string): VerticalPiece[] {
  const pieces: VerticalPiece[] = [];
  let from = 0;
  for (const { 0: found, index } of text.matchAll(shape)) {
    const mark = marks[found];
    // An apostrophe and the quotes of Latin words turn with them.
    if (mark !== undefined && !/[\u3000-\uffef]/.test(neighbours(text, index))) continue;
    if (index > from) pieces.push({ text: text.slice(from, index), kind: 'plain' });
    if (mark !== undefined) pieces.push({ text: found, kind: 'mark', mark });
    else pieces.push({ text: found, kind: found.length === 4 ? 'upright' : 'together' });
    from = index + found.length;
  }
  if (from < text.length) pieces.push({ text: text.slice(from), kind: 'plain' });
  return pieces;
}

function neighbours(text: string, at: number): string {
  return (text[at - 1] ?? '　') + (text[at + 1] ?? '　');
}
