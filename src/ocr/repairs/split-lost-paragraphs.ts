/**
 * A new paragraph that the tool has run on after the one before, with a blank, begins anew. The
 * blanks at line joins tell: the line before stops short of the column's edge, and the line after
 * is short by an indent. Where only one of the two says so, how paragraphs begin decides with it
 * (a model trained on clean news), and the split is flagged.
 *
 * Examples:
 *   水需求。 供水、用水与我们生活息息相关, 同时也关系着经济社会发展稳定。阳 谷县城乡供水服务中心全面提升服务 水平,努力推动用水便利化、服务高质 化,优化营商大环境。 -> 水需求。 ⏎ 供水、用水与我们生活息息相关, 同时也关系着经济社会发展稳定。阳 谷县城乡供水服务中心全面提升服务 水平,努力推动用水便利化、服务高质 化,优化营商大环境。
 *   梁启超先生说过,"读报愈多者, 其人愈智。报馆愈多者,其国愈强"。 多读党报党刊,可"识时又变通",可 "正心而修身"。我们常说青年干部要 多学习。从哪里学? -> ==
 *   本报讯(记者 曹天伟 刘敏)12 月15日,市委宣讲团成员、市商务投资 促进局党组书记、局长盛强为全市商务 系统干部职工宣讲党的二十大精神。 12月16日,党的二十大代表、市委宣讲 团成员、高唐县农业农村局杜立芝农业 技术咨询服务热线办公室主任 -> ==
 *   我们很高兴。 他说。 -> ==
 *   市场占地三百一十亩，日均进场车辆六百余台，供应着城区七成以上的叶菜。 市气象台昨天发布的数据显示，截至目前，全市平均气温比常年同期偏高一度。 -> 市场占地三百一十亩，日均进场车辆六百余台，供应着城区七成以上的叶菜。 ⏎ 市气象台昨天发布的数据显示，截至目前，全市平均气温比常年同期偏高一度。 ! paragraph-split-unsure
 */
import type { Edit } from '../edit-blocks.ts';
import type { Repair, RepairNote } from '../repair.ts';
import { openingScore } from '../decide-boundary.ts';
import {
  decideColumnWidth,
  isFull,
  isIndented,
  isShort,
  printedLines,
  type PrintedLine,
} from '../line-evidence.ts';
import type { Block } from '../block.ts';

export const splitLostParagraphs: Repair = {
  id: 'split-lost-paragraphs',
  stage: 'body',
  after: ['drop-ghost-lines'],
  scripts: ['han-simplified'],
  why: 'A ghost line at a paragraph’s head would be taken for a short line.',
  propose: (blocks) => {
    const edits: Edit[] = [];
    const notes: RepairNote[] = [];
    const ofArticle = decideColumnWidth(blocks.map(({ text }) => text));
    for (const [index, block] of blocks.entries()) {
      if (block.type !== 'paragraph' || !/[。！？…][”’"'』」）)]*[ \n]/.test(block.text)) continue;
      const { text } = block;
      const width = decideColumnWidth([text]) ?? ofArticle;
      const lines = printedLines(text);
      const previous = blocks[index - 1];
      const goesOn =
        previous?.type === 'paragraph' && !/[。！？…：；][”’"'』」）)]*\s*$/.test(previous.text);
      for (const [number, line] of lines.entries()) {
        const next = lines[number + 1];
        if (next === undefined) break;
        if (
          !/[。！？…][”’"'』」）)]*$/.test(text.slice(Math.max(line.start, line.end - 4), line.end))
        )
          continue;
        // A run wider than the column is several printed lines joined without a blank: then this one
        // blank is no line's end like any other, but the trace of two blocks that the tool joined.
        if (width === undefined || line.width > width + 1.5) {
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
        const flush = isFull(next.width, width) && next.width > width - 1;
        const last = number + 2 === lines.length;
        const opening = openingScore(text.slice(0, line.end), text.slice(next.start));
        const score =
          (short ? 5 : isFull(line.width, width) ? -2.5 : 0) +
          (indented ? 3 : flush ? -4 : 0) +
          (last && !indented ? -1 : 0) +
          opening;
        if (score < 0) {
          if (score > -2 && (short || indented)) notes.push(unsure(block, text, line, next, false));
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
  // The rest of a sentence that a column has cut may be as short as it likes.
  if ((line.end < 12 && !(goesOn && line.start === 0)) || text.length - next.start < 12)
    return undefined;
  const within = width !== undefined && next.width <= width + 1.5;
  const setting = !within ? 0 : isIndented(next.width, width) ? 3 : next.width > width - 1 ? -3 : 0;
  return 2 + setting + openingScore(text.slice(0, line.end), text.slice(next.start));
}

function unsure(
  block: Block,
  text: string,
  line: PrintedLine,
  next: PrintedLine,
  split: boolean,
): RepairNote {
  return {
    id: 'paragraph-split-unsure',
    severity: 'review',
    line: block.lines.first,
    excerpt: `${text.slice(Math.max(line.start, line.end - 12), line.end)} ¶ ${text.slice(next.start, next.start + 12)}`,
    message: split
      ? '这里像是丢了分段，已另起一段，但版面上的证据不足。'
      : '句号后有一处空白，可能丢了分段，也可能只是转栏，没有分开。',
    action: '请对照原版；若是同一段，请把两段接上；若是两段，请分开。',
  };
}
