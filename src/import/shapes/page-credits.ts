import { isPersonName } from '../../ocr/person-names.ts';
import { beginsAsName, readNames } from './person-names.ts';

export interface PageCredit {
  readonly role: string;
  readonly names: readonly string[];
}

/** Who makes a page; 记者 and 摄影 make articles. */
const offices =
  '(?:本版|本期|本报|今日)?(?:责任编辑|責任編輯|责编|責編|编辑|編輯|审核|審核|校对|校對|核校|检校|检审|版式设计|版式|美术编辑|美术|美编|美編|组版|组版编辑|值班主任|值班编委|值班总编|值班编辑|值班总编辑|总编辑|副总编辑|主编|執行主編|执行主编|编审|视觉|视觉设计|制图|排版|签发|监制|策划|统筹|一读|二读|一审|二审|三审|终审|电脑制作|設計|设计|联系编辑|新媒体编辑|電子郵件|编委)';
const telephone =
  /(?:电话|電話|热线|新闻热线|传真|邮箱|投稿邮箱|E-?mail|QQ|微信)\s*[:：]?\s*[\w@.()（）+-]+(?:[、,，]\s*[\d-]{5,})*/giu;

/** Words of a headline as often as an office: 统筹调度 精细治理, 编辑部专访. */
const words = /^(?:编辑|編輯|审核|審核|设计|設計|制图|排版|签发|监制|策划|统筹|编审|视觉)$/u;

/**
 * Whether an office in a line has a person after it: a colon, a stroke or a bar says so. Without one,
 * a word of everyday language needs a name that begins with a family name.
 */
function hasPerson(office: string, mark: string, after: string): boolean {
  if (/[:：／/|｜]/u.test(mark.slice(office.length))) return true;
  const isGlued = mark === office;
  if (!isGlued && !words.test(office)) return true;
  const token = /^\p{Script=Han}+/u.exec(after)?.[0] ?? '';
  // 张 三 sets a name of two wide.
  return (
    token.length === 1 ||
    ((beginsAsName(token) || isPersonName(token)) && !/^(?:部|室|时|管理)/u.test(token))
  );
}

/**
 * Finds the editors' line: `责任编辑:石砚秋 版式:莫小宁 校对:孔方 田甜 电话:…`.
 *
 * @returns the credits and what is left of the text, or undefined where there is none
 */
export function readPageCredits(
  source: string,
): { readonly credits: readonly PageCredit[]; readonly rest: string } | undefined {
  const text = source.replaceAll(telephone, ' ');
  const shape = new RegExp(
    `(${offices})\\s*(?:[:：／/|｜]|\\s|(?=\\p{Script=Han}{2,3}(?:\\s|$)))\\s*`,
    'gu',
  );
  const marks = [...text.matchAll(shape)].filter((mark) =>
    hasPerson(mark[1]!, mark[0], text.slice(mark.index + mark[0].length)),
  );
  if (marks.length === 0) return undefined;
  const credits: PageCredit[] = [];
  let rest = text.slice(0, marks[0]!.index);
  for (const [index, mark] of marks.entries()) {
    const from = mark.index + mark[0].length;
    const to = marks[index + 1]?.index ?? text.length;
    let span = text.slice(from, to).replace(/[\s|｜/／·■□●]+$/u, '');
    let read = readNames(span.replace(/^[\s|｜·■□●]+/u, ''));
    // The last office of the line may be followed by a date or a page name.
    while (!read && /\s\S+$/u.test(span)) {
      rest += ` ${/\s(\S+)$/u.exec(span)![1]!}`;
      span = span.replace(/\s+\S+$/u, '');
      read = readNames(span);
    }
    if (read) credits.push({ role: mark[1]!, names: read.names });
    else if (span.trim() !== '') return undefined;
  }
  return credits.length === 0 ? undefined : { credits, rest };
}
