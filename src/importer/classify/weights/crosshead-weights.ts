import { isContactLine } from '../../lexicon/contact-line.ts';
import { isNoticeTitle } from '../../lexicon/notice-title.ts';
import type { BlockPlace } from '../block-place.ts';
import {
  countBrothers,
  hasLikeBrother,
  isTitle,
  itemBefore,
  opensBriefs,
  opensPoem,
  shareOpened,
  signedBelow,
  standsInFeature,
  startsNumbered,
  tellsItsNews,
} from '../item-signs.ts';
import { otherwise, type Weight } from '../weight.ts';

const isNumbered = ({ shape }: BlockPlace): boolean => startsNumbered(shape.text);

const lengthOf = ({ shape: { measure } }: BlockPlace): number =>
  measure <= 8 ? 0.3 : measure <= 12 ? 0.7 : measure <= 16 ? 1.5 : measure <= 22 ? 3 : 5;

/**
 * What speaks for or against a crosshead; the sum is never below 0. A crosshead is short and has
 * brothers: a heading alone in the middle of a text is more likely the next item's headline whose
 * lead-in is lost.
 */
export const crossheadWeights: readonly Weight[] = [
  {
    id: 'crosshead-not-set-apart',
    role: 'crosshead',
    alone: true,
    why: 'Nothing sets it apart: no mark, no number, no place of its own.',
    when: (place) => !isNumbered(place) && !isTitle(place, place.index),
    cost: 5,
    example: '',
  },
  {
    id: 'crosshead-other-title',
    role: 'crosshead',
    alone: true,
    why: "A notice's, a guide's and a poem's title open an item.",
    when: (place) =>
      isNoticeTitle(place.shape.text) || place.after?.guide === true || opensPoem(place),
    cost: 5,
    example: '',
  },
  {
    id: 'crosshead-contact',
    role: 'crosshead',
    alone: true,
    why: 'Where to reach somebody is text.',
    when: ({ shape }) => isContactLine(shape.text),
    cost: 5,
    example: '',
  },
  {
    id: 'crosshead-ended',
    role: 'crosshead',
    alone: true,
    why: 'A crosshead has no stop, though it may ask or call.',
    when: ({ shape }) => shape.ended && !/[！？!?]$/u.test(shape.text),
    cost: 5,
    example: '',
  },
  {
    id: 'crosshead-outside',
    role: 'crosshead',
    alone: true,
    why: 'A plain line is one only within a signed text.',
    when: (place) => !isNumbered(place) && !place.titled && !standsInFeature(place),
    cost: 5,
    example: '',
  },
  {
    id: 'crosshead-numbered',
    role: 'crosshead',
    of: 'length',
    why: '1.早高峰：… has its number to say what it is, however long.',
    when: isNumbered,
    cost: (place) => Math.min(lengthOf(place), 2) - 1.5,
    example: '',
  },
  {
    id: 'crosshead-length',
    role: 'crosshead',
    of: 'length',
    why: 'Crossheads have eight characters, seldom sixteen.',
    when: otherwise,
    cost: lengthOf,
    example: '',
  },
  {
    id: 'crosshead-single',
    role: 'crosshead',
    of: 'brothers',
    why: 'It has no brother in its text; within a signed text that says less.',
    when: (place) => countBrothers(place) === 0 && !isNumbered(place),
    cost: (place) => (standsInFeature(place) && place.titled ? 0.2 : 1.3),
    example: '',
  },
  {
    id: 'crosshead-brothers',
    role: 'crosshead',
    of: 'brothers',
    why: 'Two brothers or more stand in its text.',
    when: (place) => countBrothers(place) >= 2,
    cost: -0.3,
    example: '',
  },
  {
    id: 'crosshead-plain-long',
    role: 'crosshead',
    why: 'A plain line of more than twelve characters has nothing to say what it is.',
    when: (place) => !place.titled && !isNumbered(place) && place.shape.measure > 12,
    cost: 1,
    example: '',
  },
  {
    id: 'crosshead-bold',
    role: 'crosshead',
    why: 'Some tools show crossheads in bold, and headlines as headings.',
    when: ({ shape }) => shape.bold,
    cost: -0.4,
    example: '',
  },
  {
    id: 'crosshead-like-brother',
    role: 'crosshead',
    why: '拆：零件摆得像棋盘, 传：把“绝活”变成“明白话”: sections that are named alike.',
    when: hasLikeBrother,
    cost: -0.8,
    example: '',
  },
  {
    id: 'crosshead-tells-news',
    role: 'crosshead',
    why: "News without a mark is the next item's; a crosshead names a side of what is told.",
    when: (place) => !isNumbered(place) && tellsItsNews(place.shape.text),
    cost: ({ titled }) => (titled ? 0.8 : 1.5),
    example: '',
  },
  {
    id: 'crosshead-in-news',
    role: 'crosshead',
    why: 'News that 本报讯 opens hardly ever has crossheads.',
    when: (place) => !isNumbered(place) && itemBefore(place) === 'news',
    cost: 0.8,
    example: '',
  },
  {
    id: 'crosshead-over-signed',
    role: 'crosshead',
    why: 'The text under it is signed, as that of every longer heading of the page is.',
    when: (place) =>
      !isNumbered(place) && place.titled && shareOpened(place.shapes) === 1 && signedBelow(place),
    cost: 1,
    example: '',
  },
  {
    id: 'crosshead-over-briefs',
    role: 'crosshead',
    why: '●…… ●…… below are an item by themselves.',
    when: opensBriefs,
    cost: 2,
    example: '',
  },
];
