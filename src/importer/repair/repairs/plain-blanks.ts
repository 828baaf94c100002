/**
 * Blanks of every width become the one plain blank, runs of them one blank, and none stays at a
 * text's ends or beside a line break. An indent of two ideographic blanks after a full stop is a
 * paragraph that the tool has not parted: there the block is split. A blank in the middle of Japanese
 * prose (復活させた。対 岸の小学校まで) is a tool's.
 *
 * Examples:
 *   张三\u00a0李四 -> 张三 李四
 *   # 冲刺，奋战六十天\u3000夺取双胜利 -> # 冲刺，奋战六十天 夺取双胜利
 *   \u3000\u3000车间里很忙。 -> 车间里很忙。
 *   车间里很忙。\u3000\u3000第二天，他来了。 -> 车间里很忙。 ⏎ 第二天，他来了。
 *   车间里很忙。\n\u3000\u3000第二天，他来了。 -> 车间里很忙。 ⏎ 第二天，他来了。
 *   王\u3000强\u3000\u3000李小明 -> 王 强 李小明
 *   他写了《做好当前的事\u3000走好长远的路》一文。 -> ==
 *   上午\t下午 -> 上午 下午
 *   第一行 \n  第二行 -> 第一行\n第二行
 *   第一行\n第二行 -> ==
 */
import type { Edit } from '../../page/edit-blocks.ts';
import type { Repair } from '../repair.ts';
import { isProse } from '../prose.ts';

const blanks = /[ \t\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000\n]+/g;

export const plainBlanks: Repair = {
  id: 'plain-blanks',
  stage: 'page',
  after: ['strip-invisible', 'decode-entities'],
  scripts: ['han-simplified', 'han-traditional', 'japanese', 'korean', 'latin'],
  why: 'Later repairs ask for one blank; zero-width ones among them must be gone, and entities read.',
  propose: (blocks, { script }) => {
    const edits: Edit[] = [];
    for (const [index, block] of blocks.entries()) {
      if (!isProse(block)) continue;
      const { text } = block;
      for (const match of text.matchAll(blanks)) {
        const run = match[0];
        const start = match.index;
        const end = start + run.length;
        const atEnd = start === 0 || end === text.length;
        const newParagraph =
          block.type === 'paragraph' &&
          !atEnd &&
          /\u3000\u3000[^\n]*$/.test(run) &&
          /[。！？…][”’」』）]?$/.test(text.slice(Math.max(0, start - 2), start));
        if (newParagraph) edits.push({ kind: 'split', block: index, at: start });
        // No tool joins lines with it: inside a title it was printed, and must not pass for a join.
        if (run === '\u3000' && isInTitle(text, start)) continue;
        if (run === ' ' && script === 'japanese' && partsSentence(text, start)) {
          edits.push({ kind: 'replace', block: index, start, end, text: '' });
          continue;
        }
        const plain = atEnd || newParagraph ? '' : run.includes('\n') ? '\n' : ' ';
        if (plain !== run) edits.push({ kind: 'replace', block: index, start, end, text: plain });
      }
    }
    return { edits, notes: [] };
  },
};

/** Whether a blank stands in the middle of Japanese prose, which has none, and not between names or fields. */
function partsSentence(text: string, at: number): boolean {
  const solid = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}ー々]/u;
  return (
    text.length >= 40 &&
    /[。」]$/u.test(text) &&
    solid.test(text[at - 1] ?? '') &&
    solid.test(text[at + 1] ?? '') &&
    !/[ \u3000（(【▽◇]/u.test(text.slice(Math.max(0, at - 12), at)) &&
    !/[ \u3000]/u.test(text.slice(at + 1, at + 13)) &&
    /\p{Script=Hiragana}/u.test(text.slice(Math.max(0, at - 12), at + 13))
  );
}

/** Whether 《 before a place is closed after it, in one title. */
function isInTitle(text: string, at: number): boolean {
  return (
    /《[^《》。]{2,40}$/u.test(text.slice(Math.max(0, at - 41), at)) &&
    /^[^《》。]{2,40}》/u.test(text.slice(at + 1, at + 42))
  );
}
