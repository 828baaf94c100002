import type { TextFix } from '../../newspaper/finding.ts';
import { splitFrontMatter } from '../../manuscript/front-matter.ts';

/** What a proofreader may say of an article: front matter `proof`. */
export type Proof = 'unread' | 'read' | 'doubtful';

/** Puts one replacement into a text. Everything outside it stays byte for byte. Offsets are UTF-16 units. */
export function applyEdit(text: string, edit: TextFix): string {
  return text.slice(0, edit.start) + edit.text + text.slice(edit.end);
}

/** The edit that undoes `edit`, to be applied to the text that `edit` gave. */
export function invertEdit(text: string, edit: TextFix): TextFix {
  return {
    start: edit.start,
    end: edit.start + edit.text.length,
    text: text.slice(edit.start, edit.end),
  };
}

/** Sets the one key `proof`: its value is replaced (a comment behind it stays), or a line added before the closing fence. Undefined without front matter. */
export function setProof(text: string, proof: Proof): TextFix | undefined {
  const split = splitFrontMatter(text);
  if ('finding' in split) return undefined;
  const { frontMatter, frontMatterOffset } = split.parts;
  const found = /^proof:[ \t]*(?:"[^"\n]*"|'[^'\n]*'|[^\s#]*)/m.exec(frontMatter);
  if (found !== null) {
    const start = frontMatterOffset + found.index;
    return { start, end: start + found[0].length, text: `proof: ${proof}` };
  }
  const at = text.indexOf('\n---', frontMatterOffset - 1) + 1;
  const lineEnd = text[frontMatterOffset - 2] === '\r' ? '\r\n' : '\n';
  return { start: at, end: at, text: `proof: ${proof}${lineEnd}` };
}

/** Parts the paragraph at an offset: an empty line goes in there. */
export function splitParagraph(text: string, offset: number): TextFix {
  const lineEnd = text.includes('\r\n') ? '\r\n' : '\n';
  return { start: offset, end: offset, text: lineEnd + lineEnd };
}

/** Joins a paragraph to the one before it. Undefined where no empty line stands before `offset`, its start. */
export function mergeParagraph(text: string, offset: number): TextFix | undefined {
  const gap = /(?:\r?\n){2,}$/.exec(text.slice(0, offset));
  return gap === null ? undefined : { start: gap.index, end: offset, text: '' };
}
