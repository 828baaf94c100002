import { isWebWords } from '../lexicon/web-words.ts';
import { isAward } from '../page/list-line.ts';
import { readBlockPlace, type BlockPlace } from './block-place.ts';
import type { PageShape } from './page-shape.ts';
import type { PlacedShape } from './placed-shape.ts';
import { isDashed, isPointing, lineAbove } from './head-signs.ts';
import { never, type Costs } from './state.ts';
import { sumWeights, type Weight } from './weight.ts';
import { captionWeights } from './weights/caption-weights.ts';
import { crossheadWeights } from './weights/crosshead-weights.ts';
import { furnitureWeights, standsUnderWebTail } from './weights/furniture-weights.ts';
import {
  deckWeights,
  headlineLineWeights,
  headlineWeights,
  kickerWeights,
  labelWeights,
  pointingWeights,
  standfirstWeights,
} from './weights/head-weights.ts';
import {
  isOwnKindOfText,
  isSummary,
  textAsCaptionWeights,
  textFormWeights,
  textWordWeights,
} from './weights/text-weights.ts';
import {
  brokenWeights,
  fragmentWeights,
  plainWeights,
  sentenceLikeWeights,
  titleLengthWeights,
  titleWordWeights,
} from './weights/title-weights.ts';

/** What each state asks of block `index` by its own shape, in cost. */
export function blockCosts(shapes: readonly PlacedShape[], index: number, page: PageShape): Costs {
  const shape = shapes[index]!;
  switch (shape.block.type) {
    case 'image':
      return { image: 0 };
    case 'gap':
      return { gap: 0 };
    case 'table':
      return { table: 0 };
    case 'list-item':
      if (standsUnderWebTail(shapes, index) || isWebWords(shape.text))
        return { clutter: 0, 'list-item': 2 };
      return {
        'list-item': 0,
        headline: 6,
        byline: shape.byline?.strength === 'strong' ? 0.5 : never,
      };
    default:
  }
  // 今日天气 多云 19℃～27℃ under the paper's name.
  if (shape.block.list && shape.nameplate) return { nameplate: 0, paragraph: 3 };
  if (shape.block.list === 'chapter') return { crosshead: 0, paragraph: 5 };
  if (page.listings.get(index) === 'name' || isAwardSetApart(shape)) {
    return { crosshead: 0, paragraph: 4, headline: 5 };
  }
  if (shape.block.list === 'verse') return { verse: 0, paragraph: 2, headline: 5 };
  if (shape.block.list) return { paragraph: 0, crosshead: 5, headline: 6 };
  if (isWebWords(shape.text)) return { clutter: 0, paragraph: 4, headline: 6 };
  // ▶ 这条街的梧桐，要不要砍？ under 往期推荐.
  if (/^[▶►•·>]\s*\S/u.test(shape.text) && standsUnderWebTail(shapes, index)) {
    return { clutter: 0, paragraph: 2, headline: 4 };
  }
  if (shape.verse) return { verse: 0, paragraph: 3, crosshead: 6, headline: 8 };
  const place = readBlockPlace(shapes, index, page);
  if (index > 0 && namesNotes(shape.text)) {
    return place.titled && shape.heading
      ? { crosshead: 0, paragraph: 3, headline: 3 }
      : { paragraph: 0, crosshead: 2, headline: 4 };
  }
  if (leadsOnAsHeading(place)) return { paragraph: 0, crosshead: 2, headline: 4, kicker: 5 };
  return {
    ...furnitureCosts(place),
    ...textCosts(place),
    ...headCosts(place),
    caption: sumWeights(captionWeights, place) + place.says,
  };
}

/** 【注释】, 译文：, 作者简介: what belongs to the text before it. */
function namesNotes(text: string): boolean {
  return /^[【〔[]?(?:注[释解]|简注|赏析|简析|鉴赏|译文|今译|题解|(?:作者|诗人|人物)(?:简介|小传)|名词解释|附记|参考资料)[】〕\]]?[：:]?$/u.test(
    text.replaceAll(/\s/gu, ''),
  );
}

/** 一等奖（2名） as a heading or in bold stands over those who won it. */
function isAwardSetApart({ text, heading, bold }: PlacedShape): boolean {
  return (heading || bold) && isAward(text);
}

/** `## 有下列情形之一的，不予受理：` leads to the lines under it, whatever the tool has made of it. */
function leadsOnAsHeading({ shape, after }: BlockPlace): boolean {
  return (
    shape.heading &&
    /[：:]$/u.test(shape.text) &&
    after?.block.type === 'paragraph' &&
    !after.heading &&
    !after.byline
  );
}

const furniture = Map.groupBy(furnitureWeights, (weight: Weight) => weight.role);

/** Bylines, credits, jump lines, and the page's own furniture. */
function furnitureCosts(place: BlockPlace): Costs {
  const open = [...furniture].filter(([, weights]) => weights.some(({ when }) => when(place)));
  return Object.fromEntries(open.map(([role, weights]) => [role, sumWeights(weights, place)]));
}

/** Running text: an item's opening (本报讯 and the like) or any other paragraph. */
function textCosts(place: BlockPlace): Costs {
  const { opensNews } = place.shape;
  const text = textCost(place) + (isSummary(place) ? 1.5 : 0);
  const paragraph = text + (opensNews ? 4 : 0) + sumWeights(textAsCaptionWeights, place);
  return opensNews ? { opening: text, paragraph } : { paragraph };
}

function textCost(place: BlockPlace): number {
  const { shape, titled, says, signs } = place;
  if (isOwnKindOfText(place)) return says;
  const form = says + sumWeights(textFormWeights, place);
  const words = shape.titleWords * (shape.titleWords > 0 ? 0.5 : 0.7);
  const byWords = !titled && !shape.ended && !signs ? Math.max(says, form + words) : form;
  return byWords + sumWeights(textWordWeights, place);
}

/** Every part of an item's head that a block could be. */
function headCosts(place: BlockPlace): Costs {
  const { shape, after, says } = place;
  const sentenceLike = sumWeights(sentenceLikeWeights, place);
  const fragment = sumWeights(fragmentWeights, place);
  const plain = sumWeights(plainWeights, place);
  const broken = sumWeights(brokenWeights, place);
  const title =
    sumWeights(titleLengthWeights, place) +
    sentenceLike +
    fragment +
    plain +
    broken +
    sumWeights(titleWordWeights, place);
  const costs: Costs = {
    headline: title + sumWeights(headlineWeights, place) + sumWeights(pointingWeights, place),
    standfirst: sumWeights(standfirstWeights, place),
    crosshead:
      Math.max(0, sumWeights(crossheadWeights, place)) +
      fragment +
      says -
      Math.min(shape.titleWords, 1.5) / 3,
  };
  if (shape.measure <= 60 && lineAbove(place)) {
    costs['headline-line'] = title + sumWeights(headlineLineWeights, place);
    costs.deck = (isDashed(place) ? 0 : title * 0.5) + sumWeights(deckWeights, place);
  }
  if (after && shape.measure <= 45) {
    costs.kicker = title * 0.7 + sumWeights(kickerWeights, place);
    const label = sumWeights(labelWeights, place) + fragment + sentenceLike;
    costs['column-label'] =
      label + (plain > 2 ? 1 : 0) + broken + Math.max(0, -shape.titleWords * 0.7);
    if (label < 0.7 && shape.measure <= 12) costs['label-below'] = label;
  }
  if (isPointing(place)) costs['column-label'] = 0;
  return costs;
}
