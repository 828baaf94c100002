import type { Block } from '../page/block.ts';
import type { Edit } from '../page/edit-blocks.ts';
import type { PageFinding } from '../page/findings.ts';
import type { Script } from '../lexicon/script.ts';

export interface RepairContext {
  readonly script: Script;
  /** False where the page's printed lines show that its paragraphs begin without an indent. */
  readonly setsIndents?: boolean | undefined;
}

/** What a repair wants done. It never makes text itself: see edit-blocks.ts. */
export interface Proposal {
  readonly edits: readonly Edit[];
  /** What it is not sure enough of to be silent. */
  readonly notes: readonly PageFinding[];
}

/**
 * A row of the ordered table in repairs.ts.
 *
 * `page` repairs see all blocks of a page before anything is known of their roles; `body` repairs
 * see the body paragraphs of one article, or the paragraphs of one caption, after grouping (a
 * headline must never be joined to a text).
 */
export interface Repair {
  /** Its file name, its id in reports and its heading in docs/repairs.md. */
  readonly id: string;
  readonly stage: 'page' | 'body';
  /** Ids of the repairs that must have run before this one. */
  readonly after: readonly string[];
  readonly scripts: readonly Script[];
  readonly why: string;
  readonly propose: (blocks: readonly Block[], context: RepairContext) => Proposal;
}
