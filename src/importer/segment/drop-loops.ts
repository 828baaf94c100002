import type { Block } from '../page/block.ts';
import { makeFinding, type PageFinding } from '../page/findings.ts';

/** A poem or a cheer says a line three times; a model that has lost its place goes on and on. */
const leastTurns = 4;
/** Blocks that a loop goes through at most before it begins again. */
const longestTurn = 40;

export interface LoopFree {
  readonly blocks: readonly Block[];
  /** Text that a loop said again. */
  readonly dropped: readonly string[];
  readonly findings: readonly PageFinding[];
}

/**
 * Sets aside what a model repeats: the same blocks, or the same words within one, at least four times
 * on end. The first turn stays, and one finding says how often it came again. Lines that differ in a
 * digit are no repetition.
 */
export function dropLoops(blocks: readonly Block[]): LoopFree {
  const kept: Block[] = [];
  const dropped: string[] = [];
  const findings: PageFinding[] = [];
  const texts = blocks.map((block) => (isWords(block) ? block.text.trim() : undefined));
  let index = 0;
  while (index < blocks.length) {
    const loop = findLoop(texts, index);
    const end = loop ? index + loop.turn : index + 1;
    for (const block of blocks.slice(index, end)) kept.push(withoutLoop(block, dropped, findings));
    index = end;
    if (!loop) continue;
    const again = blocks.slice(end, loop.end);
    dropped.push(...again.map((block) => block.text));
    findings.push(reportLoop(again[0]!.lines.first, again[0]!.text, loop.end - end, loop.turn));
    index = loop.end;
  }
  return { blocks: kept, dropped, findings };
}

function reportLoop(line: number, excerpt: string, blocks: number, turn: number): PageFinding {
  return makeFinding(
    'repetition-loop',
    { line, excerpt: excerpt.slice(0, 60) },
    { times: Math.max(1, Math.round(blocks / turn)) },
  );
}

function isText({ type }: Block): boolean {
  return type === 'paragraph' || type === 'heading' || type === 'list-item';
}

function isWords(block: Block): boolean {
  return isText(block) && /\p{L}/u.test(block.text);
}

/** The loop that begins at block `from`: the length of a turn, and the block after the last. */
function findLoop(
  texts: readonly (string | undefined)[],
  from: number,
): { turn: number; end: number } | undefined {
  for (let turn = 1; turn <= longestTurn; turn += 1) {
    if (texts[from] === undefined || texts[from] !== texts[from + turn]) continue;
    let end = from + turn;
    while (texts[end] !== undefined && texts[end] === texts[end - turn]) end += 1;
    if (end - from < turn * leastTurns || texts.slice(from, from + turn).join('').length < 6)
      continue;
    // The last turn may be cut short within a block.
    const cut = texts[end];
    const due = texts[end - turn];
    if (cut !== undefined && end === texts.length - 1 && due!.startsWith(cut)) end += 1;
    return { turn, end };
  }
  return undefined;
}

/** What is asked of the turn is asked after: a look ahead for a letter reads a long line once a place. */
const inner = /([^\n]{3,80}?)\1{5,}/gu;

/** No paper sets thirty of one of them; leaders and blanks to fill in are of others. */
const marks = /([*[\](){}<>~])\1{29,}/gu;

/** A block without the words that it says again and again. */
function withoutLoop(block: Block, dropped: string[], findings: PageFinding[]): Block {
  if (!isText(block) || block.text.length < 24) return block;
  let { text } = block;
  const words = [...text.matchAll(inner)].filter(([, turn]) => /\p{L}/u.test(turn!));
  for (const { 0: whole, 1: turn = '' } of [...words, ...text.matchAll(marks)]) {
    const rest = whole.slice(turn.length);
    dropped.push(rest);
    findings.push(reportLoop(block.lines.first, whole, rest.length, turn.length));
    text = text.replace(whole, turn);
  }
  if (text === block.text) return block;
  // What is bold in it has moved.
  return { ...block, text, emphasis: undefined };
}
