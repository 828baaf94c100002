/**
 * A printed line that the tool read twice, the second time garbled, is taken out: at the head of a
 * paragraph, when it resembles the end of the paragraph before; at the end of a paragraph, when it
 * resembles what stands before it; or as a block of its own beside the text that it repeats, after it or
 * before it. A full stop that only the second reading has goes to the first. The finding keeps the full
 * text.
 *
 * Examples:
 *   不断改进办事流 程,用上门"小服务"温暖社区大家庭。 ⏎ 程,用土门 小服夯 温缓社区犬家庭。 为了方便老人办理各项业务,大厅有人值守。 -> 不断改进办事流 程,用上门"小服务"温暖社区大家庭。 ⏎ 为了方便老人办理各项业务,大厅有人值守。 ! ghost-line
 *   可通过手机办理挂号、缴费,全程线上、一站办结。 ⏎ 挂号、缴货,全程线上、一站办洁。 医院把门诊大厅翻修一新。 -> 可通过手机办理挂号、缴费,全程线上、一站办结。 ⏎ 医院把门诊大厅翻修一新。 ! ghost-line
 *   可通过手机办理挂号、缴费,全程线上、一站办结。 ⏎ 桂号、缴货,全程线上、一站办洁。 ⏎ 医院把门诊大厅翻修一新。 -> 可通过手机办理挂号、缴费,全程线上、一站办结。 ⏎ 医院把门诊大厅翻修一新。 ! ghost-line
 *   书包里有两本字典，还有一封从哨所寄来的信 ⏎ 一封从哨所寄夹的信。他把信读了三遍。 -> 书包里有两本字典，还有一封从哨所寄来的信。 ⏎ 他把信读了三遍。 ! ghost-line
 *   街坊们都知道，徒弟小段跟了师傅整整六年，才出了师。 ⏎ 徒弟小段跟了师博整整六年，才去年冬天，老人摔倒在屋里，门反锁着。 -> 街坊们都知道，徒弟小段跟了师傅整整六年，才出了师。 ⏎ 去年冬天，老人摔倒在屋里，门反锁着。 ! ghost-line
 *   合作社的机器试了三年，直到第九台，才让老农点了头。 ⏎ 试了三牢，直到第九台，才让老衣点了头。镇里也添了一把力。 -> 合作社的机器试了三年，直到第九台，才让老农点了头。 ⏎ 镇里也添了一把力。 ! ghost-line
 *   消息传来，大家问：离开林子，还能种出人参吗？囗开林子，还能神出入参吗？ -> 消息传来，大家问：离开林子，还能种出人参吗？ ! ghost-line
 *   山上的树，一年比一年绿了。山下的人，一年比一年多了。 -> ==
 *   全市各地把粮食安全放在首位，确保完成播种任务。 ⏎ 成播种任务。 ⏎ 眼下，农机手们正忙着检修机具。 -> 全市各地把粮食安全放在首位，确保完成播种任务。 ⏎ 眼下，农机手们正忙着检修机具。 ! ghost-line
 *   各村都办起了夜校，教大家用手机卖菜。 ⏎ 于机卖菜。 眼下，已有三百多人学会了开店。 -> 各村都办起了夜校，教大家用手机卖菜。 ⏎ 眼下，已有三百多人学会了开店。 ! ghost-line
 *   每天傍晚,老码头的栈桥上都坐满了 ⏎ 每天傍晚,老码头的栈侨上都坐满了乘凉的人,孩子们在桥头追着跑。 -> 每天傍晚,老码头的栈侨上都坐满了乘凉的人,孩子们在桥头追着跑。 ! ghost-line
 *   这是全市的大事。 ⏎ 这是全省的大事。为此,我们要努力。 -> ==
 *   “排列3”第22296期开奖号码：7 0 4。本期销售额：3812.5万元。 ⏎ “排列5”第22296期开奖号码：7 0 4 9 1。奖池：2.31亿元。 ⏎ 大乐透第22127期奖池见公告。 -> ==
 *   任务分好了。第一小组的任务是修路。 ⏎ 第二小组的任务是打井。第三小组的任务是种树。 -> ==
 *   获奖名单已经公布。一等奖：河西镇中学代表队。 ⏎ 二等奖：河东镇中学代表队。 ⏎ 三等奖：河北镇中学代表队。 -> ==
 *   任务分好了。第一小组的任务是修路。第二小组的任务是打井。 -> ==
 *   春天来了，河边的花儿都开了。 ⏎ 夏天来了，河边的花儿都谢了。 秋天来了，果子都熟了。 -> == ! ghost-line
 *   他第一时间到达了现场。 ⏎ 当时正在下着大雨。 大家都很着急,他却不慌。 -> ==
 */
import type { Block } from '../../page/block.ts';
import type { Edit } from '../../page/edit-blocks.ts';
import { makeFinding, type FindingId, type PageFinding } from '../../page/findings.ts';
import type { Repair } from '../repair.ts';
import { boundaryScore } from '../../models/decide-boundary.ts';
import { similarity } from '../../lexicon/similarity.ts';

/** Where a ghost may end: with a sentence. */
const sentenceEnd = /[。！？][”"』」]?/g;
/** A printed line is not longer; a ghost is one line, or two. */
const longest = 60;

/** Resemblance from which a line is a ghost, and from which it may be one. */
const surelyGhost = 0.5;
const perhapsGhost = 0.36;
/** The same for the few characters of a last line that was short. */
const shortLine = { length: 8, surely: 0.7, perhaps: 0.5 };
const shortest = 5;
/** The same where no blank parts the line from the text: many characters must be the same. */
const joined = { length: 8, surely: 0.7 };
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
    const notes: PageFinding[] = [];
    for (const [index, block] of blocks.entries()) {
      if (block.type !== 'paragraph') continue;
      if (isReadAgain(block, blocks[index + 1])) {
        edits.push({ kind: 'replace', block: index, start: 0, end: block.text.length, text: '' });
        notes.push(ghostAt('ghost-line:next', block.lines.first, block.text));
        continue;
      }
      const previous = blocks[index - 1];
      if (previous?.type !== 'paragraph') continue;
      const alone = wholeGhost(blocks, index) && !countsOtherwise(block.text, previous.text);
      const ghost = alone
        ? { text: block.text, end: block.text.length, likeness: 1, isShort: false }
        : (findHead(block.text, previous.text) ?? findLineAgain(block.text, previous.text));
      if (ghost === undefined || countsOtherwise(ghost.text, previous.text)) continue;
      const { text: head, end, likeness, isShort } = ghost;
      if (likeness < (isShort ? shortLine.surely : surelyGhost)) {
        if (likeness >= (isShort ? shortLine.perhaps : perhapsGhost)) {
          notes.push(ghostAt('ghost-line:kept', block.lines.first, head));
        }
        continue;
      }
      edits.push({ kind: 'replace', block: index, start: 0, end, text: '' });
      const stop = finalMark.exec(head)?.[0];
      if (stop !== undefined && /[\p{Script=Han}\d]$/u.test(previous.text)) {
        const at = previous.text.length;
        edits.push({ kind: 'replace', block: index - 1, start: at, end: at, text: stop });
      }
      notes.push(ghostAt('ghost-line', block.lines.first, head));
    }
    const touched = new Set(edits.map(({ block }) => block));
    for (const [index, block] of blocks.entries()) {
      if (block.type !== 'paragraph' || touched.has(index)) continue;
      const start = findTail(block.text);
      if (start === undefined) continue;
      const ghost = block.text.slice(start);
      edits.push({ kind: 'replace', block: index, start, end: block.text.length, text: '' });
      notes.push(ghostAt('ghost-line:tail', block.lines.last, ghost));
    }
    return { edits, notes };
  },
};

function ghostAt(id: FindingId, line: number, ghost: string): PageFinding {
  return makeFinding(id, { line, excerpt: ghost }, { ghost: ghost.trim() });
}

/** Whether a short block that ends nowhere is how the next one begins, read once before. */
function isReadAgain(block: Block, next: Block | undefined): boolean {
  if (next?.type !== 'paragraph' || block.text.length > 60) return false;
  const line = block.text.replace(/[ \n]/g, '');
  if (line.length < 10 || /[。！？…：；][”"』」）)]*$/.test(line)) return false;
  const text = next.text.replace(/[ \n]/g, '');
  return (
    text.length >= line.length + 6 &&
    !countsOtherwise(line, text) &&
    similarity(line, text.slice(0, line.length)) >= surelyRead
  );
}

/**
 * Whether a line has a number that the text it may repeat has not: a list's next line, not a ghost. A
 * figure is the last thing that may be lost, and tools misread digits less than characters.
 */
function countsOtherwise(line: string, text: string): boolean {
  const digits = line.replace(/\D/g, '');
  return digits !== '' && !text.replace(/\D/g, '').includes(digits);
}

/** The mark that ends a sentence, and may be all that the first reading lost. */
const finalMark = /[。！？]$/;

interface Head {
  readonly text: string;
  /** UTF-16 offset of what follows it, and the blank behind it. */
  readonly end: number;
  readonly likeness: number;
  readonly isShort: boolean;
}

/** What begins a paragraph and repeats the end of the one before: the longest there is. */
function findHead(text: string, before: string): Head | undefined {
  let found: Head | undefined;
  for (const match of text.slice(0, longest + 2).matchAll(sentenceEnd)) {
    // A straight quote behind the stop closes one that the ghost has opened, or opens the text.
    const opens = match[0].endsWith('"') && text.slice(0, match.index).split('"').length % 2 === 1;
    const end = match.index + match[0].length - (opens ? 1 : 0);
    if (end < 4 || end >= text.length) continue;
    const head = text.slice(0, end);
    const parted = /[ \n]/.test(text[end]!);
    const length = head.replace(/[ \n]/g, '').length;
    const isShort = length < shortLine.length;
    const isSentence = repeatsSentence(head, before);
    const alike = resemblance(head, before);
    // A sentence of its own is for a person to see.
    const likeness = isSentence
      ? Math.min(alike, isShort ? shortLine.perhaps : perhapsGhost)
      : alike;
    if (parted && (found === undefined || likeness >= surelyGhost)) {
      found = { text: head, end: end + 1, likeness, isShort };
    } else if (
      !parted &&
      !isSentence &&
      length >= joined.length &&
      before.length >= length + 4 &&
      alignment(head, before) >= joined.surely
    ) {
      found = { text: head, end, likeness, isShort };
    }
  }
  return found;
}

/** A line of the paragraph before, from where it begins: a match counts 1, a garbled glyph so much less. */
const garbled = 1.5;
const leastLine = 9;
const apart = -2;
const longestLine = 28;

/**
 * What begins a paragraph and repeats a printed line of the one before, garbled, with no mark where the
 * true text begins. A line begins in mid-sentence; what repeats the head of a sentence, or repeats it
 * without a single glyph garbled, was written so: 习近平强调，.
 */
function findLineAgain(text: string, before: string): Head | undefined {
  const tail = before.slice(-240).replaceAll(/[ \n]/g, '');
  const head = text.slice(0, longestLine + 6);
  const places = [...head.matchAll(/[^ \n]/g)].map(({ index }) => index).slice(0, longestLine);
  let best = { score: 0, length: 0, same: 0 };
  for (let from = 1; from + leastLine <= tail.length; from += 1) {
    if (/[。！？“"；：]/.test(tail[from - 1]!)) continue;
    let score = 0;
    let same = 0;
    for (let at = 0; at < places.length && from + at < tail.length; at += 1) {
      const [read, printed] = [head[places[at]!]!, tail[from + at]!];
      if (read === printed) {
        score += 1;
        same += 1;
      } else if (/\d/.test(read) && /\d/.test(printed)) break;
      else score -= garbled;
      if (score > best.score) best = { score, length: at + 1, same };
      if (score < -3) break;
    }
  }
  const { score, length, same } = best;
  if (length < leastLine || same === length || same / length < 0.75 || score < 6) return undefined;
  const end = places[length - 1]! + 1;
  const blank = /^[ \n]/.test(text.slice(end)) ? 1 : 0;
  if (text.length < end + 12) return undefined;
  // The line was cut where it stood, and a paragraph begins behind it: their words have nothing to do
  // with each other.
  if (boundaryScore(text.slice(0, end), text.slice(end + blank)) > apart) return undefined;
  return { text: text.slice(0, end), end: end + blank, likeness: 1, isShort: false };
}

/** UTF-16 offset at which the end of a paragraph begins to repeat what stands before it. */
function findTail(text: string): number | undefined {
  if (!/[。！？]["”』」]?$/.test(text)) return undefined;
  const from = Math.max(0, text.length - longest);
  for (const match of text.slice(from, -joined.length).matchAll(sentenceEnd)) {
    const start = from + match.index + match[0].length;
    const tail = text.slice(start).replace(/[ \n]/g, '');
    if (tail.length < joined.length || start < tail.length + 4) continue;
    if (countsOtherwise(tail, text.slice(0, start))) continue;
    const before = text.slice(0, start);
    if (!repeatsSentence(tail, before) && alignment(tail, before) >= joined.surely) return start;
  }
  return undefined;
}

/** Blanks left out, and the ghost's full stop where the text before it has lost its own. */
function endsAlike(line: string, before: string): readonly [ghost: string, text: string] {
  const ghost = line.replace(/[ \n]/g, '');
  const text = before.replace(/[ \n]/g, '');
  return [/[\p{Script=Han}\d]$/u.test(text) ? ghost.replace(finalMark, '') : ghost, text];
}

/**
 * Whether what a line resembles, but is not, begins where a sentence does: then it is no printed line
 * read again, but the next of two that are built alike. (第一小组的任务是修路。第二小组的任务是打井。)
 */
function repeatsSentence(line: string, before: string): boolean {
  const [ghost, text] = endsAlike(line, before);
  return !text.endsWith(ghost) && /(?:^|[。！？；]["”』」]?)$/.test(text.slice(0, -ghost.length));
}

/**
 * Share of a line's characters that stand at the same place in the end of the text before it: a glyph is
 * read for another, but none is put in or left out. (A writer who says a thing twice does: 你就拉一个空弦。
 * 我拉了一个空弦。)
 */
function alignment(line: string, before: string): number {
  const [ghost, text] = endsAlike(line, before);
  if (text.length < ghost.length) return 0;
  const tail = text.slice(-ghost.length);
  let same = 0;
  for (const [at, character] of [...ghost].entries()) {
    if (tail[at] === character) same += 1;
    // 同比增长21.7% and 同比增长24.5% are two sentences.
    else if (/\d/.test(character) && /\d/.test(tail[at]!)) return 0;
  }
  return same / ghost.length;
}

/** Likeness of a line and the end of the text before it. */
function resemblance(line: string, before: string): number {
  const [ghost, text] = endsAlike(line, before);
  if (ghost.length < shortest || ghost.at(-1) !== text.at(-1)) return 0;
  return Math.max(
    similarity(ghost, text.slice(-ghost.length)),
    similarity(ghost, text.slice(-ghost.length - 2)),
  );
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
  if (repeatsSentence(line, before)) return false;
  return similarity(line, tail) >= (isShort ? shortLine.surely : 0.65);
}
