import { labelCost, tellsNews } from '../../lexicon/column-label.ts';
import { isNoticeTitle } from '../../lexicon/notice-title.ts';
import { isFramed, type BlockPlace } from '../block-place.ts';
import {
  depthStep,
  isDashed,
  isPointing,
  isRepeated,
  isTitleOver,
  isWhole,
  leftOpen,
  lineAbove,
  reported,
} from '../head-signs.ts';
import {
  countBrothers,
  itemBefore,
  opensBriefs,
  shareOpened,
  signedBelow,
  standsInFeature,
  startsNumbered,
  tellsItsNews,
} from '../item-signs.ts';
import { otherwise, type Weight } from '../weight.ts';

const isColumnByWords = ({ shape }: BlockPlace): boolean => labelCost(shape.text, false) < 0.7;

/** Rank of a block below the title line above it; of the block below, below this one. */
const stepDown = (place: BlockPlace): number => depthStep(lineAbove(place)!, place.shape);
const stepTo = ({ shape, after }: BlockPlace): number => depthStep(shape, after!);

/** What speaks against a headline, beyond what speaks against any title. */
export const headlineWeights: readonly Weight[] = [
  {
    id: 'headline-dashed',
    role: 'headline',
    why: 'A dash begins a deck.',
    when: isDashed,
    cost: 3,
    example: '',
  },
  {
    id: 'headline-reports-speech',
    role: 'headline',
    why: '市委书记在调研时强调: what was said stands below, in the headline.',
    when: ({ shape, after }) =>
      reported.test(shape.text) && after !== undefined && !after.ended && after.measure <= 40,
    cost: 2,
    example: '',
  },
  {
    id: 'headline-repeated',
    role: 'headline',
    why: 'Words that stand over two items are a column.',
    when: isRepeated,
    cost: 1.5,
    example: '',
  },
  {
    id: 'headline-framed-over-title',
    role: 'headline',
    why: 'A frame over another title is a column.',
    when: ({ shape, after }) => isFramed(shape.text) && isTitleOver(after),
    cost: 2.5,
    example: '',
  },
  {
    id: 'headline-column-part',
    role: 'headline',
    of: 'part',
    why: "Words of a column and a part's number.",
    when: (place) => place.shape.part && isColumnByWords(place),
    cost: 2.5,
    example: '',
  },
  {
    id: 'headline-part',
    role: 'headline',
    of: 'part',
    why: "A part's number stands behind a column more often than behind a headline.",
    when: ({ shape }) => shape.part,
    cost: 1,
    example: '',
  },
  {
    id: 'headline-known-column',
    role: 'headline',
    why: 'The paper has a column of that name.',
    when: ({ shape }) => shape.knownColumn === 'same',
    cost: 4,
    example: '',
  },
  {
    id: 'headline-over-briefs',
    role: 'headline',
    of: 'inside',
    why: '●…… ●…… below are an item by themselves: this is its headline.',
    when: opensBriefs,
    cost: -0.5,
    example: '',
  },
  {
    id: 'headline-numbered-in-text',
    role: 'headline',
    of: 'inside',
    why: '一、 after a text that has ended counts its sections.',
    when: ({ shape, before }) => startsNumbered(shape.text) && before?.ended === true,
    cost: 2.5,
    example: '',
  },
  {
    id: 'headline-numbered',
    role: 'headline',
    of: 'inside',
    why: 'A number begins a crosshead or a list.',
    when: ({ shape }) => startsNumbered(shape.text),
    cost: 1,
    example: '',
  },
  {
    id: 'headline-no-crosshead',
    role: 'headline',
    of: 'inside',
    why: 'Too long for a crosshead, or tells its news: its place says nothing. 三年凿一朵莲 counts, and tells no news yet.',
    when: ({ shape }) =>
      shape.measure > 16 ||
      (shape.measure > 8 && tellsItsNews(shape.text)) ||
      isNoticeTitle(shape.text),
    cost: 0,
    example: '',
  },
  {
    id: 'headline-in-feature',
    role: 'headline',
    of: 'inside',
    why: 'Within a signed text short titles are its crossheads.',
    when: (place) => standsInFeature(place) && (place.titled || countBrothers(place) > 0),
    cost: 1.3,
    example: '',
  },
  {
    id: 'headline-opens-item',
    role: 'headline',
    of: 'inside',
    why: 'A plain line, one after unsigned news, and one over a signed text may be headlines.',
    when: (place) => !place.titled || itemBefore(place) !== 'signed' || signedBelow(place),
    cost: 0,
    example: '',
  },
  {
    id: 'headline-alone-unopened',
    role: 'headline',
    of: 'inside',
    why: 'All longer headings of the page open an item with a byline, a deck or 本报讯, and this one does not.',
    when: ({ shapes }) => shareOpened(shapes) === 1,
    cost: (place) => (countBrothers(place) >= 1 ? 1.3 : 1.2),
    example: '',
  },
  {
    id: 'headline-with-brothers',
    role: 'headline',
    of: 'inside',
    why: 'Two short titles more in the same text.',
    when: (place) => countBrothers(place) >= 2,
    cost: 0.9,
    example: '',
  },
  {
    id: 'headline-with-brother',
    role: 'headline',
    of: 'inside',
    why: 'One short title more in the same text, and most longer headings of the page open an item.',
    when: (place) => shareOpened(place.shapes) >= 0.6 && countBrothers(place) >= 1,
    cost: 0.7,
    example: '',
  },
];

/** What speaks against the second line of a headline; asked under a title line only. */
export const headlineLineWeights: readonly Weight[] = [
  {
    id: 'line-goes-on',
    role: 'headline-line',
    of: 'above',
    why: 'The line above is open: a mark is not closed, or its words go on.',
    when: (place) => leftOpen(lineAbove(place)!),
    cost: 0,
    example: '',
  },
  {
    id: 'line-after-whole',
    role: 'headline-line',
    of: 'above',
    why: '强项目 稳投资 促发展 above is a headline by itself.',
    when: (place) => isWhole(lineAbove(place)!.text),
    cost: 3.7,
    example: '',
  },
  {
    id: 'line-after-line',
    role: 'headline-line',
    of: 'above',
    why: 'Most headlines have one line.',
    when: otherwise,
    cost: 2.2,
    example: '',
  },
  {
    id: 'line-of-other-rank',
    role: 'headline-line',
    why: 'Lines of one headline have one rank.',
    when: (place) => stepDown(place) !== 0,
    cost: 0.8,
    example: '',
  },
  {
    id: 'line-dashed',
    role: 'headline-line',
    why: 'A dash begins a deck.',
    when: isDashed,
    cost: 4,
    example: '',
  },
];

/** What speaks for or against a deck; asked under a title line only. */
export const deckWeights: readonly Weight[] = [
  {
    id: 'deck-dashed',
    role: 'deck',
    alone: true,
    why: 'A dash says so.',
    when: isDashed,
    cost: ({ says }) => says,
    example: '',
  },
  {
    id: 'deck-undashed',
    role: 'deck',
    why: 'Half of what speaks against a title, and most headlines have no deck.',
    when: otherwise,
    cost: 2,
    example: '',
  },
  {
    id: 'deck-below',
    role: 'deck',
    of: 'rank',
    why: 'A deck is of a lower rank than its headline.',
    when: (place) => stepDown(place) > 0,
    cost: -0.8,
    example: '',
  },
  {
    id: 'deck-above',
    role: 'deck',
    of: 'rank',
    why: 'It is hardly ever of a higher one.',
    when: (place) => stepDown(place) < 0,
    cost: 1.5,
    example: '',
  },
  {
    id: 'deck-beside',
    role: 'deck',
    of: 'rank',
    why: 'Tools give both one rank now and then.',
    when: otherwise,
    cost: 0.2,
    example: '',
  },
  {
    id: 'deck-longer',
    role: 'deck',
    of: 'length',
    why: 'A deck is set smaller and says more than its headline.',
    when: (place) => place.shape.measure > lineAbove(place)!.measure * 1.15,
    cost: -0.4,
    example: '',
  },
  {
    id: 'deck-shorter',
    role: 'deck',
    of: 'length',
    why: 'A shorter line is seldom one.',
    when: otherwise,
    cost: 0.4,
    example: '',
  },
  {
    id: 'deck-tells-how',
    role: 'deck',
    why: 'What a deck calls the piece under it: 市行政审批服务局打造“全科窗口”纪实.',
    when: ({ shape }) =>
      shape.measure >= 10 &&
      /(?:纪实|见闻|侧记|综述|探访记?|走访记?|访谈|访谈录|掠影|启示录?|扫描|速写|巡礼|回眸|透视)$|^(?:研究|审议|部署|听取|传达|讨论).*(?:工作|事项|问题|报告|意见|精神)$/u.test(
        shape.text,
      ),
    cost: -1.4,
    example: '',
  },
  {
    id: 'deck-under-whole',
    role: 'deck',
    why: '强项目 稳投资 促发展 above is a headline, a longer line under it its deck.',
    when: (place) => {
      const above = lineAbove(place)!;
      return (
        isWhole(above.text) && !isWhole(place.shape.text) && place.shape.measure > above.measure
      );
    },
    cost: -1.4,
    example: '',
  },
  {
    id: 'deck-under-column',
    role: 'deck',
    why: 'A few words over a line of many are its column.',
    when: (place) => {
      const { measure } = lineAbove(place)!;
      return measure <= 8 && place.shape.measure >= measure * 2.5;
    },
    cost: 0.5,
    example: '',
  },
  {
    id: 'deck-plain',
    role: 'deck',
    why: 'A line without a mark is likelier text.',
    when: ({ titled }) => !titled,
    cost: 1,
    example: '',
  },
];

/** What speaks against a column's label, beyond a fragment and a sentence; asked over a block only. */
export const labelWeights: readonly Weight[] = [
  {
    id: 'label-known',
    role: 'column-label',
    of: 'name',
    why: 'The paper has a column of that name.',
    when: ({ shape }) => shape.knownColumn === 'same',
    cost: 0,
    example: '',
  },
  {
    id: 'label-misread',
    role: 'column-label',
    of: 'name',
    why: "A column's name with a glyph misread.",
    when: ({ shape }) => shape.knownColumn === 'misread',
    cost: 0.1,
    example: '',
  },
  {
    id: 'label-part',
    role: 'column-label',
    of: 'name',
    why: "A part's number stands behind a column's name.",
    when: ({ shape }) => shape.part,
    cost: 0.2,
    example: '',
  },
  {
    id: 'label-repeated',
    role: 'column-label',
    of: 'name',
    why: 'Words that stand over two items are a column.',
    when: isRepeated,
    cost: 0.2,
    example: '',
  },
  {
    id: 'label-words',
    role: 'column-label',
    of: 'name',
    why: "How unlike a column's its words are; an unfinished line is none.",
    when: otherwise,
    cost: ({ shape }) => labelCost(shape.text, shape.halfBold) + (shape.unfinished ? 1 : 0),
    example: '',
  },
  {
    id: 'label-says-otherwise',
    role: 'column-label',
    why: 'A byline, a folio or a jump line says what it is.',
    when: ({ says }) => says > 0,
    cost: ({ says }) => says,
    example: '',
  },
  {
    id: 'label-dashed',
    role: 'column-label',
    why: 'A dash begins a deck.',
    when: isDashed,
    cost: 5,
    example: '',
  },
  {
    id: 'label-lead-in',
    role: 'column-label',
    why: '本报讯 opens a text.',
    when: ({ shape }) => shape.leadIn,
    cost: 5,
    example: '',
  },
];

/** What speaks for or against a kicker; asked over a block only. */
export const kickerWeights: readonly Weight[] = [
  {
    id: 'kicker',
    role: 'kicker',
    why: 'Seven tenths of what speaks against a title, and few headlines have a kicker.',
    when: otherwise,
    cost: 1.5,
    example: '',
  },
  {
    id: 'kicker-below',
    role: 'kicker',
    of: 'rank',
    why: 'A kicker is of a lower rank than the headline under it.',
    when: (place) => stepTo(place) < 0,
    cost: -0.7,
    example: '',
  },
  {
    id: 'kicker-above',
    role: 'kicker',
    of: 'rank',
    why: 'It is seldom of a higher one.',
    when: (place) => stepTo(place) > 0,
    cost: 0.7,
    example: '',
  },
  {
    id: 'kicker-full',
    role: 'kicker',
    of: 'words',
    why: 'A kicker says when, where or who: nine characters or more.',
    when: ({ shape }) => shape.measure >= 9,
    cost: -0.3,
    example: '',
  },
  {
    id: 'kicker-few-words',
    role: 'kicker',
    of: 'words',
    why: 'Fewer are likelier a label.',
    when: otherwise,
    cost: 0.6,
    example: '',
  },
  {
    id: 'kicker-longer',
    role: 'kicker',
    of: 'length',
    why: 'It is set smaller than its headline, and may be longer.',
    when: ({ shape, after }) => shape.measure > after!.measure * 1.1,
    cost: -0.2,
    example: '',
  },
  {
    id: 'kicker-shorter',
    role: 'kicker',
    of: 'length',
    why: 'A shorter one says little either way.',
    when: otherwise,
    cost: 0.1,
    example: '',
  },
  {
    id: 'kicker-part',
    role: 'kicker',
    why: "A part's number stands behind a column's name.",
    when: ({ shape }) => shape.part,
    cost: 2,
    example: '',
  },
  {
    id: 'kicker-unfinished',
    role: 'kicker',
    why: 'A line that goes on is the first of a headline.',
    when: ({ shape }) => shape.unfinished,
    cost: 1,
    example: '',
  },
  {
    id: 'kicker-reports',
    role: 'kicker',
    of: 'reports',
    why: '市委书记在调研时强调 stands over what was said.',
    when: ({ shape }) => reported.test(shape.text),
    cost: -1.5,
    example: '',
  },
  {
    id: 'kicker-from-to',
    role: 'kicker',
    of: 'reports',
    why: '从……到…… leads to what the headline tells.',
    when: ({ shape }) => /^从.+到/u.test(shape.text),
    cost: -0.4,
    example: '',
  },
  {
    id: 'kicker-column',
    role: 'kicker',
    why: 'A short line that tells no news, or has the words of a column, is a label.',
    when: (place) =>
      place.shape.measure <= 16 && (!tellsNews(place.shape.text) || isColumnByWords(place)),
    cost: 0.7,
    example: '',
  },
  {
    id: 'kicker-over-deck',
    role: 'kicker',
    why: 'A deck follows a headline, and no kicker.',
    when: ({ after }) => /^(?:——|──)/u.test(after!.text),
    cost: 3,
    example: '',
  },
  {
    id: 'kicker-known-column',
    role: 'kicker',
    why: 'The paper has a column of that name.',
    when: ({ shape }) => shape.knownColumn === 'same',
    cost: 4,
    example: '',
  },
  {
    id: 'kicker-dashed',
    role: 'kicker',
    why: 'A dash begins a deck.',
    when: isDashed,
    cost: 5,
    example: '',
  },
];

/** What speaks against a standfirst. */
export const standfirstWeights: readonly Weight[] = [
  {
    id: 'standfirst-over-guide',
    role: 'standfirst',
    of: 'words',
    why: "核心提示 over another page's titles is no standfirst.",
    when: ({ shape, after }) => shape.standfirst && after?.guide === true,
    cost: 6,
    example: '',
  },
  {
    id: 'standfirst-words',
    role: 'standfirst',
    of: 'words',
    why: '编者按, 核心提示 and the like open it.',
    when: ({ shape }) => shape.standfirst,
    cost: 0,
    example: '',
  },
  {
    id: 'standfirst-set-apart',
    role: 'standfirst',
    of: 'words',
    why: 'A sentence or more that is set apart as titles are.',
    when: ({ shape }) => (shape.bold || shape.heading) && shape.measure > 30 && shape.ended,
    cost: 0.8,
    example: '',
  },
  {
    id: 'standfirst-unsaid',
    role: 'standfirst',
    of: 'words',
    why: 'Nothing says so.',
    when: otherwise,
    cost: 6,
    example: '',
  },
];

/** A line that only points is a label: what it costs to take it for a headline. */
export const pointingWeights: readonly Weight[] = [
  {
    id: 'headline-pointing',
    role: 'headline',
    why: '△ before a line says only that it belongs to a neighbour.',
    when: isPointing,
    cost: 2,
    example: '',
  },
];
