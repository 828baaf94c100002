/**
 * A dash of two characters' room (——) that a tool has set as hyphens, rules or other strokes
 * becomes one again, and so does the dash of a range that was read as the digit 一. The other way round,
 * a stroke within a word that has a 一 there is that 一, with a finding.
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
 *   # —— 对话乡邮员 -> # ——对话乡邮员
 *   1月―2月，2021年─2023年 -> 1月—2月，2021年—2023年
 *   --《老街新貌》之一 -> ——《老街新貌》之一
 *   -场持续了五年的接力 -> 一场持续了五年的接力 ! stroke-read-as-dash
 *   让乘客-上 车就觉得热乎 -> 让乘客一上 车就觉得热乎 ! stroke-read-as-dash
 *   让乘客-上车就觉得热乎 -> 让乘客一上车就觉得热乎 ! stroke-read-as-dash
 *   # “小”也是-种本事 -> # “小”也是一种本事 ! stroke-read-as-dash
 *   中国-东盟博览会，京-津城际 -> ==
 */
import type { Repair } from '../repair.ts';
import { findAddresses, insideOf, isCjkMark, isHan } from '../../lexicon/characters.ts';
import { findingAt, proposeEach } from '../prose.ts';
import { tagWords } from '../../models/tag-words.ts';

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
    proposeEach(blocks, function* (block, _index, notes) {
      const { text } = block;
      const inAddress = insideOf(findAddresses(text));
      for (const match of text.matchAll(strokes)) {
        const start = match.index;
        const end = start + match[0].length;
        if (inAddress(start)) continue;
        if (match[0] === '一') {
          yield { start, end, text: '—' };
          continue;
        }
        // 108路 南市场—双庙村 is a route.
        if (block.list === undefined && isDigitOne(text, start, end)) {
          yield { start, end, text: '一' };
          notes.push(
            findingAt('stroke-read-as-dash', block, { start, end }, { found: match[0] }, 8),
          );
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
        // —— 对话乡邮员: a deck's dash has its room in itself.
        if (start === 0 && match[0] === '——' && after === ' ') {
          yield { start: end, end: end + /^ +/u.exec(text.slice(end))![0].length, text: '' };
        }
      }
    }),
};

/** Whether a stroke stands where a word has its 一: -场 is 一场, 也是-种 is 一种, 中国-东盟 is neither. */
function isDigitOne(text: string, start: number, end: number): boolean {
  if (!/^[-－﹣–—]$/u.test(text.slice(start, end)) || !isHan(text[end])) return false;
  if (
    start > 0 &&
    !isHan(text[start - 1]) &&
    !/[，。；：！？、“”《》"\n]/u.test(text[start - 1]!)
  ) {
    return false;
  }
  const following = text.slice(end, end + 16).replaceAll(/[ \n]/g, '');
  const before = /\p{Script=Han}{0,4}$/u.exec(text.slice(0, start))![0];
  const after = /^\p{Script=Han}{1,4}/u.exec(following)![0];
  let at = 0;
  for (const { word, tag } of tagWords(`${before}一${after}`)) {
    const next = at + word.length;
    if (at <= before.length && next > before.length) {
      // 一场 begins with it; a name's middle (京-津) or a word cut by it (x, nr) proves nothing.
      if (word.length >= 2) return at === before.length && /^[mdaclvi]/.test(tag);
      // 一上车就觉得热乎
      return /^\p{Script=Han}{1,6}就/u.test(following);
    }
    at = next;
  }
  return false;
}
