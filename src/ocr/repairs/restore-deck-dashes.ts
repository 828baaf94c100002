/**
 * The dash that opens a deck, read as the digit 一 or as a short stroke, is set again. A short
 * stroke at the head of a heading that follows another heading can be nothing else. The digit 一
 * can: it is taken for a dash only between a headline and a byline, before a word that it does not
 * count, and the mending is flagged.
 *
 * Examples:
 *   # 激活头雁力量 ⏎ # 一走进全县首家书院 ⏎ # ■ 本报记者 尹某 -> # 激活头雁力量 ⏎ # ——走进全县首家书院 ⏎ # ■ 本报记者 尹某 ! deck-dash
 *   # 激活头雁力量 ⏎ # -走进全县首家书院 ⏎ 正文。 -> # 激活头雁力量 ⏎ # ——走进全县首家书院 ⏎ 正文。
 *   # 激活头雁力量 ⏎ # —走进全县首家书院 -> # 激活头雁力量 ⏎ # ——走进全县首家书院
 *   # 激活头雁力量 ⏎ # 一一走进全县首家书院 ⏎ 本报记者 尹某 -> # 激活头雁力量 ⏎ # ——走进全县首家书院 ⏎ 本报记者 尹某 ! deck-dash
 *   # 激活头雁力量 ⏎ 一走进全县首家书院 ⏎ # ■ 本报记者 尹某 -> # 激活头雁力量 ⏎ ——走进全县首家书院 ⏎ # ■ 本报记者 尹某 ! deck-dash
 *   # 激活头雁力量 ⏎ 一走进全县首家书院，记者看到了人。 ⏎ # ■ 本报记者 尹某 -> ==
 *   # 端午将至 ⏎ # 一市场兴旺人气升温 ⏎ # ■ 本报记者 尹某 -> # 端午将至 ⏎ # ——市场兴旺人气升温 ⏎ # ■ 本报记者 尹某 ! deck-dash
 *   # 民生 ⏎ # 一盏路灯，照亮回家的路 ⏎ # ■ 本报记者 王某 -> ==
 *   # 民生 ⏎ # 一季度工业企业利润增长 ⏎ # ■ 本报记者 王某 -> ==
 *   # 民生 ⏎ # 一心为民的好书记 ⏎ # ■ 本报记者 王某 -> ==
 *   # 民生 ⏎ # 一走进全县首家书院 ⏎ 正文从这里开始。 -> ==
 *   正文。 ⏎ # 一走进全县首家书院 ⏎ # ■ 本报记者 王某 -> ==
 */
import type { Block } from '../block.ts';
import type { Edit } from '../edit-blocks.ts';
import type { Repair, RepairNote } from '../repair.ts';

const byline =
  /^[■□●◆▲△]?\s*(?:本报|本刊|本网)?(?:特约|见习|实习|首席|全媒体)?(?:记者|通讯员|评论员|作者|文\/|撰稿)|^[■□●◆]\s*\p{Script=Han}{2,4}(?:\s+\p{Script=Han}{2,4}){0,4}$/u;

/** What the number one stands before: measures, and the words and idioms that begin with 一. */
const counted =
  '一个位名条次种项张家批支场份座间件只根片段年天月日周季期届面边方体起直定样些切心路生线流带号把双对队群股幅首本封杯碗口句曲人村城县镇户站窗网键图文览等级律致举共般旦时同道齐块刻来手身声夜度眼步组部辆台套则篇部颗粒棵朵匹头员笔款处所层栋幢圈轮番场趟遍回顿阵丝缕抹束滴点半分元两二三四五六七八九十百千万亿见如意门早晚向再味贯针言以不枝叶花草木山水江河湖海世代国省市区乡校院厅局行业厂店铺田地亩技语词字诗歌舞剧戏画书信话事物景象幕桩宗脉株团列艘架盏扇面袋箱盒瓶桶锅盘桌床屋房楼室院';

const words = new Intl.Segmenter('zh', { granularity: 'word' });

/** Whether 一 counts or begins a word: 一盏路灯, 一心为民; but 一|市场|兴旺 is a stroke and a word. */
function isCounted(text: string): boolean {
  if (!counted.includes(text[1]!)) return false;
  const [first, second] = [...words.segment(text.slice(0, 12))];
  if (first?.segment !== '一' || second === undefined || second.segment.length < 2) return true;
  return /^(?:季度|阶段|等奖|体化|站式|揽子|把手|条龙|方面|系列|部分|时间|辈子|年级|期|带|批|线)/u.test(
    second.segment,
  );
}

/** A deck that the tool did not make a heading: one short line without a stop, over a byline. */
function isPlainDeck(block: Block, next: Block | undefined): boolean {
  return (
    block.type === 'paragraph' &&
    block.text.length <= 36 &&
    !/[\n。！；]/u.test(block.text) &&
    next !== undefined &&
    byline.test(next.text)
  );
}

export const restoreDeckDashes: Repair = {
  id: 'restore-deck-dashes',
  stage: 'page',
  after: ['mend-dashes'],
  scripts: ['han-simplified'],
  why: 'Dashes of two strokes are whole by then; what is left at a heading is half of one.',
  propose: (blocks) => {
    const edits: Edit[] = [];
    const notes: RepairNote[] = [];
    for (const [index, block] of blocks.entries()) {
      if (blocks[index - 1]?.type !== 'heading') continue;
      const { text } = block;
      if (block.type !== 'heading' && !isPlainDeck(block, blocks[index + 1])) continue;
      const stroke = /^(?:[-–—－﹣]\s?)(?=\p{Script=Han}{2})/u.exec(text);
      if (stroke !== null) {
        edits.push({ kind: 'replace', block: index, start: 0, end: stroke[0].length, text: '——' });
        continue;
      }
      const misread = /^一{1,2}(?=\p{Script=Han}{3})/u.exec(text)?.[0];
      const next = blocks[index + 1];
      if (misread === undefined || next === undefined || !byline.test(next.text)) continue;
      if (misread === '一' ? isCounted(text) : /^[对列]/.test(text.slice(2))) continue;
      edits.push({ kind: 'replace', block: index, start: 0, end: misread.length, text: '——' });
      notes.push({
        id: 'deck-dash',
        severity: 'review',
        line: block.lines.first,
        excerpt: text.slice(0, 24),
        message: `副题开头的“${misread}”像是破折号被误认，已改为“——”。`,
        action: '请对照原版；若确是数字“一”，请改回。',
      });
    }
    return { edits, notes };
  },
};
