/**
 * A paragraph that is whole but for its full stop gets it back, with a finding. One that breaks off
 * in mid-sentence, because its last line is lost, is left as it is: only flagged.
 *
 * Examples:
 *   为农户解了忧,给春耕吃下了"定心丸" ⏎ 从规范化的大棚建设到上门办理保险服务,条件优越。 -> 为农户解了忧,给春耕吃下了"定心丸"。 ⏎ 从规范化的大棚建设到上门办理保险服务,条件优越。 ! missing-full-stop
 *   他到学校作报告,受到了师生的 ⏎ 在场同学一致认为,很受教育。 -> == ! paragraph-breaks-off
 *   要做好以下工作： ⏎ 一是加强领导； ⏎ 二是落实责任。 -> ==
 *   近日国家领导人在京会见来访的外国客人 ⏎ 双方进行了交谈,气氛友好。 -> == ! paragraph-breaks-off
 *   本报讯（记者 简宁）当地时间 ⏎ 9月12日下午，船队返回港口。 -> == ! paragraph-breaks-off
 *   一、总体要求 ⏎ 坚持稳中求进,做好工作。 -> ==
 */
import type { Block } from '../block.ts';
import type { Edit } from '../edit-blocks.ts';
import type { Repair, RepairNote } from '../repair.ts';
import { completionScore } from '../decide-boundary.ts';
import { decideColumnWidth, isFull, printedLines } from '../line-evidence.ts';

const ended = /[。！？…：；][”’"'』」）)》】]*$|[）)】—~～*]$/;
/** The name of a work at the end of a sentence; alone, or in a list of names, it needs no stop. */
const endsInTitle = /》$/;
const sentence = /[，,。！？].{4,}《[^》]*》$|[，,。！？][^《]{12,}》$/u;

/** Log odds from which a stop is set; below them the paragraph counts as broken off. */
const whole = -3;
/** A last line that fills its column by chance is one of sixteen; where a line is lost it always does. */
const fullLine = -2.5;

/** What begins so is news, however little of it there is. */
const leadIn = /^[^，。（(]{2,20}[讯电]\s?[（(][^）)]{2,60}[）)]/u;

export const restoreFinalStops: Repair = {
  id: 'restore-final-stops',
  stage: 'body',
  after: ['rejoin-broken-sentences'],
  scripts: ['han-simplified'],
  why: 'What is a paragraph’s end is known once sentences are whole; the last line’s width must still show.',
  propose: (blocks) => {
    const edits: Edit[] = [];
    const notes: RepairNote[] = [];
    const ofArticle = decideColumnWidth(blocks.map(({ text }) => text));
    for (const [index, block] of blocks.entries()) {
      if (block.type !== 'paragraph') continue;
      const { text } = block;
      if (text.length < 12 || ended.test(text)) continue;
      if (endsInTitle.test(text) && !sentence.test(text)) continue;
      const excerpt = excerptOf(text, blocks[index + 1]);
      // A title, a name, a line of verse: without a mark inside it was perhaps never a sentence. Is
      // it as long as a sentence, a person should look; setting a stop after a title would be worse.
      const isMarked = /[，,。！？；：]/.test(text.slice(0, -1));
      if (!isMarked && !leadIn.test(text)) {
        const longest = Math.max(...text.split(/[ \n]/).map(({ length }) => length));
        if (text.length >= 18 && longest >= 12) {
          notes.push({
            id: 'paragraph-breaks-off',
            severity: 'review',
            line: block.lines.last,
            excerpt,
            message: '这一段没有标点：也许是标题，也许是丢了句号或末行，没有改动。',
            action: '请对照原版；是标题就改成标题，是正文就补全。',
          });
        }
        continue;
      }
      const width = decideColumnWidth([text]) ?? ofArticle;
      const last = printedLines(text);
      const full = width !== undefined && last.length > 1 && isFull(last.at(-1)!.width, width);
      if (isMarked && completionScore(text) + (full ? fullLine : 0) > whole) {
        edits.push({
          kind: 'replace',
          block: index,
          start: text.length,
          end: text.length,
          text: '。',
        });
        notes.push({
          id: 'missing-full-stop',
          severity: 'review',
          line: block.lines.last,
          excerpt,
          message: '这一段末尾丢了句号，已补上。',
          action: '请对照原版核实；若后面还有字，请补全。',
        });
      } else {
        notes.push({
          id: 'paragraph-breaks-off',
          severity: 'review',
          line: block.lines.last,
          excerpt,
          message: '这一段到此中断，末尾像是丢了一行或几个字，没有改动。',
          action: '请对照原版补全末句。',
        });
      }
    }
    return { edits, notes };
  },
};

/** The end of a paragraph, and how the next one begins: the two may be one. */
function excerptOf(text: string, next: Block | undefined): string {
  const end = `…${text.slice(-16)}`;
  return next?.type === 'paragraph' ? `${end} ¶ ${next.text.slice(0, 12)}…` : end;
}
