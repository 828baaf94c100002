/**
 * A sentence that a column's end has broken into two paragraphs is made whole. That a full stop is
 * missing proves nothing (3 of 11 such places on one real page are true ends): the words on either
 * side, open quotes and brackets and the width of the printed lines decide (see decide-boundary).
 *
 * Examples:
 *   常年帮扶贫困家 ⏎ 庭,"结对子"帮扶和定期的上门走访。 -> 常年帮扶贫困家庭,"结对子"帮扶和定期的上门走访。
 *   她每天记录客户的收件习惯和需求，对辖 ⏎ 正是对工作的理解与热爱，老李把乘客的满意当成最大的目标。 -> 她每天记录客户的收件习惯和需求，对辖正是对工作的理解与热爱，老李把乘客的满意当成最大的目标。 ! sentence-join-unsure
 *   一季最多能卖两万元, ⏎ 村民编了句顺口溜"一棚两万元"。 -> 一季最多能卖两万元,村民编了句顺口溜"一棚两万元"。 ! sentence-join-unsure
 *   双方愿扩大贸易往来，加强发展战略对接， ⏎ 习近平强调，中方重视发展同各国的关系。 -> == ! sentence-break-unsure
 *   给种粮大户吃下了"定心丸" ⏎ 从规范化的大棚建设到上门办理保险服务,条件优越。 -> ==
 *   二、需要提交的材料： ⏎ 户口簿、房产证（或购房合同）、预防接种证。 -> ==
 *   船上的规矩有三条，船老大一再提醒： ⏎ 先下后上，不挤不抢。 ⏎ 孩子坐在中间。 -> ==
 *   问题得到了解决。 ⏎ 随着技术的发展,平台越来越多。 -> ==
 *   招服务员两名，工资面议。电话13800001111 沈 ⏎ 出租码头附近两居室一套，有暖气。 -> ==
 *   可以使用手机 ⏎ # 小标题 ⏎ 或者订阅公众号。 -> ==
 */
import { endsWithPhone } from '../../lexicon/contact-line.ts';
import { endsSigned } from '../../lexicon/stops.ts';
import type { Block } from '../../page/block.ts';
import type { Edit } from '../../page/edit-blocks.ts';
import { makeFinding, type PageFinding } from '../../page/findings.ts';
import type { Repair } from '../repair.ts';
import {
  boundaryScore,
  completionScore,
  decideBoundary,
  openingScore,
  type BoundaryEvidence,
} from '../../models/decide-boundary.ts';
import { decideColumnWidth, isFull, isIndented, isShort, printedLines } from '../line-evidence.ts';

export const rejoinBrokenSentences: Repair = {
  id: 'rejoin-broken-sentences',
  stage: 'body',
  after: ['drop-ghost-lines', 'split-lost-paragraphs'],
  scripts: ['han-simplified'],
  why: 'A ghost or a run-on paragraph at the break hides what goes on; blanks must still be there as evidence.',
  propose: (blocks, { setsIndents }) => {
    const joined = new Set<number>();
    let notes: PageFinding[] = [];
    // A block that has grown is another neighbour: go on until nothing more joins, so that twice is
    // once. The second pass is nearly always the last.
    for (let pass = 0; pass < 20; pass += 1) {
      const before = joined.size;
      notes = [
        ...notes.filter(({ id }) => id === 'sentence-join-unsure'),
        ...joinOnce(blocks, joined, setsIndents !== false),
      ];
      if (joined.size === before) break;
    }
    const edits = [...joined].map((block): Edit => ({ kind: 'join', block, glue: '' }));
    return { edits, notes };
  },
};

/**
 * An unsure cut is made whole above this, left apart below it, and flagged either way: 3 % of the cuts
 * come lower, of lost stops 97 % in broadcast news and 84 % on the local pages of tests/fixtures.
 */
const leftApart = -0.5;

/**
 * Whether a text that is joined to the next may have been a sentence without its stop: of the cuts of
 * held-out news that are joined, 3 % look so, of the lost stops that are joined wrongly 7 of 15.
 */
function mayBeWhole(text: string, score: number): boolean {
  return score < 7 && completionScore(text) > -2;
}

/**
 * Whether the text joined on may be a paragraph of its own, the last line of the one before being lost:
 * of the cuts of a year's news that are joined 10 % look so, of the lost lines that are joined 40 %.
 */
function mayOpen(left: string, right: string, score: number): boolean {
  return score < 5.5 && openingScore(`${left}。`, right) > -2;
}

/**
 * Whether a comma or an enumeration is all that is left of a sentence whose last line is lost: of the
 * cuts of a year's news behind such a mark 1 % look so, of the lost lines behind one nearly half.
 */
function hasLostLine(left: string, right: string, { rightIndented }: BoundaryEvidence): boolean {
  return (
    rightIndented !== false && /[，、,]["”’]?$/.test(left) && boundaryScore(left, right) < -1.5
  );
}

/** 二、需要提交的材料：, 咨询方式： leads to what stands under it: no column has cut so short a line behind its colon. */
const leadsOn = /^[^。，；：]{2,18}[：:]$/u;

const isBrief = (run: { readonly text: string } | undefined): boolean =>
  run !== undefined && run.text.length <= 24 && /[。；！]$/u.test(run.text);

/** One pass over the blocks as joined so far; adds to `joined` the numbers of blocks to join with the next. */
function joinOnce(
  blocks: readonly Block[],
  joined: Set<number>,
  setsIndents: boolean,
): PageFinding[] {
  const notes: PageFinding[] = [];
  const runs: { text: string; last: number; joinable: boolean; line: number }[] = [];
  for (const [index, { text, type, lines, list }] of blocks.entries()) {
    const run = runs.at(-1);
    if (run !== undefined && joined.has(index - 1)) {
      run.text += text;
      run.last = index;
    } else {
      runs.push({ text, last: index, joinable: type === 'paragraph' && !list, line: lines.first });
    }
  }
  const ofArticle = decideColumnWidth(runs.map(({ text }) => text));
  let left = runs[0];
  for (const [place, right] of runs.slice(1).entries()) {
    const before = left!;
    left = right;
    if (!before.joinable || !right.joinable || leadsOn.test(before.text)) continue;
    // 我们倡议： ⏎ 吃多少，打多少。 ⏎ 不挑食。: lines of an appeal.
    if (/[：:]$/u.test(before.text) && isBrief(right) && isBrief(runs[place + 2])) continue;
    if (endsSigned(before.text)) continue;
    if (endsWithPhone(before.text) && !/^\p{P}/u.test(right.text)) continue;
    const evidence = readEvidence(before.text, right.text, ofArticle, setsIndents);
    const { decision, score } = decideBoundary(before.text, right.text, evidence);
    if (decision === 'break') continue;
    const joins =
      decision === 'join' || (score > leftApart && !hasLostLine(before.text, right.text, evidence));
    const excerpt = `${before.text.slice(-12)} ¶ ${right.text.slice(0, 12)}`;
    if (joins) {
      joined.add(before.last);
      // No more of it is looked at; all of it would cost the square of a long chain.
      left = { ...right, text: (before.text + right.text).slice(-2000) };
    }
    const isSure =
      decision === 'join' &&
      !mayBeWhole(before.text, score) &&
      !mayOpen(before.text, right.text, score);
    if (isSure) continue;
    const id = joins ? 'sentence-join-unsure' : 'sentence-break-unsure';
    notes.push(makeFinding(id, { line: right.line, excerpt }));
  }
  return notes;
}

function readEvidence(
  left: string,
  right: string,
  ofArticle: number | undefined,
  setsIndents: boolean,
): BoundaryEvidence {
  const leftWidth = decideColumnWidth([left.slice(-600)]) ?? ofArticle;
  const rightWidth = decideColumnWidth([right.slice(0, 600)]) ?? ofArticle;
  const evidence: { -readonly [Key in keyof BoundaryEvidence]: BoundaryEvidence[Key] } = {};
  const lastLines = printedLines(left.slice(-600));
  const last = lastLines.at(-1);
  if (leftWidth !== undefined && last !== undefined && lastLines.length > 1) {
    if (isFull(last.width, leftWidth)) evidence.leftLineFull = true;
    else if (isShort(last.width, leftWidth)) evidence.leftLineShort = true;
  }
  const firstLines = printedLines(right.slice(0, 600));
  const first = firstLines[0];
  if (setsIndents && rightWidth !== undefined && first !== undefined && firstLines.length > 1) {
    if (isIndented(first.width, rightWidth)) evidence.rightIndented = true;
    else if (isFull(first.width, rightWidth) && first.width > rightWidth - 1) {
      evidence.rightIndented = false;
    }
  }
  return evidence;
}
