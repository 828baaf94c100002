/**
 * Straight quotes in headings become “ ” and ‘ ’ as in the text (see pair-quotes). Nothing of a
 * heading can have gone to another block, so this need not wait until articles are known. A paragraph
 * that is bold from end to end is a heading that the tool has not marked as one. Nor does it mark
 * every deck and headline: a short block without a stop whose quotes all pair is treated alike.
 *
 * Examples:
 *   # 激活乡村"头雁"力量 -> # 激活乡村“头雁”力量
 *   # 快递"进村"服务 '常态'化 -> # 快递“进村”服务 ‘常态’化
 *   # 唱响"爱国歌 -> == ! quote-unpaired
 *   一"十四五"规划观察 -> 一“十四五”规划观察
 *   多国重申 坚决反对"单边" -> 多国重申 坚决反对“单边”
 *   来自"先锋 -> ==
 *   他说："先锋"力量。 -> ==
 */
import type { Block } from '../../page/block.ts';
import type { PageFinding } from '../../page/findings.ts';
import type { Repair } from '../repair.ts';
import { pairStraightQuotes } from '../pair-straight-quotes.ts';
import { proposeEach, type Replacement } from '../prose.ts';

export const pairHeadingQuotes: Repair = {
  id: 'pair-heading-quotes',
  stage: 'page',
  after: ['plain-blanks', 'decode-entities', 'widen-punctuation'],
  scripts: ['han-simplified'],
  why: 'Full-width marks beside a quote say which way it turns.',
  propose: (blocks) =>
    proposeEach(blocks, (block, _index, notes) =>
      block.type === 'heading' || isBold(block)
        ? pairStraightQuotes(block, notes)
        : couldBeHead(block)
          ? pairsOf(block)
          : [],
    ),
};

/** A paragraph that a column's end has cut is longer, or has lost one of its quotes to the next. */
function couldBeHead({ type, text }: Block): boolean {
  return type === 'paragraph' && text.length <= 45 && !/[。！？；!?;]/u.test(text);
}

/** Quotes of a block that may be no heading: only where every one of them finds its other half. */
function pairsOf(block: Block): readonly Replacement[] {
  const unpaired: PageFinding[] = [];
  const pairs = [...pairStraightQuotes(block, unpaired)];
  return unpaired.length === 0 ? pairs : [];
}

function isBold({ type, text, emphasis }: Block): boolean {
  return (
    type === 'paragraph' &&
    text.length <= 40 &&
    emphasis?.some(
      ({ kind, start, end }) => kind === 'strong' && start === 0 && end === text.length,
    ) === true
  );
}
