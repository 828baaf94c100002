import type { FindingWords } from '../../newspaper/finding.ts';
import type { Block } from '../page/block.ts';
import type { Edit } from '../page/edit-blocks.ts';
import type { Script } from '../lexicon/script.ts';

/** A repair that is not sure enough to be silent says so here; the importer adds the file's name. */
export interface RepairNote {
  /** Kebab-case id of the defect, as in import/findings.ts. */
  readonly id: string;
  readonly severity: 'info' | 'review';
  /** 1-based line of the raw page. */
  readonly line: number;
  readonly excerpt: string;
  readonly message: string;
  readonly action: string;
  readonly english: FindingWords;
}

export interface RepairContext {
  readonly script: Script;
  /** False where the page's printed lines show that its paragraphs begin without an indent. */
  readonly setsIndents?: boolean | undefined;
}

/** What a repair wants done. It never makes text itself: see edit-blocks.ts. */
export interface Proposal {
  readonly edits: readonly Edit[];
  readonly notes: readonly RepairNote[];
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
