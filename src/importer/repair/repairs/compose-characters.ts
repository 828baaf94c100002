/**
 * Characters in parts, and look-alikes of Han characters from other blocks of Unicode, become the
 * characters that everyone types and searches for: NFC, and in addition the Kangxi and CJK radicals
 * (⽇报 looks like 日报 and is found by nobody) and the half-width and vertical forms of CJK marks.
 *
 * Never NFKC: it would make 20 of ⑳, m2 of m² and 1⁄2 of ½.
 *
 * Examples:
 *   cafe\u0301 -> café
 *   ⽇报⼈ -> 日报人
 *   \uf9d1书 -> 六书
 *   ︽红楼梦︾ -> 《红楼梦》
 *   学习｡ -> 学习。
 *   系列谈⑳ -> ==
 *   10m²，½ -> ==
 */
import type { Repair } from '../repair.ts';
import { proposeEach, replaceEach } from '../prose.ts';

// U+2E80..2FDF radicals; FE10..FE19 and FE30..FE44 vertical forms; FF61..FF64 half-width marks.
const lookAlike = /[\u2e80-\u2fdf\ufe10-\ufe16\ufe19\ufe31\ufe35-\ufe44\uff61-\uff64]/g;
const radicals = new Map(
  Object.entries({
    '⺠': '民',
    '⻅': '见',
    '⻋': '车',
    '⻓': '长',
    '⻔': '门',
    '⻘': '青',
    '⻚': '页',
    '⻛': '风',
    '⻜': '飞',
    '⻝': '食',
    '⻢': '马',
    '⻣': '骨',
    '⻤': '鬼',
    '⻥': '鱼',
    '⻦': '鸟',
    '⻩': '黄',
    '⻬': '齐',
    '⻮': '齿',
    '⻰': '龙',
    '⻳': '龟',
    '⺟': '母',
    '⺎': '兀',
    '⺁': '厂',
    '⺬': '示',
    '⻄': '西',
    '⻆': '角',
    '⻉': '贝',
    '⻙': '韦',
    '︱': '—',
    '︙': '…',
  }),
);

/** Runs of a base and its marks, and of Hangul jamo; whatever NFC alone changes besides. */
const composable =
  /[^\p{Mark}][\p{Mark}]+|[\u1100-\u11ff]+|[\u0340-\u0341\u0343-\u0344\u0374\u037e\u0387\u1f71-\u1fff\u2000-\u2001\u2126\u212a-\u212b\u2329-\u232a\uf900-\ufaff]|[\u{2f800}-\u{2fa1f}]/gu;

export const composeCharacters: Repair = {
  id: 'compose-characters',
  stage: 'page',
  after: ['strip-invisible'],
  scripts: ['han-simplified', 'han-traditional', 'japanese', 'korean', 'latin'],
  why: 'An invisible mark between a letter and its accent would keep them apart.',
  propose: (blocks) =>
    proposeEach(blocks, function* ({ text }) {
      yield* replaceEach(text, composable, ([run]) => run.normalize('NFC'));
      yield* replaceEach(text, lookAlike, ([mark]) =>
        widen(radicals.get(mark) ?? mark.normalize('NFKC')),
      );
    }),
};

/** NFKC gives ASCII for some vertical forms: their setting is CJK, so the full-width mark is meant. */
function widen(mark: string): string {
  const index = ',:;!?()[]{}'.indexOf(mark);
  return index < 0 ? mark : '，：；！？（）［］｛｝'[index]!;
}
