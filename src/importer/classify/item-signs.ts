import { tellsNews } from '../lexicon/column-label.ts';
import { isSalutation } from '../lexicon/letter.ts';
import { isNoticeTitle } from '../lexicon/notice-title.ts';
import { isAdvertCategory } from '../lexicon/section-label.ts';
import { isOffice } from '../lexicon/office.ts';
import { isFramed, once, type BlockPlace } from './block-place.ts';
import type { PlacedShape } from './placed-shape.ts';

const enumerated =
  /^(?:[（(]?[一二三四五六七八九十]{1,2}[)）]?[、.．]|[（(][一二三四五六七八九十\d]{1,2}[)）]|\d{1,2}[、.．](?!\d)|[①-⑳])/u;

/** 一、, （二）, 3.: a number begins it. */
export function startsNumbered(text: string): boolean {
  return enumerated.test(text);
}

/** ●…… ●……: items of news, each behind its mark, are an item of the page by themselves. */
export function opensBriefs({ shapes, index }: BlockPlace): boolean {
  return (
    [1, 2].every((step) => /^[●■◆▲★]\s*\S/u.test(shapes[index + step]?.text ?? '')) &&
    [1, 2].every((step) => shapes[index + step]!.ended && !shapes[index + step]!.byline)
  );
}

/** 【招聘】 …… 【房屋】 ……: frames alike, each over a text of its own. */
export const framesItem = once(({ shapes, shape, index }: BlockPlace): boolean => {
  const isFrame = (at: number): boolean => {
    const [frame, below] = [shapes[at], shapes[at + 1]];
    return (
      frame !== undefined &&
      below !== undefined &&
      isFramed(frame.text) &&
      frame.measure <= 10 &&
      !below.heading &&
      !below.bold &&
      !below.byline &&
      !isFramed(below.text) &&
      below.measure > 12
    );
  };
  return (
    isFramed(shape.text) && isFrame(index) && shapes.some((_, at) => at !== index && isFrame(at))
  );
});

const poemSeries =
  /[诗詩词詞曲绝絕律句谣謠][一二两兩三四五六七八九十]首$|[（(](?:[组組][诗詩]|外[一二三四五六]首|[一二三四五六七八九十]首)[)）]$|(?:组诗|組詩|诗[钞抄选]|詩[鈔抄選])$/u;

/** 渡口, 落日 under 诗二首 and its poet: the poems of a series, which nobody else signs. */
export const isPoemOfSeries = once((place: BlockPlace): boolean => {
  const { shapes, index, shape } = place;
  if (!isVerse(shapes[index + 1]) || shape.measure > 16) return false;
  for (let at = index - 1; at >= 0; at -= 1) {
    const above = shapes[at]!;
    if (poemSeries.test(above.text)) return depthOf(above) < rankOf(shape);
    const isPart = isVerse(above) || (isVerse(shapes[at + 1]) && above.measure <= 16);
    const signsSeries = above.byline !== undefined && poemSeries.test(shapes[at - 1]?.text ?? '');
    if (!isPart && !signsSeries) return false;
  }
  return false;
});

const rankOf = (shape: PlacedShape): number => shape.block.depth ?? 7;

/** The ranks of the nearest CLASSIFIEDS above each block, and of the highest heading since; read in one pass. */
const classifiedsAbove = once((shapes: readonly PlacedShape[]) => {
  let last: { readonly depth: number; readonly highest: number } | undefined;
  return shapes.map((shape) => {
    const above = last;
    if (/^(?:classified|kleinanzeigen|petites annonces|anzeigen|want ads)/iu.test(shape.text)) {
      last = { depth: depthOf(shape), highest: Infinity };
    } else if (last && shape.heading) {
      last = { ...last, highest: Math.min(last.highest, depthOf(shape)) };
    }
    return above;
  });
});

/** HELP WANTED, FOR SALE after CLASSIFIEDS, with nothing of a higher rank between them. */
export function isUnderClassifieds({ shapes, index, shape }: BlockPlace): boolean {
  const above = isAdvertCategory(shape.text) ? classifiedsAbove(shapes)[index] : undefined;
  const depth = depthOf(shape);
  return above !== undefined && above.depth <= depth && above.highest >= depth;
}

/** A poem follows, its poet's name between or not: however short, the words are its title. */
export function opensPoem({ shapes, index }: BlockPlace): boolean {
  const after = shapes[index + 1];
  return isVerse(after) || (after?.byline !== undefined && isVerse(shapes[index + 2]));
}

function isVerse(shape: PlacedShape | undefined): boolean {
  return shape?.verse === true || shape?.block.list === 'verse';
}

/** Two halves alone, as crossheads have them, tell no news. */
export function tellsItsNews(text: string): boolean {
  return !/[，：]/u.test(text) && tellsNews(text);
}

/**
 * How many of a page's longer headings, of two at least, have a byline, a deck or a lead-in under them:
 * where all have, a short one that has none is no headline.
 */
export const shareOpened = once((shapes: readonly PlacedShape[]): number => {
  let opened = 0;
  let bare = 0;
  for (const [at, shape] of shapes.entries()) {
    // A label, a headline and a deck are one head: its last heading is what opens the item.
    if (!shape.heading || shapes[at + 1]?.heading || isNoticeTitle(shape.text)) continue;
    if (shape.byline || opensItem(shapes, at) !== undefined) opened += 1;
    else if (shape.measure > 16) bare += 1;
  }
  return opened >= 2 ? opened / (opened + bare) : 0;
});

/** Whether the text under a heading is signed, at its head or at its end, before the next heading. */
export const signedBelow = once(({ shapes, index }: BlockPlace): boolean => {
  if (opensItem(shapes, index) !== undefined) return true;
  for (let at = index + 1; at < shapes.length && !shapes[at]!.heading; at += 1) {
    const { byline, text } = shapes[at]!;
    if (byline && !/[摄攝][）)]?$/u.test(text) && shapes[at - 1]!.ended) return true;
  }
  return false;
});

/**
 * Set apart as a title: by its type, or, on a page of which the tool shows none, as a short line
 * without a stop between two paragraphs.
 */
export function isTitle({ shapes, page }: BlockPlace, at: number): boolean {
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
function opensItem(shapes: readonly PlacedShape[], at: number): 'signed' | 'news' | undefined {
  let left = 2;
  for (let next = at + 1; left > 0 && next < shapes.length; next += 1) {
    const shape = shapes[next]!;
    if (shape.opensNews) return 'news';
    if ((shape.byline && shape.byline.strength !== 'faint') || /^——/u.test(shape.text)) {
      return 'signed';
    }
    if (shape.standfirst) continue;
    if (!shape.heading && shape.measure > 30) return undefined;
    left -= 1;
  }
  return undefined;
}

/** Whether each block greets somebody, or stands under a greeting with no heading between; read in one pass. */
const isOfLetter = once((shapes: readonly PlacedShape[]): readonly boolean[] => {
  let isGreeted = false;
  return shapes.map(({ heading, text }) => {
    isGreeted = !heading && (isGreeted || isSalutation(text));
    return isGreeted;
  });
});

/** Whether the text above, which has ended, greets somebody under its title: a letter, an appeal. */
export function endsLetter({ shapes, index }: BlockPlace): boolean {
  return shapes[index - 1]?.ended === true && isOfLetter(shapes)[index - 1]!;
}

/** How the item before a block was opened, as far as shapes tell. */
export const itemBefore = once((place: BlockPlace): 'signed' | 'news' | undefined => {
  const { shapes, index } = place;
  for (let at = index - 1; at >= 0 && at > index - 40; at -= 1) {
    const head = shapes[at]!;
    const opened = opensItem(shapes, at);
    if (opened === undefined && beginsPlainItem(place, at)) return undefined;
    if (
      opened !== undefined &&
      !head.byline &&
      !head.opensNews &&
      !/。$/u.test(head.text) &&
      head.measure <= 45
    )
      return opened;
  }
  return undefined;
});

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
export const standsInFeature = once((place: BlockPlace): boolean => {
  const { shapes, index, shape } = place;
  if (opensItem(shapes, index) !== undefined || shapes[index - 1]?.byline) return false;
  if (itemBefore(place) !== 'signed') return false;
  return shape.heading ? isBelowHeadlines(place) : shape.bold || place.page.plainTitle < 1;
});

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

const depthOf = (shape: PlacedShape): number => shape.block.depth ?? 0;

/** 拆：零件摆得像棋盘, 传：把“绝活”变成“明白话”: sections that are named alike. */
export function hasLikeBrother({ shapes, shape, index }: BlockPlace): boolean {
  const named = /^\p{Script=Han}{1,4}[：:]\S/u;
  return (
    named.test(shape.text) &&
    shapes.some(
      (one, at) =>
        at !== index && Math.abs(at - index) < 20 && isSetAside(one) && named.test(one.text),
    )
  );
}

function isSetAside(shape: PlacedShape): boolean {
  return (shape.heading || shape.bold) && shape.measure <= 24;
}

/**
 * Headings of the same item, as far as shapes tell: short titled blocks between this one and the
 * nearest head that has a byline, a deck or a lead-in after it.
 */
export const countBrothers = once((place: BlockPlace): number => {
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
});
