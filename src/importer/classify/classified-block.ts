import type { BlockShape } from '../page/block-shape.ts';
import type { Block, LineRange } from '../page/block.ts';
import type { BlockRole } from '../page/decision.ts';

export interface ClassifiedBlock {
  readonly block: Block;
  /** What the block's words were read as; where a step cuts the text, it reads what it cut anew. */
  readonly shape: BlockShape;
  readonly role: BlockRole;
  /** A headline's second line, a paragraph that opens an item with 本报讯 and the like, a name in a listing. */
  readonly detail?: 'headline-line' | 'opening' | 'name' | undefined;
  /** Roles that are nearly as likely, the likeliest first. */
  readonly alternatives: readonly BlockRole[];
  /** Lines of the rule between this block and the ended text before it. */
  readonly sectionBreak?: LineRange;
  /** True where a person's decision gave the role. */
  readonly decided?: true | undefined;
}

/** Whether an item begins with a block: its headline, and not the second line of one. */
export function isItemHead({ role, detail }: ClassifiedBlock): boolean {
  return role === 'headline' && detail === undefined;
}

/** From the headline over a block that is none to the next: where its item begins, and where it has ended. */
function boundsOf(
  classified: readonly ClassifiedBlock[],
  index: number,
): readonly [number, number] {
  let [start, end] = [index, index + 1];
  while (start > 0 && !isItemHead(classified[start]!)) start -= 1;
  while (end < classified.length && !isItemHead(classified[end]!)) end += 1;
  return [start, end];
}

/** The blocks of the item that a block stands in. */
export function itemOf(
  classified: readonly ClassifiedBlock[],
  index: number,
): readonly ClassifiedBlock[] {
  return classified.slice(...boundsOf(classified, index));
}

/** Where the crossheads of an item stand that have the rank of the one at `index`, itself among them. */
export function brothersOf(
  classified: readonly ClassifiedBlock[],
  index: number,
): readonly number[] {
  const [start, end] = boundsOf(classified, index);
  const { depth } = classified[index]!.block;
  const found: number[] = [];
  for (let at = start; at < end; at += 1) {
    const { role, block } = classified[at]!;
    if (role === 'crosshead' && block.depth === depth) found.push(at);
  }
  return found;
}
