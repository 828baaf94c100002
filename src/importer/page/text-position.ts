/** A place in a text; both from 1, the column in UTF-16 units. */
export interface TextPosition {
  readonly line: number;
  readonly column: number;
}

/**
 * Where `offset` (UTF-16 units from 0) stands in `text`, whose lines end in `\n`.
 * An offset beyond the end is the place just after the last character.
 */
export function positionAt(text: string, offset: number): TextPosition {
  const end = Math.min(offset, text.length);
  let line = 1;
  let lineStart = 0;
  for (let at = text.indexOf('\n'); at !== -1 && at < end; at = text.indexOf('\n', at + 1)) {
    line += 1;
    lineStart = at + 1;
  }
  return { line, column: end - lineStart + 1 };
}

/** The line at `offset` without its end, cut to at most `length` UTF-16 units around the offset. */
export function excerptAt(text: string, offset: number, length = 40): string {
  const lineStart = text.lastIndexOf('\n', Math.max(0, offset - 1)) + 1;
  const nextBreak = text.indexOf('\n', offset);
  const lineEnd = nextBreak === -1 ? text.length : nextBreak;
  const start = Math.max(lineStart, Math.min(offset - Math.floor(length / 2), lineEnd - length));
  return text.slice(start, Math.min(lineEnd, start + length)).toWellFormed();
}
