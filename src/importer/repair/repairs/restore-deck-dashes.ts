/**
 * The dash that opens a deck, read as the digit 一 or as a short stroke, is set again. It is taken for
 * one only right under a title (a heading, bold words, or a short plain line), in a short line without
 * a stop, over what an article begins with: a byline, a lead-in, a paragraph, a picture. A short stroke
 * can be nothing else there. The digit 一 can: it is mended only before a word that it does not count,
 * and with a finding.
 *
 * Examples:
 *   # 激活头雁力量 ⏎ # 一走进全县首家书院 ⏎ # ■ 本报记者 尹某 -> # 激活头雁力量 ⏎ # ——走进全县首家书院 ⏎ # ■ 本报记者 尹某 ! deck-dash
 *   # 激活头雁力量 ⏎ # -走进全县首家书院 ⏎ 正文。 -> # 激活头雁力量 ⏎ # ——走进全县首家书院 ⏎ 正文。
 *   # 激活头雁力量 ⏎ # —走进全县首家书院 -> # 激活头雁力量 ⏎ # ——走进全县首家书院
 *   # 激活头雁力量 ⏎ # 一一走进全县首家书院 ⏎ 本报记者 尹某 -> # 激活头雁力量 ⏎ # ——走进全县首家书院 ⏎ 本报记者 尹某 ! deck-dash
 *   # 激活头雁力量 ⏎ 一走进全县首家书院 ⏎ # ■ 本报记者 尹某 -> # 激活头雁力量 ⏎ ——走进全县首家书院 ⏎ # ■ 本报记者 尹某 ! deck-dash
 *   # 激活头雁力量 ⏎ 一走进全县首家书院，记者看到了人。 ⏎ # ■ 本报记者 尹某 -> ==
 *   # 端午将至 ⏎ # 一市场兴旺人气升温 ⏎ # ■ 本报记者 尹某 -> # 端午将至 ⏎ # ——市场兴旺人气升温 ⏎ # ■ 本报记者 尹某 ! deck-dash
 *   # 老厂房里的新生意 ⏎ 一来自纺织老街的见闻 ⏎ 初冬的早晨，老街上的店铺陆续开了门。 -> # 老厂房里的新生意 ⏎ ——来自纺织老街的见闻 ⏎ 初冬的早晨，老街上的店铺陆续开了门。 ! deck-dash
 *   老厂房里的新生意 ⏎ 一来自纺织老街的见闻 ⏎ 本报讯（记者 尹某）初冬的早晨，店铺陆续开了门。 -> 老厂房里的新生意 ⏎ ——来自纺织老街的见闻 ⏎ 本报讯（记者 尹某）初冬的早晨，店铺陆续开了门。 ! deck-dash
 *   # 老厂房里的新生意 ⏎ # 一一个纺织小镇的十年 ⏎ 初冬的早晨，店铺陆续开了门。 -> # 老厂房里的新生意 ⏎ # ——一个纺织小镇的十年 ⏎ 初冬的早晨，店铺陆续开了门。 ! deck-dash
 *   # 老厂房里的新生意 ⏎ # —一个纺织小镇的十年 ⏎ 初冬的早晨，店铺陆续开了门。 -> # 老厂房里的新生意 ⏎ # ——一个纺织小镇的十年 ⏎ 初冬的早晨，店铺陆续开了门。
 *   老厂房里的新生意 ⏎ —“老街新貌”观察之一 ⏎ 初冬的早晨，店铺陆续开了门。 -> 老厂房里的新生意 ⏎ ——“老街新貌”观察之一 ⏎ 初冬的早晨，店铺陆续开了门。
 *   # 老厂房里的新生意 ⏎ 一"老街新貌"观察之一 ⏎ 初冬的早晨，店铺陆续开了门。 -> # 老厂房里的新生意 ⏎ ——"老街新貌"观察之一 ⏎ 初冬的早晨，店铺陆续开了门。 ! deck-dash
 *   一枚小小二维码，办成了几件事？ ⏎ 一宁川市“企业码”运行观察 ⏎ # ■ 本报记者 尹某 -> 一枚小小二维码，办成了几件事？ ⏎ ——宁川市“企业码”运行观察 ⏎ # ■ 本报记者 尹某 ! deck-dash
 *   # 民生 ⏎ # 一盏路灯，照亮回家的路 ⏎ # ■ 本报记者 王某 -> ==
 *   # 民生 ⏎ # 一季度工业企业利润增长 ⏎ # ■ 本报记者 王某 -> ==
 *   # 民生 ⏎ # 一月份多家工厂赶订单 ⏎ # ■ 本报记者 王某 -> ==
 *   # 民生 ⏎ # 一揽子惠农办法出台 ⏎ # ■ 本报记者 王某 -> ==
 *   # 民生 ⏎ # 一心为民的好书记 ⏎ # ■ 本报记者 王某 -> ==
 *   # 老厂房里的新生意 ⏎ # 一问到底 ⏎ 初冬的早晨，店铺陆续开了门。 -> ==
 *   # 老厂房里的新生意 ⏎ # 一马当先 店铺开张 ⏎ 初冬的早晨，店铺陆续开了门。 -> ==
 *   # 老厂房里的新生意 ⏎ 一一对应找准问题 ⏎ 初冬的早晨，店铺陆续开了门。 -> ==
 *   # 老厂房里的新生意 ⏎ 一加强领导 ⏎ 初冬的早晨，店铺陆续开了门。 ⏎ 二抓好落实 -> ==
 *   初冬的早晨，店铺陆续开了门。 ⏎ 一走进全县首家书院 ⏎ 初冬的早晨，店铺陆续开了门。 -> ==
 *   # 民生 ⏎ # 一走进全县首家书院 ⏎ 正文从这里开始。 -> ==
 *   正文。 ⏎ # 一走进全县首家书院 ⏎ # ■ 本报记者 王某 -> ==
 */
import { printersMarks } from '../../lexicon/printers-marks.ts';
import type { Block } from '../../page/block.ts';
import type { Edit } from '../../page/edit-blocks.ts';
import { makeFinding, type PageFinding } from '../../page/findings.ts';
import type { Repair } from '../repair.ts';
import { countHan } from '../../lexicon/characters.ts';

const byline = new RegExp(
  `^[${printersMarks}]?\\s*(?:本报|本刊|本网|新华社|人民日报)?(?:特约|见习|实习|首席|全媒体)?(?:记者|通讯员|评论员|作者|文/|撰稿)|^[${printersMarks}]\\s*\\p{Script=Han}{2,4}(?:\\s+\\p{Script=Han}{2,4}){0,4}$`,
  'u',
);

/** What the number one stands before: measures, and the words and idioms that begin with 一. */
const counted =
  '一个位名条次种项张家批支场份座间件只根片段年天月日周季期届面边方体起直定样些切心路生线流带号把双对队群股幅首本封杯碗口句曲人村城县镇户站窗网键图文览等级律致举共般旦时同道齐块刻来手身声夜度眼步组部辆台套则篇部颗粒棵朵匹头员笔款处所层栋幢圈轮番场趟遍回顿阵丝缕抹束滴点半分元两二三四五六七八九十百千万亿见如意门早晚向再味贯针言以不枝叶花草木山水江河湖海世代国省市区乡校院厅局行业厂店铺田地亩技语词字诗歌舞剧戏画书信话事物景象幕桩宗脉株团列艘架盏扇面袋箱盒瓶桶锅盘桌床屋房楼室院';

const words = new Intl.Segmenter('zh', { granularity: 'word' });

/** Decks open so, and no headline has 一 before it. */
const opening =
  /^(?:来自|写在|走进|探访|走访|访|记(?!者)|对话|专访|回访|我[市县区省州]|我国|全[市县区省国]|看|论(?!文)|谈|写给|献给|致(?!富)|以.{2,24}为|《|[“"]|习近平|\d{4}年)/u;
/** Numbers and words that the segmenter does not know for one: 一月份, 一揽子. */
const countedWord =
  /^一(?:月份?|季度|阶段|等奖|体化|站式|揽子|把手|条龙|方面|系列|部分|时间|辈子|年级|期|带|批|线|言|以贯之|如既往|来一往)/u;

/** 一产稳二产进三产快, 一看二问三记: what is counted up. */
const countsOn = /^一(.).{0,6}[二两]\1|^一.{1,7}二.{1,7}三/u;

/** Whether 一 counts or begins a word: 一盏路灯, 一心为民; but 一|市场|兴旺 is a stroke and a word. */
function isCounted(text: string): boolean {
  if (countedWord.test(text) || countsOn.test(text)) return true;
  if (opening.test(text.slice(1))) return false;
  // Of four characters it is an idiom, or as good as one: 一问到底.
  if (/^一\p{Script=Han}{3}(?=$|[\s，：])/u.test(text)) return true;
  if (!counted.includes(text[1]!)) return false;
  const [first, second] = [...words.segment(text.slice(0, 12))];
  return first?.segment !== '一' || second === undefined || second.segment.length < 2;
}

/** Two read for one dash, or one for a dash before 一个: what of them was the dash. */
function readDigits(text: string): string | undefined {
  const ones = /^一{1,3}(?=[\p{Script=Han}“"《]|\d{4}年)/u.exec(text)?.[0];
  if (ones === undefined || countHan(text) < ones.length + 3) return undefined;
  if (ones === '一') return isCounted(text) ? undefined : ones;
  const after = text.slice(ones.length);
  if (ones === '一一' && /^(?:对应|列[举出]|落实|回应|解[答决])/.test(after)) return undefined;
  return isCounted(`一${after}`) ? ones.slice(1) : ones;
}

/** A line that a headline may be, as far as one line shows it. */
function isTitle(block: Block | undefined): boolean {
  if (block === undefined) return false;
  if (block.type === 'heading') return true;
  return (
    block.type === 'paragraph' &&
    block.text.length <= 64 &&
    countHan(block.text) >= 5 &&
    !/[\n。；，：、…]$|[。；]/u.test(block.text) &&
    !/^[（(]|摄[）)]?$/u.test(block.text) &&
    !byline.test(block.text)
  );
}

/** A short line without a stop, not set among others of its kind as an enumeration is. */
function isDeck({ type, text }: Block, next: Block | undefined): boolean {
  if (type === 'heading') return true;
  if (type !== 'paragraph' || text.length > 48 || /[\n。！；]|[，、：]$/u.test(text)) return false;
  return next === undefined || text[0] !== next.text[0];
}

/** How surely an article begins in a block: its byline says so; a paragraph or a picture may. */
function beginsArticle(block: Block | undefined): 'byline' | 'text' | undefined {
  if (block === undefined) return undefined;
  if (byline.test(block.text)) return 'byline';
  if (block.type === 'image' || block.type === 'table' || block.type === 'gap') return 'text';
  if (block.type === 'heading') return undefined;
  return block.text.length >= 36 || /[。！？：…][”’"）)]?$/u.test(block.text) ? 'text' : undefined;
}

export const restoreDeckDashes: Repair = {
  id: 'restore-deck-dashes',
  stage: 'page',
  after: ['mend-dashes'],
  scripts: ['han-simplified'],
  why: 'Dashes of two strokes are whole by then; what is left at a heading is half of one.',
  propose: (blocks) => {
    const edits: Edit[] = [];
    const notes: PageFinding[] = [];
    for (const [index, block] of blocks.entries()) {
      const { text } = block;
      if (!/^[-–—－﹣一]/u.test(text) || block.list !== undefined) continue;
      const title = blocks[index - 1];
      const next = blocks[index + 1];
      if (!isTitle(title) || !isDeck(block, next)) continue;
      const begins = beginsArticle(next);
      const stroke = /^(?:[-–—－﹣]\s?)(?=[\p{Script=Han}“"《]{2})/u.exec(text);
      if (stroke !== null) {
        if (block.type !== 'heading' && begins === undefined) continue;
        edits.push({ kind: 'replace', block: index, start: 0, end: stroke[0].length, text: '——' });
        continue;
      }
      const misread = readDigits(text);
      if (misread === undefined || begins === undefined) continue;
      // A word over a headline is a label: what stands under it may be the headline.
      if (begins === 'text' && countHan(title!.text) < 5) continue;
      if (blocks.slice(index + 1, index + 6).some((one) => /^二\p{Script=Han}/u.test(one.text))) {
        continue;
      }
      edits.push({ kind: 'replace', block: index, start: 0, end: misread.length, text: '——' });
      const place = { line: block.lines.first, excerpt: text.slice(0, 24) };
      notes.push(makeFinding('deck-dash', place, { found: misread }));
    }
    return { edits, notes };
  },
};
