import type { Repair } from './repair.ts';
import { closeLineJoins } from './repairs/close-line-joins.ts';
import { closeListGaps } from './repairs/close-list-gaps.ts';
import { closeRoleWords } from './repairs/close-role-words.ts';
import { closeTitleNumbers } from './repairs/close-title-numbers.ts';
import { composeCharacters } from './repairs/compose-characters.ts';
import { confusableGlyphs } from './repairs/confusable-glyphs.ts';
import { decodeEntities } from './repairs/decode-entities.ts';
import { dehyphenateWords } from './repairs/dehyphenate-words.ts';
import { dropGhostLines } from './repairs/drop-ghost-lines.ts';
import { joinPrintedLines } from './repairs/join-printed-lines.ts';
import { mendDashes } from './repairs/mend-dashes.ts';
import { mendEllipses } from './repairs/mend-ellipses.ts';
import { narrowDigits } from './repairs/narrow-digits.ts';
import { pairHeadingQuotes } from './repairs/pair-heading-quotes.ts';
import { pairQuotes } from './repairs/pair-quotes.ts';
import { plainBlanks } from './repairs/plain-blanks.ts';
import { rejoinBrokenSentences } from './repairs/rejoin-broken-sentences.ts';
import { rejoinLatinSentences } from './repairs/rejoin-latin-sentences.ts';
import { restoreDeckDashes } from './repairs/restore-deck-dashes.ts';
import { restoreFinalStops } from './repairs/restore-final-stops.ts';
import { simplifyGlyphs } from './repairs/simplify-glyphs.ts';
import { spaceReporterNames } from './repairs/space-reporter-names.ts';
import { splitLostParagraphs } from './repairs/split-lost-paragraphs.ts';
import { stripInvisible } from './repairs/strip-invisible.ts';
import { unwrapNumberFormulas } from './repairs/unwrap-number-formulas.ts';
import { widenPunctuation } from './repairs/widen-punctuation.ts';

/** Every repair, in the order in which they run; `after` says why it is this one, and a test holds it. */
export const repairs: readonly Repair[] = [
  decodeEntities,
  stripInvisible,
  composeCharacters,
  unwrapNumberFormulas,
  narrowDigits,
  plainBlanks,
  closeRoleWords,
  widenPunctuation,
  closeTitleNumbers,
  mendEllipses,
  mendDashes,
  simplifyGlyphs,
  confusableGlyphs,
  restoreDeckDashes,
  spaceReporterNames,
  closeListGaps,
  pairHeadingQuotes,
  dropGhostLines,
  splitLostParagraphs,
  rejoinBrokenSentences,
  restoreFinalStops,
  closeLineJoins,
  pairQuotes,
  rejoinLatinSentences,
  dehyphenateWords,
  joinPrintedLines,
];
