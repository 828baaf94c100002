/**
 * Blanks that stand where a tool joined two printed lines are taken out of Chinese text, and so are
 * blanks between Han characters and numbers or Latin words, which newspapers do not set. Blanks that
 * the paper printed stay: between people's names, and between the halves of a title in quotes.
 *
 * Examples:
 *   配套设施 令人称赞 -> 配套设施令人称赞
 *   12 月15日，他 -> 12月15日，他
 *   的集聚效应， 也为 -> 的集聚效应，也为
 *   工程200\n米范围 -> 工程200米范围
 *   手机App或者 订阅 -> 手机App或者订阅
 *   本报讯（记者 曹天伟 刘敏）12月 -> ==
 *   本报记者 朱玉东 -> ==
 *   他写了《以史为鉴、开创未来 埋头苦干、勇毅前行》一文。 -> ==
 *   会议由王强 张丽丽 刘小敏 陈军参加。 -> ==
 *   iPhone 14和Windows 11 -> ==
 *   # 加油，决战四季度 决胜全年度 -> ==
 *   use of\nAI -> use of AI
 */
import type { Block } from '../block.ts';
import type { Repair } from '../repair.ts';
import { isCjkMark, isDigit, isHan, isLatinLetter } from '../characters.ts';
import { decideBoundary } from '../decide-boundary.ts';
import { isPersonName } from '../person-names.ts';
import { proposeEach, type Replacement } from '../prose.ts';

export const closeLineJoins: Repair = {
  id: 'close-line-joins',
  stage: 'body',
  after: ['split-lost-paragraphs', 'rejoin-broken-sentences', 'restore-final-stops'],
  scripts: ['han-simplified'],
  why: 'Until then the blanks are evidence of where printed lines ended.',
  propose: (blocks) => proposeEach(blocks, close),
};

const role =
  /(?:记者|通讯员|特派员|实习生|评论员|摄影|摄|编辑|编导|校对|作者|撰稿|文|图|整理|美编|审核|报道员|供稿)(?:[:：/]?)$/;

function* close(block: Block): Generator<Replacement> {
  const { text } = block;
  let names = namesUntil(text, 0);
  for (const match of text.matchAll(/[ \n]+/g)) {
    const start = match.index;
    const end = start + match[0].length;
    if (names.end < start) names = namesUntil(text, start);
    const wrapped = match[0].includes('\n');
    const left = text[start - 1];
    const right = text[end];
    if (left === undefined || right === undefined) continue;
    let kept = ' ';
    if (block.type === 'heading') {
      // A heading's blank is the printed gap between its halves.
    } else if (isCjk(text, start - 1) && isCjk(text, end)) {
      if (!(start >= names.start && end <= names.end) && !isPrintedGap(text, start, end)) kept = '';
    } else if (isCjk(text, start - 1) || isCjk(text, end)) {
      const other = isCjk(text, start - 1) ? right : left;
      if (isDigit(other) || isLatinLetter(other) || /[%"'“”‘’(（)）＂]/.test(other)) kept = '';
    } else if (wrapped && isDigit(left) && isDigit(right)) {
      kept = '';
    } else if (/["']/.test(left + right)) {
      kept = isCjk(text, start - 2) || isCjk(text, end + 1) ? '' : ' ';
    }
    if (kept !== match[0]) yield { start, end, text: kept };
  }
}

function isCjk(text: string, at: number): boolean {
  const unit = text.charCodeAt(at);
  const character =
    unit >= 0xdc00 && unit <= 0xdfff
      ? text.slice(at - 1, at + 1)
      : unit >= 0xd800 && unit <= 0xdbff
        ? text.slice(at, at + 2)
        : text[at];
  return isHan(character) || isCjkMark(character);
}

/**
 * The next run, from `from` on, in which blanks part people's names: after a role word, or three
 * and more of them in a row. Gives an empty run at the text's end where there is none.
 */
function namesUntil(text: string, from: number): { start: number; end: number } {
  const run = /\p{Script=Han}{2,6}(?:[ \n]\p{Script=Han}{2,4})+/gu;
  run.lastIndex = Math.max(0, from - 8);
  // Names stand within a line's reach; a run is looked for where the blank is.
  for (let match = run.exec(text); match !== null; match = run.exec(text)) {
    const parts = match[0].split(/[ \n]/);
    const first = parts[0]!;
    const end = match.index + match[0].length;
    if (end < from) continue;
    const rest = parts.slice(1);
    const closed = /^(?:$|[）)，、。]|\s*$)/.test(text.slice(end, end + 1));
    const afterRole = role.test(text.slice(Math.max(0, match.index - 8), match.index) + first);
    if (afterRole && isPersonName(rest[0]!)) {
      let last = match.index + first.length;
      for (const part of rest) {
        if (!isPersonName(part) && !/^(?:通讯员|记者|实习生)$/.test(part)) break;
        last += 1 + part.length;
      }
      return { start: match.index, end: last };
    }
    const allNames =
      rest.slice(0, -1).every(isPersonName) && isPersonName(rest.at(-1)!.slice(0, 3));
    if (
      rest.length >= 2 &&
      allNames &&
      isPersonName(first.slice(-3)) &&
      (closed || rest.length >= 3)
    ) {
      return { start: match.index, end };
    }
    if (match.index > from + 400) break;
  }
  return { start: text.length, end: text.length };
}

/** Whether a blank inside 《》, “” or 【】 parts the two halves of a title, and no line joined there. */
function isPrintedGap(text: string, start: number, end: number): boolean {
  const before = /[《“‘【〈「『"][^《》“”‘’【】〈〉「」『』"]{2,30}$/.exec(
    text.slice(Math.max(0, start - 32), start),
  )?.[0];
  if (before === undefined) return false;
  const after = /^[^《》“”‘’【】〈〉「」『』"]{2,40}[》”’】〉」』"]/.exec(
    text.slice(end, end + 42),
  )?.[0];
  if (after === undefined) return false;
  const halves = [before.slice(1), after.slice(0, -1)] as const;
  if (halves[0].length === halves[1].length && !/[，。]/.test(before + after)) return true;
  return decideBoundary(halves[0], halves[1]).score < 1;
}
