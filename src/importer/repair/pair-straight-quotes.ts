import type { Block } from '../page/block.ts';
import type { PageFinding } from '../page/findings.ts';
import { isDigit, isLatinLetter } from '../lexicon/characters.ts';
import { findingAt, untilNoneTurns, type Replacement } from './prose.ts';

/** Cost of a quote that opens where what stands beside it says it closes, and the like; 0 fits. */
function cost(before: string | undefined, after: string | undefined, opens: boolean): number {
  const start = before === undefined || '，。、；：！？（《【—…“‘ \n,:;('.includes(before);
  const end = after === undefined || '，。、；：！？）》】—…”’ \n,;:!?)'.includes(after);
  if (opens) return (end ? 6 : 0) + (start ? 0 : 1);
  // “……。”他说: a closing quote after a full stop fits best.
  return (before === undefined || '（《【，、：；“‘,:;('.includes(before) ? 6 : 0) + (end ? 0 : 1);
}

const leftAlone = 9;
const curlyTurned = 14;
const leftOpen = 3;

interface Mark {
  readonly at: number;
  readonly character: string;
}

type Reading = 'open' | 'close' | 'none';

/**
 * The cheapest reading of a row of quotes of one level, in which they open and close by turns
 * (Viterbi over two states; linear).
 */
function readMarks(text: string, marks: readonly Mark[], curly: string): Reading[] {
  interface Path {
    readonly cost: number;
    readonly last?: { readonly reading: Reading; readonly before: Path };
  }
  let shut: Path = { cost: 0 };
  let opened: Path = { cost: Infinity };
  const better = (a: Path, b: Path): Path => (b.cost < a.cost ? b : a);
  const step = (path: Path, reading: Reading, added: number): Path => ({
    cost: path.cost + added,
    last: { reading, before: path },
  });
  for (const { at, character } of marks) {
    const before = text[at - 1];
    const after = text[at + 1];
    let open = cost(before, after, true);
    let close = cost(before, after, false);
    let none = leftAlone;
    if (character === curly[0]) {
      open = 0;
      close = curlyTurned;
      none = 1;
    } else if (character === curly[1]) {
      open = curlyTurned;
      close = 0;
      none = 4;
    }
    // “……” may stand open at a paragraph's end when the next one opens again: so may it inside.
    const reopened = character === curly[0] ? step(opened, 'open', leftOpen) : { cost: Infinity };
    const nextOpened = better(
      better(step(shut, 'open', open), step(opened, 'none', none)),
      reopened,
    );
    const nextShut = better(step(opened, 'close', close), step(shut, 'none', none));
    shut = nextShut;
    opened = nextOpened;
  }
  let path = better(shut, { ...opened, cost: opened.cost + leftOpen });
  const readings: Reading[] = [];
  while (path.last !== undefined) {
    readings.push(path.last.reading);
    path = path.last.before;
  }
  return readings.reverse();
}

/** Replacements that pair the straight quotes of a block, and findings where they do not pair. */
export function pairStraightQuotes(block: Block, notes: PageFinding[]): readonly Replacement[] {
  return untilNoneTurns(block, notes, pairOnce);
}

function* pairOnce(block: Block, notes: PageFinding[]): Generator<Replacement> {
  const { text } = block;
  if (!/["'＂＇″]/.test(text)) return;
  const firstQuote = text.search(/["＂“]/);
  for (const [pattern, curly] of [
    [/["＂″“”]/g, '“”'],
    [/['＇‘’]/g, '‘’'],
  ] as const) {
    const marks: Mark[] = [];
    for (const match of text.matchAll(pattern)) {
      const at = match.index;
      const apostrophe =
        curly === '‘’' && isLatinLetter(text[at - 1]) && isLatinLetter(text[at + 1]);
      const measure =
        isDigit(text[at - 1]) && (firstQuote < 0 || firstQuote >= at) && match[0] !== '”';
      if (!apostrophe && !measure) marks.push({ at, character: match[0] });
      else if (measure && curly === '“”') marks.push({ at, character: match[0] });
    }
    const readings = readMarks(text, marks, curly);
    let unpaired: number | undefined;
    // An opening quote whose closing one never came, and which was straight, proves nothing.
    for (const [number, reading] of readings.entries()) {
      const { at, character } = marks[number]!;
      const straight = character !== curly[0] && character !== curly[1];
      const closes = readings[number + 1] === 'close';
      if (reading === 'none' || (reading === 'open' && !closes)) {
        if (straight) unpaired ??= at;
        continue;
      }
      const meant = reading === 'open' ? curly[0]! : curly[1]!;
      if (straight) yield { start: at, end: at + 1, text: meant };
    }
    if (unpaired !== undefined) {
      notes.push(findingAt('quote-unpaired', block, { start: unpaired, end: unpaired + 1 }));
    }
  }
}
