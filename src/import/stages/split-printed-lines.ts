import { readByline } from '../shapes/byline.ts';
import { readLeadIn } from '../shapes/lead-in.ts';

/** Lines `start` (0-based) up to and without `end` are one paragraph or one line of a head. */
export interface LineRun {
  readonly start: number;
  readonly end: number;
}

const sentenceEnd = /[。！？!?…；.](?:["”’』」）)\]】》]*)$/u;
const wideCharacter =
  /[\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe4f\uff00-\uff60\uffe0-\uffe6“”‘’—…]/u;
const post = /^(?:[A-Z][\w.]*\s){0,4}(?:Writer|Reporter|Correspondent|Editor|Columnist|Press)$/i;

/** Width as printed: Han, kana and full-width marks take two cells, the rest one. */
export function widthInCells(text: string): number {
  let width = 0;
  for (const character of text) width += wideCharacter.test(character) ? 2 : 1;
  return width;
}

/**
 * Parts a run of lines without blank lines between them into paragraphs. Some tools keep every
 * printed line (GOT-OCR, dumps of PDF), some put each paragraph on a line of its own, some set
 * headline, deck and byline on lines that follow each other. What tells them apart is the width of
 * the lines: printed lines are as wide as the column, save the last of a paragraph.
 */
export function splitPrintedLines(lines: readonly string[]): readonly LineRun[] {
  if (lines.length === 1) return [{ start: 0, end: 1 }];
  const texts = lines.map((line) => line.trim().replaceAll('**', ''));
  const widths = texts.map(widthInCells);
  const column = Math.max(...widths);
  const inner = widths.slice(0, -1);
  const filled = inner.filter((width) => width >= column * 0.8).length;
  const printed = column <= 120 && filled >= inner.length * 0.5;
  const isByline = texts.map((text) => readByline(text)?.strength === 'strong');
  const opens = texts.map((text) => /^(?:——|──|――)/.test(text) || opensItem(text));

  const breaksAfter = (index: number): boolean => {
    const text = texts[index]!;
    const next = texts[index + 1]!;
    const ended = sentenceEnd.test(text);
    if (isByline[index]) return !(post.test(next) && /^by\s/i.test(text));
    if (isByline[index + 1] || opens[index + 1]) return true;
    if (index > 0 && isByline[index - 1] && post.test(text)) return true;
    if (/^\u3000/.test(lines[index + 1]!.trimStart().length > 0 ? lines[index + 1]! : ''))
      return true;
    if (!printed) return ended || widths[index]! < column * 0.6 || column > 120;
    if (!ended) return false;
    if (widths[index]! <= column - 4) return true;
    // A full last line before the next item's head, which is short and ends without a stop.
    return (
      !sentenceEnd.test(next) &&
      widths[index + 1]! < column * 0.9 &&
      (opens[index + 2] === true || isByline[index + 2] === true)
    );
  };

  const runs: LineRun[] = [];
  let start = 0;
  for (let index = 0; index < lines.length; index += 1) {
    if (index + 1 < lines.length && !breaksAfter(index)) continue;
    runs.push({ start, end: index + 1 });
    start = index + 1;
  }
  return runs;
}

/** A lead-in whose bracket the next line closes opens an item too: `本报讯（记者 简宁 通讯员 涂`. */
function opensItem(text: string): boolean {
  return (
    readLeadIn(text) !== undefined ||
    /^(?:本[报報][^，。]{0,12}[讯訊电電]|新[华華]社[^，。]{1,12}[电電])\s*[（(][^）)]*$/u.test(text)
  );
}
