import type { Link, Node, Nodes, Root } from 'mdast';
import { toString } from 'mdast-util-to-string';

/**
 * A stretch of an article that is read as one: a paragraph, a crosshead, a cell of a table, or a line
 * of its title. `text` is what a reader sees; what is not prose (code, addresses, a component's tag)
 * is `notProse`, one unit long, so that rules neither see into it nor across it.
 */
export interface ProseBlock {
  readonly kind: 'paragraph' | 'crosshead' | 'cell' | 'title';
  readonly text: string;
  /** Where a unit of `text` stands in the file's text, 0-based; `text.length` is allowed. */
  readonly offsetAt: (unit: number) => number;
  /** Whether `text` from one unit to another is written in the file just as it is read. */
  readonly isLiteral: (start: number, end: number) => boolean;
}

/** OBJECT REPLACEMENT CHARACTER, Unicode's own mark for a thing in the middle of text. */
export const notProse = '\ufffc';

/** A block that stands in the file as it is read. */
export function literalBlock(kind: ProseBlock['kind'], text: string, offset: number): ProseBlock {
  return { kind, text, offsetAt: (unit) => offset + unit, isLiteral: () => true };
}

/**
 * The blocks of an article's body, from its tree.
 *
 * @param tree from `parseArticle`
 * @param body the text that `tree` was read from
 * @param bodyOffset where the body begins in the file
 */
export function proseBlocksOf(tree: Root, body: string, bodyOffset: number): ProseBlock[] {
  const blocks: ProseBlock[] = [];
  const walk = (node: Nodes): void => {
    const kind = kinds[node.type];
    if (kind !== undefined && 'children' in node)
      blocks.push(blockOf(kind, node, body, bodyOffset));
    else if ('children' in node) node.children.forEach(walk);
  };
  walk(tree);
  return blocks.filter(({ text }) => text.trim() !== '');
}

const kinds: Readonly<Record<string, ProseBlock['kind']>> = {
  paragraph: 'paragraph',
  heading: 'crosshead',
  tableCell: 'cell',
  mdxJsxTextElement: 'paragraph',
};

function blockOf(
  kind: ProseBlock['kind'],
  block: Nodes & { readonly children: readonly Nodes[] },
  body: string,
  bodyOffset: number,
): ProseBlock {
  let text = '';
  const offsets: number[] = [];
  const add = (piece: string, from: number): void => {
    for (let unit = 0; unit < piece.length; unit += 1) offsets.push(from + unit);
    text += piece;
  };
  const walk = (node: Nodes): void => {
    const [start, end] = [startOf(node), endOf(node)];
    switch (node.type) {
      case 'text':
        if (end - start === node.value.length) add(node.value, start);
        else addEscaped(node.value, start, end);
        return;
      case 'break':
        add('\n', start);
        return;
      case 'link':
        // An address that stands bare is prose with a fault; one in brackets is not read as words.
        if (body[start] === '[' && isAddress(node)) add(notProse, start);
        else node.children.forEach(walk);
        return;
      case 'inlineCode':
      case 'image':
      case 'footnoteReference':
      case 'imageReference':
        add(notProse, start);
        return;
      default:
        if ('children' in node) node.children.forEach(walk);
        else add(notProse, start);
    }
  };
  /** Backslashes, references, line ends between Han and the head of a next line are in the source alone. */
  const addEscaped = (value: string, start: number, end: number): void => {
    let at = start;
    for (const unit of value.split('')) {
      while (at < end && body[at] !== unit && /[\s>]/.test(body[at]!)) at += 1;
      // The unit stands at its backslash: what is written is not what is read.
      offsets.push(at);
      const reference = /^&#?\w+;/.exec(body.slice(at, at + 40));
      if (body[at] === '\\' && body[at + 1] === unit) at += 2;
      else at += reference?.[0].length ?? Number(body[at] === unit);
    }
    text += value;
  };
  block.children.forEach(walk);
  const last = offsets.length === 0 ? startOf(block) : offsets.at(-1)! + 1;
  offsets.push(last);
  return {
    kind,
    text,
    offsetAt: (unit) => bodyOffset + (offsets[unit] ?? last),
    isLiteral: (start, end) =>
      body.slice(offsets[start], (offsets[end - 1] ?? last) + 1) === text.slice(start, end),
  };
}

function isAddress(link: Link): boolean {
  return /^(?:https?:\/\/|www\.)/i.test(toString(link));
}

function startOf(node: Node): number {
  return node.position?.start.offset ?? 0;
}

function endOf(node: Node): number {
  return node.position?.end.offset ?? startOf(node);
}
