import type { Block, BlockType } from '../page/block.ts';
import type { Edit } from '../page/edit-blocks.ts';
import {
  makeFinding,
  type FindingId,
  type FindingValues,
  type PageFinding,
} from '../page/findings.ts';
import type { Proposal } from './repair.ts';

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
  find: (block: Block, index: number, notes: PageFinding[]) => Iterable<Replacement>,
): Proposal {
  const edits: Edit[] = [];
  const notes: PageFinding[] = [];
  for (const [index, block] of blocks.entries()) {
    if (!isProse(block)) continue;
    for (const { start, end, text } of find(block, index, notes)) {
      edits.push({ kind: 'replace', block: index, start, end, text });
    }
  }
  return { edits, notes };
}

/**
 * Puts in the place of each match of `shape` what `read` takes it for.
 *
 * @param read is given the match and the UTF-16 offsets of its ends; undefined leaves it as it stands
 */
export function* replaceEach(
  text: string,
  shape: RegExp,
  read: (match: RegExpExecArray, start: number, end: number) => string | undefined,
): Generator<Replacement> {
  for (const match of text.matchAll(shape)) {
    const start = match.index;
    const end = start + match[0].length;
    const meant = read(match, start, end);
    if (meant !== undefined && meant !== match[0]) yield { start, end, text: meant };
  }
}

/**
 * Marks that `find` turns, one for one. A mark that has turned is another neighbour to the next: it looks
 * again until none turns, so that twice is once; the findings are those of the last look.
 */
export function untilNoneTurns(
  block: Block,
  notes: PageFinding[],
  find: (block: Block, notes: PageFinding[]) => Iterable<Replacement>,
): readonly Replacement[] {
  const found: Replacement[] = [];
  let current = block;
  for (let pass = 0; pass < 6; pass += 1) {
    const doubts: PageFinding[] = [];
    const turned = [...find(current, doubts)];
    if (turned.length === 0 || pass === 5) {
      notes.push(...doubts);
      break;
    }
    found.push(...turned);
    const characters = current.text.split('');
    for (const { start, text } of turned) characters[start] = text;
    current = { ...current, text: characters.join('') };
  }
  return found;
}

/** A finding about a place of a block, with `reach` UTF-16 units on either side of it as its excerpt. */
export function findingAt(
  id: FindingId,
  { text, lines }: Block,
  { start, end }: { readonly start: number; readonly end: number },
  values: FindingValues = {},
  reach = 12,
): PageFinding {
  const from = Math.max(0, start - reach);
  const to = Math.min(text.length, end + reach);
  const excerpt = `${from > 0 ? '…' : ''}${text.slice(from, to)}${to < text.length ? '…' : ''}`;
  return makeFinding(id, { line: lines.first, excerpt }, values);
}
