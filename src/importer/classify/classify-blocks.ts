import { isContactLine } from '../lexicon/contact-line.ts';
import type { Script } from '../lexicon/script.ts';
import type { Block, LineRange } from '../page/block.ts';
import { labelCost } from '../lexicon/column-label.ts';
import { isGreeting } from '../lexicon/letter.ts';
import { isNoticeTitle } from '../lexicon/notice-title.ts';
import { isAward } from '../page/list-line.ts';
import type { BlockRole } from '../page/decision.ts';
import { blockCosts } from './block-costs.ts';
import { isDay } from './head-signs.ts';
import { readBlockShape, type BlockShape } from '../page/block-shape.ts';
import { measurePage } from './page-shape.ts';
import { placeShape, type PlaceContext, type PlacedShape } from './placed-shape.ts';
import { findCheapestReading } from './cheapest-reading.ts';
import { roleOfState, type Costs } from './state.ts';

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

/** The head of an item, as far as ranks tell of the headings in its text. */
interface HeadRank {
  readonly depth: number;
  /** A label of a higher rank stands over it: it has brothers of its own rank. */
  readonly isOneOfMany: boolean;
  /** Who wrote it, or where it was sent from, is printed: such texts have crossheads. */
  readonly isSigned: boolean;
  readonly isNotice: boolean;
  /** Set in capitals. */
  readonly isCapital: boolean;
  /** Text of it has been met: who signs now, signs its end. */
  readonly hasText: boolean;
  /** Running text of it has been met, and has ended: nothing leads on to what stands below. */
  readonly hasEnded: boolean;
  /** It has crossheads of a lower rank than its own. */
  readonly hasLower: boolean;
  /** Who wrote it has signed its end. */
  readonly hasClosed: boolean;
  /** A crosshead over running text parts it already. */
  readonly hasSections: boolean;
}

/**
 * A heading above the rank of its item's headline is no crosshead of it, nor is one of the same rank in
 * a notice or under the label that the headline stands under. One of the same rank in a text that
 * nobody signs is another item's headline, which is told: of such headings in small items most are, and two
 * items under one headline do more harm than a text in two parts. Brothers of one length over full
 * paragraphs (看标签, 摸手感, 试保暖) stay its sections, which is told, too.
 */
function settleCrossheads(
  classified: readonly ClassifiedBlock[],
  script: Script,
): readonly ClassifiedBlock[] {
  const texts = classified.filter(
    ({ block: { type } }) => type === 'heading' || type === 'paragraph',
  );
  const headings = texts.filter(({ block }) => block.type === 'heading').length;
  // Where all is a heading, ranks say nothing.
  if (headings >= texts.length * 0.95) return classified;
  const [topRank, nextRank] = topRanks(texts);
  // Outside of Chinese the ranks that a tool gives mostly are those of print.
  const ranksTell =
    !script.startsWith('han-') &&
    new Set(texts.map(({ block }) => block.depth).filter((depth) => depth !== undefined)).size > 1;
  let head: HeadRank | undefined;
  /** What areSections says of a rank in the item: its brothers are asked once. */
  const sections = new Map<number, boolean>();
  return classified.map((one, index) => {
    const { block, role, detail, decided, alternatives } = one;
    const depth = block.depth ?? 0;
    if (role === 'headline' && detail === undefined) {
      sections.clear();
      head = block.type === 'heading' ? rankOf(one, classified[index - 1]) : undefined;
    } else if (head && (detail === 'opening' || (role === 'byline' && !head.hasText))) {
      head = { ...head, isSigned: true, hasText: true, hasEnded: endsRunningText(one) };
    } else if (head?.isNotice && head.hasText && role === 'byline' && isPlainName(one)) {
      return { ...one, role: 'paragraph', alternatives: ['byline'] };
    } else if (head?.hasText && role === 'byline') {
      head = { ...head, hasClosed: true };
    } else if (head && role === 'paragraph') {
      head = { ...head, hasText: true, hasEnded: endsRunningText(one) };
    } else if (
      head &&
      role === 'crosshead' &&
      detail !== 'name' &&
      block.type === 'heading' &&
      block.list === undefined &&
      !isAward(block.text) &&
      !isDay(block.text) &&
      !decided
    ) {
      // FISH PIER under TIDES: set in capitals as its headline is, whatever rank the tool gives.
      const isEqual =
        depth === head.depth || (head.isCapital && !head.isSigned && isCapital(block.text));
      const isBeside = isEqual || (head.depth === topRank && depth === nextRank);
      const leaves = head.hasText && opensLetters(one, classified[index + 1], head);
      if (
        depth < head.depth ||
        (isEqual && (head.isOneOfMany || head.isNotice || head.hasLower)) ||
        leaves
      ) {
        const isSure = depth >= head.depth && !leaves;
        head = { ...rankOf(one, undefined), isOneOfMany: true };
        return { ...one, role: 'headline', alternatives: isSure ? [] : ['crosshead'] };
      }
      if (
        isEqual &&
        (!head.isSigned || ranksTell || isAloneOverLines(classified, index)) &&
        (one.alternatives.length === 0 || script !== 'han-simplified') &&
        !/^[\d一二三四五六七八九十（(①-⑳]/u.test(block.text)
      ) {
        const stay =
          sections.get(depth) ?? (!(ranksTell && head.isSigned) && areSections(classified, index));
        sections.set(depth, stay);
        if (stay) return { ...one, alternatives: ['headline'] };
        head = rankOf(one, undefined);
        return { ...one, role: 'headline', alternatives: ['crosshead'] };
      }
      if (
        !head.hasSections &&
        ((isEqual && (head.hasClosed || (isSetPieceItem(head) && alternatives.length > 0))) ||
          (isBeside && head.hasEnded && isSetPiece(classified[index + 1])))
      ) {
        head = { ...rankOf(one, undefined), isOneOfMany: true };
        return { ...one, role: 'headline', alternatives: ['crosshead'] };
      }
      head = { ...head, hasSections: true };
    } else if (head && role === 'crosshead' && block.type === 'heading' && depth > head.depth) {
      head = { ...head, hasLower: true };
    }
    return one;
  });
}

/**
 * Some tools give the first title of a page a rank of its own, and all others the next: `#` once, `##` ever
 * after. Undefined on other pages.
 */
function topRanks(texts: readonly ClassifiedBlock[]): readonly (number | undefined)[] {
  const ranks = texts.flatMap(({ block }) =>
    block.type === 'heading' && block.depth !== undefined ? [block.depth] : [],
  );
  const [first, ...others] = ranks;
  return first !== undefined && others.length > 2 && others.every((rank) => rank > first)
    ? [first, Math.min(...others)]
    : [];
}

/** The crossheads of the item and the rank of the one at `index`, with what stands under each. */
function brothersOf(
  classified: readonly ClassifiedBlock[],
  index: number,
): readonly { readonly measure: number; readonly under: ClassifiedBlock | undefined }[] {
  const isHead = (one: ClassifiedBlock | undefined): boolean =>
    one?.role === 'headline' && one.detail === undefined;
  let [start, end] = [index, index + 1];
  while (start > 0 && !isHead(classified[start])) start -= 1;
  while (end < classified.length && !isHead(classified[end])) end += 1;
  return classified
    .slice(start, end)
    .flatMap((one, at) =>
      one.role === 'crosshead' && one.block.depth === classified[index]!.block.depth
        ? [{ measure: one.shape.measure, under: classified[start + at + 1] }]
        : [],
    );
}

/**
 * A text has two crossheads or none: one alone over short lines or verse, of its headline's rank, is the
 * next item's headline (数字, 春联选登). Over running text it may have lost its brothers.
 */
function isAloneOverLines(classified: readonly ClassifiedBlock[], index: number): boolean {
  const [brother, ...others] = brothersOf(classified, index);
  const { block, shape } = brother?.under ?? {};
  return (
    others.length === 0 &&
    shape !== undefined &&
    (block?.type !== 'paragraph' || block.list !== undefined || shape.measure <= 36)
  );
}

/** Whether the crosshead at `index` has brothers of its rank and length in its item, all over running text. */
function areSections(classified: readonly ClassifiedBlock[], index: number): boolean {
  const brothers = brothersOf(classified, index);
  const measures = brothers.map(({ measure }) => measure);
  return (
    brothers.length >= 2 &&
    Math.max(...measures) <= Math.min(10, Math.min(...measures) + 1) &&
    brothers.every(
      ({ under }) =>
        under?.role === 'paragraph' &&
        under.block.list === undefined &&
        under.shape.ended &&
        under.shape.measure >= 24 &&
        !isContactLine(under.block.text) &&
        !/\d{7,}/.test(under.block.text),
    )
  );
}

/** A heading over a letter, or, after a notice, one that names a column of them: no part of the item before it. */
function opensLetters(
  { block }: ClassifiedBlock,
  next: ClassifiedBlock | undefined,
  head: HeadRank,
): boolean {
  return (
    (head.isNotice && labelCost(block.text, false) < 0.3) ||
    (next !== undefined && isGreeting(next.block.text))
  );
}

/** 患者家属 费长林 under a word of thanks signs it, and is no writer of the paper. */
function isPlainName({ shape, decided }: ClassifiedBlock): boolean {
  return shape.byline?.strength !== 'strong' && !decided;
}

function rankOf({ block }: ClassifiedBlock, before: ClassifiedBlock | undefined): HeadRank {
  const depth = block.depth ?? 0;
  return {
    depth,
    isOneOfMany: before?.role === 'column-label' && (before.block.depth ?? 7) < depth,
    isSigned: false,
    isNotice: isNoticeTitle(block.text),
    isCapital: isCapital(block.text),
    hasText: false,
    hasEnded: false,
    hasClosed: false,
    hasLower: false,
    hasSections: false,
  };
}

/** An unsigned item of lines so far: what ranks with its headline is hardly a part of it. */
function isSetPieceItem({ isSigned, hasText, hasEnded }: HeadRank): boolean {
  return hasText && !isSigned && !hasEnded;
}

function endsRunningText({ block, shape }: ClassifiedBlock): boolean {
  return block.list === undefined && shape.ended && !/[：:]$/u.test(block.text);
}

/**
 * A table, a list, a row of fields: what a small item of its own holds. Crossheads part running text; the
 * first heading of a report that stands over none of it is the title of what it stands over (农机值班表,
 * 防火“六不要”, 县域之最).
 */
function isSetPiece(under: ClassifiedBlock | undefined): boolean {
  if (under === undefined) return false;
  const { block, role, shape } = under;
  // 本周用工信息如下：
  const leads = /[：:]$/u.test(block.text) && shape.measure <= 40;
  return (
    role === 'table' ||
    role === 'list-item' ||
    (role === 'paragraph' && (block.list === 'item' || leads))
  );
}

function isCapital(text: string): boolean {
  return text === text.toUpperCase() && /\p{Lu}{3}/u.test(text);
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
