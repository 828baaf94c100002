import type { ClassifiedBlock } from '../../classify/classified-block.ts';
import { closeWideWord } from '../../lexicon/wide-names.ts';
import { isSalutation } from '../../lexicon/letter.ts';
import type { BodyBlock } from '../../page/article-draft.ts';
import type { Block } from '../../page/block.ts';
import { joinLines } from '../../page/join-lines.ts';
import { isGuideLine } from '../../page/jump.ts';
import { isSentence, longestVerbatim } from '../../page/list-line.ts';
import { repairText, type DraftPass, type DraftSheet } from '../draft-sheet.ts';
import { isSignature } from '../is-signature.ts';
import { cutJump } from './read-jumps.ts';

export const writeBody: DraftPass = {
  id: 'write-body',
  why: 'Paragraphs are repaired in runs between crossheads, tables and the like: no repair may join across those.',
  run,
};

function run(sheet: DraftSheet): void {
  const body: BodyBlock[] = [];
  let open: Block[] = [];
  const close = (): void => {
    const cut = open.map((block) => cutJump(sheet, block)).filter((block) => block.text !== '');
    const paragraphs = cut.map((block) => ({ ...block, type: 'paragraph' as const }));
    if (open.length > 0) body.push(...repairText(sheet, paragraphs).map(paragraphOf));
    open = [];
  };
  for (const one of sheet.group.body) {
    const { block } = one;
    if (one.sectionBreak && !isSignature(block.text)) {
      close();
      body.push({ type: 'break', lines: one.sectionBreak });
    }
    if (standsAsPrinted(one)) {
      close();
      // An item may be set in two lines; a full-width colon has its blank in itself.
      const text = joinLines(block.text).text.replaceAll(/：\s+(?=\p{Script=Han})/gu, '：');
      body.push(paragraphOf({ ...block, text }));
      continue;
    }
    const other = otherThanText(one);
    if (other) {
      close();
      putTogether(body, other, block);
      continue;
    }
    const alone = standsAlone(one);
    if (alone) close();
    open.push(block);
    if (alone) close();
  }
  close();
  sheet.body = body;
}

/** Paragraphs proper: a quotation is a kind of its own. */
function isRunningText({ role, block }: ClassifiedBlock): boolean {
  return role === 'paragraph' && block.type !== 'quote';
}

/** A line of a list, or one that points to another page. */
function standsAsPrinted(one: ClassifiedBlock): boolean {
  const { list, text } = one.block;
  const isLine = list && text.length <= longestVerbatim && !isSentence(text);
  return isRunningText(one) && (isLine || isGuideLine(text));
}

/** What signs a text is no part of the sentence before it, what greets of none after it. */
function standsAlone({ block, ...one }: ClassifiedBlock): boolean {
  return (
    !isRunningText({ block, ...one }) ||
    block.list !== undefined ||
    isSignature(block.text) ||
    isSalutation(block.text)
  );
}

/** The kind of block a role calls for; undefined where it is text for the repairs. */
function otherThanText({ role, block }: ClassifiedBlock): BodyBlock | undefined {
  const { text, lines, table } = block;
  if (role === 'crosshead') return { type: 'crosshead', text: closeWideWord(text), lines };
  if (role === 'table' && table) {
    return { type: 'table', rows: table.rows, hasHead: table.hasHead, lines };
  }
  if (role === 'list-item') return { type: 'list', items: [text], lines };
  if (role === 'verse') {
    return { type: 'verse', verses: text.split('\n').map((verse) => verse.trim()), lines };
  }
  return block.type === 'quote' ? { type: 'quote', text, lines } : undefined;
}

/** Adds a block to the body; items of a list and lines of a stanza join those before them. */
function putTogether(body: BodyBlock[], next: BodyBlock, { list, text }: Block): void {
  const isStanza = text.includes('\n');
  const last = body.at(-1);
  const lines = { first: last?.lines.first ?? next.lines.first, last: next.lines.last };
  if (next.type === 'list' && last?.type === 'list') {
    body[body.length - 1] = { ...last, items: [...last.items, ...next.items], lines };
    // Where each line is a block, the page does not show where a stanza ends.
  } else if (next.type === 'verse' && last?.type === 'verse' && list === 'verse' && !isStanza) {
    body[body.length - 1] = { ...last, verses: [...last.verses, ...next.verses], lines };
  } else body.push(next);
}

/** A paragraph of the body. All in bold or italics is the tool's reading of a typeface. */
function paragraphOf({ text, lines, list, emphasis = [] }: Block): BodyBlock {
  const whole = emphasis.some((span) => span.start === 0 && span.end >= text.length);
  const strong = whole ? [] : emphasis.filter((span) => span.kind === 'strong');
  return {
    type: 'paragraph',
    text,
    lines,
    emphasis: strong.length > 0 ? strong : undefined,
    isListLine: list === undefined ? undefined : true,
  };
}
