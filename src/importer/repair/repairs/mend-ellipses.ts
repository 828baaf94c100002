/**
 * Dots that were printed as an ellipsis become …… again: six points in two characters' room
 * (GB/T 15834—2011, 4.11).
 *
 * Examples:
 *   的难题...... -> 的难题……
 *   的难题…12月 -> 的难题……12月
 *   的难题。。。。。。他 -> 的难题……他
 *   的难题⋯⋯他 -> 的难题……他
 *   等等··· -> 等等……
 *   版本1.2...3 -> ==
 *   Wait... what -> ==
 *   的难题……12月 -> ==
 *   …………………… -> ==
 */
import type { Repair } from '../repair.ts';
import { findAddresses, insideOf, isCjkMark, isHan } from '../../lexicon/characters.ts';
import { proposeEach, replaceEach } from '../prose.ts';

const dots = /(?:…|⋯|\.{3,}|。{3,}|·{3,}|・{3,}|•{3,}|．{3,})+/g;

export const mendEllipses: Repair = {
  id: 'mend-ellipses',
  stage: 'page',
  after: ['widen-punctuation'],
  scripts: ['han-simplified'],
  why: 'A full stop widened at the end of three points would tear them apart.',
  propose: (blocks) =>
    proposeEach(blocks, ({ text }) => {
      const inAddress = insideOf(findAddresses(text));
      return replaceEach(text, dots, ([run], start, end) => {
        // A leader of a table of contents or a line of points is a rule, not an ellipsis.
        if (run.length > 6 || inAddress(start) || /^…{4,}$/.test(run)) return undefined;
        const beside = [text[start - 1], text[end]];
        return beside.some((one) => isHan(one) || isCjkMark(one)) ? '……' : undefined;
      });
    }),
};
