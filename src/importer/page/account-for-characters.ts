import { printersMarks } from '../lexicon/printers-marks.ts';
import type { Change } from './edit-blocks.ts';

/** How often each character stands in a text, blanks and what nobody can see left out. */
type Tally = Map<string, number>;

/** Marks of Markdown and HTML that hold no letter: taken off without a word. */
const markup = /[#*_|\-:>\\`~+=[\](){}!<&;$"'/.•·%^@?,]/;
const printersMark = new RegExp(`[${printersMarks}]`, 'u');

export interface Account {
  /** The page's own text. */
  readonly source: string;
  /** Texts of the blocks as segmented. */
  readonly blocks: readonly string[];
  /** Tags, comments, addresses, tool marks: in the report or meaningless. */
  readonly marks: readonly string[];
  /** Texts of the blocks after the page's repairs. */
  readonly repaired: readonly string[];
  /** What the repairs of articles and captions did after that. */
  readonly changes: readonly Change[];
  /** Texts that readers get. */
  readonly shown: readonly string[];
  /** Texts that stand in findings, in the page's data or in a name. */
  readonly setAside: readonly string[];
}

/**
 * The law of conservation: every character of a page is in an article, or was changed by a named
 * repair, or stands in a finding. (The repairs of the page prove themselves: see repairBlocks.)
 *
 * @returns the characters that nothing accounts for, in code-point order; '' where the law holds
 */
export function findLostCharacters(account: Account): string {
  const read = subtract(tallyOf([account.source]), tallyOf([...account.blocks, ...account.marks]));
  const lost = [...read].filter(([character]) => !markup.test(character));
  const given = tallyOf([...account.shown, ...account.setAside]);
  for (const { before, after } of account.changes) {
    for (const character of before) count(given, character, 1);
    for (const character of after) count(given, character, -1);
  }
  const dropped = [...subtract(tallyOf(account.repaired), given)].filter(
    ([character]) => !printersMark.test(character),
  );
  return [...lost, ...dropped]
    .map(([character, times]) => character.repeat(times))
    .sort()
    .join('');
}

function count(tally: Tally, character: string, times: number): void {
  if (/[\s\p{Default_Ignorable_Code_Point}]/u.test(character)) return;
  tally.set(character, (tally.get(character) ?? 0) + times);
}

function tallyOf(texts: readonly string[]): Tally {
  const tally: Tally = new Map();
  for (const text of texts) for (const character of text) count(tally, character, 1);
  return tally;
}

/** What `from` has more of than `other`. */
function subtract(from: Tally, other: Tally): Tally {
  const rest: Tally = new Map();
  for (const [character, times] of from) {
    const more = times - (other.get(character) ?? 0);
    if (more > 0) rest.set(character, more);
  }
  return rest;
}
