import type { BlockPlace } from './block-place.ts';
import type { BlockShape } from './block-shape.ts';

/** Headlines that a page prints more than once, each over a notice of its own. */
export const noticeWords =
  /^(?:\p{Script=Han}{0,8}(?:公告|公示|启事|通告|声明|讣告|简讯|通知|更正|致歉|招聘|招标|征稿|天气预报))$/u;
const enumerated =
  /^(?:[（(]?[一二三四五六七八九十]{1,2}[)）]?[、.．]|[（(][一二三四五六七八九十\d]{1,2}[)）]|\d{1,2}[、.．]|[①-⑳])/u;

/**
 * A crosshead is short and has brothers: a heading alone in the middle of a text is more likely the
 * next item's headline whose lead-in is lost.
 */
export function crossheadCost(place: BlockPlace): number {
  const { shape, titled } = place;
  const { measure } = shape;
  const numbered = enumerated.test(shape.text);
  if (!titled && !numbered) return 5;
  if (noticeWords.test(shape.text)) return 5;
  if (shape.ended && !/[！？!?]$/u.test(shape.text)) return 5;
  let cost = measure <= 8 ? 0.3 : measure <= 12 ? 0.7 : measure <= 16 ? 1.5 : measure <= 22 ? 3 : 5;
  if (numbered) cost -= 1.5;
  const brothers = countBrothers(place);
  if (brothers === 0) cost += numbered ? 0 : 1.3;
  else if (brothers >= 2) cost -= 0.3;
  if (shape.bold) cost -= 0.4;
  return Math.max(cost, 0);
}

/**
 * Headings of the same item, as far as shapes tell: short titled blocks between this one and the
 * nearest head that has a byline, a deck or a lead-in after it.
 */
export function countBrothers({ shapes, index }: BlockPlace): number {
  const opensItem = (place: number): boolean => {
    for (let next = place + 1; next <= place + 2 && next < shapes.length; next += 1) {
      const shape = shapes[next]!;
      if (shape.leadIn || shape.byline || /^——/u.test(shape.text)) return true;
      if (!shape.heading && shape.measure > 30) return false;
    }
    return false;
  };
  const brother = (shape: BlockShape): boolean =>
    (shape.heading || shape.bold) && shape.measure <= 16 && !shape.byline && shape.measure > 0;
  let count = 0;
  for (const way of [-1, 1]) {
    for (
      let place = index + way;
      place >= 0 && place < shapes.length && Math.abs(place - index) < 40;
      place += way
    ) {
      const shape = shapes[place]!;
      if (!(shape.heading || shape.bold) || shape.byline) continue;
      if (opensItem(place) || !brother(shape)) break;
      count += 1;
    }
  }
  return count;
}

/** Whether a head with a byline, a deck or a lead-in stands before a block. */
export function hasHeadBefore({ shapes, index }: BlockPlace): boolean {
  for (let place = index - 1; place >= 0 && place > index - 40; place -= 1) {
    if (shapes[place]!.leadIn || shapes[place]!.byline?.strength === 'strong') return true;
  }
  return false;
}
