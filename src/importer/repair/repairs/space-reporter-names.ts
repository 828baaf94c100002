/**
 * In a lead-in, the blank between 记者 and the name that follows is set again where the tool lost
 * it. Only in brackets after 本报讯 and its like, and only before a Chinese name: a surname and one
 * to three characters more (记者站 is none). A name of two characters that is set as wide as one of
 * three is closed: the blank inside it is the compositor's.
 *
 * Examples:
 *   本报讯（记者林秋实）“目前 -> 本报讯（记者 林秋实）“目前
 *   本报讯（本报记者林秋实 通讯员王强）目前 -> 本报讯（本报记者 林秋实 通讯员 王强）目前
 *   本报讯（记者 林知远 何敏）12月 -> ==
 *   本报讯（记者站供稿）12月 -> ==
 *   会上（记者林秋实在场）他说 -> ==
 *   本报讯（记者欧阳晓明）12月 -> 本报讯（记者 欧阳晓明）12月
 *   本报讯（记者容若溪）12月 -> 本报讯（记者 容若溪）12月
 *   本报讯（记者 王源源通讯员钟杰彤）12月 -> 本报讯（记者 王源源 通讯员 钟杰彤）12月
 *   本报讯（记者部王强）12月 -> ==
 *   本报讯（通讯员 严军顾雪松）12月 -> 本报讯（通讯员 严军 顾雪松）12月 ! names-parted
 *   本报讯（记者严军顾雪松）12月 -> 本报讯（记者 严军 顾雪松）12月 ! names-parted
 *   本报讯（记者 欧阳晓明）12月 -> ==
 *   本报讯（记者 简 宁 通讯员 方至清 谷 雨）近日 -> 本报讯（记者 简宁 通讯员 方至清 谷雨）近日
 *   本报讯（记者 满 庭 通讯员 杨小桐）近日 -> 本报讯（记者 满庭 通讯员 杨小桐）近日
 *   本报讯（记者 简 宁 谷 雨）近日 -> 本报讯（记者 简宁 谷雨）近日
 *   本报讯（记者 简 宁 谷）近日 -> ==
 */
import { makeFinding } from '../../page/findings.ts';
import type { Repair } from '../repair.ts';
import { isGivenNameAlone } from '../../lexicon/person-names.ts';
import { isPersonName } from '../../lexicon/surnames.ts';
import { blanksInNames } from '../../lexicon/wide-names.ts';
import { proposeEach, type Replacement } from '../prose.ts';

const leadIn = /^.{0,20}?(?:讯|电|消息|报道)\s*（([^（）]{3,60})）/u;
const role =
  /(?<role>记者|通讯员|特派员|实习生|评论员|摄影|通联员)(?<name>\p{Script=Han}{2,4}?)(?=$|[ 、，]|(?:特约|本报|特邀)?通讯员)/gu;
/** A second role printed on after a name, with no blank between. */
const gluedRole =
  /(?<=[^ 、，])(?:特约|本报|特邀)?通讯员(?=[ ]?\p{Script=Han}{2,4}(?:$|[ 、，]))/gu;
/** Names printed on to each other: `严军顾雪松`. */
const gluedNames =
  /(?<=(?<role>记者|通讯员|特派员|实习生|评论员|摄影|通联员)[ ]?)\p{Script=Han}{4,7}(?=$|[ 、，])/gu;
/** What stands before the first name. */
const endsInRole = /(?:记者|通讯员|特派员|实习生|评论员|摄影|通联员) $/u;
/** 记者站, 记者部 and their like: an office and no name. */
const office = /^[站部团节会协证]/u;

export const spaceReporterNames: Repair = {
  id: 'space-reporter-names',
  stage: 'page',
  after: ['widen-punctuation', 'plain-blanks', 'close-role-words'],
  scripts: ['han-simplified', 'han-traditional'],
  why: 'It looks for full-width brackets.',
  propose: (blocks, { script }) =>
    proposeEach(blocks, function* ({ text, lines }, _index, notes) {
      if (script === 'han-traditional') {
        yield* closeWideNames(text);
        return;
      }
      const match = leadIn.exec(text);
      if (match === null) return;
      const inner = match[1]!;
      const offset = match[0].length - 1 - inner.length;
      for (const found of inner.matchAll(role)) {
        const { name = '' } = found.groups ?? {};
        // Between 记者 and the bracket's end two or three characters are a name, whatever its family.
        if (!isPersonName(name) && (name.length > 3 || office.test(name))) continue;
        const at = offset + found.index + found[0].length - name.length;
        yield { start: at, end: at, text: ' ' };
      }
      for (const { start, end } of blanksInNames(inner, (at) =>
        endsInRole.test(inner.slice(0, at)),
      )) {
        yield { start: offset + start, end: offset + end, text: '' };
      }
      for (const found of inner.matchAll(gluedRole)) {
        if (/(?:特约|本报|特邀)$/.test(inner.slice(0, found.index))) continue;
        const at = offset + found.index;
        yield { start: at, end: at, text: ' ' };
      }
      for (const found of inner.matchAll(gluedNames)) {
        const names = partNames(found[0]);
        if (names === undefined) continue;
        let at = offset + found.index;
        if (inner[found.index - 1] !== ' ') yield { start: at, end: at, text: ' ' };
        for (const name of names.slice(0, -1)) {
          at += name.length;
          yield { start: at, end: at, text: ' ' };
        }
        notes.push(
          makeFinding(
            'names-parted',
            { line: lines.first, excerpt: names.join(' ') },
            { names: { zh: names.join('、'), en: names.join(', ') } },
          ),
        );
      }
    }),
};

/** 記者區 雅 儀: papers in traditional characters set no blank behind the role, and names wide all the same. */
function* closeWideNames(text: string): Generator<Replacement> {
  const wide =
    /(?<=^.{0,24}[（(〔【](?:本報)?(?:記者|通訊員|特派員)[ ]?)\p{Script=Han}(?: \p{Script=Han}){1,2}(?=[）)〕】／/、，])/gu;
  for (const { index, 0: name } of text.matchAll(wide)) {
    yield { start: index, end: index + name.length, text: name.replaceAll(' ', '') };
  }
}

/** Two or three names without a blank between them, by their family names; one name is none to part. */
function partNames(run: string): readonly string[] | undefined {
  if (isPersonName(run) || isGivenNameAlone(run)) return undefined;
  for (const length of [3, 2, 4]) {
    const name = run.slice(0, length);
    const rest = run.slice(length);
    if (rest === '' || !isPersonName(name)) continue;
    const others = isPersonName(rest) ? [rest] : partNames(rest);
    if (others !== undefined) return [name, ...others];
  }
  return undefined;
}
