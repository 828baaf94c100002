/**
 * A new paragraph that the tool has run on after the one before, with a blank, begins anew. The
 * blanks at line joins tell: the line before stops short of the column's edge, and the line after
 * is short by an indent. Where only one of the two says so, how paragraphs begin decides with it
 * (a model trained on clean news), and the split is flagged.
 *
 * Examples:
 *   菜难题。 种菜、卖菜与大家日子紧紧相连, 同样也影响着村庄产业兴旺红火。清 河镇的农业技术推广站不断改进下乡 方式,尽力做到种菜科学化、卖菜网络 化,带动增收促发展。 -> 菜难题。 ⏎ 种菜、卖菜与大家日子紧紧相连, 同样也影响着村庄产业兴旺红火。清 河镇的农业技术推广站不断改进下乡 方式,尽力做到种菜科学化、卖菜网络 化,带动增收促发展。
 *   有位老先生说过,"栽树愈勤者, 其山愈绿。护林愈严者,其水愈清"。 多去山林走走,可"养眼又健身",可 "静心而安神"。我们都讲周末时光要 多出门。往哪里去? -> ==
 *   本报讯(记者 林知远 何敏)11 月23日,县科普志愿队队员、县图书馆借 阅部党员干部、馆员林清为全县中小学 教师图书管理员讲解古籍修复方法。 11月24日,全国优秀阅读推广人、县科普 志愿队员、河口镇文化服务站陈晓舟读书 活动公益咨询热线值班主任 -> ==
 *   全市各处的灌区也在加紧改造水渠设 施，让水更快流到田间地头。 在城北的黄河滩区，大型施工机 械正在疏浚沟底、清理边坡、夯实渠肩， 修建改造灌溉渠道，为来年春灌做好准 备。 -> 全市各处的灌区也在加紧改造水渠设 施，让水更快流到田间地头。 ⏎ 在城北的黄河滩区，大型施工机 械正在疏浚沟底、清理边坡、夯实渠肩， 修建改造灌溉渠道，为来年春灌做好准 备。
 *   王小平参加会见。 新华社记者1月11日从市统计局获悉，今年全市收入稳步增长。 -> 王小平参加会见。 ⏎ 新华社记者1月11日从市统计局获悉，今年全市收入稳步增长。 ! paragraph-split-unsure
 *   我们很高兴。 他说。 -> ==
 *   市场占地三百一十亩，日均进场车辆六百余台，供应着城区七成以上的叶菜。 市气象台昨天发布的数据显示，截至目前，全市平均气温比常年同期偏高一度。 -> 市场占地三百一十亩，日均进场车辆六百余台，供应着城区七成以上的叶菜。 ⏎ 市气象台昨天发布的数据显示，截至目前，全市平均气温比常年同期偏高一度。 ! paragraph-split-unsure
 */
import type { Edit } from '../../page/edit-blocks.ts';
import { makeFinding, type PageFinding } from '../../page/findings.ts';
import type { Repair } from '../repair.ts';
import { openingScore } from '../../models/decide-boundary.ts';
import {
  decideColumnWidth,
  isFull,
  isIndented,
  isShort,
  printedLines,
  type PrintedLine,
} from '../line-evidence.ts';
import type { Block } from '../../page/block.ts';

export const splitLostParagraphs: Repair = {
  id: 'split-lost-paragraphs',
  stage: 'body',
  after: ['drop-ghost-lines'],
  scripts: ['han-simplified'],
  why: 'A ghost line at a paragraph’s head would be taken for a short line.',
  propose: (blocks, { setsIndents }) => {
    const edits: Edit[] = [];
    const notes: PageFinding[] = [];
    const ofArticle = decideColumnWidth(blocks.map(({ text }) => text));
    for (const [index, block] of blocks.entries()) {
      if (block.type !== 'paragraph') continue;
      const { text } = block;
      const width = decideColumnWidth([text]) ?? ofArticle;
      const lines = printedLines(text);
      const previous = blocks[index - 1];
      const goesOn =
        previous?.type === 'paragraph' && !/[。！？…：；][”’"'』」）)]*$/.test(previous.text);
      for (const [number, line] of lines.entries()) {
        const next = lines[number + 1];
        if (next === undefined) break;
        if (!/[。！？…][”’"'』」）)]*$/.test(text.slice(line.start, line.end))) continue;
        // A run wider than the column is several printed lines joined without a blank: then this one
        // blank is no line's end like any other, but the trace of two blocks that the tool joined.
        if (width === undefined || line.width > width + 1.5) {
          // Two lines or three are too few to tell a column, but of one width they are lines.
          if (width === undefined && isEven(lines, number)) continue;
          const alone = loneBlank(line, next, text, width, goesOn);
          if (alone === undefined) continue;
          if (alone >= 0) {
            edits.push({ kind: 'split', block: index, at: next.start });
            edits.push({
              kind: 'replace',
              block: index,
              start: line.end,
              end: next.start,
              text: '',
            });
          }
          notes.push(unsure(block, text, line, next, alone >= 0));
          continue;
        }
        // A block that opens with 本报讯 or after a column break begins with a line of any width.
        const short = isShort(line.width, width);
        const indented = isIndented(next.width, width);
        const flush = setsIndents !== false && isFull(next.width, width) && next.width > width - 1;
        const last = number + 2 === lines.length;
        const opening = openingScore(text.slice(0, line.end), text.slice(next.start));
        const score =
          (short ? 5 : isFull(line.width, width) ? -2.5 : 0) +
          // A block's last line is cut by the column's end as often as it is indented.
          (indented ? (last ? 1 : 3) : flush ? -4 : 0) +
          (last && !indented ? -1 : 0) +
          opening;
        if (score < 0) {
          if (score > -2 || (score > -3 && opening > 0))
            notes.push(unsure(block, text, line, next, false));
          continue;
        }
        edits.push({ kind: 'split', block: index, at: next.start });
        edits.push({ kind: 'replace', block: index, start: line.end, end: next.start, text: '' });
        if (score < 3) {
          notes.push(unsure(block, text, line, next, true));
        }
      }
    }
    return { edits, notes };
  },
};

function isEven(lines: readonly PrintedLine[], at: number): boolean {
  const { width } = lines[at]!;
  return (
    width <= 26 && lines.some((line, other) => other < at && Math.abs(line.width - width) <= 2.5)
  );
}

/**
 * What a blank after a full stop is worth where no printed lines can be told apart: a paragraph's
 * break was lost there, or two columns of one paragraph met. The first is the commoner, so that only
 * words that hardly ever open a paragraph speak against it (-2 keeps 91 % of the true openings of
 * held-out news). Undefined where the pieces are too short to tell anything.
 */
function loneBlank(
  line: PrintedLine,
  next: PrintedLine,
  text: string,
  width: number | undefined,
  goesOn: boolean,
): number | undefined {
  if (text.length - next.start < 12) return undefined;
  const opening = openingScore(text.slice(0, line.end), text.slice(next.start));
  // The rest of a sentence that a column has cut may be as short as it likes; a whole paragraph is
  // seldom so short, and the words after it must open one.
  if (line.end < 12 && !(goesOn && line.start === 0)) return opening > -1 ? opening + 1 : undefined;
  const within = width !== undefined && next.width <= width + 1.5;
  const setting = !within ? 0 : isIndented(next.width, width) ? 3 : next.width > width - 1 ? -3 : 0;
  return 2 + setting + opening;
}

function unsure(
  block: Block,
  text: string,
  line: PrintedLine,
  next: PrintedLine,
  split: boolean,
): PageFinding {
  const end = text.slice(Math.max(line.start, line.end - 12), line.end);
  const excerpt = `${end} ¶ ${text.slice(next.start, next.start + 12)}`;
  const id = split ? 'paragraph-split-unsure' : 'paragraph-split-unsure:left';
  return makeFinding(id, { line: block.lines.first, excerpt });
}
