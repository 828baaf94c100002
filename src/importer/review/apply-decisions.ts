import type { Block } from '../page/block.ts';
import type { Change } from '../page/edit-blocks.ts';
import type { BlockRole, Decision } from '../page/decision.ts';
import { makeFinding, type PageFinding } from '../page/findings.ts';
import type { PendingEdit } from './apply-late-edits.ts';

export interface DecidedBlocks {
  readonly blocks: readonly Block[];
  readonly roles: ReadonlyMap<Block, BlockRole>;
  /** Blocks at which a person said that an item begins, and that none begins. */
  readonly splits: ReadonlySet<Block>;
  readonly merges: ReadonlySet<Block>;
  /** Findings that a person has looked at and found in order need not be reported again. */
  readonly isAccepted: (finding: PageFinding) => boolean;
  /** Edits of words that are not in their block yet: see applyLateEdits. */
  readonly pending: readonly PendingEdit[];
  readonly findings: readonly PageFinding[];
  /** What the edits changed, as the repairs record it. */
  readonly edits: readonly Change[];
}

/**
 * Repeats a person's decisions on the repaired blocks of a page; those that no longer fit are reported.
 *
 * @param source the page's own text: a decision may quote it as it came or as it was repaired
 */
export function applyDecisions(
  blocks: readonly Block[],
  decisions: readonly Decision[],
  source: string,
): DecidedBlocks {
  const sourceLines = source.split('\n');
  let current = [...blocks];
  const roles = new Map<Block, BlockRole>();
  const splits = new Set<Block>();
  const merges = new Set<Block>();
  const accepted: Extract<Decision, { action: 'accept' }>[] = [];
  const pending: PendingEdit[] = [];
  const findings: PageFinding[] = [];
  const edits: Change[] = [];
  /** A block may be replaced by an edit: what was said of it holds for what replaced it. */
  const replace = (from: Block, to: Block): void => {
    current = current.map((one) => (one === from ? to : one));
    const role = roles.get(from);
    if (role !== undefined) roles.set(to, role);
    if (splits.has(from)) splits.add(to);
    if (merges.has(from)) merges.add(to);
  };
  for (const decision of decisions) {
    if (decision.action === 'accept') {
      accepted.push(decision);
      continue;
    }
    const block = blockAt(current, decision, sourceLines);
    if (!block) {
      findings.push(
        makeFinding(
          'decision-stale',
          { line: Math.max(decision.line, 1), excerpt: decision.text ?? '' },
          { line: decision.line, action: decision.action },
        ),
      );
      continue;
    }
    switch (decision.action) {
      case 'role':
        roles.set(block, decision.role);
        break;
      case 'skip':
        roles.set(block, 'clutter');
        break;
      case 'split':
        splits.add(block);
        break;
      case 'merge':
        merges.add(block);
        break;
      case 'edit': {
        const at = block.text.indexOf(decision.from);
        if (at === -1 || decision.to.includes('\n')) {
          pending.push({ decision, block });
          break;
        }
        const { emphasis, ...plain } = block;
        const text =
          block.text.slice(0, at) + decision.to + block.text.slice(at + decision.from.length);
        const spans = emphasis?.filter((span) => span.end <= at) ?? [];
        replace(block, { ...plain, text, ...(spans.length > 0 ? { emphasis: spans } : {}) });
        edits.push({
          kind: 'replace',
          offset: at,
          before: decision.from,
          after: decision.to,
          line: block.lines.first,
        });
        break;
      }
      case 'move': {
        const rest = current.filter((one) => one !== block);
        const after =
          decision.after === 0
            ? -1
            : rest.findIndex(
                (one) => one.lines.first <= decision.after && decision.after <= one.lines.last,
              );
        if (decision.after !== 0 && after === -1) {
          findings.push(
            makeFinding(
              'decision-stale',
              { line: block.lines.first, excerpt: block.text.slice(0, 40) },
              { line: decision.line, action: decision.action },
            ),
          );
          break;
        }
        current = [...rest.slice(0, after + 1), block, ...rest.slice(after + 1)];
        break;
      }
    }
  }
  const isAccepted = (finding: PageFinding): boolean =>
    accepted.some(
      ({ line, finding: id, text }) =>
        finding.id === id &&
        finding.line === line &&
        (text === undefined ||
          bare(finding.excerpt).includes(bare(text)) ||
          bare(sourceLines[line - 1] ?? '').startsWith(bare(text))),
    );
  return { blocks: current, roles, splits, merges, isAccepted, pending, findings, edits };
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
