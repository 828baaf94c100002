import type { Block } from '../page/block.ts';
import type { Change } from '../page/edit-blocks.ts';
import type { BlockRole, Decision } from '../page/decision.ts';
import { makeFinding, type PageFinding } from '../page/findings.ts';
import type { PendingEdit } from './apply-late-edits.ts';

/**
 * Repeats a person's decisions on the repaired blocks of a page; those that no longer fit are reported.
 *
 * @param source the page's own text: a decision may quote it as it came or as it was repaired
 */
export function applyDecisions(
  blocks: readonly Block[],
  decisions: readonly Decision[],
  source: string,
): DecidedPage {
  const page = new DecidedPage(blocks, source.split('\n'));
  for (const decision of decisions) page.apply(decision);
  return page;
}

type DecisionOf<Action extends Decision['action']> = Extract<Decision, { action: Action }>;

/** The blocks of a page, and what a person has said of them. */
export class DecidedPage {
  blocks: readonly Block[];
  readonly roles = new Map<Block, BlockRole>();
  /** Blocks at which a person said that an item begins, and that none begins. */
  readonly splits = new Set<Block>();
  readonly merges = new Set<Block>();
  /** Edits of words that are not in their block yet: see applyLateEdits. */
  readonly pending: PendingEdit[] = [];
  readonly findings: PageFinding[] = [];
  /** What the edits changed, as the repairs record it. */
  readonly edits: Change[] = [];
  readonly #accepted: DecisionOf<'accept'>[] = [];
  readonly #sourceLines: readonly string[];

  constructor(blocks: readonly Block[], sourceLines: readonly string[]) {
    this.blocks = blocks;
    this.#sourceLines = sourceLines;
  }

  /** Findings that a person has looked at and found in order need not be reported again. */
  readonly isAccepted = (finding: PageFinding): boolean =>
    this.#accepted.some(
      ({ line, finding: id, text }) =>
        finding.id === id &&
        finding.line === line &&
        (text === undefined ||
          bare(finding.excerpt).includes(bare(text)) ||
          bare(this.#sourceLines[line - 1] ?? '').startsWith(bare(text))),
    );

  apply(decision: Decision): void {
    if (decision.action === 'accept') {
      this.#accepted.push(decision);
      return;
    }
    const block = blockAt(this.blocks, decision, this.#sourceLines);
    if (!block) {
      this.#reportStale(decision, Math.max(decision.line, 1), decision.text ?? '');
      return;
    }
    switch (decision.action) {
      case 'role':
        this.roles.set(block, decision.role);
        return;
      case 'skip':
        this.roles.set(block, 'clutter');
        return;
      case 'split':
        this.splits.add(block);
        return;
      case 'merge':
        this.merges.add(block);
        return;
      case 'edit':
        this.#edit(block, decision);
        return;
      case 'move':
        this.#move(block, decision);
    }
  }

  #reportStale({ line, action }: Decision, at: number, excerpt: string): void {
    this.findings.push(makeFinding('decision-stale', { line: at, excerpt }, { line, action }));
  }

  #edit(block: Block, decision: DecisionOf<'edit'>): void {
    const { from: before, to: after } = decision;
    const offset = block.text.indexOf(before);
    if (offset === -1 || after.includes('\n')) {
      this.pending.push({ decision, block });
      return;
    }
    const { emphasis = [], ...plain } = block;
    const text = block.text.slice(0, offset) + after + block.text.slice(offset + before.length);
    const spans = emphasis.filter((span) => span.end <= offset);
    this.#replace(block, { ...plain, text, ...(spans.length > 0 ? { emphasis: spans } : {}) });
    this.edits.push({ kind: 'replace', offset, before, after, line: block.lines.first });
  }

  /** What was said of a block holds for what replaces it. */
  #replace(from: Block, to: Block): void {
    this.blocks = this.blocks.map((one) => (one === from ? to : one));
    const role = this.roles.get(from);
    if (role !== undefined) this.roles.set(to, role);
    if (this.splits.has(from)) this.splits.add(to);
    if (this.merges.has(from)) this.merges.add(to);
  }

  #move(block: Block, decision: DecisionOf<'move'>): void {
    const { after } = decision;
    const rest = this.blocks.filter((one) => one !== block);
    const at = rest.findIndex(({ lines }) => lines.first <= after && after <= lines.last);
    if (after !== 0 && at === -1) {
      this.#reportStale(decision, block.lines.first, block.text.slice(0, 40));
      return;
    }
    const place = after === 0 ? 0 : at + 1;
    this.blocks = [...rest.slice(0, place), block, ...rest.slice(place)];
  }
}

/** Without what a repair or the tool's Markdown may have changed. */
function bare(text: string): string {
  return text.replaceAll(/[\s\p{P}\p{S}]/gu, '');
}

function blockAt(
  blocks: readonly Block[],
  decision: { readonly line: number; readonly text?: string | undefined },
  sourceLines: readonly string[],
): Block | undefined {
  const wanted = bare(decision.text ?? '');
  return blocks.find((block) => {
    if (decision.line < block.lines.first || block.lines.last < decision.line) return false;
    if (wanted === '' || bare(sourceLines[decision.line - 1] ?? '').startsWith(wanted)) return true;
    const text = bare(block.text);
    return text.startsWith(wanted) || (text !== '' && wanted.startsWith(text));
  });
}
