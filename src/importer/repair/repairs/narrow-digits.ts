/**
 * Full-width digits and Latin letters become the usual ones, as Chinese newspapers set them now:
 * a date or a number that nobody can search for is of no use.
 *
 * Examples:
 *   ２０２２年１２月 -> 2022年12月
 *   ＡＰＰ下载，增长５％ -> APP下载，增长5%
 *   ３．５万 -> 3.5万
 *   好！（记者） -> ==
 */
import type { Repair } from '../repair.ts';
import { proposeEach, replaceEach } from '../prose.ts';

const wide = /(?<=[０-９])．(?=[０-９])|[０-９Ａ-Ｚａ-ｚ]+|(?<=[０-９0-9])％/g;

export const narrowDigits: Repair = {
  id: 'narrow-digits',
  stage: 'page',
  after: ['compose-characters'],
  scripts: ['han-simplified'],
  why: 'Numbers decide the width of the marks beside them.',
  propose: (blocks) =>
    proposeEach(blocks, ({ text }) => replaceEach(text, wide, ([run]) => run.normalize('NFKC'))),
};
