import { isPersonName } from './surnames.ts';

/** Characters that stand alone, one blank between each: 简 宁 谷 雨. */
const loneCharacters =
  /(?<=^|[\s、，；（(：:/●★〕］】])\p{Script=Han}(?: \p{Script=Han})+(?=$|[\s、，；。（()）：:/])/gu;

/** Cells of one character: 胜 负, 男 女, 晴 阴 are two words, however like a name. */
const cells =
  /^[胜负平男女晴阴雨东西南北上下左右单双大小高低多少甲乙丙丁一二三四五六七八九十升降涨跌优良中差日月年元斤]+$/u;

/** Heads of two columns: among names, too, they are no name. */
const opposites = /^(?:胜负|男女|涨跌|升降|晴阴|得失)$/u;

/**
 * The blanks inside names of two that a compositor has set as wide as longer ones: 简 宁 谷 雨 beside
 * 林疏影. Only family names tell two names from two words of one character each, save where `isLed`.
 *
 * @param isLed whether whatever stands at an offset of the text must be a name: after 记者, among names
 * @returns UTF-16 ranges [start, end) of `text`, in order
 */
export function blanksInNames(
  text: string,
  isLed: (at: number) => boolean,
): readonly { start: number; end: number }[] {
  return [...text.matchAll(loneCharacters)].flatMap(({ index, 0: spaced }) => {
    // （宗 旺 辑）: what was done stands behind who did it.
    const all = spaced.replaceAll(' ', '');
    const run = all.length % 2 === 1 ? all.replace(/[辑摄图文编译绘选]$/u, '') : all;
    const names = run.match(/../gu) ?? [];
    const areNames =
      (names.every(isPersonName) && !cells.test(run)) ||
      (isLed(index) && !names.some((name) => opposites.test(name)));
    if (run.length % 2 !== 0 || !areNames) return [];
    return names.map((_, at) => ({ start: index + at * 4 + 1, end: index + at * 4 + 2 }));
  });
}

/** A credit without the blanks inside its names: 本报记者 时 光 摄. */
export function closeCredit(credit: string): string {
  return blanksInNames(credit, () => true)
    .toReversed()
    .reduce((text, { start, end }) => text.slice(0, start) + text.slice(end), credit);
}

const wideWord =
  /(?<=^|^第[一二三四五六七八九十百\d]{1,4}[章编節节部分]{1,2}[ \u3000])\p{Script=Han}(?:[ \u3000]\p{Script=Han}){1,5}(?=$|[（(])/u;

/** A head without the blanks of one word set wide: `更 正`, `渡 口（外二首）`. */
export function closeWideWord(head: string): string {
  return head.replace(wideWord, (wide) => wide.replaceAll(/[ \u3000]/g, ''));
}
