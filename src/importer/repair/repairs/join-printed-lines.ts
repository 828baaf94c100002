/**
 * The line breaks of print inside a paragraph go: with nothing in their place between Han
 * characters, kana and CJK marks, and with a blank between words (the rule of CSS Text 4 for line
 * breaks; Hangul words keep their blank). Plain blanks stay as they are.
 *
 * Simplified text has close-line-joins instead, which takes blanks for line breaks too.
 *
 * Examples:
 *   the harbour\nand the town -> the harbour and the town
 *   市民\n中心 -> 市民中心
 *   新聞の\nページ -> 新聞のページ
 *   부산\n항구 -> 부산 항구
 *   使用 App\n下載 -> 使用 App 下載
 *   市民 中心 -> ==
 *   斷流近二十年的三號圳日前重新 通水。水到村口那天傍晚，退休校長 葉金水站在橋上聽了半個鐘頭，說是 真的回來了。 -> 斷流近二十年的三號圳日前重新通水。水到村口那天傍晚，退休校長葉金水站在橋上聽了半個鐘頭，說是真的回來了。
 */
import type { Repair } from '../repair.ts';
import { decideColumnWidth, isFull, printedLines } from '../line-evidence.ts';
import { proposeEach, replaceEach, type Replacement } from '../prose.ts';

const cjk =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\u3001-\u303f\uff00-\uffef“”‘’…—ー]/u;

export const joinPrintedLines: Repair = {
  id: 'join-printed-lines',
  stage: 'body',
  after: ['dehyphenate-words'],
  scripts: ['latin', 'han-traditional', 'japanese', 'korean'],
  why: 'A hyphen at a line’s end is told from one inside a line by the break after it.',
  propose: (blocks) =>
    proposeEach(blocks, function* ({ text }) {
      yield* replaceEach(text, / *\n[ \n]*/g, (_, start, end) =>
        cjk.test(text[start - 1] ?? '') && cjk.test(text[end] ?? '') ? '' : ' ',
      );
      yield* joinFullLines(text);
    }),
};

/**
 * Some tools join printed lines with a blank in every script. Only a blank at the end of a line that
 * fills its column is taken for one: there, and where the runs between blanks agree on a width.
 */
function* joinFullLines(text: string): Generator<Replacement> {
  if (text.includes('\n')) return;
  const width = decideColumnWidth([text]);
  if (width === undefined) return;
  const lines = printedLines(text);
  for (const [index, line] of lines.slice(0, -1).entries()) {
    const next = lines[index + 1]!;
    const full = isFull(line.width + (index === 0 ? 2 : 0), width) || isFull(line.width, width);
    if (!full || !cjk.test(text[line.end - 1]!) || !cjk.test(text[next.start]!)) continue;
    yield { start: line.end, end: next.start, text: '' };
  }
}
