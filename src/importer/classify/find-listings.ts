import { isGreeting } from '../lexicon/letter.ts';
import { isNoticeTitle } from '../lexicon/notice-title.ts';
import type { BlockShape } from '../page/block-shape.ts';

/** The title of a listing, or one of the names in it. */
export type ListingPart = 'title' | 'name';

/**
 * Finds listings under one headline: the channels of 今晚荧屏, the firms of 人才市场, the goods of 农产品市场.
 * Two names at least of one rank, lower than the title's or all alike (市电视台一套, 市电视台二套), each over
 * a few lines that nobody signs. Titles that tell of something (news, notices, letters) are items.
 *
 * @returns by index of the shape
 */
export function findListings(shapes: readonly BlockShape[]): ReadonlyMap<number, ListingPart> {
  const found = new Map<number, ListingPart>();
  for (let title = 0; title < shapes.length; title += 1) {
    // Over the page's date and number stands its own name.
    const isPageName = shapes[title + 1]?.folio?.page !== undefined;
    if (found.has(title) || rankOf(shapes[title]!) > 6 || isPageName) continue;
    const names = namesUnder(shapes, title);
    if (names.length < 2) continue;
    found.set(title, 'title');
    for (const name of names) found.set(name, 'name');
  }
  return found;
}

const notRanked = 8;

/** A line all in bold ranks below every heading. */
function rankOf({ block, bold }: BlockShape): number {
  return block.type === 'heading' ? (block.depth ?? 1) : bold ? 7 : notRanked;
}

function namesUnder(shapes: readonly BlockShape[], title: number): readonly number[] {
  const rank = rankOf(shapes[title]!);
  let first = title + 1;
  // A line or two may stand under the title: （9月第二期，选登5家）.
  while (first <= title + 2 && isBrief(shapes[first])) first += 1;
  const led = ledFrom(shapes, title);
  if (led !== undefined) first = led;
  const opener = shapes[first];
  if (!opener || !couldBeName(opener) || rankOf(opener) < rank) return [];
  const inner = rankOf(opener);
  // 市电视台一套 over 市电视台二套 is one of the names, and no title of theirs.
  if (led === undefined && inner === rank && isAlike(shapes[title]!, opener)) return [];
  const names: number[] = [];
  for (let index = first; index < shapes.length; index += 1) {
    const shape = shapes[index]!;
    const own = rankOf(shape);
    if (own === notRanked) continue;
    // On a flat page the listing ends with the last that is named like its first.
    if (own < inner) break;
    const isOfList =
      led === undefined
        ? isAlike(opener, shape)
        : couldBeName(shape) && isListing(textUnder(shapes, index), shape);
    if (inner === rank && !isOfList) break;
    if (own === inner) names.push(index);
  }
  const under = names.map((name) => textUnder(shapes, name));
  const listed = under.filter((texts, at) => isListing(texts, shapes[names[at]!]!)).length;
  return names.every((name, at) => couldBeName(shapes[name]!) && !isStory(under[at]!)) &&
    listed * 2 >= names.length
    ? names
    : [];
}

/** Where the names begin that a report leads to: 部分企业岗位如下：, right over the first of them. */
function ledFrom(shapes: readonly BlockShape[], title: number): number | undefined {
  let end = title + 1;
  while (end < shapes.length && rankOf(shapes[end]!) === notRanked) end += 1;
  const last = shapes[end - 1];
  return end < shapes.length && end > title + 1 && /[：:]$/u.test(last?.text ?? '')
    ? end
    : undefined;
}

function isBrief(shape: BlockShape | undefined): boolean {
  return (
    shape !== undefined && rankOf(shape) === notRanked && shape.measure <= 40 && !isSigned(shape)
  );
}

function couldBeName({ text, measure, byline }: BlockShape): boolean {
  return (
    measure <= 16 &&
    byline?.strength !== 'strong' &&
    !/[，。；：！？]/u.test(text) &&
    !isNoticeTitle(text)
  );
}

const isSigned = ({ byline, leadIn, text }: BlockShape): boolean =>
  byline?.strength === 'strong' || leadIn !== undefined || isGreeting(text);

function textUnder(shapes: readonly BlockShape[], name: number): readonly BlockShape[] {
  let end = name + 1;
  while (end < shapes.length && rankOf(shapes[end]!) === notRanked) end += 1;
  return shapes.slice(name + 1, end);
}

/** Somebody signs it, or it runs on as texts do. */
function isStory(under: readonly BlockShape[]): boolean {
  return under.length === 0 || under.some((shape) => isSigned(shape) || shape.sentences > 3);
}

/** Lines of a list or a table, or one sentence under a name of a word: 生猪, 玉米. */
function isListing(under: readonly BlockShape[], { text }: BlockShape): boolean {
  const isListed = ({ block, ended, measure }: BlockShape): boolean =>
    block.type === 'table' || block.list !== undefined || (!ended && measure <= 40);
  return under.some(isListed) || (under.length === 1 && /^\p{Script=Han}{2,4}$/u.test(text));
}

/** 市电视台一套 and 市电视台二套: the same but for a character or two. */
function isAlike(one: BlockShape, other: BlockShape): boolean {
  const [left, right] = [[...one.text], [...other.text]];
  const isLong = Math.min(left.length, right.length) >= 3;
  const same = left.filter((character, at) => right[at] === character).length;
  return isLong && left.length === right.length && left.length - same <= 2 && same >= 2;
}
