import { anyOf } from '../lexicon/any-of.ts';
import { hanWeekday, latinWeekday } from '../lexicon/weekday.ts';
import { isNoticeTitle } from '../lexicon/notice-title.ts';
import type { BlockPlace } from './block-place.ts';
import type { PlacedShape } from './placed-shape.ts';

/** △ and its like at the head of a line point to what it belongs to. */
const pointer = /^[△▲▼]\s*/u;
/** A question or an answer of an interview, which some tools take for a heading. */
export const speaks =
  /^(?:记者|記者|(?:请|读者|网友|市民)?问|問|答|(?:\p{Script=Han}{2,10})?(?:答复|回复)|律师|专家|主持人)\s*[:：]/u;
/** 现将名单公布如下： leads to the lines under it. */
export function leadsToList(text: string): boolean {
  return /如下[：:]$|，\p{Script=Han}[^，“”]*[：:]$/u.test(text);
}
const dashes = /^(?:——|──|――|--)\s*\S/u;
/** 市委书记在调研时强调: what was said stands below, in the headline. */
export const reported = /(?:强调|指出|要求|表示|提出|希望|寄语|勉励)$/u;

/** A line that begins with a dash, as decks do. */
export function isDashed({ shape }: BlockPlace): boolean {
  return dashes.test(shape.text);
}

/** A line that only points: it stands for nothing but a label. */
export function isPointing({ shape }: BlockPlace): boolean {
  return (
    pointer.test(shape.text) &&
    !shape.ended &&
    shape.byline?.strength !== 'strong' &&
    shape.measure <= 40
  );
}

/** A frame over another title is a column's. */
export function isTitleOver(shape: PlacedShape | undefined): boolean {
  return (
    shape !== undefined && !shape.ended && (shape.heading || shape.bold || shape.measure <= 30)
  );
}

/** A few words without a stop that nobody signs with: over them 天气 is a column. */
export function isTitleLike(shape: PlacedShape | undefined): boolean {
  return (
    shape !== undefined &&
    !shape.ended &&
    !shape.byline &&
    !shape.opensNews &&
    !isDay(shape.text) &&
    shape.measure >= 5 &&
    shape.measure <= 24 &&
    !/[，。；：]$/u.test(shape.text)
  );
}

/** How far a line is from a title's 7 to 32 characters. */
export function lengthCost(measure: number): number {
  if (measure < 7) return measure < 3 ? 3 : measure < 5 ? 1.2 : 0.5;
  if (measure <= 32) return 0;
  return measure <= 45 ? 0.8 : measure <= 60 ? 2.2 : 5;
}

/** The same words stand over another item of the page. */
export function isRepeated({ shape }: BlockPlace): boolean {
  return shape.repeated && !shape.byline && !isNoticeTitle(shape.text);
}

/** The title line that a second line or a deck may follow. */
export function lineAbove(place: BlockPlace): PlacedShape | undefined {
  const { before, titled } = place;
  const isTitle = before && (before.heading || before.bold || !titled || isDashed(place));
  return isTitle && before.measure > 0 ? before : undefined;
}

/** Quotation marks or brackets that are still open, or a comma at the end: the line goes on. */
export function leftOpen({ unfinished, text }: PlacedShape): boolean {
  const open =
    (text.match(/[“「《（(『]/gu)?.length ?? 0) - (text.match(/[”」》）)』]/gu)?.length ?? 0);
  return unfinished || open > 0 || /[，、：—]$/u.test(text);
}

/** 强项目 稳投资 促发展: three phrases are a headline, and no line of one. */
export function isWhole(text: string): boolean {
  return /^\S{2,6}[\s\u3000]+\S{2,6}[\s\u3000]+\S{2,6}$/u.test(text);
}

/** FOOTBALL – DISTRICT over a title in small letters: words in capitals, and no news. */
export function isCapitalLabel(line: PlacedShape, below: PlacedShape): boolean {
  // Of a long line the words are not asked for.
  if (line.measure > 16) return false;
  const words = line.text.match(/[\p{L}\d'’.-]*\p{L}[\p{L}\d'’.-]*/gu) ?? [];
  return (
    words.length > 0 &&
    words.length <= 4 &&
    /\p{Lu}{3}/u.test(line.text) &&
    !/\p{Ll}|\p{Script=Han}|[.!?:]$/u.test(line.text) &&
    /\p{Ll}{2}/u.test(below.text) &&
    below.measure >= line.measure * 1.3 &&
    !below.ended &&
    !below.byline &&
    below.block.list === undefined &&
    depthStep(line, below) >= 0
  );
}

/** >0: the second is of a lower rank than the first. 0 where a level says nothing. */
export function depthStep(first: PlacedShape, second: PlacedShape): number {
  const depth = (shape: PlacedShape): number => (shape.heading ? (shape.block.depth ?? 0) : 7);
  return depth(second) - depth(first);
}

const monthName = anyOf(`
  Jan(?:uary|uar|vier)? Feb(?:ruary|ruar)? F[ée]v(?:rier)? Mar(?:ch|s)? März Apr(?:il)? Avril May Mai Ju(?:ne|ni|in|ly|li|illet) Aug(?:ust)? Ao[ûu]t
  Sept?(?:ember|embre)? O[ck]t(?:ober|obre)? Nov(?:ember|embre)? D[eé][cz](?:ember|embre)?`);
const dayInLatin = new RegExp(
  `^(?:(?:${latinWeekday})\\s*,?)?(?:\\s*(?:${monthName}\\.?\\s\\d{1,2}(?:st|nd|rd|th)?|\\d{1,2}(?:er|\\.)?\\s${monthName}\\.?)(?:,?\\s\\d{4})?)?[:.]?$|` +
    `^(?:today|tonight|tomorrow|aujourd['’]hui|ce\\ssoir|demain|après-demain|heute|morgen|übermorgen|hoy|mañana)$`,
  'iu',
);
const dayInHan = new RegExp(
  `^(?:\\d{4}年)?(?:\\d{1,2}月)?\\d{1,2}日?[ \\u3000]*(?:[（(]?(?:${hanWeekday}|[月火水木金土日]曜?日?)[）)]?)$|` +
    `^(?:\\d{4}年)?\\d{1,2}月\\d{1,2}日$|^${hanWeekday}$|^[月火水木金土日]曜日?$`,
  'u',
);

/** 100 years ago (1924), Il y a 50 ans, Vor 25 Jahren, 50年前（1974年）: how far a look back goes. */
const yearsBack = new RegExp(
  `^${anyOf(`
    (?:\\d{1,3}|[a-z-]{3,20})\\syears?\\sago(?:\\s(?:today|this\\s(?:week|month|year)))? il\\sy\\sa\\s\\d{1,3}\\sans vor\\s\\d{1,3}\\sjahren hace\\s\\d{1,3}\\saños
    \\d{1,3}年(?:前|以前) (?:in\\s|en\\s|im\\sjahre?\\s)?(?:1[789]|20)\\d\\d年?`)}` +
    `(?:\\s?[—–,-]?\\s?[（(]?(?:1[789]|20)\\d\\d年?[）)]?)?[:.]?$`,
  'iu',
);

/** 11月6日 星期一, Friday, July 19, Mercredi, Demain: a day, and nothing that happened on it. */
export function isDay(text: string): boolean {
  const line = text.trim();
  return dayInHan.test(line) || yearsBack.test(line) || (line !== '' && dayInLatin.test(line));
}
