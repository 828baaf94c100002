/**
 * In a line of a list, and in the brackets that a text ends with, gaps are print: they part fields and
 * names. Those within one word are not: a name of two characters set as wide as one of three, a label
 * (地 点：), a blank beside a full-width mark. Two characters alone are a name by the family, or where
 * names stand in the line; 胜 负, 男 女 are two words.
 *
 * Examples:
 *   二等奖：卢 敏（女） 乔占魁 佟雪梅（女） ⏎ 三等奖：宫本立 桑 林 邵红霞（女） -> 二等奖：卢敏（女） 乔占魁 佟雪梅（女） ⏎ 三等奖：宫本立 桑林 邵红霞（女）
 *   周一 上午 内科 袁景和 下午 骨科 海 涛 ⏎ 周二 上午 内科 袁景和 下午 停诊 -> 周一 上午 内科 袁景和 下午 骨科 海涛 ⏎ 周二 上午 内科 袁景和 下午 停诊
 *   一等奖 ： 夏 天 （一中） ⏎ 二等奖 ： 陆 路 （二中） -> 一等奖：夏天（一中） ⏎ 二等奖：陆路（二中）
 *   联系电话： 6231110 ⏎ 联系地址： 北街9号 -> 联系电话：6231110 ⏎ 联系地址：北街9号
 *   1 东山镇 6 胜 负 胜 ⏎ 2 西河镇 4 负 胜 负 -> ==
 *   两岸青山万木荣（市四中 隗 珊） -> 两岸青山万木荣（市四中 隗珊）
 *   读者可持证到服务台办理。（满 江 红小军） -> 读者可持证到服务台办理。（满江 红小军）
 *   （宗 旺 辑） -> （宗旺 辑）
 *   读者可持证到服务台办理。（成 蕊） -> 读者可持证到服务台办理。（成蕊）
 *   读者可持证到服务台办理（详见第二版 上 下）。 -> ==
 */
import { isHan } from '../../lexicon/characters.ts';
import { isPersonName } from '../../lexicon/surnames.ts';
import { blanksInNames } from '../../lexicon/wide-names.ts';
import { proposeEach, type Replacement } from '../prose.ts';
import type { Repair } from '../repair.ts';

export const closeListGaps: Repair = {
  id: 'close-list-gaps',
  stage: 'page',
  after: ['widen-punctuation', 'plain-blanks', 'space-reporter-names'],
  scripts: ['han-simplified'],
  why: 'It looks for full-width marks, and names in brackets have their blanks by then.',
  propose: (blocks) =>
    proposeEach(blocks, ({ text, list }, index) => {
      if (list !== undefined) {
        const near = blocks.slice(Math.max(0, index - 2), index + 3);
        const isOfNames = near.some((block) => block.list !== undefined && hasName(block.text));
        return closeIn(text, 0, isOfNames && !/\d/.test(text));
      }
      const signed = signedInBrackets.exec(text);
      return signed ? closeIn(signed[0], signed.index, undefined) : [];
    }),
};

/** （成 蕊）, （市四中 隗 珊）, （宗 旺 辑） at a text's end. */
const signedInBrackets = /(?<=（)[^（）。]{3,24}(?=）$)/u;

/** A name of three characters among the words of a line. */
function hasName(text: string): boolean {
  return text.split(/[\s、：（）]/u).some((word) => word.length === 3 && isPersonName(word));
}

/** @param isOfNames whether the line is one of a list that has names; undefined for a signature */
function* closeIn(
  text: string,
  offset: number,
  isOfNames: boolean | undefined,
): Generator<Replacement> {
  const isList = isOfNames !== undefined;
  const inNames = blanksInNames(
    text,
    (at) => (isOfNames ?? true) || /[：）]$/u.test(text.slice(0, at).trimEnd()),
  );
  const closed = new Set(inNames.map(({ start }) => start));
  // A tool that sets a blank before a mark sets one on each side of it.
  const isLoose = / [：，、。；）]/u.test(text);
  for (const { index, 0: blank } of text.matchAll(/ +/g)) {
    const [before, after] = [text[index - 1] ?? '', text[index + blank.length] ?? ''];
    const isByMark =
      /[：，、；（。！？]/u.test(before) ||
      /[：，、；。）]/u.test(after) ||
      (isLoose && after === '（' && isHan(before));
    if (closed.has(index) || (isList && isByMark)) {
      yield { start: offset + index, end: offset + index + blank.length, text: '' };
    }
  }
}
