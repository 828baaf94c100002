/**
 * A paragraph that is whole but for its full stop gets it back, with a finding. One that breaks off
 * in mid-sentence, because its last line is lost, is left as it is: only flagged. Without a mark
 * inside, it must stand alone among whole paragraphs and have the words of a sentence: it may be a
 * title, a caption, a line of a list.
 *
 * Examples:
 *   为农户解了忧,给春耕吃下了"定心丸" ⏎ 从规范化的大棚建设到上门办理保险服务,条件优越。 -> 为农户解了忧,给春耕吃下了"定心丸"。 ⏎ 从规范化的大棚建设到上门办理保险服务,条件优越。 ! missing-full-stop
 *   他到学校作报告,受到了师生的 ⏎ 在场同学一致认为,很受教育。 -> == ! paragraph-breaks-off
 *   据介绍，讲座将持续到年底，每两周一场，覆盖全部县（市、区） -> 据介绍，讲座将持续到年底，每两周一场，覆盖全部县（市、区）。 ! missing-full-stop
 *   双方进行了交谈，气氛友好。 ⏎ 学员在信里写道：“娘，我会写你的名字了” -> 双方进行了交谈，气氛友好。 ⏎ 学员在信里写道：“娘，我会写你的名字了。” ! missing-full-stop
 *   要做好以下工作： ⏎ 一是加强领导； ⏎ 二是落实责任。 -> ==
 *   近日国家领导人在京会见来访的外国客人 ⏎ 双方进行了交谈,气氛友好。 -> 近日国家领导人在京会见来访的外国客人。 ⏎ 双方进行了交谈,气氛友好。 ! missing-full-stop
 *   双方进行了交谈,气氛友好。 ⏎ 市商务局和有关县区的负责同志参加了座谈 -> 双方进行了交谈,气氛友好。 ⏎ 市商务局和有关县区的负责同志参加了座谈。 ! missing-full-stop
 *   双方进行了交谈,气氛友好。 ⏎ 简宁、陶然等参加会见 -> 双方进行了交谈,气氛友好。 ⏎ 简宁、陶然等参加会见。 ! missing-full-stop
 *   审议了两个办法。 ⏎ 会议还研究了其他事项 -> 审议了两个办法。 ⏎ 会议还研究了其他事项。 ! missing-full-stop
 *   昨日本报第3版的地名有误,应为“柳树镇”。特此更正,并向读者致歉 -> 昨日本报第3版的地名有误,应为“柳树镇”。特此更正,并向读者致歉。 ! missing-full-stop
 *   双方进行了交谈,气氛友好。 ⏎ 会议室里的年轻人 ⏎ 双方进行了交谈,气氛友好。 -> ==
 *   双方进行了交谈,气氛友好。 ⏎ 深化务实合作推动老工业城市产业转型升级 ⏎ 双方进行了交谈,气氛友好。 -> == ! paragraph-breaks-off
 *   在田间劳作的农民查看今年冬小麦的长势 -> == ! paragraph-breaks-off
 *   本报讯（记者 简宁）当地时间 ⏎ 9月12日下午，船队返回港口。 -> == ! paragraph-breaks-off
 *   茶馆每日早八点开门。 ⏎ 咨询电话：0631-5550188 ⏎ 周一休息。 -> ==
 *   出租码头附近两居室一套，有暖气。13800001111 -> ==
 *   一、总体要求 ⏎ 坚持稳中求进,做好工作。 -> ==
 *   图为市民在公园里晒太阳。 王生金 摄 -> ==
 *   责任编辑：周启明 校对：何敏 -> ==
 */
import { anyOf } from '../../lexicon/any-of.ts';
import { closers, sentenceStops } from '../../lexicon/stops.ts';
import { endsWithPhone, isContactLine } from '../../lexicon/contact-line.ts';
import type { Block } from '../../page/block.ts';
import type { Edit } from '../../page/edit-blocks.ts';
import { makeFinding, type PageFinding } from '../../page/findings.ts';
import type { Repair } from '../repair.ts';
import { completionScore } from '../../models/decide-boundary.ts';
import { titleScore } from '../../models/title-likeness.ts';
import { isNameList } from '../../lexicon/person-names.ts';
import { endsInMoves } from '../../lexicon/chess-moves.ts';
import { isPersonName } from '../../lexicon/surnames.ts';
import { decideColumnWidth, isFull, printedLines } from '../line-evidence.ts';

const ended = new RegExp(`[${sentenceStops}…：；][${closers}]*$|[）)】—~～*]$`);
/** 全部县（市、区）: such a bracket belongs to its word, and ends nothing. */
const places = /[^。！？…”]（[市县区州盟旗镇乡街道办、和与及或]+）$/u;
/** What the model of endings does not know of such brackets. */
const wholePlaces = 2;

function hasEnded(text: string): boolean {
  return (ended.test(text) && !places.test(text)) || endsWithPhone(text);
}
/** The name of a work at the end of a sentence; alone, or in a list of names, it needs no stop. */
const endsInTitle = /》$/;
/** A sentence about a work, not the work's name. */
const announces = /^[^《]{8}|^[^《]{2,}(?:发表|印发|发布|签署|通过|播发|刊发|出版)[^《]*《/u;
const sentence = /[，,。！？].{4,}《[^》]*》$|[，,。！？][^《]{12,}》$/u;

/**
 * Log odds from which a stop is set; below them the paragraph counts as broken off. Down to there the words
 * may speak for a line that is lost, but stops are lost more often than lines: on the local pages of
 * tests/fixtures 94 % of lost stops score more, and 28 % of lost lines.
 */
const whole = -4.5;
/** 受到了师生的: after such a word something is due, and the words must speak louder. */
const dueMore = /[的和与及在把被对从向为将以于]$/;
const wholeAfterDue = -3;
/** A last line that fills its column by chance is one of sixteen; where a line is lost it always does. */
const fullLine = -2.5;

/** Without a mark inside there is hardly a line to lose: what ends lower than this is cut in mid-word. */
const wholeUnmarked = -5;
/**
 * By its words (title-likeness) a sentence from here down: a third of the sentences without a mark inside
 * are, and one headline of a hundred. Set for an earlier table, and not set anew since.
 */
const sentenceOf16 = -3.5;
/** The same for shorter lines, which a crosshead may be: of headlines' phrases 0.2 %, of sentences 14 %. */
const shortSentence = -5;
/** News closes with who was there and what else was done. */
const attended = '(?:参加|出席|陪同|主持)了?(?:上述|有关|此次)?';
const occasion = anyOf('会见 活动 会议 会谈 会晤 调研 考察 座谈会? 仪式 [开闭]幕[式会] 研讨会');
const settled =
  '(?:研究|审议|讨论|通过|听取|部署|表决通过)了(?:其他|有关|上述)?\\p{Script=Han}{2,10}';
const who = '(?:会议|大会|会上|[\\p{Script=Han}·]{2,16}(?:、[\\p{Script=Han}·]{2,10})*等?)';
const closing = new RegExp(
  `^(?:军乐[团队]奏\\p{Script=Han}{2,12}国歌|\\p{Script=Han}{2,16}鸣礼炮\\d+响|` +
    `${who}还?(?:${attended}${occasion}?|${settled}))$`,
  'u',
);
/** What a notice or a correction ends with. */
const notice = /(?:特此(?:更正|公告|通告|通知|说明|声明)|致歉|谅解|恕不另行通知)$/;

/** 责任编辑：周启明 校对：何敏 */
const credits = /^(?:\p{Script=Han}{2,6}[：:]\p{Script=Han}{2,4}(?:[ \n]|$)){2,}$/u;

/** What begins so is news, however little of it there is. */
const leadIn = /^[^，。（(]{2,20}[讯电]\s?[（(][^）)]{2,60}[）)]/u;

export const restoreFinalStops: Repair = {
  id: 'restore-final-stops',
  stage: 'body',
  after: ['rejoin-broken-sentences'],
  scripts: ['han-simplified'],
  why: 'What is a paragraph’s end is known once sentences are whole; the last line’s width must still show.',
  propose: (blocks) => {
    const stopped = new Map<number, PageFinding>();
    let current = blocks;
    let notes: PageFinding[] = [];
    const ofArticle = decideColumnWidth(blocks.map(({ text }) => text));
    // What has got its stop is a whole paragraph to those beside it: look again until none gets one,
    // so that twice is once.
    for (let pass = 0; pass < 20; pass += 1) {
      const before = stopped.size;
      notes = [];
      for (const [index, block] of current.entries()) {
        const note = judge(current, index, ofArticle);
        if (note === undefined) continue;
        if (note.id === 'missing-full-stop') {
          stopped.set(index, note);
          const at = placeOfStop(block.text);
          const text = `${block.text.slice(0, at)}。${block.text.slice(at)}`;
          current = current.with(index, { ...block, text });
        } else notes.push(note);
      }
      if (stopped.size === before) break;
    }
    const edits = [...stopped.keys()].map((block): Edit => {
      const end = placeOfStop(blocks[block]!.text);
      return { kind: 'replace', block, start: end, end, text: '。' };
    });
    return { edits, notes: [...stopped.values(), ...notes] };
  },
};

/**
 * UTF-16 offset of the stop: within the marks of a speech that a colon leads to, or that is a sentence by
 * itself (GB/T 15834), else at the end.
 */
function placeOfStop(text: string): number {
  const speech = /(?:[：:]|^|[。！？])(?:“[^“”]*”|"[^"]*")$/u.test(text);
  return speech ? text.length - 1 : text.length;
}

/** What is to be said of a paragraph: that its stop is missing, that it breaks off, or nothing. */
function judge(
  blocks: readonly Block[],
  index: number,
  ofArticle: number | undefined,
): PageFinding | undefined {
  const block = blocks[index]!;
  const { text } = block;
  if (block.type !== 'paragraph' || hasEnded(text) || isNameList(text)) return undefined;
  if (block.list) return undefined;
  // 王建国、李明、张丽丽: who took part, under a line that says in what.
  if (text.includes('、') && text.split('、').every(isPersonName)) return undefined;
  if (isContactLine(text) && !/[，。]/u.test(text)) return undefined;
  if (credits.test(text) || endsInMoves(text)) return undefined;
  // ……有意者请联系。电话：13900001111: what to call closes a notice, and has no stop.
  if (
    /(?:电话|热线|手机|微信|邮箱|咨询|联系)[：: ]?[\w@.—–-]{7,}(?:[（(][^（()）]{1,8}[）)])?$/u.test(
      text,
    )
  )
    return undefined;
  // ……晒太阳。王生金 摄: a caption's last word.
  if (
    /[。！？ \n](?:\p{Script=Han}{2,8} )?\p{Script=Han}{2,4} (?:摄|摄影|供图|摄影报道)$/u.test(text)
  )
    return undefined;
  // ……特此致谢。失主：仲先生: who signs it.
  if (
    /[。！？](?:\p{Script=Han}{1,6}[：: ])\p{Script=Han}{2,4}$|[。！？]\s\p{Script=Han}{2,4}$/u.test(
      text,
    )
  ) {
    return undefined;
  }
  const isClosing =
    index > 0 && /[。！？]["”’]?$/.test(blocks[index - 1]!.text) && closing.test(text);
  if (text.length < 9 && !isClosing) return undefined;
  const isAlone = isSentenceAmongOthers(blocks, index, ofArticle);
  const isWork = endsInTitle.test(text) && !sentence.test(text);
  if (isWork && !(isAlone && announces.test(text))) return undefined;
  const place = { line: block.lines.last, excerpt: excerptOf(text, blocks[index + 1]) };
  // A title, a name, a line of verse: without a mark inside it was perhaps never a sentence. Is it as
  // long as a sentence, a person should look.
  const isMarked = /[，,。！？；：]/.test(text.slice(0, -1));
  const led = leadIn.exec(text)?.[0];
  if (!isMarked && !isClosing && led === undefined && !isAlone) {
    const longest = Math.max(...text.split(/[ \n]/).map(({ length }) => length));
    if (text.length < 18 || longest < 12) return undefined;
    return makeFinding('paragraph-breaks-off:unmarked', place);
  }
  const width = decideColumnWidth([text]) ?? ofArticle;
  const last = printedLines(text);
  const full = width !== undefined && last.length > 1 && isFull(last.at(-1)!.width, width);
  const score =
    completionScore(text) + (full ? fullLine : 0) + (places.test(text) ? wholePlaces : 0);
  // 本报讯（记者 某某）当地时间: more than a word or two must follow a lead-in.
  const isLong = isMarked || led === undefined || text.length >= led.length + 12;
  const limit = dueMore.test(text)
    ? wholeAfterDue
    : isMarked || led !== undefined
      ? whole
      : wholeUnmarked;
  const isWhole = isClosing || notice.test(text) || (isLong && score > limit);
  return makeFinding(isWhole ? 'missing-full-stop' : 'paragraph-breaks-off', place);
}

/**
 * Whether a paragraph without a mark inside reads as a sentence and stands alone between whole
 * paragraphs: lists, verse and captions come in runs, or by themselves.
 */
function isSentenceAmongOthers(
  blocks: readonly Block[],
  index: number,
  columnWidth: number | undefined,
): boolean {
  const { text } = blocks[index]!;
  // A title of two phrases has a blank as well as a printed line has one behind it.
  const [first] = printedLines(text);
  if (/[ \n]/.test(text) && (columnWidth === undefined || first!.width < columnWidth - 3)) {
    return false;
  }
  const limit = text.length < 16 ? shortSentence : sentenceOf16;
  if (titleScore(text) >= limit) return false;
  if (text.length < 16 && completionScore(text) < 0) return false;
  if (/^(?:[一二三四五六七八九十]+[、是要]|\d+[.．、)）]|[（(①-⑳—·●◆■▲□])/u.test(text))
    return false;
  const neighbours = [blocks[index - 1], blocks[index + 1]].filter((block) => block !== undefined);
  return neighbours.length > 0 && neighbours.every((block) => ended.test(block.text));
}

/** The end of a paragraph, and how the next one begins: the two may be one. */
function excerptOf(text: string, next: Block | undefined): string {
  const end = `…${text.slice(-16)}`;
  return next?.type === 'paragraph' ? `${end} ¶ ${next.text.slice(0, 12)}…` : end;
}
