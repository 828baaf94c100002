import type { Block, LineRange } from '../page/block.ts';
import type { Change } from '../page/edit-blocks.ts';
import type { ArticleDraft, BodyBlock } from '../page/article-draft.ts';
import type { Decision } from '../page/decision.ts';
import { makeFinding, type PageFinding } from '../page/findings.ts';

/** A person's edit of words that only the repair of the articles has made (a stop put in, two
 * halves joined), and the block of the page it is about. */
export interface PendingEdit {
  readonly decision: Extract<Decision, { readonly action: 'edit' }>;
  readonly block: Block;
}

export interface LateEdits {
  readonly articles: readonly ArticleDraft[];
  /** Edits whose words stand nowhere: stale. */
  readonly findings: readonly PageFinding[];
  readonly edits: readonly Change[];
}

/**
 * Applies a person's edits to the texts of articles as they are about to be written. A blank line in
 * what is put in makes two paragraphs.
 */
export function applyLateEdits(
  articles: readonly ArticleDraft[],
  pending: readonly PendingEdit[],
): LateEdits {
  const current = [...articles];
  const findings: PageFinding[] = [];
  const edits: Change[] = [];
  for (const { decision, block } of pending) {
    const { line, action, from: before, to: after } = decision;
    const isMeant = (part: BodyBlock): boolean =>
      'text' in part && overlaps(part.lines, block.lines) && part.text.includes(before);
    const at = current.findIndex(({ body }) => body.some(isMeant));
    const { first } = block.lines;
    if (at === -1) {
      const place = { line: first, excerpt: before };
      findings.push(makeFinding('decision-stale', place, { line, action }));
      continue;
    }
    const { body } = current[at]!;
    const part = body.findIndex(isMeant);
    const edited = body.toSpliced(part, 1, ...edit(body[part]!, decision));
    current[at] = { ...current[at]!, body: edited };
    edits.push({ kind: 'replace', offset: 0, before, after, line: first });
  }
  return { articles: current, findings, edits };
}

function overlaps(left: LineRange, right: LineRange): boolean {
  return left.first <= right.last && right.first <= left.last;
}

function edit(part: BodyBlock, { from, to }: PendingEdit['decision']): readonly BodyBlock[] {
  if (!('text' in part)) return [part];
  const at = part.text.indexOf(from);
  const text = part.text.slice(0, at) + to + part.text.slice(at + from.length);
  return text
    .split(/\n\s*\n/)
    .map((paragraph) => paragraph.trim())
    .filter((paragraph) => paragraph !== '')
    .map((paragraph) => ({ type: part.type, text: paragraph, lines: part.lines }));
}
