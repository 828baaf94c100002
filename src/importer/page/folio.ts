import type { IssueDate } from '../../newspaper/issue-date.ts';
import { isContactLine } from '../lexicon/contact-line.ts';
import { newspaperEnding } from '../lexicon/newspaper-name.ts';
import { findPrintedDate, narrowDigits } from '../lexicon/printed-date.ts';
import { namesArticleMakers, readPageCredits, type PageCredit } from './page-credits.ts';
import { isGuideLine } from './jump.ts';
import { readNumber } from '../lexicon/printed-number.ts';
import { weekday } from '../lexicon/weekday.ts';

/** What a page prints of itself at its edges. */
export interface Folio {
  readonly page?: number | undefined;
  readonly name?: string | undefined;
  readonly date?: IssueDate | undefined;
  readonly issueNumber?: string | undefined;
  readonly credits: readonly PageCredit[];
  /** Offices of the editors' line that are worth a look. */
  readonly doubtful: readonly string[];
  /** The date alone was printed: at the end of an article it signs the article instead. */
  readonly dateOnly: boolean;
  /** Where to reach the paper alone was printed: at the page's edge only is that its own. */
  readonly contactsOnly: boolean;
}

const weekdays = new RegExp(weekday, 'giu');
const lunarName = '(?:农历|農曆|夏历|夏曆|陰曆|旧历)';
const cyclicYear = '[甲乙丙丁戊己庚辛壬癸][子丑寅卯辰巳午未申酉戌亥]年?';
const lunarDay =
  '[〇零一二三四五六七八九十正冬腊臘闰閏]{1,3}月(?:初|十|廿|卅|二|三)?[〇零一二三四五六七八九十]{1,3}日?';
const lunar = new RegExp(
  `${lunarName}?\\s*${cyclicYear}\\s*(?:${lunarDay})?|${lunarName}\\s*${lunarDay}`,
  'gu',
);
const issue =
  /(?:总|總)?第\s*([\d〇零一二三四五六七八九十百千万萬]{1,10})\s*[期号號]|(?:\bNo\.|\bVol\.\s?\d+,?\s?No\.)\s?(\d{1,6})/u;
/** 双色球第2024118期开奖公告, 残局擂台（第41期）, 第四期答案: an issue of something else, set close to its name. */
const issueOfAnother =
  /[\p{Script=Han}》”](?<![周专副特月旬导季]刊|[日晚早晨时商]报)\s?[（(]?第[\d〇零一二三四五六七八九十百]+[期号號]|第[\d〇零一二三四五六七八九十百]+[期号號]\p{Script=Han}{2,}/u;
const standardNumber = '(?:国内统一(?:连续出版物|刊)号|國內統一刊號|统一刊号|CN)';
const furniture = new RegExp(
  [
    '(?:今日|本期|今天)\\s*共?\\s*[\\d一二三四五六七八九十]{1,3}\\s*[版頁页]',
    `${standardNumber}\\s*[:：]?\\s*(?:CN)?\\s*\\d{2}\\s?[-—–]\\s?\\d{3,4}`,
    '邮发代号\\s*[:：]?\\s*\\d{1,2}\\s?[-—–]\\s?\\d{1,4}',
    '(?:零售|定价|售价|每份)\\s*[:：]?\\s*[\\d.]+\\s*元',
    'Price\\s*[:：]?\\s*(?:[$£]?[\\d.]+|one|two|three|four|five|ten)\\s*(?:cents?|c\\.|¢|p\\.?|d\\.)?(?!\\p{L})',
    'Vol(?:ume)?\\.?\\s*[\\dIVXLC]+\\b',
    'ISSN\\s*\\d{4}-\\d{3}[\\dX]',
    '(?:主办|主辦|出版|主管)(?:单位|單位|者)?\\s*[:：]\\s*\\S{2,20}',
  ].join('|'),
  'giu',
);
/** Where to reach the paper, or whoever an article tells of: by itself no proof of a nameplate. */
const contacts =
  /(?:网址|网站|(?<!联系|咨询|报名|预约|监督|举报|服务|订购|應徵|聯絡)(?:電話|电话|热线)|新闻热线|傳真|传真|邮箱|投稿邮箱|E-?mail)(?:\s*[:：]\s*[\w@.:/-]+|\s*(?:\d[\d-]{4,}|[\w.-]+@[\w.-]+))|https?:\/\/[\w./-]+|www\.[\w.-]+/giu;
/** 松 岭 晚 报, 教 育 周 刊: a name set wide. */
const setWide = /(?<=^|[\s|｜])\p{Script=Han}(?:[ \u3000]\p{Script=Han}){2,5}(?=$|[\s|｜\d])/gu;
/** O3版, 第l版: figures of a page's number, read as letters. */
const misreadPage = /(?<=^|\s|第)[OoIl\d]{1,2}(?=\s?版)/g;
const digitsMeant = (read: string): string =>
  read.replaceAll(/[Oo]/g, '0').replaceAll(/[Il]/g, '1');
const versions: readonly RegExp[] = [
  /第\s*[A-Z]?\s*(\d{1,3}|[一二三四五六七八九十]{1,3})\s*[版面页頁]/iu,
  /(?<![\d.])[A-H]?0?(\d{1,2})\s*[版面](?![\d])/iu,
  /^([一二三四五六七八九十]{1,3})\s*版/u,
  /\b(?:page|seite|página|pagina|p\.|s\.)\s?[A-Z]?\s?(\d{1,3})\b/iu,
  /(?:^|[\s|｜·:：])[A-H]\s?(\d{1,2})(?=$|[\s|｜·:：])/u,
  /^(?:\*|-|—|·)?\s?(\d{1,3})\s?(?:\*|-|—|·)?$/u,
  /^0?(\d{1,2})(?=[\s:：|｜·])/u,
  /^(?:0|[A-H]0?)(\d{1,2})(?=\p{Script=Han}{2,8}$)/u,
  /(?<=^\p{Script=Han}{2,8})(?:0|[A-H]0?)(\d{1,2})$/u,
  /(?<=[\s:：|｜·])0(\d)$/u,
];
/**
 * Beside a date, a bare figure is the page's number whatever stands at its side: a tool that lost the
 * blanks reads `01要闻 2024年…`, `2024年… 民生10`.
 */
const versionsByDate: readonly RegExp[] = [
  /(?<=^|\s)[A-H]?0?(\d{1,2})(?![万亿月日号点个届次后岁]|年(?!度)|时(?![事政评尚])|人(?![文物才]))(?=\p{Script=Han}{2,6}(?:\s|$))/u,
  /(?<=(?:^|\s)\p{Script=Han}{2,6})[A-H]?0?(\d{1,2})(?=\s|$)/u,
  /(?<=^|[\s|｜·])[A-H]?0?(\d{1,2})(?=[\s|｜·]|$)/u,
  /(?<=^|[\s|｜·])[（(]\s?(\d{1,2})\s?[)）](?=[\s|｜·]|$)/u,
];

const newspaper = new RegExp(`${newspaperEnding}$`, 'u');
/** A tool that lost the blank reads 青川日报民生. */
const gluedNewspaper = new RegExp(
  `^\\p{Script=Han}{2,4}?${newspaperEnding}(?=\\p{Script=Han}{2,6}$)`,
  'u',
);

/** 一线见闻 ④: a column's label and its part. */
const enclosedNumber = /[①-⑳㉑-㉟㊱-㊿⑴-⒇❶-❿⓫-⓴㈠-㈩㊀-㊉]/u;

/** `（会议侧记见第2版）`, `老街的去与留 ▶5版`: another page's text, announced. */
const pointsElsewhere =
  /[见見转轉接]\s*(?:[A-H]|第)?\s*\d{0,3}[、，\d]*\s*[版面]|[▶►→☞>]\s*(?:详见)?\s*[A-H第]?\s*\d{1,3}\s*[版面]?$|^[^（()）]{6,}[（(](?:详?见|刊)?\s*第?[A-H]?\d{1,2}\s*[版面][)）]$|\b(?:cont(?:inued|['’.]?d)?|see|turn|from|jump|suite|lire|fortsetzung)\b.*\b(?:page|p\.|seite)\s*\S{1,4}$/iu;

/**
 * Reads a block as a folio: page number and name, date, weekday, lunar date, number of the issue,
 * editors of the page, and the furniture of a nameplate. Everything in the block must be one of
 * these, save a short name of the page or of the paper.
 *
 * @param paperName the newspaper's name where it is known, which is then no page name
 * @returns undefined for anything else
 */
export function readFolio(source: string, paperName?: string): Folio | undefined {
  const text = narrowDigits(source.trim())
    .replaceAll(misreadPage, digitsMeant)
    .replaceAll(setWide, (name) => name.replaceAll(/[ \u3000]/g, ''));
  if (!couldBeFolio(text)) return undefined;
  const sheet = new FolioLine(text);
  const { credits, doubtful } = takeEditors(sheet);
  const date = takeDate(sheet);
  const issueNumber = takeIssueNumber(sheet);
  sheet.take(furniture);
  // Vol. 88, No. 42 $1.25
  if (issueNumber !== undefined)
    sheet.text = sheet.text.replace(/[$£€]\s?\d{1,2}(?:\.\d\d)?\s*$/, '');
  const contactsOnly = takeContacts(sheet, source);
  const page = takePageNumber(sheet, date !== undefined);
  if (sheet.strong === 0) return undefined;
  const named = readNames(paperName ? sheet.text.replaceAll(paperName, ' ') : sheet.text);
  if (!named) return undefined;
  const numberOnly = issueNumber !== undefined && sheet.strong === 1 && named.name !== undefined;
  if (numberOnly && issueOfAnother.test(text)) return undefined;
  return {
    credits,
    doubtful,
    dateOnly: date !== undefined && sheet.strong === 1 && named.name === undefined,
    contactsOnly: contactsOnly && sheet.strong === 1,
    page,
    name: named.name,
    date,
    issueNumber,
  };
}

/** Whether a few words, by themselves, can be the name of a page: 乡村周刊, 人才 市场. */
export function readsAsPageName(text: string): boolean {
  return /^[\p{Script=Han}·]{2,8}$/u.test(text.replaceAll(/\s/gu, ''));
}

function couldBeFolio(text: string): boolean {
  if (text === '' || text.length > 160 || /[。！？]/.test(text)) return false;
  if (isContactLine(text) && !/^(?:投稿|新闻|征稿|本[版报刊])/u.test(text)) return false;
  return !pointsElsewhere.test(text) && !isGuideLine(text) && !enclosedNumber.test(text);
}

/** What is left of a line while what a folio prints is taken off it, piece by piece. */
class FolioLine {
  text: string;
  /** How many kinds of pieces were taken off that prove a folio. */
  strong = 0;

  constructor(text: string) {
    this.text = text;
  }

  take(shape: RegExp): void {
    const shorter = this.text.replace(shape, ' ');
    if (shorter !== this.text) this.strong += 1;
    this.text = shorter;
  }
}

function takeEditors(line: FolioLine): Pick<Folio, 'credits' | 'doubtful'> {
  const read = readPageCredits(line.text);
  if (!read) return { credits: [], doubtful: [] };
  line.strong = 1;
  // Who made an article is no name of the page, and nothing that may go unsaid.
  const namesMakers = namesArticleMakers(read.rest);
  line.text = namesMakers ? '' : read.rest;
  const { credits, doubtful } = read;
  return { credits, doubtful: namesMakers ? [...doubtful, read.rest.trim()] : doubtful };
}

/** 周三 and 腊月 stand in headlines too: they prove nothing without a date. */
function takeDate(line: FolioLine): IssueDate | undefined {
  const date = findPrintedDate(line.text);
  if (date) {
    const { text } = line;
    line.text = `${text.slice(0, date.start)} ${text.slice(date.start + date.text.length)}`;
    line.strong += 1;
  }
  const { strong } = line;
  line.take(weekdays);
  line.take(lunar);
  if (!date) line.strong = strong;
  return date && date.date;
}

function takeIssueNumber(line: FolioLine): string | undefined {
  const number = issue.exec(line.text);
  if (!number) return undefined;
  line.take(issue);
  return number[1] ?? number[2];
}

/**
 * 新闻热线 and 本版邮箱 are the paper's own; 三、投稿邮箱 and 电子邮箱 are lines of an article.
 *
 * @returns whether nothing stronger was taken off before
 */
function takeContacts(line: FolioLine, source: string): boolean {
  const reached = line.text.match(contacts)?.length ?? 0;
  line.text = line.text.replace(contacts, ' ');
  const isPapers =
    reached > 1 || (reached === 1 && /^\s*(?:本[版报刊]|新闻|投稿|征稿)/u.test(source));
  if (!isPapers) return false;
  line.strong += 1;
  return line.strong === 1;
}

function takePageNumber(line: FolioLine, isDated: boolean): number | undefined {
  for (const shape of isDated ? [...versions, ...versionsByDate] : versions) {
    const text = line.text.trim();
    const match = shape.exec(text);
    if (!match) continue;
    line.text = text.replace(match[0], ' ');
    line.strong += 1;
    const page = readNumber(match[1]!);
    return page === 0 ? undefined : page;
  }
  return undefined;
}

/**
 * The page's name, of what is left of a folio: 综合新闻, 要闻, Local News. A name is short; undefined
 * where more than that is left, which is text.
 */
function readNames(text: string): { readonly name: string | undefined } | undefined {
  // 教育·健康 is one name of a page.
  const rest = text
    .replaceAll(
      /(?<!\p{Script=Han})·|·(?!\p{Script=Han})|[\s\u3000:：|｜/／•,，、()（）【】\-—–_*★☆■●]+/gu,
      ' ',
    )
    .trim();
  const words = rest === '' ? [] : rest.split(' ');
  const named = words.filter((word) => /[\p{L}]/u.test(word));
  const longest = /\p{Script=Han}/u.test(rest) ? 10 : 24;
  if (words.some((word) => /\d/.test(word)) || named.join('').length > longest) return undefined;
  // Where two words are left, the one that is a newspaper's name is no page's.
  const others = named
    .filter(
      (word) =>
        !newspaper.test(word) && !(named.length > 1 && /^\p{Script=Han}{3,}新[聞闻]$/u.test(word)),
    )
    .map((word) => word.replace(gluedNewspaper, ''));
  const isPaper = named.length === 1 && /^.{1,4}[报報]$/u.test(named[0]!);
  return { name: isPaper ? undefined : others.join(' ') || undefined };
}
