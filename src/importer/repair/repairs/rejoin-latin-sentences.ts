/**
 * A sentence in Latin letters that a column's end has broken into two paragraphs is made whole: the
 * first ends without a mark that ends sentences, the second begins in lower case, and both are too
 * long for verse or a list.
 *
 * Examples:
 *   The council voted last night to keep the old light on the harbour ⏎ wall until a buyer can be found for it, the clerk said. -> The council voted last night to keep the old light on the harbour wall until a buyer can be found for it, the clerk said.
 *   The council voted last night to keep the old light on the har- ⏎ bour wall until a buyer can be found for it, the clerk said. -> The council voted last night to keep the old light on the har- bour wall until a buyer can be found for it, the clerk said.
 *   The council voted last night to keep the old light on the harbour. ⏎ iPhones were out all along the wall, and the crowd was large. -> ==
 *   The council voted last night to keep the old light on the harbour ⏎ The crowd along the wall was large, and the evening was mild. -> ==
 *   The old cannery at the foot of the street will reopen next spring, its new ⏎ owners said on Monday. -> The old cannery at the foot of the street will reopen next spring, its new owners said on Monday.
 *   a short line of verse ⏎ and then another one -> ==
 */
import type { Edit } from '../../page/edit-blocks.ts';
import type { Repair } from '../repair.ts';

export const rejoinLatinSentences: Repair = {
  id: 'rejoin-latin-sentences',
  stage: 'body',
  after: [],
  scripts: ['latin'],
  why: 'Nothing need be done before it.',
  propose: (blocks) => {
    const edits: Edit[] = [];
    for (const [index, left] of blocks.entries()) {
      const right = blocks[index + 1];
      if (left.type !== 'paragraph' || right?.type !== 'paragraph') continue;
      const goesOn =
        /[\p{Ll}\p{Lu}\d,;¬-]$/u.test(left.text) &&
        /^\p{Ll}/u.test(right.text) &&
        left.text.length >= 45 &&
        // The tail of a sentence may be short, a line of verse seldom ends one.
        (right.text.length >= 25 || /[.!?]["'”’)]*$/.test(right.text));
      if (goesOn) edits.push({ kind: 'join', block: index, glue: ' ' });
    }
    return { edits, notes: [] };
  },
};
