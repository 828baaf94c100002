import { isClosingFormula, isSalutation } from '../lexicon/letter.ts';
import { isContactLine } from '../lexicon/contact-line.ts';
import { labelCost } from '../lexicon/column-label.ts';
import { isOffice } from '../lexicon/office.ts';
import { isNoticeTitle } from '../lexicon/notice-title.ts';
import {
  captionWords,
  isDatedUnderPicture,
  isOverPicture,
  isPictured,
  standsInSignedPhoto,
} from './picture-costs.ts';
import { isBracketed } from './furniture-costs.ts';
import { speaks } from './head-costs.ts';
import type { BlockPlace } from './block-place.ts';
import { isClosed, type BlockShape, type PageShape } from './block-shape.ts';
import type { Costs } from './state.ts';

/** Running text: an item's opening (本报讯 and the like) or any other paragraph. */
export function textCosts(place: BlockPlace): Costs {
  const { shape } = place;
  const captioned = captionWords.test(shape.text) || shape.trailingCredit;
  const caption =
    (isOverPicture(place) ? 5 : captioned ? (isPictured(place) ? 2 : 1) : 0) +
    (shape.trailingCredit && /[摄攝][）)]?$/u.test(shape.text) && shape.measure <= 60 ? 3 : 0) +
    (isDatedUnderPicture(place) ? 1.2 : 0) +
    { shot: 3, marked: 2, none: 0 }[standsInSignedPhoto(place) ?? 'none'];
  const text = textCost(place) + (isSummary(place) ? 1.5 : 0);
  return shape.leadIn
    ? { opening: text, paragraph: text + 4 + caption }
    : { paragraph: text + caption };
}

/** 核心提示 over a text; an editor's note may be the text itself. */
function isSummary({ shape, after }: BlockPlace): boolean {
  return /^.?(?:核心提示|阅读提示|内容提要|内容提示|提要|摘要)/u.test(shape.text) && !after?.guide;
}

/** A heading that is long or ends as sentences do is text all the same. */
function textCost({ shape, before, after, page, titled, says, signs }: BlockPlace): number {
  const { measure } = shape;
  let text = says;
  if (
    shape.guide ||
    speaks.test(shape.text) ||
    isSalutation(shape.text) ||
    isClosingFormula(shape.text) ||
    isContactLine(shape.text)
  ) {
    return text;
  }
  if (titled)
    text += shape.ended && measure > 24 ? 0.4 : measure > 60 ? 0.2 : shape.ended ? 2.2 : 3.5;
  else if (isLongTitle(shape, before, after)) text += 4;
  else if (!shape.ended && measure <= (/[，。；！？]/u.test(shape.text) ? 30 : 45)) {
    const complete = before === undefined || isClosed(before) || before.measure <= 24;
    const titleLike = !/[，。；：！？、]/u.test(shape.text);
    if (shape.goesOn || signs || isSigningDate(shape, before)) text += 0;
    else if (complete) {
      text += 2 - (page.plainTitle - 0.5) / 1.7;
      // A few words without a mark are no sentence.
      if (titleLike && measure <= 16) text += after?.heading ? 1.8 : 0.8;
      // Nor is what a whole paragraph follows on; a text that lost its stop ends its item.
      if (titleLike && measure >= 6 && after && isFullText(after))
        text += measure <= 16 ? 0.7 : 1.5;
      text = Math.max(0, text - shape.mayGoOn);
    } else if (titleLike && measure <= 16 && after && couldBeTitle(after, page)) {
      // A column's name stands over a headline, whether the text before has lost its stop or not; and
      // no column is so narrow that it cuts a text to a few words.
      if (measure <= 8 || labelCost(shape.text, false) < 0.7) text += 2;
    }
  }
  if (!titled && !shape.ended && !signs) {
    text = Math.max(says, text + shape.titleWords * (shape.titleWords > 0 ? 0.5 : 0.7));
  }
  if (!titled && isNoticeTitle(shape.text)) text += 3;
  // 骑手 顾小飞 under the last paragraph signs it.
  if (shape.byline?.bylines[0]?.label && before?.ended && (!after || after.heading || after.bold)) {
    text += 1;
  }
  // Over who wrote it, or over 本报讯, stands a headline, whether the text before has its stop or not.
  if (
    !titled &&
    !shape.ended &&
    shape.measure <= 24 &&
    shape.measure >= 4 &&
    !/[，。；：、]$/u.test(shape.text) &&
    (after?.leadIn || (after?.byline && after.byline.strength !== 'faint'))
  ) {
    text += 1.5;
  }
  // At the head of a page nothing has begun yet that a line without a stop could go on in.
  if (after?.heading && !titled && !shape.ended && (before === undefined || before.folio))
    text += 2;
  if (shape.byline && isBracketed(shape.text)) text += 3;
  // A series counts its parts; a sentence's end does not.
  if (!titled && shape.part && !shape.ended && measure <= 20) text += 2.5;
  return text;
}

/** A title of two lines or three: longer than others, over a deck, a byline or a lead-in. */
function isLongTitle(
  shape: BlockShape,
  before: BlockShape | undefined,
  after: BlockShape | undefined,
): boolean {
  return (
    !shape.ended &&
    !shape.goesOn &&
    shape.measure > 45 &&
    shape.measure <= 70 &&
    (before === undefined || isClosed(before) || before.measure <= 30) &&
    after !== undefined &&
    (/^——/u.test(after.text) || after.leadIn || after.byline?.strength === 'strong')
  );
}

/** A paragraph of more than a line that ends as one does, or of several lines that a column has cut. */
function isFullText(shape: BlockShape): boolean {
  return !shape.heading && (shape.ended ? shape.measure >= 24 : shape.measure >= 50);
}

/** The date under the office's name that signs a notice. */
function isSigningDate(shape: BlockShape, before: BlockShape | undefined): boolean {
  const isDate = shape.folio === 'date' || /^\d{1,2}月\d{1,2}日$/u.test(shape.text);
  return isDate && before !== undefined && isOffice(before.text);
}

function couldBeTitle(shape: BlockShape, page: PageShape): boolean {
  if (shape.heading) return true;
  return page.plainTitle < 1 && !shape.ended && shape.measure > 5 && shape.measure <= 40;
}
