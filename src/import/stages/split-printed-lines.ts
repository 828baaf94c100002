import { readByline } from '../shapes/byline.ts';
import { readLeadIn } from '../shapes/lead-in.ts';

/** Lines `start` (0-based) up to and without `end` are one paragraph or one line of a head. */
export interface LineRun {
  readonly start: number;
  readonly end: number;
}

const sentenceEnd = /[。！？!?…；.](?:["”’』」）)\]】》]*)$/u;
const enumerated =
  /^(?:\d{1,2}[.．、](?!\d)|[一二三四五六七八九十]{1,3}、|[（(][一二三四五六七八九十\d]{1,2}[)）]|[①-⑳●■◆▲])/u;
const wideCharacter =
  /[\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe4f\uff00-\uff60\uffe0-\uffe6“”‘’—…①-⑳]/u;
const post = /^(?:[A-Z][\w.]*\s){0,4}(?:Writer|Reporter|Correspondent|Editor|Columnist|Press)$/i;

/** Width as printed: Han, kana and full-width marks take two cells, the rest one. */
export function widthInCells(text: string): number {
  let width = 0;
  for (const character of text) width += wideCharacter.test(character) ? 2 : 1;
  return width;
}

/** Lines wider than this are no printed lines: each is a paragraph of its own. */
const widestColumn = 110;
/** How far around a line its column's width is looked for. */
const reach = 8;

/**
 * Parts a run of lines without blank lines between them into paragraphs. Some tools keep every
 * printed line (GOT-OCR, dumps of PDF), some put each paragraph on a line of its own, some set
 * headline, deck and byline on lines that follow each other. What tells them apart is the width of
 * the lines: a printed line is as wide as its column, save the last of a paragraph, and the first,
 * which lost its indent of two characters.
 */
export function splitPrintedLines(lines: readonly string[]): readonly LineRun[] {
  if (lines.length === 1) return [{ start: 0, end: 1 }];
  const texts = lines.map((line) => line.trim().replaceAll('**', ''));
  // A blank between Han characters was one character wide in print.
  const widths = texts.map((text) =>
    widthInCells(text.replaceAll(/(?<=[^\x20-\x7f]) (?=[^\x20-\x7f])/g, '　')),
  );
  const isByline = texts.map(
    (text) => text.length <= 60 && readByline(text)?.strength === 'strong',
  );
  const opens = texts.map(opensItem);
  // Wide lines that nearly all end as sentences do are paragraphs, each on a line of its own.
  const wide = texts.filter((_, index) => widths[index]! > 60);
  const unwrapped =
    wide.length > 0 &&
    wide.filter((text) => sentenceEnd.test(text)).length >= wide.length * 0.75 &&
    wide.some((text) => wideCharacter.test(text));
  const latin = !texts.some((text) => /[\u3040-\u9fff\uac00-\ud7a3]/u.test(text));
  const columns = widths.map((_, index) => columnAround(widths, index, latin));

  let isFirst = true;
  const breaksAfter = (index: number): boolean => {
    const text = texts[index]!;
    const next = texts[index + 1]!;
    const ended = sentenceEnd.test(text);
    if (isByline[index]) return !(post.test(next) && /^by\s/i.test(text));
    if (isByline[index + 1] || opens[index + 1]) return true;
    if (index > 0 && isByline[index - 1] && post.test(text)) return true;
    // Indents of one or two full-width blanks begin a paragraph.
    if (/^\s*\u3000/u.test(lines[index + 1]!)) return true;
    if (ended && enumerated.test(next)) return true;
    const column = unwrapped ? undefined : columns[index];
    if (column === undefined) return true;
    const width = widths[index]!;
    const full = width >= column - 3 || (isFirst && width >= column - 8);
    if (!ended) return !full;
    if (!full || width < column - 4) return true;
    const nextWidth = widths[index + 1]!;
    const nextColumn = columns[index + 1] ?? column;
    const nextEnded = sentenceEnd.test(next);
    // A full last line, and after it a first line two characters short of the column.
    if (!nextEnded && nextWidth >= nextColumn - 7 && nextWidth <= nextColumn - 3) return true;
    // A full last line before the next item's head.
    return (
      !nextEnded &&
      nextWidth < column - 4 &&
      (opens[index + 2] === true || isByline[index + 2] === true)
    );
  };

  const runs: LineRun[] = [];
  let start = 0;
  for (let index = 0; index < lines.length; index += 1) {
    if (index + 1 < lines.length && !breaksAfter(index)) {
      isFirst = false;
      continue;
    }
    runs.push({ start, end: index + 1 });
    start = index + 1;
    isFirst = true;
  }
  return runs;
}

/**
 * The width of the column that a line was printed in, in cells: the widest that two lines near it,
 * and a quarter of all near it, agree on. Undefined where lines near it have no width in common.
 */
function columnAround(
  widths: readonly number[],
  index: number,
  latin: boolean,
): number | undefined {
  const near = widths.slice(Math.max(0, index - reach), index + reach + 1);
  if (near.length <= 2) {
    const [first = 0, second = 0] = near;
    // Of two lines the first is the column's width, if it is a printed line at all.
    const widest = latin ? widestColumn : 60;
    return first >= 12 && first <= widest && second <= first + 1 ? first : undefined;
  }
  const sorted = [...near].sort((left, right) => right - left);
  const enough = Math.max(2, near.length / 4);
  for (const width of sorted) {
    if (width > widestColumn || width < 10) continue;
    const agreeing = near.filter((other) => other <= width && other >= width - 3).length;
    if (agreeing >= enough) return width;
  }
  return undefined;
}

/** A deck's dash, or a lead-in, whose bracket the next line may close: `本报讯（记者 简宁 通讯员 涂`. */
function opensItem(text: string): boolean {
  return (
    /^(?:——|──|――)/.test(text) ||
    readLeadIn(text) !== undefined ||
    /^(?:本[报報][^，。]{0,12}[讯訊电電]|新[华華]社[^，。]{1,12}[电電])\s*[（(][^）)]*$/u.test(text)
  );
}
