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
  let current = articles;
  const findings: PageFinding[] = [];
  const edits: Change[] = [];
  for (const { decision, block } of pending) {
    let done = false;
    current = current.map((article) => {
      const at = article.body.findIndex(
        (part) =>
          !done && overlaps(part.lines, block.lines) && textOf(part)?.includes(decision.from),
      );
      if (at === -1) return article;
      done = true;
      return {
        ...article,
        body: article.body.toSpliced(at, 1, ...edit(article.body[at]!, decision)),
      };
    });
    if (done) {
      edits.push({
        kind: 'replace',
        offset: 0,
        before: decision.from,
        after: decision.to,
        line: block.lines.first,
      });
    } else {
      findings.push(
        makeFinding(
          'decision-stale',
          { line: block.lines.first, excerpt: decision.from },
          { line: decision.line, action: decision.action },
        ),
      );
    }
  }
  return { articles: current, findings, edits };
}

function overlaps(left: LineRange, right: LineRange): boolean {
  return left.first <= right.last && right.first <= left.last;
}

function textOf(part: BodyBlock): string | undefined {
  return 'text' in part ? part.text : undefined;
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
