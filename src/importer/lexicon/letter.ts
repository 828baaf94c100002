import { inSimplified } from './script.ts';
import { isOffice } from './office.ts';
import { isPersonName } from './surnames.ts';

const greeted =
  '同志|编辑部?|先生|女士|老师|记者|同学|朋友|读者|居民|市民|村民|业主|家长|网友|乡亲|父老|父老乡亲|用户|客户|股东|师傅|司机|驾驶员';
/** Editor, Sentinel: Sir: Madame, Monsieur, Sehr geehrte Redaktion, */
const foreignGreeting = [
  String.raw`(?:The )?Editors?(?:, (?:The )?[\p{L} ’']{2,30})?|(?:Dear )?(?:Sirs?|Madam|Gentlemen|Editor)`,
  String.raw`(?:Madame|Monsieur|Messieurs|Mesdames)(?:(?:, | et |\s)(?:le |la )?[\p{L}]{4,12}){0,3}`,
  String.raw`Chers? [\p{L} ]{4,30}`,
  String.raw`(?:Sehr geehrte|Liebe|Werte)[rs]? [\p{L} ,]{4,40}`,
].join('|');
const salutation = new RegExp(
  `^(?:(?:(?:尊敬|敬爱|亲爱)的|各位)\\p{Script=Han}{1,16}|\\p{Script=Han}{0,8}(?:${greeted})(?:朋友)?们?|\\p{Script=Han}{2,16}(?:全体|各位)\\p{Script=Han}{1,8}|(?:To|Dear) .{2,40}|${foreignGreeting})[：:,]$`,
  'u',
);

/** Whom a letter or a court's notice speaks to: `编辑同志：`, `各位家长：`, `张桂兰：`. */
export function isSalutation(text: string): boolean {
  const shown = text.trim();
  return (
    isGreeting(shown) ||
    (/[：:]$/u.test(shown) &&
      shown
        .slice(0, -1)
        .split('、')
        .every((name) => isPersonName(name) || isOffice(name)))
  );
}

const closing =
  /^(?:泣[告叩启]|[谨敬哀]此(?:讣[闻告]|奉[告闻]|通知|敬告|鸣谢|致谢)|敬启|谨启|谨上|敬上|敬贺|同贺|特此(?:公告|公示|通告|声明|通知|启事|更正|鸣谢|致谢|函告|敬告)|(?:敬祝|祝愿?)(?:您|你|大家|各位|全)[^。！]{2,24}(?=！)|此致|敬礼|此致[ \u3000]*敬礼|顺[颂祝致]\p{Script=Han}{2,4}|\p{Script=Han}{2,12}(?:叩谢|泣叩|泣告|敬启|谨启|敬告|敬谢|谨上|敬上|鞠躬|同叩)|(?:Yours|Sincerely|Respectfully)(?: \w+){0,2})[！!，,。]?$/iu;

/** Whether a line greets as letters do, by its own words: 各位家长：, 广大驾驶员朋友们：; a name alone may introduce what he says. */
export function isGreeting(text: string): boolean {
  const shown = text.trim();
  return /[：:,]$/u.test(shown) && salutation.test(shown);
}

/** What ends a letter or a family's notice, over or with who signs it: `此致`, `携全家叩谢`. */
export function isClosingFormula(text: string): boolean {
  return closing.test(inSimplified(text.trim()));
}
