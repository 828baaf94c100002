import type { Block } from '../page/block.ts';
import { markListBlocks } from '../page/list-line.ts';

/** One line of a repair's examples: what goes in, what must come out, the findings it must give. */
export interface RepairExample {
  readonly line: string;
  readonly before: readonly Block[];
  readonly after: readonly Block[];
  readonly notes: readonly string[];
}

/**
 * Reads the examples in the header of a repair's source. A line is `before -> after`, or
 * `before -> ==` where nothing may change; ⏎ parts blocks, # opens a heading, ! names the findings
 * that are due, and \n, \t and \uXXXX stand for what cannot be seen.
 */
export function parseRepairExamples(source: string): RepairExample[] {
  const header = /^\/\*\*(.*?)\*\//s.exec(source)?.[1] ?? '';
  const [, table = ''] = header.split(/^ \* Examples:\n/m);
  return parseExampleLines(table.split('\n').map((line) => line.replace(/^ \* {0,3}/, '')));
}

/** Reads examples that stand one a line; what has no arrow in it is none. */
export function parseExampleLines(lines: readonly string[]): RepairExample[] {
  return lines
    .filter((line) => line.includes(' -> '))
    .map((line) => {
      const [before = '', rest = ''] = line.split(' -> ');
      const [after = '', ...notes] = rest.split(' ! ');
      return {
        line,
        before: readBlocks(before),
        after: readBlocks(after.trim() === '==' ? before : after),
        notes: notes.map((note) => note.trim()),
      };
    });
}

/** Blocks in the notation of the examples, as the segmenter gives them: lines of lists are known. */
export function readBlocks(text: string): readonly Block[] {
  const blocks = text.split(' ⏎ ').map((part, index): Block => {
    const plain = part
      .replace(/\\n/g, '\n')
      .replace(/\\t(?![a-z])/g, '\t')
      .replace(/\\u([0-9a-f]{4})/g, (_, code: string) =>
        String.fromCharCode(Number.parseInt(code, 16)),
      );
    const lines = { first: index * 2 + 1, last: index * 2 + 1 };
    return plain.startsWith('# ')
      ? { type: 'heading', depth: 2, text: plain.slice(2), lines }
      : { type: 'paragraph', text: plain, lines };
  });
  return markListBlocks(blocks);
}
