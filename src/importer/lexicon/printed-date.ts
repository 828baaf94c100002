import { isIssueDate, type IssueDate } from '../../newspaper/issue-date.ts';
import { readHanNumber, readNumber } from './printed-number.ts';

export interface PrintedDate {
  readonly date: IssueDate;
  /** As printed. */
  readonly text: string;
  readonly start: number;
}

/** First year of each Japanese era, as a Gregorian year. */
const japaneseEras: Record<string, number> = {
  明治: 1868,
  大正: 1912,
  昭和: 1926,
  平成: 1989,
  令和: 2019,
};

const months = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];
const monthNames =
  'Jan(?:uary|\\.)?|Feb(?:ruary|\\.)?|Mar(?:ch|\\.)?|Apr(?:il|\\.)?|May|June?|July?|Aug(?:ust|\\.)?|Sept?(?:ember|\\.)?|Oct(?:ober|\\.)?|Nov(?:ember|\\.)?|Dec(?:ember|\\.)?';
/** Months of French and German papers, January first; `1er mars 1911`, `4. März 1911`. */
const foreignMonths: readonly RegExp[] = [
  /^jan(?:vier|uar)$|^jänner$/iu,
  /^f[ée]v(?:rier)?$|^februar$/iu,
  /^mars$|^märz$/iu,
  /^avril$/iu,
  /^mai$/iu,
  /^juin$|^juni$/iu,
  /^juillet$|^juli$/iu,
  /^ao[ûu]t$/iu,
  /^septembre$/iu,
  /^octobre$|^oktober$/iu,
  /^novembre$/iu,
  /^d[ée]cembre$|^dezember$/iu,
];
const hanYear = '[〇零○Ｏ一二三四五六七八九]{4}';
const hanDay = '[〇零一二三四五六七八九十廿卅]{1,3}';

/** Turns full-width digits into ASCII ones, unit for unit, so that offsets stay. */
export function narrowDigits(text: string): string {
  return text.replaceAll(/[０-９]/g, (digit) => String.fromCharCode(digit.charCodeAt(0) - 0xfee0));
}

function number(text: string): number | undefined {
  return text === '元' ? 1 : readNumber(text.replaceAll('○', '〇'));
}

/** A way of printing a date; `read` gives year, month and day, of what its groups hold. */
interface DateShape {
  readonly shape: RegExp;
  readonly read: (
    first: string,
    second: string,
    third: string,
    fourth: string,
  ) => readonly (number | undefined)[];
}

const year = '((?:1[6-9]|20)\\d{2})';
const monthAndDay = `(\\d{1,2}|${hanDay})\\s*月\\s*(\\d{1,2}|${hanDay})\\s*日`;

/** Where one of these stands, no other is looked for: it may hold a Western year in brackets. */
const ofRulers: readonly DateShape[] = [
  {
    shape: new RegExp(
      `(?:中華|中华)?民[國国]\\s*(\\d{1,3}|[〇零一二三四五六七八九十百]{1,6})\\s*年\\s*${monthAndDay}`,
      'u',
    ),
    read: (year, month, day) => [
      (readRepublicYear(year) ?? NaN) + 1911,
      number(month),
      number(day),
    ],
  },
  {
    shape: new RegExp(
      `(明治|大正|昭和|平成|令和)\\s*(元|\\d{1,2}|${hanDay})\\s*年\\s*(?:[（(]\\d{4}年[)）]\\s*)?${monthAndDay}`,
      'u',
    ),
    read: (era, year, month, day) => [
      japaneseEras[era]! + (number(year) ?? NaN) - 1,
      number(month),
      number(day),
    ],
  },
];

const inFigures: readonly DateShape[] = [
  {
    shape: new RegExp(
      `(?<!\\d)${year}\\s*年\\s*(?:[（(][^（()）]{2,8}年[)）]\\s*)?(\\d{1,2})\\s*月\\s*(\\d{1,2})\\s*[日号號]?`,
      'u',
    ),
    read: (year, month, day) => [Number(year), Number(month), Number(day)],
  },
  {
    shape: new RegExp(`(${hanYear})年(${hanDay})月(${hanDay})日`, 'u'),
    read: (year, month, day) => [number(year), number(month), number(day)],
  },
  {
    shape: new RegExp(`(?<![\\d.])${year}[-./](\\d{1,2})[-./](\\d{1,2})(?![\\d.])`),
    read: (year, month, day) => [Number(year), Number(month), Number(day)],
  },
];

/** To get the last of these ready costs more than all others, and a Chinese page has no use for it. */
const withMonthNames: readonly DateShape[] = [
  {
    shape: new RegExp(`\\b(${monthNames})\\s+(\\d{1,2})(?:st|nd|rd|th)?,?\\s+${year}\\b`, 'i'),
    read: (name, day, year) => [Number(year), month(name), Number(day)],
  },
  {
    shape: new RegExp(`\\b(\\d{1,2})(?:st|nd|rd|th)?\\s+(${monthNames}),?\\s+${year}\\b`, 'i'),
    read: (day, name, year) => [Number(year), month(name), Number(day)],
  },
  {
    shape: new RegExp(`(?<!\\d)(\\d{1,2})(?:er|\\.)?\\s+(\\p{L}{3,9})\\s+${year}\\b`, 'u'),
    read: (day, name, year) => [
      Number(year),
      foreignMonths.findIndex((names) => names.test(name)) + 1,
      Number(day),
    ],
  },
];

/**
 * Finds the first whole date (year, month, day) in a text: Western and Han figures, years of the
 * Republic (民國111年) and of the Japanese eras, English, French and German months.
 */
export function findPrintedDate(source: string): PrintedDate | undefined {
  const text = narrowDigits(source);
  const western = /[a-z]/i.test(text) ? [...inFigures, ...withMonthNames] : inFigures;
  const shapes = ofRulers.some(({ shape }) => shape.test(text)) ? ofRulers : western;
  let first: PrintedDate | undefined;
  for (const { shape, read } of shapes) {
    const match = shape.exec(text);
    if (!match || (first && first.start <= match.index)) continue;
    const [, ...groups] = match;
    const [year, ...others] = read(...(groups as [string, string, string, string]));
    const date = [
      String(year).padStart(4, '0'),
      ...others.map((part) => String(part).padStart(2, '0')),
    ].join('-');
    if (!isIssueDate(date)) continue;
    const start = match.index;
    first = { date, text: source.slice(start, start + match[0].length), start };
  }
  return first;
}

function month(name: string): number {
  return months.indexOf(name.slice(0, 3).toLowerCase()) + 1;
}

/** `111`, `一百一十一`, `一一一`. */
function readRepublicYear(text: string): number | undefined {
  if (/^\d+$/.test(text)) return Number(text);
  const hundred = /^([一二三四五六七八九])?百(?:零|〇)?(.*)$/.exec(text);
  if (hundred) {
    const rest = hundred[2] === '' ? 0 : readHanNumber(hundred[2]!);
    return rest === undefined ? undefined : (readHanNumber(hundred[1] ?? '一') ?? 1) * 100 + rest;
  }
  return readHanNumber(text);
}

/** 十月三日: a day and no year, as an office signs with it. */
export function isHanDay(text: string): boolean {
  return /^[一二三四五六七八九十]{1,2}月[一二三四五六七八九十]{1,3}日$/u.test(text);
}
