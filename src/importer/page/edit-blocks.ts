import type { Block, EmphasisSpan } from './block.ts';

/**
 * The only three things that can happen to text. A repair proposes them, applyEdits does them and
 * writes down what it did, so that no repair can lose a character without a record.
 */
export type Edit =
  /** Puts `text` in the place of `start`..`end` (UTF-16 units) of block number `block` (0-based). */
  | { kind: 'replace'; block: number; start: number; end: number; text: string }
  /** Makes one block of number `block` and the next, with `glue` between the two texts. */
  | { kind: 'join'; block: number; glue: string }
  /** Makes two blocks of one, before the UTF-16 unit `at`. */
  | { kind: 'split'; block: number; at: number };

/**
 * One thing that was done. `offset` counts UTF-16 units in the texts of all blocks as they stood
 * before this repair, written one after another with nothing between them.
 */
export interface Change {
  readonly kind: Edit['kind'];
  readonly offset: number;
  readonly before: string;
  readonly after: string;
  /** 1-based first line of the raw page of the block concerned. */
  readonly line: number;
}

interface Insertion {
  readonly start: number;
  readonly end: number;
  readonly text: string;
  readonly splits: boolean;
}

/**
 * Applies `edits` (in any order; they may not overlap) to `blocks`.
 *
 * Blocks whose text an edit has emptied fall away. Emphasis spans move with their text. Throws a
 * RangeError where edits overlap or lie outside a block: that is a bug of a repair.
 */
export function applyEdits(
  blocks: readonly Block[],
  edits: readonly Edit[],
): { blocks: Block[]; changes: Change[] } {
  if (edits.length === 0) return { blocks: [...blocks], changes: [] };
  const inBlock = new Map<number, Insertion[]>();
  const glueAfter = new Map<number, string>();
  for (const edit of edits) {
    const block = blocks[edit.block];
    if (block === undefined) throw new RangeError(`Edit of block ${edit.block}: no such block`);
    if (edit.kind === 'join') {
      if (blocks[edit.block + 1] === undefined) {
        throw new RangeError(`Join after block ${edit.block}: it is the last one`);
      }
      glueAfter.set(edit.block, edit.glue);
      continue;
    }
    const insertion =
      edit.kind === 'split'
        ? { start: edit.at, end: edit.at, text: '', splits: true }
        : { start: edit.start, end: edit.end, text: edit.text, splits: false };
    if (
      insertion.start < 0 ||
      insertion.end < insertion.start ||
      insertion.end > block.text.length
    ) {
      throw new RangeError(`Edit of block ${edit.block} at ${insertion.start}: outside its text`);
    }
    const list = inBlock.get(edit.block);
    if (list === undefined) inBlock.set(edit.block, [insertion]);
    else list.push(insertion);
  }

  const changes: Change[] = [];
  const result: Block[] = [];
  let offset = 0;
  let glue: string | undefined;
  for (const [index, block] of blocks.entries()) {
    const insertions = inBlock.get(index);
    const pieces =
      insertions === undefined ? [block] : editOne(block, insertions, index, offset, changes);
    const [head, ...rest] = pieces;
    const previous = result.at(-1);
    if (glue !== undefined && previous !== undefined && head !== undefined) {
      result[result.length - 1] = joinTwo(previous, head, glue);
      result.push(...rest);
    } else {
      result.push(...pieces);
    }
    offset += block.text.length;
    glue = glueAfter.get(index);
    if (glue !== undefined) {
      changes.push({ kind: 'join', offset, before: '', after: glue, line: block.lines.last });
    }
  }
  return { blocks: result, changes };
}

function editOne(
  block: Block,
  insertions: Insertion[],
  index: number,
  offset: number,
  changes: Change[],
): Block[] {
  insertions.sort((a, b) => a.start - b.start || a.end - b.end);
  const cuts: { at: number; from: number }[] = [{ at: 0, from: 0 }];
  // Old position -> new position, at each edge of an edit: enough to move emphasis spans.
  const edges: { old: number; now: number }[] = [];
  let text = '';
  let done = 0;
  for (const { start, end, text: replacement, splits } of insertions) {
    if (start < done) throw new RangeError(`Edits of block ${index} overlap at ${start}`);
    text += block.text.slice(done, start);
    edges.push({ old: start, now: text.length });
    if (splits) cuts.push({ at: text.length, from: start });
    text += replacement;
    edges.push({ old: end, now: text.length });
    done = end;
    changes.push({
      kind: splits ? 'split' : 'replace',
      offset: offset + start,
      before: block.text.slice(start, end),
      after: replacement,
      line: block.lines.first,
    });
  }
  text += block.text.slice(done);
  const spans = moveSpans(block.emphasis ?? [], edges);
  const pieces: Block[] = [];
  for (const [number, cut] of cuts.entries()) {
    const end = cuts[number + 1]?.at ?? text.length;
    if (end === cut.at) continue;
    pieces.push(withText(block, text.slice(cut.at, end), clipSpans(spans, cut.at, end)));
  }
  return pieces;
}

/** Moves spans over sorted edges in one pass; a place inside a replaced run goes to the run's end. */
function moveSpans(
  spans: readonly EmphasisSpan[],
  edges: readonly { old: number; now: number }[],
): EmphasisSpan[] {
  const move = (position: number): number => {
    let low = 0;
    let high = edges.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (edges[middle]!.old <= position) low = middle + 1;
      else high = middle;
    }
    const edge = edges[low - 1];
    if (edge === undefined) return position;
    const next = edges[low];
    const moved = edge.now + (position - edge.old);
    return next === undefined ? moved : Math.min(moved, next.now);
  };
  return spans.map((span) => ({ ...span, start: move(span.start), end: move(span.end) }));
}

function clipSpans(spans: readonly EmphasisSpan[], start: number, end: number): EmphasisSpan[] {
  return spans
    .map((span) => ({
      ...span,
      start: Math.max(span.start, start) - start,
      end: Math.min(span.end, end) - start,
    }))
    .filter((span) => span.start < span.end);
}

function withText(block: Block, text: string, spans: readonly EmphasisSpan[]): Block {
  const rest: { -readonly [Key in keyof Block]: Block[Key] } = { ...block };
  delete rest.emphasis;
  return spans.length > 0 ? { ...rest, text, emphasis: spans } : { ...rest, text };
}

function joinTwo(left: Block, right: Block, glue: string): Block {
  const shift = left.text.length + glue.length;
  const spans = [
    ...(left.emphasis ?? []),
    ...(right.emphasis ?? []).map((span) => ({
      ...span,
      start: span.start + shift,
      end: span.end + shift,
    })),
  ];
  const lines = {
    first: Math.min(left.lines.first, right.lines.first),
    last: Math.max(left.lines.last, right.lines.last),
  };
  return { ...withText(left, left.text + glue + right.text, spans), lines };
}

/** The text of all blocks, one after another: what `offset` of a change counts in. */
export function textOfBlocks(blocks: readonly Block[]): string {
  return blocks.map((block) => block.text).join('');
}

/**
 * Makes the text after from the text before, out of the changes of one repair alone. What it gives
 * must equal `textOfBlocks` of the repaired blocks: that is the proof that nothing else happened.
 */
export function replayChanges(text: string, changes: readonly Change[]): string {
  const pieces: string[] = [];
  let done = 0;
  for (const { offset, before, after } of changes) {
    pieces.push(text.slice(done, offset), after);
    done = offset + before.length;
  }
  pieces.push(text.slice(done));
  return pieces.join('');
}
