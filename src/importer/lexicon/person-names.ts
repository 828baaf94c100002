import { printersMarks } from './printers-marks.ts';
import { isPersonName } from './surnames.ts';

const role = '(?:记者|通讯员|通信员|特派员|评论员|实习生|撰稿人?|作者|编译|翻译|供稿|摄影|整理)';
/** A line of names and nothing else, a role or a printer's mark before them: `■ 本报记者 侯文`. */
const nameLine = new RegExp(
  `^(?:[${printersMarks}]\\s*)?(?:\\p{Script=Han}{0,8}${role}[ \\u3000:：／/]+|(?<=[${printersMarks}]\\s*))`,
  'u',
);
/** Brackets with a role in them: a lead-in's, a signature's, a picture's. */
const bracketed = new RegExp(`[（(][^（()）。]{0,24}${role}[^（()）。]{1,60}[)）]`, 'gu');
/** `侯文斌摄`, `侯文斌/摄`, `侯文斌 摄影报道` at the end of a caption. */
const credited =
  /(?<=^|[。 \u3000（(■□])(\p{Script=Han}{2,4})[ /／]?(?:摄影报道|摄影|摄|供图)[)）]?$/u;
const anyRole = new RegExp(role, 'u');
const roleAtHead = new RegExp(`^\\p{Script=Han}{0,8}?${role}`, 'u');
const roleAlone = new RegExp(`^\\p{Script=Han}{0,8}${role}$`, 'u');

/**
 * UTF-16 ranges [start, end) of a text that hold persons' names as a newspaper signs with them: after a
 * role or a printer's mark on a line of their own, in the brackets of a lead-in, before 摄. What is
 * printed in prose is not found.
 */
export function findSignedNames(text: string): readonly (readonly [start: number, end: number])[] {
  const found: [number, number][] = [];
  const addNames = (from: number, to: number): void => {
    for (const token of text.slice(from, to).matchAll(/\p{Script=Han}+/gu)) {
      let start = from + token.index;
      let name = token[0];
      const glued = roleAtHead.exec(name)?.[0].length ?? 0;
      if (roleAlone.test(name)) continue;
      start += glued;
      name = name.slice(glued);
      if (name.length <= 3 || isPersonName(name)) found.push([start, start + name.length]);
    }
  };
  if (text.length <= 40 && !/[。！？，；]/u.test(text)) {
    const match = nameLine.exec(text);
    if (match) addNames(match[0].length, text.length);
  }
  for (const match of text.matchAll(bracketed)) {
    const inner = match[0].search(anyRole);
    addNames(match.index + inner, match.index + match[0].length);
  }
  const credit = credited.exec(text);
  if (credit && isPersonName(credit[1]!)) {
    found.push([credit.index, credit.index + credit[1]!.length]);
  }
  return found;
}

/** What names of Mongols, Tibetans, Uighurs and Kazakhs are made of, which have no family name to go by. */
const givenNames =
  /巴特尔|巴图|额尔|其其格|其木格|高娃|图雅|卓玛|扎西|次仁|多吉|央金|拉姆|尼玛|达娃|格桑|旦增|边巴|措姆|才让|才旦|仁青|桑吉|古丽|阿依|买买提|艾山|吐尔|库尔班|努尔|热合|木沙|别克|拜克|哈斯|娜仁|牧仁|萨仁|乌云|斯琴|乌力吉|布和|那仁|那日苏|宝音|苏和|孟和|朝鲁|呼和|图门/u;

/** 呼和巴特尔, 米热古丽: one name of three to six characters, however many family names it seems to hold. */
export function isGivenNameAlone(text: string): boolean {
  return /^\p{Script=Han}{3,6}$/u.test(text) && givenNames.test(text);
}

/** Who is honoured, by kind or by place (`见义勇为：雷震 冉冉`), or one after another. */
export function isNameList(text: string): boolean {
  if (/^\p{Script=Han}{2,6}(?:[ \u3000]+\p{Script=Han}{2,6}){3,}$/u.test(text.trim())) return true;
  return /^\p{Script=Han}{2,8}[：:]\s?\p{Script=Han}{2,4}(?:[ \u3000]\p{Script=Han}{2,4})*$/u.test(
    text.trim(),
  );
}
