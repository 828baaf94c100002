/**
 * Straight quotes in headings become “ ” and ‘ ’ as in the text (see pair-quotes). Nothing of a
 * heading can have gone to another block, so this need not wait until articles are known. A paragraph
 * that is bold from end to end is a heading that the tool has not marked as one.
 *
 * Examples:
 *   # 激活乡村"头雁"力量 -> # 激活乡村“头雁”力量
 *   # 快递"进村"服务 '常态'化 -> # 快递“进村”服务 ‘常态’化
 *   # 唱响"爱国歌 -> == ! quote-unpaired
 *   他说"先锋"力量 -> ==
 */
import type { Block } from '../block.ts';
import type { Repair } from '../repair.ts';
import { pairStraightQuotes } from '../pair-straight-quotes.ts';
import { proposeEach } from '../prose.ts';

export const pairHeadingQuotes: Repair = {
  id: 'pair-heading-quotes',
  stage: 'page',
  after: ['plain-blanks', 'decode-entities', 'widen-punctuation'],
  scripts: ['han-simplified'],
  why: 'Full-width marks beside a quote say which way it turns.',
  propose: (blocks) =>
    proposeEach(blocks, (block, _index, notes) =>
      block.type === 'heading' || isBold(block) ? pairStraightQuotes(block, notes) : [],
    ),
};

function isBold({ type, text, emphasis }: Block): boolean {
  return (
    type === 'paragraph' &&
    text.length <= 40 &&
    emphasis?.some(
      ({ kind, start, end }) => kind === 'strong' && start === 0 && end === text.length,
    ) === true
  );
}
