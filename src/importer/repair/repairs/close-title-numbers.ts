/**
 * Blanks that a tool sets around a number or a Latin word in a title are taken out: newspapers print
 * none. The gap between the halves of a couplet stays, also where a half begins with a number: a
 * tool that spaces numbers does it on both sides. (In running text close-line-joins does this, once
 * the blanks have told where printed lines ended.)
 *
 * Examples:
 *   # 我市新增 3 家国家绿色工厂 -> # 我市新增3家国家绿色工厂
 *   # 外贸进出口增长 11.8% -> # 外贸进出口增长11.8%
 *   凌晨 4 点的面点师 -> 凌晨4点的面点师
 *   # 用 App 办理 -> # 用App办理
 *   # 高质量发展 2023年成绩单出炉 -> ==
 *   # 一河清水，两岸同心 四季常青 -> ==
 *   # 一等奖（1 名，奖自行车 1 辆） -> # 一等奖（1名，奖自行车1辆）
 *   # Boeing 737 MAX -> ==
 *   联系人：詹老师 15500001122 -> ==
 *   本报记者 张三 -> ==
 *   他走了 3 天，累了。 -> ==
 */
import { endsWithPhone } from '../../lexicon/contact-line.ts';
import { isCjkMark, isHan } from '../../lexicon/characters.ts';
import type { Repair } from '../repair.ts';
import { proposeEach } from '../prose.ts';

const run = /(?<before>^| |(?<=（))(?<word>[A-Za-z0-9][A-Za-z0-9.,:/+-]*[%‰℃°]?)(?<after> |$)/g;
/** The longest title measured in the corpus of news has 66 characters; two lines of one, 34. */
const longestTitle = 40;

export const closeTitleNumbers: Repair = {
  id: 'close-title-numbers',
  stage: 'page',
  after: ['plain-blanks', 'unwrap-number-formulas', 'widen-punctuation'],
  scripts: ['han-simplified', 'han-traditional', 'japanese'],
  why: 'It looks for single plain blanks, after numbers have been freed of their formulas.',
  propose: (blocks) =>
    proposeEach(blocks, function* ({ type, text, list }) {
      const title = type === 'heading' || (text.length <= longestTitle && !/[。！？]/.test(text));
      if (!title || list || !text.includes(' ')) return;
      for (const match of text.matchAll(run)) {
        if (endsWithPhone(match.groups!['word']!)) continue;
        const start = match.index;
        const end = start + match[0].length;
        const left = start === 0 && match.groups!['before'] === '' ? undefined : text[start - 1];
        const right = match.groups!['after'] === '' ? undefined : text[end];
        const cjk = (character: string | undefined): boolean =>
          character === undefined || isHan(character) || isCjkMark(character);
        // `2023 年…` at a title's head and `…11.8%` at its end have one blank only.
        if (!cjk(left) || !cjk(right) || (left === undefined && right === undefined)) continue;
        if (match.groups!['before'] === ' ') yield { start, end: start + 1, text: '' };
        if (match.groups!['after'] === ' ') yield { start: end - 1, end, text: '' };
      }
    }),
};
