/**
 * In a lead-in, the blank between 记者 and the name that follows is set again where the tool lost
 * it. Only in brackets after 本报讯 and its like, and only before a Chinese name: a surname and one
 * to three characters more (记者站 is none).
 *
 * Examples:
 *   本报讯（记者梁丽姣）“目前 -> 本报讯（记者 梁丽姣）“目前
 *   本报讯（本报记者梁丽姣 通讯员王强）目前 -> 本报讯（本报记者 梁丽姣 通讯员 王强）目前
 *   本报讯（记者 曹天伟 刘敏）12月 -> ==
 *   本报讯（记者站供稿）12月 -> ==
 *   会上（记者梁丽姣在场）他说 -> ==
 *   本报讯（记者欧阳晓明）12月 -> 本报讯（记者 欧阳晓明）12月
 */
import type { Repair } from '../repair.ts';
import { isPersonName } from '../person-names.ts';
import { proposeEach } from '../prose.ts';

const leadIn = /^.{0,20}?(?:讯|电|消息|报道)\s*（([^（）]{3,60})）/u;
const role = /(?:记者|通讯员|特派员|实习生|评论员|摄影|通联员)(\p{Script=Han}{2,4})(?=$|[ 、，])/gu;

export const spaceReporterNames: Repair = {
  id: 'space-reporter-names',
  stage: 'page',
  after: ['widen-punctuation', 'plain-blanks'],
  scripts: ['han-simplified'],
  why: 'It looks for full-width brackets.',
  propose: (blocks) =>
    proposeEach(blocks, function* ({ text }) {
      const match = leadIn.exec(text);
      if (match === null) return;
      const inner = match[1]!;
      const offset = match[0].length - 1 - inner.length;
      for (const found of inner.matchAll(role)) {
        const name = found[1]!;
        if (!isPersonName(name)) continue;
        const at = offset + found.index + found[0].length - name.length;
        yield { start: at, end: at, text: ' ' };
      }
    }),
};
