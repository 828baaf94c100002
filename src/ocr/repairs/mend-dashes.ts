/**
 * A dash of two characters' room (——) that a tool has set as hyphens, rules or other strokes
 * becomes one again, and so does the dash of a range that was read as the digit 一.
 *
 * Examples:
 *   报装流程--将供水 -> 报装流程——将供水
 *   《启航2025--跨年晚会》 -> 《启航2025——跨年晚会》
 *   闪亮的名字--2024年发布仪式 -> 闪亮的名字——2024年发布仪式
 *   报装流程──将供水 -> 报装流程——将供水
 *   报装流程— —将供水 -> 报装流程——将供水
 *   有了专人管—“小巷管家” -> 有了专人管——“小巷管家”
 *   今年1一11月 -> 今年1—11月
 *   1—11月 -> ==
 *   北京—上海航线 -> ==
 *   0635-8277092 -> ==
 *   --help -> ==
 *   一一对应 -> ==
 *   5月1一3日 -> 5月1—3日
 *   20一30岁 -> 20—30岁
 *   第1一中学 -> ==
 *   1月―2月，2021年─2023年 -> 1月—2月，2021年—2023年
 *   --《老街新貌》之一 -> ——《老街新貌》之一
 */
import type { Repair } from '../repair.ts';
import { findAddresses, insideOf, isCjkMark, isHan } from '../characters.ts';
import { proposeEach } from '../prose.ts';

const strokes = /[-－﹣─━―–—]+(?: [─━―—]+)?|(?<=[0-9%])一(?=[0-9])/g;
/** One stroke alone is a hyphen, a range or a route, but for those that are nothing but rules. */
const single = /^[-－﹣–—]$/;

export const mendDashes: Repair = {
  id: 'mend-dashes',
  stage: 'page',
  after: ['plain-blanks'],
  scripts: ['han-simplified'],
  why: 'A blank inside a dash must be a plain one to be seen.',
  propose: (blocks) =>
    proposeEach(blocks, function* ({ text }) {
      const inAddress = insideOf(findAddresses(text));
      for (const match of text.matchAll(strokes)) {
        const start = match.index;
        const end = start + match[0].length;
        if (inAddress(start)) continue;
        if (match[0] === '一') {
          yield { start, end, text: '—' };
          continue;
        }
        // No range ends in a quotation.
        const quoted = /^[—–]$/.test(match[0]) && /[“《]/.test(text[end] ?? '');
        // Longer than any dash: a rule, or a line to write on.
        if ((single.test(match[0]) && !quoted) || match[0].length > 6) continue;
        const before = text[start - 1];
        const after = text[end];
        // A range of dates: one stroke of any kind between two of them.
        if (
          match[0].length === 1 &&
          /\d[年月日时点岁]$/.test(text.slice(Math.max(0, start - 2), start)) &&
          /^\d+[年月日时点岁]/.test(text.slice(end, end + 6))
        ) {
          yield { start, end, text: '—' };
          continue;
        }
        const chinese =
          (isHan(before) ||
            isCjkMark(before) ||
            before === undefined ||
            before === '"' ||
            (/[0-9A-Za-z%]/.test(before) && isHan(after))) &&
          (isHan(after) ||
            (before !== undefined && /[0-9A-Za-z]/.test(after ?? '')) ||
            isCjkMark(after) ||
            after === '"' ||
            (after === undefined && before !== undefined));
        if (chinese && match[0] !== '——') yield { start, end, text: '——' };
      }
    }),
};
