import { tellsNews } from '../lexicon/column-label.ts';
import { isContactLine } from '../lexicon/contact-line.ts';
import { isNoticeTitle } from '../lexicon/notice-title.ts';
import { isOffice } from '../lexicon/office.ts';
import type { BlockPlace } from './block-place.ts';
import type { BlockShape } from './block-shape.ts';

const enumerated =
  /^(?:[（(]?[一二三四五六七八九十]{1,2}[)）]?[、.．]|[（(][一二三四五六七八九十\d]{1,2}[)）]|\d{1,2}[、.．](?!\d)|[①-⑳])/u;

/**
 * A crosshead is short and has brothers: a heading alone in the middle of a text is more likely the
 * next item's headline whose lead-in is lost.
 */
export function crossheadCost(place: BlockPlace): number {
  const { shape, titled, index } = place;
  const { measure } = shape;
  const numbered = enumerated.test(shape.text);
  if (!numbered && !isTitle(place, index)) return 5;
  if (isNoticeTitle(shape.text) || place.after?.guide || opensPoem(place)) return 5;
  if (isContactLine(shape.text)) return 5;
  if (shape.ended && !/[！？!?]$/u.test(shape.text)) return 5;
  const inside = standsInFeature(place);
  if (!numbered && !titled && !inside) return 5;
  let cost = measure <= 8 ? 0.3 : measure <= 12 ? 0.7 : measure <= 16 ? 1.5 : measure <= 22 ? 3 : 5;
  // 1.早高峰：… has its number to say what it is, however long.
  if (numbered) cost = Math.min(cost, 2) - 1.5;
  const brothers = countBrothers(place);
  if (brothers === 0) cost += numbered ? 0 : inside && titled ? 0.2 : 1.3;
  else if (brothers >= 2) cost -= 0.3;
  if (!titled && !numbered && measure > 12) cost += 1;
  if (shape.bold) cost -= 0.4;
  if (hasLikeBrother(place)) cost -= 0.8;
  // News without a mark is the next item's; a crosshead names a side of what is told.
  if (!numbered && tellsItsNews(shape.text)) cost += titled ? 0.8 : 1.5;
  if (!numbered && itemBefore(place) === 'news') cost += 0.8;
  if (!numbered && titled && shareOpened(place.shapes) === 1 && signedBelow(place)) cost += 1;
  if (opensBriefs(place)) cost += 2;
  return Math.max(cost, 0);
}

/** ●…… ●……: items of news, each behind its mark, are an item of the page by themselves. */
export function opensBriefs({ shapes, index }: BlockPlace): boolean {
  return (
    [1, 2].every((step) => /^[●■◆▲★]\s*\S/u.test(shapes[index + step]?.text ?? '')) &&
    [1, 2].every((step) => shapes[index + step]!.ended && !shapes[index + step]!.byline)
  );
}

/** A poem follows, its poet's name between or not: however short, the words are its title. */
export function opensPoem({ shapes, index }: BlockPlace): boolean {
  const after = shapes[index + 1];
  return isVerse(after) || (after?.byline !== undefined && isVerse(shapes[index + 2]));
}

function isVerse(shape: BlockShape | undefined): boolean {
  return shape?.verse === true || shape?.block.list === 'verse';
}

/** Two halves alone, as crossheads have them, tell no news. */
function tellsItsNews(text: string): boolean {
  return !/[，：]/u.test(text) && tellsNews(text);
}

/** What it costs to take a short title for a headline where its place makes a crosshead of it. */
export function insideItemCost(place: BlockPlace): number {
  const { shape } = place;
  if (opensBriefs(place)) return -0.5;
  if (enumerated.test(shape.text)) return place.before?.ended === true ? 2.5 : 1;
  // 三年凿一朵莲 counts, and tells no news yet.
  const tells = shape.measure > 8 && tellsItsNews(shape.text);
  if (shape.measure > 16 || tells || isNoticeTitle(shape.text)) return 0;
  const brothers = countBrothers(place);
  if (standsInFeature(place) && (place.titled || brothers > 0)) return 1.3;
  if (!place.titled || itemBefore(place) !== 'signed') return 0;
  if (signedBelow(place)) return 0;
  const opened = shareOpened(place.shapes);
  if (opened === 1) return brothers >= 1 ? 1.3 : 1.2;
  if (opened >= 0.6 && brothers >= 1) return brothers >= 2 ? 0.9 : 0.7;
  return brothers >= 2 ? 0.9 : 0;
}

const opening = new WeakMap<readonly BlockShape[], number>();

/**
 * How many of a page's longer headings, of two at least, have a byline, a deck or a lead-in under them:
 * where all have, a short one that has none is no headline.
 */
function shareOpened(shapes: readonly BlockShape[]): number {
  let share = opening.get(shapes);
  if (share === undefined) {
    let opened = 0;
    let bare = 0;
    for (const [at, shape] of shapes.entries()) {
      // A label, a headline and a deck are one head: its last heading is what opens the item.
      if (!shape.heading || shapes[at + 1]?.heading || isNoticeTitle(shape.text)) continue;
      if (shape.byline || opensItem(shapes, at) !== undefined) opened += 1;
      else if (shape.measure > 16) bare += 1;
    }
    share = opened >= 2 ? opened / (opened + bare) : 0;
    opening.set(shapes, share);
  }
  return share;
}

/** Whether the text under a heading is signed, at its head or at its end, before the next heading. */
function signedBelow({ shapes, index }: BlockPlace): boolean {
  if (opensItem(shapes, index) !== undefined) return true;
  for (let at = index + 1; at < shapes.length && !shapes[at]!.heading; at += 1) {
    const { byline, text } = shapes[at]!;
    if (byline && !/[摄攝][）)]?$/u.test(text) && shapes[at - 1]!.ended) return true;
  }
  return false;
}

/**
 * Set apart as a title: by its type, or, on a page of which the tool shows none, as a short line
 * without a stop between two paragraphs.
 */
function isTitle({ shapes, page }: BlockPlace, at: number): boolean {
  const shape = shapes[at]!;
  if (shape.heading || shape.bold) return true;
  const before = shapes[at - 1];
  const after = shapes[at + 1];
  return (
    page.plainTitle < 1 &&
    shape.block.type === 'paragraph' &&
    shape.measure >= 3 &&
    shape.measure <= 16 &&
    !shape.goesOn &&
    !shape.part &&
    !shape.verse &&
    !/[。；，]$/u.test(shape.text) &&
    !isOffice(shape.text) &&
    before !== undefined &&
    before.ended &&
    /[。”！？]$/u.test(before.text) &&
    after !== undefined &&
    after.measure > 24
  );
}

/** Whether a byline, a deck or a lead-in follows a title: an item begins with it. */
function opensItem(shapes: readonly BlockShape[], at: number): 'signed' | 'news' | undefined {
  let left = 2;
  for (let next = at + 1; left > 0 && next < shapes.length; next += 1) {
    const shape = shapes[next]!;
    if (shape.leadIn) return 'news';
    if ((shape.byline && shape.byline.strength !== 'faint') || /^——/u.test(shape.text)) {
      return 'signed';
    }
    if (shape.standfirst) continue;
    if (!shape.heading && shape.measure > 30) return undefined;
    left -= 1;
  }
  return undefined;
}

/** How the item before a block was opened, as far as shapes tell. */
function itemBefore(place: BlockPlace): 'signed' | 'news' | undefined {
  const { shapes, index } = place;
  for (let at = index - 1; at >= 0 && at > index - 40; at -= 1) {
    const head = shapes[at]!;
    const opened = opensItem(shapes, at);
    if (opened === undefined && beginsPlainItem(place, at)) return undefined;
    if (
      opened !== undefined &&
      !head.byline &&
      !head.leadIn &&
      !/。$/u.test(head.text) &&
      head.measure <= 45
    )
      return opened;
  }
  return undefined;
}

/** Whether the headline of an unsigned item stands there: too long a line for a crosshead, without a stop. */
function beginsPlainItem({ shapes, page }: BlockPlace, at: number): boolean {
  const shape = shapes[at]!;
  const before = shapes[at - 1];
  const after = shapes[at + 1];
  return (
    page.plainTitle < 1 &&
    shape.block.type === 'paragraph' &&
    shape.measure > 16 &&
    shape.measure <= 36 &&
    !shape.ended &&
    !shape.goesOn &&
    !shape.byline &&
    !/[，；]$/u.test(shape.text) &&
    before?.ended === true &&
    after?.ended === true &&
    after.measure > 24
  );
}

/**
 * Whether a title that opens nothing stands in the text of a signed item (reports with a byline have
 * crossheads, news with a lead-in hardly ever): lower in rank than the page's headlines, or of no
 * rank at all.
 */
function standsInFeature(place: BlockPlace): boolean {
  const { shapes, index, shape } = place;
  if (opensItem(shapes, index) !== undefined || shapes[index - 1]?.byline) return false;
  if (itemBefore(place) !== 'signed') return false;
  return shape.heading ? isBelowHeadlines(place) : shape.bold || place.page.plainTitle < 1;
}

/** Whether a heading ranks below every headline of the page, of which it has two at least. */
function isBelowHeadlines({ shapes, shape }: BlockPlace): boolean {
  const ranks: number[] = [];
  for (let at = 0; at < shapes.length; at += 1) {
    if (!shapes[at]!.heading) continue;
    // A label, its headline and a deck are one head, of the rank of the highest.
    const first = at;
    while (shapes[at + 1]?.heading && !shapes[at + 1]!.byline) at += 1;
    if (opensItem(shapes, at) === undefined) continue;
    ranks.push(Math.min(...shapes.slice(first, at + 1).map(depthOf)));
  }
  return ranks.length >= 2 && ranks.every((rank) => rank < depthOf(shape));
}

const depthOf = (shape: BlockShape): number => shape.block.depth ?? 0;

/** 拆：零件摆得像棋盘, 传：把“绝活”变成“明白话”: sections that are named alike. */
function hasLikeBrother({ shapes, shape, index }: BlockPlace): boolean {
  const named = /^\p{Script=Han}{1,4}[：:]\S/u;
  return (
    named.test(shape.text) &&
    shapes.some(
      (one, at) =>
        at !== index && Math.abs(at - index) < 20 && isSetAside(one) && named.test(one.text),
    )
  );
}

function isSetAside(shape: BlockShape): boolean {
  return (shape.heading || shape.bold) && shape.measure <= 24;
}

/**
 * Headings of the same item, as far as shapes tell: short titled blocks between this one and the
 * nearest head that has a byline, a deck or a lead-in after it.
 */
function countBrothers(place: BlockPlace): number {
  const { shapes, index } = place;
  let count = 0;
  for (const way of [-1, 1]) {
    for (
      let at = index + way;
      at >= 0 && at < shapes.length && Math.abs(at - index) < 40;
      at += way
    ) {
      const shape = shapes[at]!;
      if (shape.byline || !isTitle(place, at)) continue;
      if (opensItem(shapes, at) !== undefined || shape.measure > 16 || shape.measure === 0) break;
      count += 1;
    }
  }
  return count;
}
