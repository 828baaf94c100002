/**
 * Straight quotes become “ ” and ‘ ’, by what stands beside each and by turns. Where the turns do
 * not come out even, those that no pairing explains stay as they are, with a finding.
 *
 * An apostrophe in a Latin word, and the minutes and inches of a number, are no quotes.
 *
 * Examples:
 *   他说:"很好。" -> 他说:“很好。”
 *   "'一站式'的帮扶,留住了我们。"他说 -> “‘一站式’的帮扶,留住了我们。”他说
 *   "A"说"B" -> “A”说“B”
 *   在"先锋"和"榜样"之间 -> 在“先锋”和“榜样”之间
 *   他说“很好"。 -> 他说“很好”。
 *   他说：“很好。 -> ==
 *   孩子说："don't worry"，走了 -> 孩子说：“don't worry”，走了
 *   5'10"的身高 -> == ! quote-unpaired
 *   送去了及时雨" -> == ! quote-unpaired
 *   “第一段。 ⏎ “第二段。” -> ==
 */
import type { Repair } from '../repair.ts';
import { pairStraightQuotes } from '../pair-straight-quotes.ts';
import { proposeEach } from '../prose.ts';

export const pairQuotes: Repair = {
  id: 'pair-quotes',
  stage: 'body',
  after: ['rejoin-broken-sentences', 'split-lost-paragraphs', 'close-line-joins'],
  scripts: ['han-simplified'],
  why: 'A quotation may open in one column and close in the next.',
  propose: (blocks) =>
    proposeEach(blocks, (block, _index, notes) => pairStraightQuotes(block, notes)),
};
