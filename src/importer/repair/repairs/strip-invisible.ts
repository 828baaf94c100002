/**
 * Characters that nobody can see and that break searching, sorting and copying are taken out:
 * zero-width blanks, byte order marks, soft hyphens, controls, and the bidi marks and overrides
 * with which a line can be made to read as what it is not (CVE-2021-42574).
 *
 * Joiners stay where they join: in emoji, and in scripts that shape their letters. Bidi marks stay
 * in a text that has right-to-left letters.
 *
 * Examples:
 *   中\u200b文\ufeff日报 -> 中文日报
 *   发\u00ad展\u0007 -> 发展
 *   the har\u00ad\nbour -> the harbour
 *   价格\u202e001\u202c元 -> 价格001元
 *   👩\u200d🌾种地 -> ==
 *   می\u200cخواهم -> ==
 *   # 第\u200b一版 -> # 第一版
 */
import type { Repair } from '../repair.ts';
import { proposeEach, replaceEach } from '../prose.ts';

/** A soft hyphen at a line's end parts a word there. */
const invisible =
  /\u00ad\n(?=\p{Ll})|[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u00ad\u034f\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb]+/gu;
/** Letters: U+061C is a mark itself. */
const rightToLeft = /[\u0590-\u061b\u061d-\u08ff\ufb1d-\ufdff\ufe70-\ufefc]/;

export const stripInvisible: Repair = {
  id: 'strip-invisible',
  stage: 'page',
  after: [],
  scripts: ['han-simplified', 'han-traditional', 'japanese', 'korean', 'latin'],
  why: 'Every later repair looks at neighbours; an invisible one would hide the real one.',
  propose: (blocks) =>
    proposeEach(blocks, ({ text }) => {
      const keepsBidi = rightToLeft.test(text);
      return replaceEach(text, invisible, ([run], start, end) =>
        keepsBidi
          ? run.replace(/[^\u200c-\u200f\u202a-\u202e\u2066-\u2069]/g, '')
          : joiners(text, start, end, run),
      );
    }),
};

/** A joiner between emoji or shaped letters is part of what is seen; anywhere else it is debris. */
function joiners(text: string, start: number, end: number, run: string): string {
  if (run !== '\u200d' && run !== '\u200c') return '';
  const before = text.slice(Math.max(0, start - 2), start);
  const after = text.slice(end, end + 2);
  const joins =
    /(?:\p{Extended_Pictographic}|\ufe0f|\p{Emoji_Modifier})$/u.test(before) &&
    /^\p{Extended_Pictographic}/u.test(after);
  return joins ? run : '';
}
