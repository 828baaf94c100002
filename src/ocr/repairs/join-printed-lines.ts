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
 */
import type { Repair } from '../repair.ts';
import { proposeEach } from '../prose.ts';

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
      for (const match of text.matchAll(/ *\n[ \n]*/g)) {
        const start = match.index;
        const end = start + match[0].length;
        const before = text.slice(Math.max(0, start - 1), start);
        const after = text.slice(end, end + 1);
        yield { start, end, text: cjk.test(before) && cjk.test(after) ? '' : ' ' };
      }
    }),
};
