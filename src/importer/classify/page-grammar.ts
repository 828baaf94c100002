import type { StateGrammar } from '../models/cheapest-path.ts';
import { states, type Costs, type State } from './state.ts';

/** What the grammar does not foresee costs this much: dear, not forbidden, since OCR loses blocks. */
const unforeseen = 5;

/** The head of an item may begin here. */
const head = (cost: number): Costs => ({
  'column-label': cost,
  kicker: cost + 0.2,
  headline: cost,
});
const aside: Costs = { folio: 0.4, 'page-credits': 0.2, jump: 0.2, clutter: 0.5, nameplate: 1.5 };
const picture: Costs = { image: 0.2, gap: 0.2 };
const text: Costs = { paragraph: 0, opening: 0, 'list-item': 0.3, table: 0.2, verse: 0.3 };
const afterBody: Costs = {
  ...text,
  opening: 3.2,
  crosshead: 0.4,
  byline: 1.8,
  credit: 3,
  caption: 3.5,
  ...picture,
  ...head(0.4),
  ...aside,
};

const afterFurniture: Costs = {
  ...head(0.1),
  ...picture,
  ...text,
  paragraph: 1.5,
  byline: 1.5,
  caption: 2,
  ...aside,
};

/** What follows what on a newspaper page; the cost of each step. */
const grammar: Record<State, Costs> = {
  kicker: { headline: 0, kicker: 2.5 },
  'column-label': {
    headline: 0,
    kicker: 0.6,
    'column-label': 1.8,
    byline: 2.5,
    paragraph: 3,
    opening: 2.5,
    ...picture,
  },
  headline: {
    'headline-line': 0.6,
    deck: 0,
    standfirst: 0.1,
    byline: 0,
    ...text,
    crosshead: 1.6,
    caption: 0.7,
    headline: 3,
    'column-label': 3.5,
    'label-below': 0.8,
    kicker: 3.2,
    ...picture,
    ...aside,
  },
  // 一周热评 may stand under its headline, over the byline or the text.
  'label-below': { byline: 0, ...text, opening: 0.5, paragraph: 0.5 },
  'headline-line': {
    deck: 0,
    standfirst: 0.1,
    byline: 0,
    ...text,
    caption: 1,
    ...picture,
    jump: 0.2,
  },
  deck: {
    deck: 1.5,
    standfirst: 0.2,
    byline: 0,
    ...text,
    ...picture,
    crosshead: 1,
    jump: 0.2,
    clutter: 0.5,
  },
  standfirst: { standfirst: 1, byline: 0, ...text, crosshead: 0.3, ...picture },
  byline: {
    byline: 0.4,
    deck: 1.2,
    standfirst: 0.5,
    ...text,
    crosshead: 0.5,
    ...picture,
    ...head(1),
    caption: 1.5,
    ...aside,
  },
  opening: afterBody,
  paragraph: afterBody,
  verse: afterBody,
  'list-item': afterBody,
  table: { ...afterBody, table: 0.3 },
  crosshead: {
    ...text,
    opening: 3.5,
    verse: 0.3,
    crosshead: 2.5,
    image: 1.2,
    gap: 1.2,
    byline: 2,
  },
  image: {
    caption: 0,
    credit: 0.8,
    ...picture,
    ...text,
    paragraph: 0.4,
    crosshead: 0.6,
    byline: 0.8,
    deck: 1.5,
    standfirst: 1,
    ...head(0.4),
    ...aside,
  },
  gap: {
    caption: 0.2,
    credit: 1.2,
    ...picture,
    ...text,
    paragraph: 0.3,
    crosshead: 0.5,
    byline: 0.8,
    deck: 1.2,
    standfirst: 1,
    ...head(0.2),
    ...aside,
  },
  caption: {
    caption: 0.6,
    credit: 0,
    ...text,
    paragraph: 0.8,
    crosshead: 0.6,
    ...picture,
    ...head(0.2),
    byline: 1.5,
    ...aside,
  },
  credit: {
    credit: 1,
    caption: 1.2,
    ...text,
    paragraph: 0.4,
    crosshead: 0.5,
    ...picture,
    ...head(0.1),
    byline: 1.2,
    ...aside,
  },
  jump: { ...text, caption: 2, paragraph: 0.3, ...head(0.1), ...picture, ...aside, byline: 0.5 },
  folio: { ...afterFurniture, folio: 0.1, nameplate: 0.1 },
  'page-credits': afterFurniture,
  nameplate: {
    ...head(0.1),
    ...picture,
    ...text,
    paragraph: 1.5,
    ...aside,
    folio: 0,
    nameplate: 0.3,
  },
  clutter: { ...head(0.2), ...aside, clutter: 0, byline: 0.5, paragraph: 2, opening: 0.5 },
};
const start: Costs = {
  ...head(0),
  folio: 0,
  nameplate: 0,
  'page-credits': 0.2,
  ...picture,
  opening: 1.5,
  paragraph: 2.5,
  caption: 2.5,
  byline: 2.5,
  jump: 0.5,
  clutter: 0,
};

/** Where a page seldom ends: with a head. */
const heads: readonly State[] = [
  'kicker',
  'column-label',
  'headline',
  'headline-line',
  'deck',
  'crosshead',
];

/** By the numbers of the states: how a page may begin, go on and end. */
export const pageGrammar: StateGrammar = {
  begins: states.map((to) => start[to] ?? unforeseen),
  ends: states.map((state) => (heads.includes(state) ? 3.5 : 0)),
  follows: states.map((from) => states.map((to) => grammar[from][to] ?? unforeseen)),
};
