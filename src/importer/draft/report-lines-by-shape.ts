import type { ClassifiedBlock } from '../classify/classified-block.ts';
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

/** In Han characters: a notice, a tip, an advert. */
const smallText = 120;

/** A short item that nobody signs: its title may as well be a crosshead of the item before it. */
function isSmallItem(group: BlockGroup | undefined): boolean {
  if (group === undefined) return false;
  const { headlines, bylines, body } = group;
  const [headline] = headlines;
  const isSigned =
    body.some(({ detail }) => detail === 'opening') ||
    bylines.some(({ shape }) => shape.byline?.strength === 'strong');
  return (
    headline !== undefined &&
    !headline.decided &&
    !isSigned &&
    headline.shape.measure <= 12 &&
    body.reduce((sum, { shape }) => sum + shape.measure, 0) < smallText
  );
}

/**
 * Says of each item that is not prose, and of small items in a row, from which line to which they were
 * read by their shapes: what is a heading, a list or text, where lines belong together, and where the item
 * ends. Of 58 items with such lines that nobody had seen (tests/fixtures/pages 378–425 at their first
 * reading) 37 were wrong somewhere; of those under a heading of the tool's and with nothing but marked list
 * lines 7 of 20; of 41 small items of prose in a row 8: no kind is sure. Of signed items 5 of 82 titles were.
 *
 * @param said what has been found at the page's lines so far
 */
export function reportLinesByShape(
  groups: readonly BlockGroup[],
  said: readonly PageFinding[],
): readonly PageFinding[] {
  const told = new Set(said.filter(({ severity }) => severity !== 'info').map(({ line }) => line));
  return groups.flatMap((group, index) => {
    const { headlines, bylines, body } = group;
    const lines = body.filter(isLineByItself);
    const isOneOfSmall =
      isSmallItem(group) && (isSmallItem(groups[index - 1]) || isSmallItem(groups[index + 1]));
    const inDoubt = lines.length > 0 ? lines : isOneOfSmall ? headlines : [];
    if (inDoubt.every(({ block, decided }) => decided || told.has(block.lines.first))) return [];
    const unsure = [...headlines, ...bylines, ...(lines.length > 0 ? lines : body)].sort(
      (left, right) => left.block.lines.first - right.block.lines.first,
    );
    const [first, last] = [unsure[0]!.block, unsure.at(-1)!.block];
    const excerpt =
      first === last ? first.text : `${first.text.slice(0, 24)} … ${last.text.slice(0, 24)}`;
    return [{ ...findingOn('lines-by-shape', first, {}, excerpt), lastLine: last.lines.last }];
  });
}
