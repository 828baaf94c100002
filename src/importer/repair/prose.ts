import type { Block, BlockType } from '../page/block.ts';
import type { Edit } from '../page/edit-blocks.ts';
import type { Proposal, RepairNote } from './repair.ts';

const proseTypes: ReadonlySet<BlockType> = new Set(['heading', 'paragraph', 'list-item', 'quote']);

/** Whether a block's `text` is running text or a title: what most repairs are for. */
export function isProse(block: Block): boolean {
  return proseTypes.has(block.type);
}

/** A replacement inside one block, as UTF-16 offsets of its text. */
export interface Replacement {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/** Runs `find` over each block of running text and makes one proposal of what it gives. */
export function proposeEach(
  blocks: readonly Block[],
  find: (block: Block, index: number, notes: RepairNote[]) => Iterable<Replacement>,
): Proposal {
  const edits: Edit[] = [];
  const notes: RepairNote[] = [];
  for (const [index, block] of blocks.entries()) {
    if (!isProse(block)) continue;
    for (const { start, end, text } of find(block, index, notes)) {
      edits.push({ kind: 'replace', block: index, start, end, text });
    }
  }
  return { edits, notes };
}

/** Some characters on either side of a place, for a note's excerpt. */
export function excerptAround(text: string, start: number, end: number, reach = 12): string {
  const from = Math.max(0, start - reach);
  const to = Math.min(text.length, end + reach);
  return `${from > 0 ? '…' : ''}${text.slice(from, to)}${to < text.length ? '…' : ''}`;
}
