/**
 * What the blanks in a paragraph tell of the page. Some tools join two printed lines with a blank
 * (datalab-to/marker, issue 458); where such blanks are left, the text between two of them is one
 * printed line, and its width says whether the line was full, indented or short.
 */

/** Width, in Han characters, of what a column printed, blanks left out; digits and Latin letters take half of one. */
export function widthInHan(text: string): number {
  let width = 0;
  for (const character of text) {
    const code = character.codePointAt(0)!;
    if (code === 0x20 || code === 0x0a) continue;
    // ASCII quotes were full-width marks in print; digits and letters were half as wide.
    width += code < 0x2000 && code !== 0x22 && code !== 0x27 && code !== 0xb7 ? 0.5 : 1;
  }
  return width;
}

/** A printed line, or several that the tool has run together, with UTF-16 offsets of a text. */
export interface PrintedLine {
  readonly start: number;
  readonly end: number;
  readonly width: number;
}

/** Nothing prints a column of fewer characters; what is as short between two blanks is a word or a figure. */
const narrowest = 6;

/** 本报讯（记者 张三 通讯员 李四）: the blanks in it part names, and no lines. */
const leadIn = /^[^，。（(]{2,24}[讯电]\s?[（(][^（）()，。]{2,80}[)）]/u;

/** The runs between the blanks of a text; its lead-in is of one run with what follows. */
export function printedLines(text: string): PrintedLine[] {
  const lines: PrintedLine[] = [];
  const led = leadIn.exec(text)?.[0].length ?? 0;
  for (const match of text.slice(led).matchAll(/[^ \n]+/g)) {
    const first = lines.length === 0;
    const start = first ? 0 : led + match.index;
    const end = led + match.index + match[0].length;
    lines.push({ start, end, width: widthInHan(text.slice(start, end)) });
  }
  return lines;
}

/**
 * The width of the column that texts were printed in, in Han characters, or undefined where too few blanks
 * tell it: the width that most lines between two blanks agree on, within one.
 */
export function decideColumnWidth(texts: readonly string[]): number | undefined {
  const widths: number[] = [];
  for (const text of texts) {
    // The first may be indented or a column's continuation, the last is short: those in between count.
    for (const { width } of printedLines(text).slice(1, -1)) {
      if (width >= narrowest && width <= 45) widths.push(width);
    }
  }
  if (widths.length < 2) return undefined;
  widths.sort((a, b) => a - b);
  let best = 0;
  let from = 0;
  let low = 0;
  for (let high = 0; high < widths.length; high += 1) {
    while (widths[high]! - widths[low]! > 2) low += 1;
    // Of two that are as many, the wider: nothing prints a line wider than its column.
    if (high - low + 1 >= best) {
      best = high - low + 1;
      from = low;
    }
  }
  if (best < 2 || best * 2 < widths.length) return undefined;
  return widths[from + (best >> 1)];
}

/**
 * Whether the paragraphs of a page begin flush, as the blanks at their line ends show: then an indent
 * that is missing tells nothing. Blocks that a column's end has cut begin flush in any case.
 */
export function showsFlushParagraphs(texts: readonly string[]): boolean {
  let indented = 0;
  let flush = 0;
  for (const text of texts) {
    const head = text.slice(0, 600);
    const width = decideColumnWidth([head]);
    const first = printedLines(head)[0];
    if (width === undefined || first === undefined) continue;
    // The blanks of a lead-in are print.
    const blanks = text.slice(first.start, first.end).split(' ').length - 1;
    const shown = first.width + blanks / 2;
    if (isIndented(shown, width)) indented += 1;
    else if (isFull(shown, width) && shown > width - 1) flush += 1;
  }
  return flush >= 3 && indented * 4 < flush;
}

/**
 * Offsets of the blanks that stand, line after line, behind equally many characters: a tool has joined
 * what it had wrapped. Empty where the blanks of a text are no such line ends.
 */
export function endsOfEvenLines(text: string): ReadonlySet<number> {
  const lines = printedLines(text).slice(0, -1);
  if (lines.length < 2) return new Set();
  const widthsOf: readonly ((line: PrintedLine) => number)[] = [
    (line) => line.end - line.start,
    (line) => line.width,
  ];
  let best: readonly PrintedLine[] = [];
  for (const widthOf of widthsOf) {
    const usual = lines.map(widthOf).sort((a, b) => a - b)[lines.length >> 1]!;
    if (usual < narrowest) continue;
    const even = lines.filter(
      (line, index) =>
        Math.abs(widthOf(line) - usual) <= 1 ||
        (index === 0 && Math.abs(widthOf(line) + 2 - usual) <= 1),
    );
    if (even.length > best.length) best = even;
  }
  return new Set(
    best.length >= 2 && best.length * 3 >= lines.length * 2 ? best.map(({ end }) => end) : [],
  );
}

/** Whether a line fills the column, as far as marks that may not begin or end a line let it. */
export function isFull(width: number, columnWidth: number): boolean {
  return width >= columnWidth - 1 && width <= columnWidth + 1;
}

/** Whether a line stops so early that only the end of a paragraph can be the reason. */
export function isShort(width: number, columnWidth: number): boolean {
  return width < columnWidth - 2.5;
}

/** Whether a line is short by an indent of two characters at its head. */
export function isIndented(width: number, columnWidth: number): boolean {
  return width >= columnWidth - 3 && width <= columnWidth - 1.5;
}
