import { isPersonName } from '../lexicon/surnames.ts';
import { beginsAsName, readNames } from './read-names.ts';

export interface PageCredit {
  /** As printed; `责编/版式` where one person holds two offices. */
  readonly role: string;
  readonly names: readonly string[];
}

export interface PageCredits {
  readonly credits: readonly PageCredit[];
  /** What is left of the text. */
  readonly rest: string;
  /** Offices that no list knows, and offices without a person: worth a look. */
  readonly doubtful: readonly string[];
}

/** Who makes a page; 记者 and 摄影 make articles. */
const offices = (
  '责任编辑 責任編輯 责编 責編 执行编辑 见习编辑 助理编辑 文字编辑 编辑 版面编辑 图片编辑 视觉编辑 ' +
  '联系编辑 新媒体编辑 主任编辑 編輯 审核 審核 审读 審讀 审校 審校 审稿 审看 编审 編審 签发 簽發 ' +
  '签审 初审 复审 一审 二审 三审 终审 一读 二读 三读 质检 校对 校對 核校 校核 检校 校检 检审 一校 ' +
  '二校 三校 终校 责校 责任校对 版式设计 版面设计 版式 版面 组版编辑 组版 組版 拼版 排版 照排 录入 ' +
  '美术编辑 美術編輯 美术 美编 美編 视觉设计 视觉 设计 設計 电脑制作 制图 製圖 绘图 题字 刊头题字 ' +
  '电子版 電子版 電子郵件 值班主任 值班编委 值班编辑 值班总编 值班总编辑 值班副总编辑 值班领导 带班领导 ' +
  '总编辑 副总编辑 执行总编 主编 主編 副主编 执行主编 執行主編 编委 出品人 总监制 监制 監製 总策划 ' +
  '策划 策劃 总统筹 统筹 統籌 执行统筹'
)
  .split(' ')
  .sort((one, other) => other.length - one.length);
const office = `(?:本版|本期|本报|本刊|今日|轮值|夜班|当班|执行|首席|实习|特约|联合)?(?:${offices.join('|')})`;
const telephone =
  /(?:电话|電話|热线|新闻热线|传真|邮箱|投稿邮箱|E-?mail|QQ|微信)\s*[:：]?\s*[\w@.()（）+-]+(?:[、,，]\s*[\d-]{5,})*/giu;

/**
 * Words of a headline as often as an office: 统筹调度 精细治理, 编辑部专访, 二审 维持原判. Without a mark
 * they need a name that begins with a family name.
 */
const words =
  /^(?:编辑|編輯|审[核读校稿看]|審[核讀校]|设计|設計|制图|製圖|绘图|排版|版面|录入|签发|簽發|总?监制|監製|总?策划|策劃|总?统筹|統籌|编审|編審|视觉|美术|题字|主编|主編|[初复一二三终]审|[一二三]读|质检|电子版|電子版)$/u;

const articleRoles =
  '文|图|圖|图文|图片|记者|記者|通讯员|通訊員|通信员|特约记者|实习生|摄影|攝影|摄影报道|供图|撰文|撰稿|作者|原作|翻译|编译|整理|插图|插画|漫画|来源|文字|供稿|受访者?|采访|主持人?|嘉宾|导演|主演|讲述人?';
/** Whose name stands under one of them made an article, and no page. */
const articleRole = new RegExp(`^(?:${articleRoles})$`, 'u');
const articleMaker = new RegExp(`(?:^|\\s)(?:${articleRoles})\\s*[:：／/]`, 'u');

/** Whether a line names who made an article: `文：林知远 图：何敏`. */
export function namesArticleMakers(text: string): boolean {
  return articleMaker.test(text);
}

/** What an office ends in, whatever it is called: 见习编审, 夜班检读, 本期轮值编委. */
const likeOffice =
  /[编編辑輯审審读讀校对對检檢核版图圖划劃筹籌监監制製发發委]$|(?:主任|设计|总监|值班)$/u;

interface Mark {
  readonly role: string;
  readonly start: number;
  readonly end: number;
  readonly isKnown: boolean;
}

/**
 * Whether an office in a line has a person after it: a colon, a stroke or a bar says so. Without one,
 * a word of everyday language needs a name that begins with a family name.
 */
function hasPerson(role: string, mark: string, after: string): boolean {
  if (/[:：／/|｜]/u.test(mark.slice(role.length))) return true;
  const isGlued = mark === role;
  if (!isGlued && !words.test(role)) return true;
  const token = /^\p{Script=Han}+/u.exec(after)?.[0] ?? '';
  // 张 三 sets a name of two wide.
  return (
    token.length === 1 ||
    ((beginsAsName(token) || isPersonName(token)) && !/^(?:部|室|时|管理)/u.test(token))
  );
}

function findKnownMarks(text: string): Mark[] {
  const shape = new RegExp(
    `(${office})\\s*(?:[:：／/|｜]|\\s|(?=\\p{Script=Han}{2,3}(?:\\s|$)))\\s*`,
    'gu',
  );
  return [...text.matchAll(shape)]
    .filter((mark) => hasPerson(mark[1]!, mark[0], text.slice(mark.index + mark[0].length)))
    .map((mark) => ({
      role: mark[1]!,
      start: mark.index,
      end: mark.index + mark[0].length,
      isKnown: true,
    }));
}

/**
 * Offices that no list knows, in a line where others stand: by the colon and the name behind it, and
 * without a colon by their ending. A tool that lost the blanks has glued them to the name before
 * (`廖庆华轮审：蔡亚男`).
 */
function findOtherMarks(text: string, known: readonly Mark[]): Mark[] {
  const found: Mark[] = [];
  const isFree = (start: number, end: number): boolean =>
    known.every((mark) => end <= mark.start || start >= mark.end);
  for (const match of text.matchAll(
    /(\p{Script=Han}{2,10})\s*([:：／/]|\s)\s*(\p{Script=Han}{2,4})/gu,
  )) {
    const [, run = '', mark = '', name = ''] = match;
    if (!beginsAsName(name) && !isPersonName(name)) continue;
    const isColon = /[:：]/u.test(mark);
    const glued =
      isColon &&
      run.length >= 4 &&
      (beginsAsName(run.slice(0, 2)) || isPersonName(run.slice(0, 2)));
    const cut =
      glued && known.some(({ end }) => end === match.index) ? (run.length === 4 ? 2 : 3) : 0;
    const role = run.slice(cut);
    const start = match.index + cut;
    const end = match.index + match[0].length - name.length;
    if (!isFree(start, end) || articleRole.test(role)) continue;
    if (!isColon && (!likeOffice.test(role) || beginsAsName(role) || isPersonName(role))) continue;
    found.push({ role, start, end, isKnown: false });
  }
  return found;
}

/**
 * Finds the editors' line: `责任编辑:石砚秋 版式:莫小宁 校对:孔方 田甜 电话:…`. It needs one office that
 * is known; beside it others are read by their shape.
 *
 * @returns undefined where there is none
 */
export function readPageCredits(source: string): PageCredits | undefined {
  // In brackets one office signs an article, two a page.
  const inner = /^[（(]([^（()）]+)[)）]$/u.exec(source.trim())?.[1];
  if (inner !== undefined) {
    const read = readPageCredits(inner);
    return read && read.credits.length >= 2 && read.rest.trim() === '' ? read : undefined;
  }
  const framed = /^【([^【】]+)】$/u.exec(source.trim())?.[1];
  if (framed !== undefined) return readPageCredits(framed);
  const text = source.replaceAll(telephone, ' ');
  const known = findKnownMarks(text);
  if (known.length === 0) return undefined;
  const marks = [...known, ...findOtherMarks(text, known)].sort(
    (one, other) => one.start - other.start,
  );
  const credits: PageCredit[] = [];
  const doubtful = marks.filter((mark) => !mark.isKnown).map((mark) => mark.role);
  let rest = text.slice(0, marks[0]!.start);
  let shared = '';
  for (const [index, mark] of marks.entries()) {
    const to = marks[index + 1]?.start ?? text.length;
    let span = text.slice(mark.end, to).replace(/[\s|｜/／·■□●]+$/u, '');
    const role = shared + mark.role;
    if (span === '') {
      // 责编/版式：张三; at the end of the line the name is lost.
      if (index === marks.length - 1) doubtful.push(role);
      else shared = `${role}/`;
      continue;
    }
    shared = '';
    let read = readNames(span.replace(/^[\s|｜·■□●]+/u, ''));
    // The last office of the line may be followed by a date or a page name.
    while (!read && /\s\S+$/u.test(span)) {
      rest += ` ${/\s(\S+)$/u.exec(span)![1]!}`;
      span = span.replace(/\s+\S+$/u, '');
      read = readNames(span);
    }
    if (read) credits.push({ role, names: read.names });
    else if (span.trim() !== '') return undefined;
  }
  return credits.length === 0 ? undefined : { credits, rest, doubtful };
}
