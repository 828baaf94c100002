import { boundaryScore } from '../models/decide-boundary.ts';
import { isKinLine } from '../lexicon/kin-line.ts';
import { isNoticeTitle } from '../lexicon/notice-title.ts';

/**
 * Whether lines that follow each other are lines of a poem: three or more, short, of uneven width,
 * and hardly one of them ended by a full stop. Lines of a column are even, save the last.
 */
export function isVerse(lines: readonly string[]): boolean {
  const shown = lines.map((line) => line.trim()).filter((line) => line !== '');
  if (shown.length < 3 || shown.length > 200 || shown.some(isKinLine)) return false;
  if (shown.filter((line) => /[。；](?=.)/u.test(line)).length > shown.length * 0.2) return false;
  // Latin letters and figures are half as wide as Han.
  const widths = shown.map((line) => {
    const narrow = line.match(/[\x20-\x7f]/g)?.length ?? 0;
    return [...line].length - narrow / 2;
  });
  const longest = Math.max(...widths);
  if (longest > 24 || !/\p{Script=Han}/u.test(shown.join(''))) return false;
  if (isRegulated(shown)) return true;
  // Hours, scores and prices stand in uneven lines, too.
  if (shown.filter((line) => /\d/.test(line)).length > shown.length / 2) return false;
  const stopped = shown.filter((line) => /[。]["”』」]?$/u.test(line)).length;
  if (stopped > shown.length * 0.4) return false;
  if (shown.some((line) => /^(?:[■□◆◇●○◎▲△▼▽]|本[报報]|——|[（(]?(?:记者|記者))/u.test(line)))
    return false;
  // 一等奖：《故乡的井》（郎平川）: who won what.
  if (
    shown.filter((line) => /^(?![上下]联|横批)\p{Script=Han}{2,8}[：:]|[（(《]/u.test(line))
      .length >
    shown.length / 3
  )
    return false;
  // A notice has uneven lines, too; it tells dates and hours.
  if (isNoticeTitle(shown[0]!) || shown.some((line) => /\d\s?[年月日时元万]|\d{3}/u.test(line)))
    return false;
  if (goesOnAcross(shown, widths, longest)) return false;
  // So narrow a column there is not, unless a column's end has cut its paragraph.
  if (longest <= 14 && !shown.some((line) => /[。！？!?：；][”』」]?$/u.test(line))) return true;
  // In a column a line stops short only where its paragraph stops.
  const short = shown
    .slice(0, -1)
    .filter(
      (line, index) => widths[index]! <= longest - 3 && !/[。！？!?…：]["”』」]?$/u.test(line),
    );
  return short.length >= 2 && short.length >= (shown.length - 1) * 0.4;
}

const regulated = [/^\p{Script=Han}{5}[，。；！？]$/u, /^\p{Script=Han}{7}[，。；！？]$/u];

/** Four lines and more of five or of seven characters, a mark behind each: 石径斜穿落叶深， */
function isRegulated(lines: readonly string[]): boolean {
  return lines.length >= 4 && regulated.some((shape) => lines.every((line) => shape.test(line)));
}

/** Two lines of as many Han characters, and no mark in them: `一元复始山河美` / `万象更新岁月长`. */
export function isCouplet(lines: readonly string[]): boolean {
  const [left, right, ...others] = lines.map((line) => line.trim());
  return (
    others.length === 0 &&
    left !== undefined &&
    right !== undefined &&
    left.length === right.length &&
    /^\p{Script=Han}{5,14}$/u.test(left) &&
    /^\p{Script=Han}{5,14}$/u.test(right)
  );
}

/** Two lines of as many characters with their commas at one place, the first not ended: 迎新春，千家挂彩； / 辞旧岁，万户生辉。 */
export function isMarkedCouplet(lines: readonly string[]): boolean {
  const [left = '', right = '', ...others] = lines.map((line) => line.trim());
  const rhythm = (line: string): string =>
    line.replace(/[；，。！]$/u, '').replaceAll(/\p{Script=Han}/gu, '字');
  return (
    others.length === 0 &&
    /^(?:\p{Script=Han}{2,9}，){1,2}\p{Script=Han}{3,9}[；，]?$/u.test(left) &&
    /[^，；]$/u.test(right) &&
    rhythm(left) === rhythm(right)
  );
}

/** Two lines of one sentence, a comma within the first and none at its end: 因更换阀门，六时起东 / 城区停水。 */
function isWrappedSentence([first = '', last = '', ...others]: readonly string[]): boolean {
  return others.length === 0 && /，.*[^，、；！？]$/u.test(first) && /。$/u.test(last);
}

/**
 * Whether lines are a stanza where the page keeps no line ends but a poem's: short lines of words,
 * no more than the last of them ended, and no list of fields, numbers or names.
 *
 * @param least how few lines make a stanza
 */
export function couldBeVerse(lines: readonly string[], least: number): boolean {
  const shown = lines.map((line) => line.trim()).filter((line) => line !== '');
  return (
    shown.length >= least &&
    !isWrappedSentence(shown) &&
    !shown.some(isKinLine) &&
    shown.every(
      (line) =>
        /\p{Script=Han}{2}/u.test(line) &&
        [...line].length <= 18 &&
        !/[\d：:；/（(【■□]|[。！？](?=.)|[摄攝]$/u.test(line),
    ) &&
    !shown.slice(0, -1).some((line) => /。["”』」]?$/u.test(line))
  );
}

/**
 * Whether lines are the printed lines of a column: as wide as the widest, nearly all, and cut where
 * words go on; a line of verse ends where a phrase does.
 */
function goesOnAcross(
  lines: readonly string[],
  widths: readonly number[],
  longest: number,
): boolean {
  const wide = widths.slice(0, -1).filter((width) => width >= longest - 2.5).length;
  const even = wide >= (lines.length - 1) * 0.7;
  const scores = lines.slice(0, -1).map((line, index) => boundaryScore(line, lines[index + 1]!));
  const mean = scores.reduce((sum, score) => sum + score, 0) / scores.length;
  return mean >= (even ? 2.5 : 4);
}
