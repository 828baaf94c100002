import type { ClassifiedBlock } from '../classify/classify-blocks.ts';
import type { BlockGroup } from '../group/group-articles.ts';
import { isContactLine } from '../lexicon/contact-line.ts';
import { isGreeting } from '../lexicon/letter.ts';
import { findingOn, type PageFinding } from '../page/findings.ts';
import { isSignature } from './is-signature.ts';

/** In Han characters. A longer paragraph without a stop is prose that lost it, which other findings tell. */
const longestLine = 24;

/**
 * Whether a block of a text is a line by itself and no prose: a list's, a poem's, or a short one without a
 * stop that is none of the lines a piece of news ends in or is introduced by.
 */
function isLineByItself({ block, role, shape }: ClassifiedBlock, index: number): boolean {
  if (block.list !== undefined || role === 'verse' || role === 'list-item') return true;
  if (role !== 'paragraph' || shape.ended || shape.measure > longestLine) return false;
  const isKnown =
    isSignature(shape.text) ||
    isContactLine(shape.text) ||
    shape.guide ||
    shape.jump !== undefined ||
    /^[（(].*[)）]$/u.test(shape.text) ||
    (index === 0 && isGreeting(shape.text));
  return !isKnown;
}

/** A head that no mark of the tool's tells, and a name under a text that may be anybody's. */
function isUnmarked({ block, shape }: ClassifiedBlock): boolean {
  return block.type === 'paragraph' && !shape.bold && shape.byline?.strength !== 'strong';
}

/**
 * Says of each item that is not prose, from which line to which its lines were read by their shapes: what
 * is a heading, a list or text, where lines belong together, and where the item ends. Of 58 such items
 * that nobody had seen (tests/fixtures/pages 378–425 at their first reading) 43 were wrong somewhere; of
 * those under a heading of the tool's and with nothing but marked list lines 7 of 20: no kind is sure.
 *
 * @param said what has been found at the page's lines so far
 */
export function reportLinesByShape(
  groups: readonly BlockGroup[],
  said: readonly PageFinding[],
): readonly PageFinding[] {
  const told = new Set(said.filter(({ severity }) => severity !== 'info').map(({ line }) => line));
  return groups.flatMap(({ headlines, bylines, body }) => {
    const lines = body.filter(isLineByItself);
    if (lines.every(({ block, decided }) => decided || told.has(block.lines.first))) return [];
    const unsure = [...[...headlines, ...bylines].filter(isUnmarked), ...lines].sort(
      (left, right) => left.block.lines.first - right.block.lines.first,
    );
    const [first, last] = [unsure[0]!.block, unsure.at(-1)!.block];
    const excerpt =
      first === last ? first.text : `${first.text.slice(0, 24)} … ${last.text.slice(0, 24)}`;
    return [{ ...findingOn('lines-by-shape', first, {}, excerpt), lastLine: last.lines.last }];
  });
}
