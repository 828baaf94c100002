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
import { proposeEach } from '../prose.ts';

const dots = /(?:…|⋯|\.{3,}|。{3,}|·{3,}|・{3,}|•{3,}|．{3,})+/g;

export const mendEllipses: Repair = {
  id: 'mend-ellipses',
  stage: 'page',
  after: ['widen-punctuation'],
  scripts: ['han-simplified'],
  why: 'A full stop widened at the end of three points would tear them apart.',
  propose: (blocks) =>
    proposeEach(blocks, function* ({ text }) {
      const inAddress = insideOf(findAddresses(text));
      for (const match of text.matchAll(dots)) {
        const start = match.index;
        const end = start + match[0].length;
        // A leader of a table of contents or a line of points is a rule, not an ellipsis.
        if (match[0].length > 6 || inAddress(start)) continue;
        if (/^…{4,}$/.test(match[0])) continue;
        const before = text[start - 1];
        const after = text[end];
        const chinese = isHan(before) || isCjkMark(before) || isHan(after) || isCjkMark(after);
        if (chinese && match[0] !== '……') yield { start, end, text: '……' };
      }
    }),
};
