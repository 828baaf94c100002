/**
 * A sentence that a column's end has broken into two paragraphs is made whole. That a full stop is
 * missing proves nothing (3 of 11 such places on one real page are true ends): the words on either
 * side, open quotes and brackets and the width of the printed lines decide (see decide-boundary).
 *
 * Examples:
 *   服务于园区企 ⏎ 业,"保姆式"服务和健全的配套设施。 -> 服务于园区企业,"保姆式"服务和健全的配套设施。
 *   收入最高时能达万元, ⏎ 群众自编顺口溜"一亩收万元"。 -> 收入最高时能达万元,群众自编顺口溜"一亩收万元"。
 *   为企业发展送去了"及时雨" ⏎ 从专业化的厂房建设到量身定制融资服务,环境优越。 -> ==
 *   问题得到了解决。 ⏎ 随着技术的发展,平台越来越多。 -> ==
 *   可以使用手机 ⏎ # 小标题 ⏎ 或者订阅公众号。 -> ==
 */
import type { Block } from '../block.ts';
import type { Edit } from '../edit-blocks.ts';
import type { Repair, RepairNote } from '../repair.ts';
import { decideBoundary, type BoundaryEvidence } from '../decide-boundary.ts';
import { decideColumnWidth, isFull, isIndented, isShort, printedLines } from '../line-evidence.ts';

export const rejoinBrokenSentences: Repair = {
  id: 'rejoin-broken-sentences',
  stage: 'body',
  after: ['drop-ghost-lines', 'split-lost-paragraphs'],
  scripts: ['han-simplified'],
  why: 'A ghost or a run-on paragraph at the break hides what goes on; blanks must still be there as evidence.',
  propose: (blocks) => {
    const edits: Edit[] = [];
    const notes: RepairNote[] = [];
    const widths = new Map<Block, number | undefined>();
    const ofArticle = decideColumnWidth(blocks.map(({ text }) => text));
    for (const block of blocks) widths.set(block, decideColumnWidth([block.text]) ?? ofArticle);
    for (let index = 0; index + 1 < blocks.length; index += 1) {
      const left = blocks[index]!;
      const right = blocks[index + 1]!;
      if (left.type !== 'paragraph' || right.type !== 'paragraph') continue;
      const evidence = readEvidence(left.text, widths.get(left), right.text, widths.get(right));
      const { decision, score } = decideBoundary(left.text, right.text, evidence);
      if (decision === 'break') continue;
      const joins = decision === 'join' || score > 0;
      if (joins) edits.push({ kind: 'join', block: index, glue: '' });
      if (decision === 'join') continue;
      const excerpt = `${left.text.slice(-12)} ¶ ${right.text.slice(0, 12)}`;
      notes.push(
        joins
          ? {
              id: 'sentence-join-unsure',
              severity: 'review',
              line: right.lines.first,
              excerpt,
              message: '这两段像是一句话被分栏断开，已接上，但把握不大。',
              action: '请对照原版；若本是两段，请分开。',
            }
          : {
              id: 'sentence-break-unsure',
              severity: 'review',
              line: right.lines.first,
              excerpt,
              message: '上一段末尾没有句号，与这一段可能是一句话，拿不准，没有接上。',
              action: '请对照原版；若是一句话，请把两段接上。',
            },
      );
    }
    return { edits, notes };
  },
};

function readEvidence(
  left: string,
  leftWidth: number | undefined,
  right: string,
  rightWidth: number | undefined,
): BoundaryEvidence {
  const evidence: { -readonly [Key in keyof BoundaryEvidence]: BoundaryEvidence[Key] } = {};
  const lastLines = printedLines(left);
  const last = lastLines.at(-1);
  if (leftWidth !== undefined && last !== undefined && lastLines.length > 1) {
    if (isFull(last.width, leftWidth)) evidence.leftLineFull = true;
    else if (isShort(last.width, leftWidth)) evidence.leftLineShort = true;
  }
  const firstLines = printedLines(right);
  const first = firstLines[0];
  if (rightWidth !== undefined && first !== undefined && firstLines.length > 1) {
    if (isIndented(first.width, rightWidth)) evidence.rightIndented = true;
    else if (isFull(first.width, rightWidth) && first.width > rightWidth - 1) {
      evidence.rightIndented = false;
    }
  }
  return evidence;
}
