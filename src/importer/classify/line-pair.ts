import { isInCapitals } from '../lexicon/characters.ts';
import { labelCost } from '../lexicon/column-label.ts';
import { isSalutation } from '../lexicon/letter.ts';
import { isNoticeTitle } from '../lexicon/notice-title.ts';
import { isOffice } from '../lexicon/office.ts';
import type { BlockShape } from '../page/block-shape.ts';

/**
 * Whether the line at `index` and the next are two lines of one headline by their place: nothing but
 * the two stand right under each other, after a blank line and over a text. A label may stand there
 * just so, but a tool that sets blank lines between the pieces of a page mostly sets one under it.
 *
 * @param leastLabel how unlike a column's name the first line has to be (labelCost)
 */
export function isLinePair(
  shapes: readonly BlockShape[],
  index: number,
  leastLabel: number,
): boolean {
  const [first, second, below] = [shapes[index]!, shapes[index + 1], shapes[index + 2]];
  if (first.block.adjoins || !second?.block.adjoins || !below) return false;
  const ratio = second.measure / first.measure;
  return (
    couldBeTitleLine(first) &&
    couldBeTitleLine(second) &&
    first.block.type === second.block.type &&
    first.block.depth === second.block.depth &&
    ratio >= 0.4 &&
    ratio <= 2.6 &&
    labelCost(first.text, false) >= leastLabel &&
    // LETTERS over a headline in small letters is its label.
    !(isInCapitals(first.text) && !isInCapitals(second.text)) &&
    !isOffice(second.text) &&
    beginsText(below)
  );
}

function couldBeTitleLine({ block, text, measure, ...shape }: BlockShape): boolean {
  return (
    (block.type === 'paragraph' || block.type === 'heading') &&
    block.list === undefined &&
    !block.emphasis?.length &&
    measure >= 4 &&
    measure <= 24 &&
    !/[\n。；，：;,:.]$|\n/u.test(text) &&
    shape.byline?.strength !== 'strong' &&
    !(
      shape.leadIn ||
      shape.folio ||
      shape.credit ||
      shape.jump ||
      shape.pageCredits ||
      shape.part
    ) &&
    !shape.guide &&
    !isNoticeTitle(text) &&
    !isSalutation(text)
  );
}

function beginsText({ block, measure, leadIn, byline }: BlockShape): boolean {
  const isSign = leadIn !== undefined || (byline !== undefined && byline.strength !== 'faint');
  return isSign || (block.type === 'paragraph' && !block.list && measure > 24);
}
