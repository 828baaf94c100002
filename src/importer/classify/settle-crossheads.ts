import { isInCapitals } from '../lexicon/characters.ts';
import { isContactLine } from '../lexicon/contact-line.ts';
import type { Script } from '../lexicon/script.ts';
import { labelCost } from '../lexicon/column-label.ts';
import { isGreeting } from '../lexicon/letter.ts';
import { isNoticeTitle } from '../lexicon/notice-title.ts';
import { isAward } from '../page/list-line.ts';
import { isDay } from './head-signs.ts';
import { brothersOf, isItemHead, type ClassifiedBlock } from './classified-block.ts';

/** A page, as far as ranks tell. */
interface RankedPage {
  readonly classified: readonly ClassifiedBlock[];
  readonly script: Script;
  readonly topRanks: readonly (number | undefined)[];
  readonly ranksTell: boolean;
  /** What areSections says of a rank in the item: its brothers are asked once. */
  readonly sections: Map<number, boolean>;
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
export function settleCrossheads(
  classified: readonly ClassifiedBlock[],
  script: Script,
): readonly ClassifiedBlock[] {
  const texts = classified.filter(
    ({ block: { type } }) => type === 'heading' || type === 'paragraph',
  );
  const headings = texts.filter(({ block }) => block.type === 'heading').length;
  // Where all is a heading, ranks say nothing.
  if (headings >= texts.length * 0.95) return classified;
  const page: RankedPage = {
    classified,
    script,
    topRanks: topRanks(texts),
    // Outside of Chinese the ranks that a tool gives mostly are those of print.
    ranksTell:
      !script.startsWith('han-') &&
      new Set(texts.map(({ block }) => block.depth).filter((depth) => depth !== undefined)).size >
        1,
    sections: new Map(),
  };
  let head: HeadRank | undefined;
  return classified.map((one, index) => {
    if (isItemHead(one)) {
      page.sections.clear();
      head = one.block.type === 'heading' ? rankOf(one, classified[index - 1]) : undefined;
      return one;
    }
    if (head === undefined) return one;
    if (head.isNotice && head.hasText && one.role === 'byline' && isPlainName(one)) {
      return { ...one, role: 'paragraph', alternatives: ['byline'] };
    }
    if (!couldLead(one)) {
      head = passBlock(head, one);
      return one;
    }
    const settled = settleHeading(page, index, head);
    head = settled.head;
    return settled.one;
  });
}
/** A crosshead that a tool has set as a heading, and that may be the headline of an item by its words. */
function couldLead({ block, role, detail, decided }: ClassifiedBlock): boolean {
  return (
    role === 'crosshead' &&
    detail !== 'name' &&
    block.type === 'heading' &&
    block.list === undefined &&
    !isAward(block.text) &&
    !isDay(block.text) &&
    !decided
  );
}

interface Settled {
  readonly one: ClassifiedBlock;
  /** Of the item in which the next block stands. */
  readonly head: HeadRank;
}

/** Whether a crosshead that could lead an item does. */
function settleHeading(page: RankedPage, index: number, head: HeadRank): Settled {
  const { classified, script, ranksTell } = page;
  const [topRank, nextRank] = page.topRanks;
  const one = classified[index]!;
  const { block, alternatives } = one;
  const depth = block.depth ?? 0;
  // FISH PIER under TIDES: set in capitals as its headline is, whatever rank the tool gives.
  const isEqual =
    depth === head.depth || (head.isCapital && !head.isSigned && isInCapitals(block.text));
  const isBeside = isEqual || (head.depth === topRank && depth === nextRank);
  const leaves = head.hasText && opensLetters(one, classified[index + 1], head);
  if (
    depth < head.depth ||
    (isEqual && (head.isOneOfMany || head.isNotice || head.hasLower)) ||
    leaves
  ) {
    const isSure = depth >= head.depth && !leaves;
    return asHeadline(one, { isOneOfMany: true, isSure });
  }
  if (
    isEqual &&
    (!head.isSigned || ranksTell || isAloneOverLines(classified, index)) &&
    (alternatives.length === 0 || script !== 'han-simplified') &&
    !/^[\d一二三四五六七八九十（(①-⑳]/u.test(block.text)
  ) {
    const stay =
      page.sections.get(depth) ?? (!(ranksTell && head.isSigned) && areSections(classified, index));
    page.sections.set(depth, stay);
    return stay
      ? { one: { ...one, alternatives: ['headline'] }, head }
      : asHeadline(one, { isOneOfMany: false });
  }
  if (
    !head.hasSections &&
    ((isEqual && (head.hasClosed || (isSetPieceItem(head) && alternatives.length > 0))) ||
      (isBeside && head.hasEnded && isSetPiece(classified[index + 1])))
  ) {
    return asHeadline(one, { isOneOfMany: true });
  }
  return { one, head: { ...head, hasSections: true } };
}

function asHeadline(
  one: ClassifiedBlock,
  { isOneOfMany, isSure = false }: { isOneOfMany: boolean; isSure?: boolean },
): Settled {
  return {
    one: { ...one, role: 'headline', alternatives: isSure ? [] : ['crosshead'] },
    head: { ...rankOf(one, undefined), isOneOfMany },
  };
}

/** What is known of an item behind one more of its blocks. */
function passBlock(head: HeadRank, one: ClassifiedBlock): HeadRank {
  const { block, role, detail } = one;
  if (detail === 'opening' || (role === 'byline' && !head.hasText)) {
    return { ...head, isSigned: true, hasText: true, hasEnded: endsRunningText(one) };
  }
  if (role === 'byline') return { ...head, hasClosed: true };
  if (role === 'paragraph') return { ...head, hasText: true, hasEnded: endsRunningText(one) };
  const isLower =
    role === 'crosshead' && block.type === 'heading' && (block.depth ?? 0) > head.depth;
  return isLower ? { ...head, hasLower: true } : head;
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

/**
 * A text has two crossheads or none: one alone over short lines or verse, of its headline's rank, is the
 * next item's headline (数字, 春联选登). Over running text it may have lost its brothers.
 */
function isAloneOverLines(classified: readonly ClassifiedBlock[], index: number): boolean {
  const { block, shape } = classified[index + 1] ?? {};
  return (
    brothersOf(classified, index).length === 1 &&
    shape !== undefined &&
    (block?.type !== 'paragraph' || block.list !== undefined || shape.measure <= 36)
  );
}

/** Whether the crosshead at `index` has brothers of its rank and length in its item, all over running text. */
function areSections(classified: readonly ClassifiedBlock[], index: number): boolean {
  const brothers = brothersOf(classified, index);
  const measures = brothers.map((at) => classified[at]!.shape.measure);
  return (
    brothers.length >= 2 &&
    Math.max(...measures) <= Math.min(10, Math.min(...measures) + 1) &&
    brothers.every((at) => isFullText(classified[at + 1]))
  );
}

function isFullText(one: ClassifiedBlock | undefined): boolean {
  return (
    one?.role === 'paragraph' &&
    one.block.list === undefined &&
    one.shape.ended &&
    one.shape.measure >= 24 &&
    !isContactLine(one.block.text) &&
    !/\d{7,}/.test(one.block.text)
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
    isCapital: isInCapitals(block.text),
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
