/**
 * Full-width digits and Latin letters become the usual ones, as Chinese newspapers set them now:
 * a date or a number that nobody can search for is of no use. A blank before the comma of thousands
 * or the decimal point goes: nothing else is set so. One after it may part two numbers, and stays.
 *
 * Examples:
 *   ２０２２年１２月 -> 2022年12月
 *   ＡＰＰ下载，增长５％ -> APP下载，增长5%
 *   ３．５万 -> 3.5万
 *   好！（记者） -> ==
 *   小麦2 ,300亩，1 ,250 ,400斤，增长2 .3% -> 小麦2,300亩，1,250,400斤，增长2.3%
 *   截至2023 ,300人到场 -> ==
 */
import type { Repair } from '../repair.ts';
import { proposeEach, replaceEach } from '../prose.ts';

const cutNumber =
  /(?<![\d.,])\d{1,3}(?:[ \u00a0\u3000]?,\d{3})+(?!\d)|(?<![\d.])\d+[ \u00a0\u3000]\.\d+(?![.\d])/gu;
const wide = /(?<=[０-９])．(?=[０-９])|[０-９Ａ-Ｚａ-ｚ]+|(?<=[０-９0-9])％/g;

export const narrowDigits: Repair = {
  id: 'narrow-digits',
  stage: 'page',
  after: ['compose-characters'],
  scripts: ['han-simplified'],
  why: 'Numbers decide the width of the marks beside them.',
  propose: (blocks) =>
    proposeEach(blocks, ({ text }) => [
      ...replaceEach(text, wide, ([run]) => run.normalize('NFKC')),
      ...replaceEach(text, cutNumber, ([run]) => run.replaceAll(/[ \u00a0\u3000]/gu, '')),
    ]),
};
