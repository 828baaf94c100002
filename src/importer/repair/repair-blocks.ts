import type { Block } from '../page/block.ts';
import { applyEdits, replayChanges, textOfBlocks, type Change } from '../page/edit-blocks.ts';
import type { PageFinding } from '../page/findings.ts';
import type { Script } from '../lexicon/script.ts';
import { showsFlushParagraphs } from './line-evidence.ts';
import type { Repair, RepairContext } from './repair.ts';
import { repairs } from './repairs.ts';

export interface RepairedBlocks {
  readonly blocks: readonly Block[];
  readonly notes: readonly PageFinding[];
  /** Every change, repair by repair, in the order of the table. */
  readonly changes: readonly Change[];
  /** Repair id -> number of changes, for those that changed something. */
  readonly counts: ReadonlyMap<string, number>;
}

/** What a page's repairs are made against; where its lines show no indents, their blanks may. */
export function repairContextOf(
  script: Script,
  page: { readonly blocks: readonly Block[]; readonly setsIndents?: boolean | undefined },
): RepairContext {
  const isFlush = (): boolean => showsFlushParagraphs(page.blocks.map((block) => block.text));
  return { script, setsIndents: page.setsIndents ?? (isFlush() ? false : undefined) };
}

/**
 * Runs the repairs of one stage over `blocks`, in the order of the table.
 *
 * Stage `page`: all blocks of one page. Stage `body`: the paragraphs of one article, or of one
 * caption, and nothing that stands between them on the page.
 *
 * Throws an Error where the recorded changes do not give the new text out of the old one. That
 * cannot happen unless a repair or the engine has a bug, and then no text may go out.
 */
export function repairBlocks(
  blocks: readonly Block[],
  stage: Repair['stage'],
  context: RepairContext,
  table: readonly Repair[] = repairs,
): RepairedBlocks {
  let current = blocks;
  const notes: PageFinding[] = [];
  const changes: Change[] = [];
  const counts = new Map<string, number>();
  for (const repair of table) {
    if (repair.stage !== stage || !repair.scripts.includes(context.script)) continue;
    const proposal = repair.propose(current, context);
    for (const note of proposal.notes) notes.push(note);
    if (proposal.edits.length === 0) continue;
    const applied = applyEdits(current, proposal.edits);
    if (replayChanges(textOfBlocks(current), applied.changes) !== textOfBlocks(applied.blocks)) {
      throw new Error(`Repair ${repair.id}: its recorded changes do not account for its text`);
    }
    for (const change of applied.changes) changes.push(change);
    counts.set(repair.id, applied.changes.length);
    current = applied.blocks;
  }
  return { blocks: current, notes, changes, counts };
}
