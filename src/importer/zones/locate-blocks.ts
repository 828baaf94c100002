import type { LineRange } from '../page/block.ts';
import type { Box, PrintedBlock } from './printed-page.ts';

/** A piece of the page, and the lines of its source that say the same; undefined where none do. */
export interface LocatedBlock {
  readonly box: Box;
  readonly lines: LineRange | undefined;
}

/** Below this a text stands in too many places to be found by itself. */
const fewestLetters = 6;
/** A paragraph is known by its beginning: its end may stand in another column, or be mended. */
const knownBy = 24;

/**
 * Finds the pieces of a page in its source: both come of one reading, but Markdown has marks, joined
 * lines and mended hyphens of its own, so only letters and digits are held against each other. A short
 * text is looked for after the one before it.
 *
 * @param source text of the page
 * @returns in the order of the tool's file
 */
export function locateBlocks(source: string, blocks: readonly PrintedBlock[]): LocatedBlock[] {
  const lineStarts: number[] = [];
  let letters = '';
  for (const line of source.split('\n')) {
    lineStarts.push(letters.length);
    letters += lettersOf(line);
  }
  const lineAt = (offset: number): number =>
    lineStarts.findLastIndex((start) => start <= offset) + 1;
  let cursor = 0;
  return blocks.map(({ box, text, line }): LocatedBlock => {
    if (line !== undefined) return { box, lines: { first: line, last: line } };
    const own = lettersOf(text);
    const start = own.slice(0, knownBy);
    let at = own === '' ? -1 : letters.indexOf(start, cursor);
    if (at === -1 && own.length >= fewestLetters) at = letters.indexOf(start);
    // The next piece of a short text is near: a page number found at the far end would lose all others.
    if (own.length < fewestLetters && at > cursor + 200) at = -1;
    if (at === -1) return { box, lines: undefined };
    cursor = at + own.length;
    const isWhole = letters.startsWith(own, at);
    const last = lineAt(at + (isWhole ? own.length : start.length) - 1);
    return { box, lines: { first: lineAt(at), last } };
  });
}

function lettersOf(text: string): string {
  return text.normalize('NFKC').replaceAll(/[^\p{L}\p{N}]+/gu, '');
}
