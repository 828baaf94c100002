/**
 * A blank inside a role word (本 报记者, 通讯 员, 摄影 报道) is a printed line's end that a tool has kept:
 * the word is closed again where a byline, a lead-in or a credit stands, at the head or the end of a block.
 * In the midst of prose it may wait until articles are known (see close-line-joins).
 *
 * Examples:
 *   工人在赶制订单。 ■ 本 报记者 简宁 -> 工人在赶制订单。 ■ 本报记者 简宁
 *   工人在赶制订单。 ■ 本报记 者 简宁 -> 工人在赶制订单。 ■ 本报记者 简宁
 *   工人在赶制订单。 通讯 员 简宁 摄 -> 工人在赶制订单。 通讯员 简宁 摄
 *   工人在赶制订单。 本报记者 简宁 摄影 报道 -> 工人在赶制订单。 本报记者 简宁 摄影报道
 *   本报讯（记 者 简宁 通讯 员 陶然）近日 -> 本报讯（记者 简宁 通讯员 陶然）近日
 *   # 本报 记者 简宁 -> # 本报记者 简宁
 *   简宁 摄影 陶然 报道 -> ==
 *   记 者 在现场看到，他做过多年的通讯 员 和编辑，后来回到老家，在县里的中学教书，一教就是二十三年，学生遍布各行各业，逢年过节总有人登门看望。 -> ==
 */
import type { Repair } from '../repair.ts';
import { proposeEach } from '../prose.ts';

const words =
  '本报记者 新华社记者 见习记者 首席记者 特约记者 特约通讯员 实习生 记者 通讯员 本报讯'.split(' ');
/** In prose a role has a word before it: 多年的通讯 员. */
const broken = new RegExp(
  `(?<![\\p{Script=Han}，])(?:${words.map((word) => [...word].join(' ?')).join('|')})`,
  'gu',
);
const shotReport = /摄 ?影 ?报 ?道(?=[)）]?$)/gu;
/** How far from the end of a block, in UTF-16 units, its names are signed. */
const reach = 40;

export const closeRoleWords: Repair = {
  id: 'close-role-words',
  stage: 'page',
  after: ['plain-blanks'],
  scripts: ['han-simplified'],
  why: 'A blank inside a word must be a plain one to be seen.',
  propose: (blocks) =>
    proposeEach(blocks, function* ({ text }) {
      for (const shape of [broken, shotReport]) {
        for (const match of text.matchAll(shape)) {
          const { index } = match;
          if (!match[0].includes(' ')) continue;
          const signed =
            text.length <= 60 ||
            index > text.length - reach ||
            /^[^，。]{0,24}[（(][^，。）)]{0,36}$/u.test(text.slice(0, index));
          if (!signed) continue;
          for (const blank of match[0].matchAll(/ /gu)) {
            const start = index + blank.index;
            yield { start, end: start + 1, text: '' };
          }
        }
      }
    }),
};
