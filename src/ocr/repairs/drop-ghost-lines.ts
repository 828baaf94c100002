/**
 * A printed line that the tool read twice, the second time garbled, is taken out: at the head of a
 * paragraph, when it resembles the end of the paragraph before and a blank parts it from the true
 * text; or as a block of its own beside the text that it repeats, after it or before it. The finding keeps the
 * full text.
 *
 * Examples:
 *   不断改进办事流 程,用上门"小服务"温暖社区大家庭。 ⏎ 程,用土门 小服夯 温缓社区犬家庭。 为了方便老人办理各项业务,大厅有人值守。 -> 不断改进办事流 程,用上门"小服务"温暖社区大家庭。 ⏎ 为了方便老人办理各项业务,大厅有人值守。 ! ghost-line
 *   可通过手机办理挂号、缴费,全程线上、一站办结。 ⏎ 挂号、缴货,全程线上、一站办洁。 医院把门诊大厅翻修一新。 -> 可通过手机办理挂号、缴费,全程线上、一站办结。 ⏎ 医院把门诊大厅翻修一新。 ! ghost-line
 *   可通过手机办理挂号、缴费,全程线上、一站办结。 ⏎ 桂号、缴货,全程线上、一站办洁。 ⏎ 医院把门诊大厅翻修一新。 -> 可通过手机办理挂号、缴费,全程线上、一站办结。 ⏎ 医院把门诊大厅翻修一新。 ! ghost-line
 *   全市各地把粮食安全放在首位，确保完成播种任务。 ⏎ 成播种任务。 ⏎ 眼下，农机手们正忙着检修机具。 -> 全市各地把粮食安全放在首位，确保完成播种任务。 ⏎ 眼下，农机手们正忙着检修机具。 ! ghost-line
 *   各村都办起了夜校，教大家用手机卖菜。 ⏎ 于机卖菜。 眼下，已有三百多人学会了开店。 -> 各村都办起了夜校，教大家用手机卖菜。 ⏎ 眼下，已有三百多人学会了开店。 ! ghost-line
 *   每天傍晚,老码头的栈桥上都坐满了 ⏎ 每天傍晚,老码头的栈侨上都坐满了乘凉的人,孩子们在桥头追着跑。 -> 每天傍晚,老码头的栈侨上都坐满了乘凉的人,孩子们在桥头追着跑。 ! ghost-line
 *   这是全市的大事。 ⏎ 这是全省的大事。为此,我们要努力。 -> ==
 *   他第一时间到达了现场。 ⏎ 当时正在下着大雨。 大家都很着急,他却不慌。 -> ==
 */
import type { Block } from '../block.ts';
import type { Edit } from '../edit-blocks.ts';
import type { Repair, RepairNote } from '../repair.ts';
import { similarity } from '../similarity.ts';

/** From the head of a paragraph to the first full stop that a blank follows. */
const headSentence = /^[^。！？]{3,58}[。！？][”"』」]?(?=[ \n])/;

/** Resemblance from which a line is a ghost, and from which it may be one. */
const surelyGhost = 0.5;
const perhapsGhost = 0.36;
/** The same for the few characters of a last line that was short. */
const shortLine = { length: 8, surely: 0.7, perhaps: 0.5 };
const shortest = 5;
/** Resemblance of a line to the one that begins the next block. */
const surelyRead = 0.8;

export const dropGhostLines: Repair = {
  id: 'drop-ghost-lines',
  stage: 'body',
  after: [],
  scripts: ['han-simplified', 'han-traditional'],
  why: 'Before anything is joined or split: a ghost stands between two halves of a sentence.',
  propose: (blocks) => {
    const edits: Edit[] = [];
    const notes: RepairNote[] = [];
    for (const [index, block] of blocks.entries()) {
      if (block.type !== 'paragraph') continue;
      if (isReadAgain(block, blocks[index + 1])) {
        edits.push({ kind: 'replace', block: index, start: 0, end: block.text.length, text: '' });
        notes.push({
          id: 'ghost-line',
          severity: 'review',
          line: block.lines.first,
          excerpt: block.text,
          message: `这一行像是下文首行的重影（被识别了两次），已删去：“${block.text}”。`,
          action: '请对照原版；若是正文，请补回。',
        });
        continue;
      }
      const previous = blocks[index - 1];
      if (previous?.type !== 'paragraph') continue;
      const alone = wholeGhost(blocks, index);
      const head = alone ? block.text : headSentence.exec(block.text)?.[0];
      if (head === undefined) continue;
      const likeness = alone ? 1 : resemblance(head, previous.text);
      const isShort = head.replace(/[ \n]/g, '').length < shortLine.length;
      if (likeness < (isShort ? shortLine.surely : surelyGhost)) {
        if (likeness >= (isShort ? shortLine.perhaps : perhapsGhost)) {
          notes.push({
            id: 'ghost-line',
            severity: 'review',
            line: block.lines.first,
            excerpt: head,
            message: `段首这一行也许是上文末行的重影（被识别了两次），拿不准，没有删：“${head}”。`,
            action: '请对照原版；若是重影，请删去。',
          });
        }
        continue;
      }
      const end = alone ? block.text.length : head.length + 1;
      edits.push({ kind: 'replace', block: index, start: 0, end, text: '' });
      notes.push({
        id: 'ghost-line',
        severity: 'review',
        line: block.lines.first,
        excerpt: head,
        message: `这一行像是上文末行的重影（被识别了两次），已删去：“${head}”。`,
        action: '请对照原版；若是正文，请补回。',
      });
    }
    return { edits, notes };
  },
};

/** Whether a short block that ends nowhere is how the next one begins, read once before. */
function isReadAgain(block: Block, next: Block | undefined): boolean {
  if (next?.type !== 'paragraph' || block.text.length > 60) return false;
  const line = block.text.replace(/[ \n]/g, '');
  if (line.length < 10 || /[。！？…：；][”"』」）)]*$/.test(line)) return false;
  const text = next.text.replace(/[ \n]/g, '');
  return (
    text.length >= line.length + 6 && similarity(line, text.slice(0, line.length)) >= surelyRead
  );
}

/** Likeness of a line and the end of the text before it, blanks and marks' widths left out. */
function resemblance(line: string, before: string): number {
  const ghost = line.replace(/[ \n]/g, '');
  if (ghost.length < shortest) return 0;
  const text = before.replace(/[ \n]/g, '');
  if (ghost.at(-1) !== text.at(-1)) return 0;
  return similarity(ghost, text.slice(-ghost.length)) >=
    similarity(ghost, text.slice(-ghost.length - 2))
    ? similarity(ghost, text.slice(-ghost.length))
    : similarity(ghost, text.slice(-ghost.length - 2));
}

/**
 * A short block that is nearly the end of the one before; as short as a last line may be, where that
 * one is a paragraph of several lines: a verse repeats a whole line, not a line's end.
 */
function wholeGhost(blocks: readonly Block[], index: number): boolean {
  const { text } = blocks[index]!;
  if (text.length > 60 || !/[，,。！？]/.test(text)) return false;
  const before = blocks[index - 1]!.text.replace(/[ \n]/g, '');
  const line = text.replace(/[ \n]/g, '');
  const isShort = line.length < shortLine.length;
  if (line.length < shortest || before.length < line.length + (isShort ? 12 : 4)) return false;
  const tail = before.slice(-line.length);
  if (line.at(-1) !== tail.at(-1)) return false;
  return similarity(line, tail) >= (isShort ? shortLine.surely : 0.65);
}
