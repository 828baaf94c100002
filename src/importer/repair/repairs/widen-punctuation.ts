/**
 * ASCII marks in Chinese text become the full-width ones that were printed. A mark is in Chinese
 * text where a Han character or a full-width mark stands beside it; quotes and brackets between are
 * looked through. Numbers, times, ratios, addresses and Latin phrases keep theirs.
 *
 * In a heading the blank after a widened mark goes too. In a paragraph it stays: it may tell where
 * a printed line ended.
 *
 * Examples:
 *   车间里,很忙;车间外:也忙? -> 车间里，很忙；车间外：也忙？
 *   本报讯(记者 林知远 何敏)12月 -> 本报讯（记者 林知远 何敏）12月
 *   增长26.6%;截至11月 -> 增长26.6%；截至11月
 *   气温9℃到21℃;19日转阴 -> 气温9℃到21℃；19日转阴
 *   他说:"我们很好!" -> 他说："我们很好！"
 *   国内生产总值(GDP)增长 -> 国内生产总值（GDP）增长
 *   增长23.27%,2023年新发放 -> 增长23.27%，2023年新发放
 *   订单同比增长22%,"00后"增长五成 -> 订单同比增长22%，"00后"增长五成
 *   1.5个小时内,有专人 -> 1.5个小时内，有专人
 *   (一)总体要求 -> （一）总体要求
 *   1)加强领导 -> 1）加强领导
 *   # 一盏路灯, 照亮回家的路 -> # 一盏路灯，照亮回家的路
 *   占71.2%;②外企,最低3℃,PM2.5低 -> 占71.2%；②外企，最低3℃，PM2.5低
 *   集聚效应, 也为 -> 集聚效应， 也为
 *   共计3,000元，12:30开始，比分3:2 -> ==
 *   见https://a.cn/?a=b,c的说明，写信到a@b.cn -> ==
 *   研究发表在《Science, Technology & Society》上 -> ==
 *   使用f(x)计算 -> ==
 *   他唱了Hello, world!这首歌 -> 他唱了Hello, world！这首歌
 *   他叫卡尔.马克思 -> ==
 *   我们去了. -> 我们去了。
 *   他们去了河边."鱼不多."老人说,第二天又去了. -> 他们去了河边。"鱼不多。"老人说，第二天又去了。
 *   服务站照常开门(工作日8:30-17:00). -> 服务站照常开门（工作日8:30-17:00）。
 *   他说:"明年还要再开三家." -> 他说："明年还要再开三家。"
 *   The Times (London), 1922: a history; really? -> ==
 */
import type { Repair } from '../repair.ts';
import type { Block } from '../../page/block.ts';
import {
  countHan,
  findAddresses,
  insideOf,
  isCjkMark,
  isDigit,
  isHan,
  isLatinLetter,
} from '../../lexicon/characters.ts';
import { proposeEach, untilNoneTurns, type Replacement } from '../prose.ts';

const wideOf: Readonly<Record<string, string>> = {
  ',': '，',
  ':': '：',
  ';': '；',
  '?': '？',
  '!': '！',
  '(': '（',
  ')': '）',
};
/** What stands between a mark and the character that decides, and says nothing itself. */
const seeThrough = new Set(['"', "'", '(', ')', '[', ']', ',', ':', ';', '?', '!', '%', '*', '.']);

export const widenPunctuation: Repair = {
  id: 'widen-punctuation',
  stage: 'page',
  after: [
    'compose-characters',
    'plain-blanks',
    'decode-entities',
    'unwrap-number-formulas',
    'narrow-digits',
  ],
  scripts: ['han-simplified', 'han-traditional', 'japanese'],
  why: 'It asks whether a mark stands between digits, and whether a blank is a plain one.',
  propose: (blocks, { script }) =>
    proposeEach(
      blocks,
      script === 'japanese'
        ? widenBrackets
        : script === 'han-simplified'
          ? (block) => widen(block)
          : (block) => widen(block, (next) => /[\s"']/u.test(next)),
    ),
};

/** Japanese papers set brackets wide round and behind Han and kana; other marks stay as the tool gives them. */
function* widenBrackets({ text }: Block): Generator<Replacement> {
  for (const [at, wide] of decideBrackets(text)) {
    const mark = wideOf[text[at]!];
    if (wide && mark !== undefined) yield { start: at, end: at + 1, text: mark };
  }
}

/** A mark that has grown wide is Chinese to the next. */
function widen(
  block: Block,
  keepsBefore: (next: string) => boolean = () => false,
): readonly Replacement[] {
  return untilNoneTurns(block, [], (current) => widenOnce(current, keepsBefore));
}

/** @param keepsBefore whether a mark stays as it is before this character: papers in traditional characters set half-width marks, too, and a blank behind them */
function* widenOnce(block: Block, keepsBefore: (next: string) => boolean): Generator<Replacement> {
  const { text } = block;
  if (!/[,:;?!().]/.test(text) || countHan(text) === 0) return;
  const inAddress = insideOf(findAddresses(text));
  const chinese = countHan(text) * 3 > (text.match(/[A-Za-z]/g)?.length ?? 0);
  const brackets = decideBrackets(text);
  const isPoint = readPoints(block);
  for (const match of text.matchAll(/[,:;?!().]/g)) {
    const at = match.index;
    const mark = match[0];
    if (inAddress(at)) continue;
    let widens: boolean;
    if (mark === '.') {
      widens = isPoint(at);
    } else if (mark === '(' || mark === ')') {
      // Alone, as in 1)加强领导, it is an enumerator before Han text, or half of a pair.
      widens = brackets.get(at) ?? (isHan(near(text, at, -1)) || isHan(near(text, at, 1)));
    } else {
      widens = standsInChinese(text, at, chinese) && !keepsBefore(text[at + 1] ?? '');
    }
    if (!widens) continue;
    const eatsBlank =
      block.type === 'heading' && text[at + 1] === ' ' && mark !== ')' && mark !== '(';
    yield { start: at, end: at + (eatsBlank ? 2 : 1), text: wideOf[mark] ?? '。' };
  }
}

/**
 * Whether a point is the full stop of a Chinese text: one at its end, and, where the text ends with one
 * and has no wide stop, those within that close a clause of eight Han or more. 卡尔.马克思 is a name.
 */
function readPoints({ text, type }: Block): (at: number) => boolean {
  if (type === 'heading' || countHan(text) < 4 || !text.includes('.')) return () => false;
  const final = /(?<=\p{Script=Han}["'”’」』)）]{0,2})\.(?=["'”’」』)）]{0,2}$)/u.exec(text);
  const last = final?.index ?? /\p{Script=Han}[^。.]{0,20}[)）](\.)$/u.exec(text)?.index;
  if (last === undefined) return () => false;
  const within = new Set<number>();
  if (!text.includes('。')) {
    const stop =
      /(?<=\p{Script=Han}["'”’」』)）]{0,2})\.(?=["'“”‘’「『」』(（《]{0,2}[\p{Script=Han}\d])/gu;
    for (const { index } of text.matchAll(stop)) {
      if (
        /[\p{Script=Han}\d]{3}["'”’」』)）]{0,2}$/u.test(
          text.slice(0, index).replaceAll(/\s/gu, ''),
        )
      )
        within.add(index);
    }
  }
  const end = text.lastIndexOf('.');
  return (at) => at === end || within.has(at);
}

/** The nearest character in one direction that is no quote, bracket, ASCII mark or blank. */
function near(text: string, at: number, step: 1 | -1): string | undefined {
  let place = at + step;
  for (let seen = 0; seen < 8; seen += 1, place += step) {
    const character = text[place];
    if (character === undefined) return undefined;
    if (!/\s/.test(character) && !seeThrough.has(character)) {
      return codePointAt(text, place);
    }
  }
  return undefined;
}

/** The whole character at a UTF-16 offset, whichever half of a surrogate pair it points at. */
function codePointAt(text: string, place: number): string {
  const unit = text.charCodeAt(place);
  const first = unit >= 0xdc00 && unit <= 0xdfff ? place - 1 : place;
  return String.fromCodePoint(text.codePointAt(first)!);
}

function standsInChinese(text: string, at: number, chinese: boolean): boolean {
  const left = text[at - 1];
  const right = text[at + 1];
  if (isDigit(left) && isDigit(right)) return false;
  const before = near(text, at, -1);
  const after = near(text, at, 1);
  const cjkBefore = isHan(before) || isCjkMark(before) || isEnclosed(before);
  const cjkAfter = isHan(after) || isCjkMark(after) || isEnclosed(after);
  if (cjkBefore || cjkAfter) return true;
  // Between numbers in Chinese text (增长8.7%,31个省份 …), and at a text's end.
  const number =
    (text[at] === ',' || text[at] === ';') &&
    /[0-9%℃]\s?$/.test(text.slice(Math.max(0, at - 2), at)) &&
    /^\s?["“]?[0-9]/.test(text.slice(at + 1, at + 4));
  // 最低气温3℃,PM2.5浓度: a clause ends with its figure.
  const clause = /[%℃‰]/u.test(left ?? '') && isLatinLetter(right);
  return chinese && before !== undefined && (after === undefined || number || clause);
}

/** ①: which only CJK setting has. */
function isEnclosed(character: string | undefined): boolean {
  return character !== undefined && /[①-⑳]/u.test(character);
}

const setSolid = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}〇ー]/u;

/** ASCII brackets in pairs, of one mind: wide where what they hold, or what they follow, is Chinese. */
function decideBrackets(text: string): ReadonlyMap<number, boolean> {
  const decided = new Map<number, boolean>();
  const open: number[] = [];
  for (let at = 0; at < text.length; at += 1) {
    const character = text[at];
    if (character === '(' || character === '（') open.push(at);
    else if (character === ')' || character === '）') {
      const start = open.pop();
      if (start === undefined) continue;
      const inner = text.slice(start + 1, Math.min(at, start + 200));
      const before = near(text, start, -1);
      const after = near(text, at, 1);
      const wide =
        text[start] === '（' ||
        character === '）' ||
        setSolid.test(inner) ||
        setSolid.test(before ?? '') ||
        isCjkMark(before) ||
        (before === undefined && isHan(after));
      decided.set(start, wide && (!isLatinLetter(text[start - 1]) || setSolid.test(inner)));
      decided.set(at, decided.get(start)!);
    }
  }
  return decided;
}
