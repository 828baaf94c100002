import type { BodyBlock } from '../../page/article-draft.ts';
import { readByline, roleOf } from '../../page/read-byline.ts';
import { readLeadIn } from '../../page/lead-in.ts';
import { beginsAsName } from '../../page/read-names.ts';
import { report, sign, type DraftPass, type DraftSheet } from '../draft-sheet.ts';

export const readOpening: DraftPass = {
  id: 'read-opening',
  why: '本报讯（记者 张三） opens and signs; read after the repairs, which close blanks within a name or a role.',
  run(sheet) {
    if (sheet.isPhoto) return;
    const first = sheet.body.find((block) => block.type === 'paragraph');
    const leadIn = first && readLeadIn(first.text);
    if (!leadIn) return;
    sheet.hasLeadIn = true;
    if (leadIn.namesUnread) report(sheet, 'byline-unread', first, {}, leadIn.text);
    for (const byline of leadIn.bylines) sign(sheet, byline, first);
  },
};

export const readEnd: DraftPass = {
  id: 'read-end',
  why: 'A name in brackets at the very end signs the item: （记者 张三）, （作者：李四）.',
  run(sheet) {
    const last = sheet.body.at(-1);
    if (sheet.isPhoto || last?.type !== 'paragraph') return;
    const match = /[（(]([^（()）]{2,40})[)）]$/u.exec(last.text.trimEnd());
    // Where several pieces are signed each, none of them signs the whole.
    if (!match || [isInBrackets, endsInBrackets].some((is) => sheet.body.filter(is).length > 1))
      return;
    const words = match[1]!;
    if (!/记者|記者|通讯员|通訊員|作者[：: ]|撰稿|评论员|翻译|编译|整理/u.test(words)) {
      readBareSignature(sheet, words, match.index, last);
      return;
    }
    const byline = readByline(words, sheet.context.repair.script);
    if (byline?.strength !== 'strong') return;
    for (const one of byline.bylines) sign(sheet, one, last);
  },
};

const isInBrackets = (block: BodyBlock): boolean =>
  block.type === 'paragraph' && /^[（(][^（()）]{2,12}[)）]$/u.test(block.text.trim());

/** 简讯: each of its pieces ends with who sent it in, `……笑脸。（祁连）`. */
const endsInBrackets = (block: BodyBlock): boolean =>
  block.type === 'paragraph' &&
  /[。！？…][”’]?[（(]\p{Script=Han}{1,4}(?:[ \u3000、]+\p{Script=Han}{1,4})*[)）]$/u.test(
    block.text.trim(),
  );

/** A name alone in brackets after the last stop signs a short comment: `……笑脸。（祁连）`. */
function readBareSignature(
  sheet: DraftSheet,
  name: string,
  at: number,
  last: BodyBlock & { type: 'paragraph' },
): void {
  const isWord = /^(?:完|待续|未完|未完待续|全文完|上|中|下|略|节选|选登|资料图?片?|组诗|外.首)$/u;
  if (sheet.bylines.length > 0 || sheet.hasLeadIn || isWord.test(name)) return;
  if (!/^\p{Script=Han}{2,3}$/u.test(name) || !/[。！？…][”’]?$/u.test(last.text.slice(0, at)))
    return;
  sign(sheet, { name, role: roleOf(undefined) }, last);
  if (!beginsAsName(name)) report(sheet, 'byline-bare', last, { found: name }, `（${name}）`);
}
