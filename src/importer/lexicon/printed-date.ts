import { isIssueDate, type IssueDate } from '../../newspaper/issue-date.ts';
import { readHanNumber } from './part-number.ts';

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
  return /^\d+$/.test(text)
    ? Number(text)
    : text === '元'
      ? 1
      : readHanNumber(text.replaceAll('○', '〇'));
}

/**
 * Finds the first whole date (year, month, day) in a text: Western and Han figures, years of the
 * Republic (民國111年) and of the Japanese eras, English, French and German months.
 */
export function findPrintedDate(source: string): PrintedDate | undefined {
  const text = narrowDigits(source);
  const found: { date: string; text: string; start: number }[] = [];
  const add = (
    match: RegExpExecArray | null,
    year: number | undefined,
    month: number | undefined,
    day: number | undefined,
  ): void => {
    if (!match || year === undefined || month === undefined || day === undefined) return;
    const date = `${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
    found.push({
      date,
      text: source.slice(match.index, match.index + match[0].length),
      start: match.index,
    });
  };
  const republic = new RegExp(
    `(?:中華|中华)?民[國国]\\s*(\\d{1,3}|[〇零一二三四五六七八九十百]{1,6})\\s*年\\s*(\\d{1,2}|${hanDay})\\s*月\\s*(\\d{1,2}|${hanDay})\\s*日`,
    'u',
  ).exec(text);
  if (republic) {
    const year = readRepublicYear(republic[1]!);
    add(
      republic,
      year === undefined ? undefined : year + 1911,
      number(republic[2]!),
      number(republic[3]!),
    );
  }
  const era = new RegExp(
    `(明治|大正|昭和|平成|令和)\\s*(元|\\d{1,2}|${hanDay})\\s*年\\s*(?:[（(]\\d{4}年[)）]\\s*)?(\\d{1,2}|${hanDay})\\s*月\\s*(\\d{1,2}|${hanDay})\\s*日`,
    'u',
  ).exec(text);
  if (era) {
    const year = number(era[2]!);
    add(
      era,
      year === undefined ? undefined : japaneseEras[era[1]!]! + year - 1,
      number(era[3]!),
      number(era[4]!),
    );
  }
  if (!republic && !era) {
    const western = new RegExp(
      `(?<!\\d)((?:1[6-9]|20)\\d{2})\\s*年\\s*(?:[（(][^（()）]{2,8}年[)）]\\s*)?(\\d{1,2})\\s*月\\s*(\\d{1,2})\\s*[日号號]?`,
      'u',
    ).exec(text);
    if (western) add(western, Number(western[1]), Number(western[2]), Number(western[3]));
    const han = new RegExp(`(${hanYear})年(${hanDay})月(${hanDay})日`, 'u').exec(text);
    if (han) add(han, number(han[1]!), number(han[2]!), number(han[3]!));
    const dotted = /(?<![\d.])((?:1[6-9]|20)\d{2})[-./](\d{1,2})[-./](\d{1,2})(?![\d.])/.exec(text);
    if (dotted) add(dotted, Number(dotted[1]), Number(dotted[2]), Number(dotted[3]));
    const american = new RegExp(
      `\\b(${monthNames})\\s+(\\d{1,2})(?:st|nd|rd|th)?,?\\s+((?:1[6-9]|20)\\d{2})\\b`,
      'i',
    ).exec(text);
    if (american) add(american, Number(american[3]), month(american[1]!), Number(american[2]));
    const british = new RegExp(
      `\\b(\\d{1,2})(?:st|nd|rd|th)?\\s+(${monthNames}),?\\s+((?:1[6-9]|20)\\d{2})\\b`,
      'i',
    ).exec(text);
    if (british) add(british, Number(british[3]), month(british[2]!), Number(british[1]));
    const foreign = /(?<!\d)(\d{1,2})(?:er|\.)?\s+(\p{L}{3,9})\s+((?:1[6-9]|20)\d{2})\b/u.exec(
      text,
    );
    const place = foreign && foreignMonths.findIndex((names) => names.test(foreign[2]!));
    if (foreign && place !== null && place >= 0)
      add(foreign, Number(foreign[3]), place + 1, Number(foreign[1]));
  }
  const valid = found
    .filter((one) => isIssueDate(one.date))
    .sort((left, right) => left.start - right.start);
  const first = valid[0];
  return first && { date: first.date as IssueDate, text: first.text, start: first.start };
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
