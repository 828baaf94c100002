import { hasLatinWord } from './characters.ts';
import { inSimplified } from './script.ts';

/** What announces a notice. */
const announced = '公告|公示|通告|启事|声明|通知|更正|致歉|讣告';
/** The same of Japanese papers, each a title by itself. */
const announcedInJapanese = '訃報|訂正|おわび|お知らせ|おことわり|おくやみ|お悔やみ';
/** What small advertisements are set under: 房屋出租, 旺铺转让. */
const offered =
  '招领|失物招领|征[婚友]|婚介|[聘征]请|补习|出让|待[聘租售]|\\p{Script=Han}{0,2}讣闻|寻[书找]|征求|家政服务|疏通管道|开锁|搬家|诚聘|寻物启事|寻人启事|二手车|求职|家教|\\p{Script=Han}{0,4}(?:求购|求租|出租|出售|转让|招租)|寻(?:[人物犬狗猫车牛羊驴鸽]|亲人?)';
/** The same of English, French and German papers. */
const announcedInLatin = new RegExp(
  `^(?:${[
    String.raw`Corrections?|Clarifications?|Errat(?:um|a)`,
    String.raw`(?:(?:Public|Legal|Town|Village|School|Auction|Death|Annual Meeting) )?Notices?`,
    String.raw`Notice of [\p{L} ]{3,30}|Cards? of Thanks|Thanks|In Memoriam|(?:Lost|Found|Lost (?:and|&) Found)`,
    String.raw`Rectificatif|Précision|Remerciements?`,
    String.raw`Avis(?: d['’]obsèques| de décès| de messe| au public| d['’]enquête publique| de recherche)?|Obsèques`,
    String.raw`Berichtigung|Korrektur|Richtigstellung|Danksagung|Nachruf|Bekanntmachung(?:en)?`,
    String.raw`Fe de erratas`,
  ].join('|')})$`,
  'iu',
);
/** Headlines that a page prints more than once, each over a notice or a few lines of its own. */
const noticeWords = new RegExp(
  `^(?:${offered}|遗失|[叩致鸣答哀泣敬酬]谢|哀启|谢启|感谢信?|贺寿|贺喜|喜报|喜讯|倡议书|\\p{Script=Han}{0,6}召集书|公开信|慰问信|表扬信|道歉信|邀请函|悼词|祝寿|\\p{Script=Han}{0,8}(?:${announced}|简讯|招聘|招标|征稿|天气预报|天气|电视节目(?:预告|表)?|节目预告|荧屏导视|收视(?:指南|导航)|短讯|要讯|影讯|车讯)|${announcedInJapanese})$`,
  'u',
);
/** `关于公开征集意见的公告`: as long as a printed line. */
const announcement = new RegExp(
  `^(?:\\p{Script=Han}{0,20}(?:${announced})|${announcedInJapanese})$`,
  'u',
);

/** 特此公告 is the last line of a notice. */
const closesNotice = /^(?:特此|谨此|敬此|哀此|此)/u;

/** Whether a line is the title of a notice, set wide (`更 正`) or not. */
export function isNoticeTitle(text: string): boolean {
  if (hasLatinWord(text) && announcedInLatin.test(text.trim())) return true;
  const line = text.replaceAll(/\s/gu, '');
  const simplified = inSimplified(line);
  return (noticeWords.test(simplified) || noticeWords.test(line)) && !closesNotice.test(simplified);
}

const smallTitle = new RegExp(`^(?:${offered})$`, 'u');

/** Whether a line is what small advertisements are set under, which ends no sentence of the line above. */
export function isSmallTitle(line: string): boolean {
  return smallTitle.test(line);
}

/** Whether a printed line announces a notice over its text, however long. */
export function announcesNotice(line: string): boolean {
  return announcement.test(line) && !closesNotice.test(line);
}
