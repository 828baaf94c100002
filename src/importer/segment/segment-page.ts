import type { Script } from '../lexicon/script.ts';
import { dropLoops } from './drop-loops.ts';
import { edgeBlocks, normalizeHead } from './find-running-heads.ts';
import { markListBlocks } from '../page/list-line.ts';
import { isAlto, readAlto } from './read-alto.ts';
import { segmentBlocks } from './segment-blocks.ts';
import type { SegmentedPage } from './segmented-page.ts';

/**
 * Takes a page apart into blocks, whichever form it came in.
 *
 * @param runningHeads lines that the pages of the input repeat (findRunningHeads): at the top and the
 *   foot of this one they are edges, as those that a tool has told apart
 */
export function segmentPage(
  text: string,
  script: Script,
  runningHeads: ReadonlySet<string> = new Set(),
): SegmentedPage {
  const read = isAlto(text) ? readAlto(text, script) : segmentBlocks(text, script);
  const looped = dropLoops(read.blocks);
  const page = {
    ...read,
    blocks: looped.blocks,
    marks: [...read.marks, ...looped.dropped],
    findings: [...read.findings, ...looped.findings],
  };
  if (runningHeads.size === 0) return { ...page, blocks: markListBlocks(page.blocks) };
  const edges = [...page.edges];
  const blocks = page.blocks.filter((block, index) => {
    const isAtEdge = index < edgeBlocks || index >= page.blocks.length - edgeBlocks;
    const isHead =
      isAtEdge &&
      (block.type === 'heading' || block.type === 'paragraph') &&
      runningHeads.has(normalizeHead(block.text));
    if (isHead) edges.push({ text: block.text, line: block.lines.first, repeated: true });
    return !isHead;
  });
  return { ...page, blocks: markListBlocks(blocks), edges };
}
