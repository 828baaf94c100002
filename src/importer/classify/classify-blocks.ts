import type { Block, LineRange } from '../page/block.ts';
import type { BlockRole } from '../page/decision.ts';
import { blockCosts } from './block-costs.ts';
import { readBlockShape } from '../page/block-shape.ts';
import { measurePage } from './page-shape.ts';
import { placeShape, type PlaceContext, type PlacedShape } from './placed-shape.ts';
import { findCheapestReading } from './cheapest-reading.ts';
import type { ClassifiedBlock } from './classified-block.ts';
import { settleCrossheads } from './settle-crossheads.ts';
import { roleOfState, type Costs } from './state.ts';

export interface ClassifyContext extends PlaceContext {
  /** Roles that a person has decided, by block. */
  readonly decided?: ReadonlyMap<Block, BlockRole>;
}

/**
 * Says what each block of a page is for, by its shape and its place among the others. The level of a
 * heading weighs little: on real pages bylines, labels and headlines share levels, and a label stands
 * above or below its headline's level by chance.
 *
 * Every role gives each block a cost by its shape (`blockCosts`), every pair of neighbours a cost by
 * the grammar of a newspaper page (`page-grammar`); the cheapest reading of the whole page is taken,
 * and a block whose second-best reading of the page is nearly as cheap is reported with that
 * alternative.
 */
export function classifyBlocks(
  blocks: readonly Block[],
  context: ClassifyContext,
): readonly ClassifiedBlock[] {
  const shown = blocks.filter((block) => block.type !== 'rule');
  return markSectionBreaks(settleCrossheads(classifyShown(shown, context), context.script), blocks);
}

/**
 * A rule between two texts parts sections. Between a text that has not ended and its rest it is the
 * end of a column, and beside a head or a picture a frame.
 */
function markSectionBreaks(
  classified: readonly ClassifiedBlock[],
  blocks: readonly Block[],
): readonly ClassifiedBlock[] {
  const rules = new Map<Block, LineRange>();
  for (const [index, block] of blocks.entries()) {
    const before = blocks[index - 1];
    if (before?.type === 'rule' && block.type !== 'rule') rules.set(block, before.lines);
  }
  return classified.map((one, index) => {
    const before = classified[index - 1];
    const lines = rules.get(one.block);
    return lines && before && isSectionText(before) && isSectionText(one) && endsText(before)
      ? { ...one, sectionBreak: lines }
      : one;
  });
}

function isSectionText({ role, detail }: ClassifiedBlock): boolean {
  return ['paragraph', 'verse', 'list-item', 'table'].includes(role) && detail !== 'opening';
}

function endsText({ role, block }: ClassifiedBlock): boolean {
  return role !== 'paragraph' || /[。！？!?….][”’」』）)》"']*$/u.test(block.text.trim());
}

/** A rule parts what no grammar here needs parted, and would hide neighbours from each other. */
function classifyShown(
  blocks: readonly Block[],
  context: ClassifyContext,
): readonly ClassifiedBlock[] {
  if (blocks.length === 0) return [];
  const own = blocks.map((block) => readBlockShape(block, context));
  const page = measurePage(own, context.script);
  const shapes = own.map((_, index) => placeShape(own, index, page, context));
  const costs = blocks.map((block, index) => {
    const decided = context.decided?.get(block);
    return decided === undefined
      ? blockCosts(shapes, index, page)
      : decidedCosts(decided, shapes[index]!);
  });
  return findCheapestReading(costs).map(({ state, alternatives }, index) => {
    const block = blocks[index]!;
    return {
      block,
      shape: shapes[index]!,
      role: roleOfState(state),
      alternatives,
      detail:
        state === 'headline-line' || state === 'opening'
          ? state
          : state === 'crosshead' && page.listings.get(index) === 'name'
            ? 'name'
            : undefined,
      decided: context.decided?.has(block) ? true : undefined,
    };
  });
}

function decidedCosts(role: BlockRole, shape: PlacedShape): Costs {
  return { [role === 'paragraph' && shape.opensNews ? 'opening' : role]: 0 };
}
