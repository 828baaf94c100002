const han = String.raw`[\p{Script=Han}〇，。、；：！？（）“”《》…—]`;
const anyMark = String.raw`[,.;:!?()"'，。、；：！？（）“”《》]`;
const neighbours = new RegExp(`${han}( *)(?=${han})`, 'gu');
const apart = new RegExp(`${han} ${han}`, 'u');
const besideHan = new RegExp(
  `(?<=${han}) +(?=${han}|${anyMark}|[\\d\\p{Script=Latin}])|(?<=${anyMark}|\\d[%％℃]?|\\p{Script=Latin}) +(?=${han})`,
  'gu',
);
const itemNumber = /^\s*\d{1,2}[.．、] /u;

/** From here on no line is set wide by chance: 三 月 十 五 日 is. */
const fewestHan = 8;

/**
 * Closes the lines in which a tool (Tesseract's Chinese models, above all) has set a blank between any
 * two characters. Such a blank says nothing, neither of words nor of fields. Where a page has three such
 * lines of eight characters at least, its shorter ones (公 告) are closed too, from the first of them on.
 *
 * @param lines of a page
 * @returns as many lines
 */
export function closeSpacedLines(lines: readonly string[]): readonly string[] {
  const spread = lines.map(spreadOf);
  const long = spread.flatMap((count, index) => (count >= fewestHan ? [index] : []));
  if (long.length < 3) return lines;
  // A title may stand over the first of them.
  const from = long[0]! - 4;
  return lines.map((line, index) =>
    spread[index]! > 0 && (index >= from || spread[index]! >= fewestHan) ? close(line) : line,
  );
}

/** How many Han characters a line has of which nearly all stand apart; 0 for any other line. */
function spreadOf(line: string): number {
  if (!apart.test(line)) return 0;
  const gaps = [...line.trim().matchAll(neighbours)].map(([, gap]) => gap!.length);
  const single = gaps.filter((length) => length === 1).length;
  return single >= gaps.length * 0.8 ? single + 1 : 0;
}

function close(line: string): string {
  const number = itemNumber.exec(line)?.[0] ?? '';
  return number + line.slice(number.length).replaceAll(besideHan, '');
}
