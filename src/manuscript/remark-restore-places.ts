import type { Nodes, Parents, Root } from 'mdast';
import { visit } from 'unist-util-visit';
import type { VFile } from 'vfile';

type Position = NonNullable<Root['position']>;
type Point = Position['start'];

/**
 * Gives texts and links their places back: remark-gfm takes a text apart where an address stands in it
 * (mdast-util-gfm-autolink-literal: `见www.example.org`, `写信desk@example.org`), and the pieces have
 * none. What is told of them would be told at the head of the body.
 *
 * Nothing is done where the file of the tree is not at hand.
 */
export function remarkRestorePlaces() {
  return (tree: Root, file: VFile): void => {
    const source = String(file);
    visit(tree, (node) => {
      if (source !== '' && 'children' in node) restorePlaces(node, source);
    });
  };
}

function restorePlaces(parent: Parents, source: string): void {
  const { position, children } = parent;
  if (position === undefined) return;
  // Behind each child, where the next one that has a place begins.
  const limits: number[] = [];
  let limit = position.end.offset ?? source.length;
  for (const [index, child] of [...children.entries()].reverse()) {
    limits[index] = limit;
    limit = child.position?.start.offset ?? limit;
  }
  let point = position.start;
  for (const [index, child] of children.entries()) {
    if (child.position === undefined) {
      setPlace(child, placeOf(wordsOf(child), source, point, limits[index]!));
    }
    point = child.position!.end;
  }
}

/** A piece of text, or a link with such a piece in it. */
function wordsOf(node: Nodes): string {
  if ('value' in node) return node.value;
  return 'children' in node ? node.children.map(wordsOf).join('') : '';
}

/** Where the words next stand as they are read; where escapes stand in them, all that is left. */
function placeOf(words: string, source: string, from: Point, limit: number): Position {
  const { offset = 0 } = from;
  const found = source.slice(offset, limit).indexOf(words);
  if (found === -1) return { start: from, end: advance(from, limit, source) };
  const start = advance(from, offset + found, source);
  return { start, end: advance(start, offset + found + words.length, source) };
}

function setPlace(node: Nodes, position: Position): void {
  node.position = position;
  if ('children' in node) for (const child of node.children) setPlace(child, position);
}

function advance({ line, column, offset = 0 }: Point, to: number, source: string): Point {
  const lines = source.slice(offset, to).split('\n');
  const last = lines.at(-1)!.length;
  return {
    line: line + lines.length - 1,
    column: lines.length === 1 ? column + last : last + 1,
    offset: to,
  };
}
