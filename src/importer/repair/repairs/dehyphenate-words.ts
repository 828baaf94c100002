/**
 * A Latin word that print has parted at a line's end is made whole. The hyphen goes where the whole
 * word, or stays where the hyphened one, stands elsewhere on the page; where neither does, it goes
 * and the mending is flagged.
 *
 * Examples:
 *   the news-\npaper was late; a newspaper -> the newspaper was late; a newspaper
 *   a long-\nterm plan, as long-term plans go -> a long-term plan, as long-term plans go
 *   the har-\nbour -> the harbour ! word-rejoined
 *   the news- paper was late; a newspaper -> the newspaper was late; a newspaper
 *   two- and three-year terms -> ==
 *   the Anglo-\nFrench treaty -> the Anglo-French treaty
 *   a well-known name -> ==
 *   pages 12-\n14 -> ==
 *   the pas¬\nsengers, and eighty-\none of them -> the passengers, and eighty-one of them
 */
import type { Repair } from '../repair.ts';
import { findingAt, isProse, proposeEach } from '../prose.ts';

const parted = /([A-Za-z\u00c0-\u024f]{2,})([-¬])([ \n]\s*)([A-Za-z\u00c0-\u024f]{2,})/g;
const tens = /^(?:twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety)$/i;
const ones =
  /^(?:one|two|three|four|five|six|seven|eight|nine|first|second|third|fourth|fifth|sixth|seventh|eighth|ninth)$/i;
/** After a suspended hyphen: two- and three-year, pre- or post-war. */
const suspended = /^(?:and|or|nor|but|to|und|oder|et|ou|y|o|e)$/i;

export const dehyphenateWords: Repair = {
  id: 'dehyphenate-words',
  stage: 'body',
  after: ['rejoin-latin-sentences'],
  scripts: ['latin'],
  why: 'A word may be parted by a column’s end as well.',
  propose: (blocks) => {
    const prose = blocks.filter(isProse);
    if (!prose.some(({ text }) => /[-¬][ \n]/.test(text))) return { edits: [], notes: [] };
    const words = new Set<string>();
    for (const { text } of prose) {
      for (const match of text.matchAll(/[A-Za-z\u00c0-\u024f]+(?:-[A-Za-z\u00c0-\u024f]+)*/g)) {
        words.add(match[0].toLowerCase());
      }
    }
    return proposeEach(blocks, function* (block, _index, notes) {
      for (const match of block.text.matchAll(parted)) {
        const [whole, head = '', sign = '', gap = '', tail = ''] = match;
        if (sign === '-' && suspended.test(tail)) continue;
        const start = match.index + head.length;
        const end = start + 1 + gap.length;
        const hyphened =
          sign === '-' &&
          (words.has(`${head}-${tail}`.toLowerCase()) ||
            /^[A-Z]/.test(tail) ||
            (tens.test(head) && ones.test(tail)));
        // ¬ is set for a hyphen that is no part of its word.
        const known = sign === '¬' || hyphened || words.has((head + tail).toLowerCase());
        // Inside a line a blank may be the writer's; at its end it cannot be.
        if (!known && !gap.includes('\n')) continue;
        yield { start, end, text: hyphened ? '-' : '' };
        if (known) continue;
        const place = { start: match.index, end: match.index + whole.length };
        notes.push(findingAt('word-rejoined', block, place, { head, tail }));
      }
    });
  },
};
