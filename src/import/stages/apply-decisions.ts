import type { Block } from '../../ocr/block.ts';
import type { Change } from '../../ocr/edit-blocks.ts';
import type { BlockRole, Decision } from '../decision.ts';
import { makeFinding, type PageFinding } from '../findings.ts';

export interface DecidedBlocks {
  readonly blocks: readonly Block[];
  readonly roles: ReadonlyMap<Block, BlockRole>;
  /** Blocks at which a person said that an item begins, and that none begins. */
  readonly splits: ReadonlySet<Block>;
  readonly merges: ReadonlySet<Block>;
  /** `line:finding` of findings that a person has accepted. */
  readonly accepted: ReadonlySet<string>;
  readonly findings: readonly PageFinding[];
  /** What the edits changed, as the repairs record it. */
  readonly edits: readonly Change[];
}

/** Repeats a person's decisions on the repaired blocks of a page; those that no longer fit are reported. */
export function applyDecisions(
  blocks: readonly Block[],
  decisions: readonly Decision[],
): DecidedBlocks {
  let current = [...blocks];
  const roles = new Map<Block, BlockRole>();
  const splits = new Set<Block>();
  const merges = new Set<Block>();
  const accepted = new Set<string>();
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
      accepted.add(`${decision.line}:${decision.finding}`);
      continue;
    }
    const block = blockAt(current, decision);
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
        if (at === -1 || decision.from === '') {
          findings.push(
            makeFinding(
              'decision-stale',
              { line: block.lines.first, excerpt: decision.from },
              { line: decision.line, action: decision.action },
            ),
          );
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
  return { blocks: current, roles, splits, merges, accepted, findings, edits };
}

function blockAt(
  blocks: readonly Block[],
  decision: { readonly line: number; readonly text?: string },
): Block | undefined {
  const bare = (text: string): string => text.replaceAll(/[\s\p{P}\p{S}]/gu, '');
  const wanted = bare(decision.text ?? '');
  return blocks.find(
    (block) =>
      block.lines.first <= decision.line &&
      decision.line <= block.lines.last &&
      (wanted === '' || bare(block.text).startsWith(wanted) || wanted.startsWith(bare(block.text))),
  );
}
