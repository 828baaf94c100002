import { isClosingFormula, isSalutation } from '../lexicon/letter.ts';
import { isContactLine } from '../lexicon/contact-line.ts';
import { labelCost, tellsNews } from '../lexicon/column-label.ts';
import { isClosed, type BlockShape } from './block-shape.ts';
import { isFramed, type BlockPlace } from './block-place.ts';
import { crossheadCost, insideItemCost, opensPoem } from './crosshead-cost.ts';
import { isNoticeTitle } from '../lexicon/notice-title.ts';
import type { Costs } from './state.ts';

const pointer = /^[△▲▽▼]\s*/u;
/** A question or an answer of an interview, which some tools take for a heading. */
export const speaks = /^(?:记者|記者|问|問|答|主持人)\s*[:：]/u;
const dashes = /^(?:——|──|――|--)\s*\S/u;

/** What speaks against a title of any rank. */
interface TitleDoubt {
  /** Ends, or is parted, as sentences are. */
  readonly sentenceLike: number;
  /** Begins with a mark, stands in brackets, or names an office that signs. */
  readonly fragment: number;
  /** Looks like running text on a page that has headings. */
  readonly plain: number;
  /** Stands where the paragraph before has no end. */
  readonly broken: number;
}

/** What a deck calls the piece under it: 市行政审批服务局打造“全科窗口”纪实. */
const tellsHow =
  /(?:纪实|见闻|侧记|综述|探访记?|走访记?|访谈|访谈录|掠影|启示录?|扫描|速写|巡礼|回眸|透视)$|^(?:研究|审议|部署|听取|传达|讨论).*(?:工作|事项|问题|报告|意见|精神)$/u;

/** Every part of an item's head that a block could be. */
export function headCosts(place: BlockPlace): Costs {
  const { shape, after, says } = place;
  const { measure } = shape;
  const doubt = doubtTitle(place);
  const title = titleCost(place, doubt);
  const dashed = dashes.test(shape.text);
  const costs: Costs = {
    headline:
      title +
      (dashed ? 3 : 0) +
      (reportsSpeech(place) ? 2 : 0) +
      (isRepeated(shape) ? 1.5 : 0) +
      (isFramed(shape.text) && isTitleOver(after) ? 2.5 : 0) +
      (shape.part ? (labelCost(shape.text, false) < 0.7 ? 2.5 : 1) : 0) +
      (shape.knownColumn === 'same' ? 4 : 0) +
      insideItemCost(place),
    standfirst: standfirstCost(place),
    crosshead: crossheadCost(place) + doubt.fragment + says - Math.min(shape.titleWords, 1.5) / 3,
    ...(measure <= 60 ? underHeadlineCosts(place, title, dashed) : {}),
    ...(after && measure <= 45 ? overHeadlineCosts(place, after, doubt, title, dashed) : {}),
  };
  const points =
    pointer.test(shape.text) &&
    !shape.ended &&
    shape.byline?.strength !== 'strong' &&
    measure <= 40;
  return points ? { ...costs, 'column-label': 0, headline: costs.headline! + 2 } : costs;
}

/** 市委书记在调研时强调: what was said stands below, in the headline. */
const reported = /(?:强调|指出|要求|表示|提出|希望|寄语|勉励)$/u;

function reportsSpeech({ shape, after }: BlockPlace): boolean {
  return reported.test(shape.text) && after !== undefined && !after.ended && after.measure <= 40;
}

function doubtTitle({ shape, before, page, titled, signs }: BlockPlace): TitleDoubt {
  return {
    // A plain line that ends with a full stop is a short paragraph or a caption.
    sentenceLike:
      (!titled && /[。；][”’」』）)]*$/u.test(shape.text)
        ? 4
        : shape.ended && shape.measure > 30
          ? 3
          : 0) + Math.min(shape.sentences * 3, 9),
    fragment:
      (/^[，。、；：？！”’）》」』)]/u.test(shape.text) ? 6 : 0) +
      (/^[（(].*[）)]$/u.test(shape.text) ? 4 : 0) +
      (signs && !titled ? 2 : 0),
    // Titles of three parts are rare, sentences that lost their stop are not.
    plain: titled ? 0 : page.plainTitle + (/[，,].*[，,]/u.test(shape.text) ? 0.8 : 0),
    broken:
      titled || !before || isClosed(before) || before.measure <= 20 ? 0 : before.goesOn ? 3 : 0.8,
  };
}

/** How unlike a title of any rank a block is. */
function titleCost(place: BlockPlace, doubt: TitleDoubt): number {
  const { shape, after, says } = place;
  return (
    (isNoticeTitle(shape.text) || after?.guide || opensPoem(place)
      ? 0
      : lengthCost(shape.measure)) +
    (isNoticeTitle(shape.text) && isTitleLike(after) ? 1.5 : 0) +
    doubt.sentenceLike +
    doubt.fragment +
    doubt.plain +
    doubt.broken +
    says * 1.5 +
    (shape.byline ? 0.8 : 0) +
    (shape.leadIn ? 4 : 0) +
    (shape.goesOn || shape.guide ? 3 : shape.mayGoOn) +
    (isSalutation(shape.text) || isClosingFormula(shape.text) || isContactLine(shape.text)
      ? 6
      : 0) -
    shape.titleWords / 2 +
    (speaks.test(shape.text) ? 3 : 0)
  );
}

/** A frame over another title is a column's. */
function isTitleOver(shape: BlockShape | undefined): boolean {
  return (
    shape !== undefined && !shape.ended && (shape.heading || shape.bold || shape.measure <= 30)
  );
}

/** A few words without a stop that nobody signs with: over them 天气 is a column. */
function isTitleLike(shape: BlockShape | undefined): boolean {
  return (
    shape !== undefined &&
    !shape.ended &&
    !shape.byline &&
    !shape.leadIn &&
    shape.measure >= 5 &&
    shape.measure <= 24 &&
    !/[，。；：]$/u.test(shape.text)
  );
}

/** Titles have 7 to 32 characters. */
function lengthCost(measure: number): number {
  if (measure < 7) return measure < 3 ? 3 : measure < 5 ? 1.2 : 0.5;
  if (measure <= 32) return 0;
  return measure <= 45 ? 0.8 : measure <= 60 ? 2.2 : 5;
}

/** The second line of a headline, and a deck. */
function underHeadlineCosts(
  { shape, before, titled, says }: BlockPlace,
  title: number,
  dashed: boolean,
): Costs {
  const previous =
    before && (before.heading || before.bold || !titled || dashed) && before.measure > 0
      ? before
      : undefined;
  if (!previous) return {};
  const step = depthStep(previous, shape);
  const open = previous.unfinished || leftOpen(previous.text);
  return {
    'headline-line':
      title +
      (open ? 0 : isWhole(previous.text) ? 3.7 : 2.2) +
      (step === 0 ? 0 : 0.8) +
      (dashed ? 4 : 0),
    deck: dashed
      ? says
      : title * 0.5 +
        2 +
        (step > 0 ? -0.8 : step < 0 ? 1.5 : 0.2) +
        (shape.measure > previous.measure * 1.15 ? -0.4 : 0.4) +
        (tellsHow.test(shape.text) && shape.measure >= 10 ? -1.4 : 0) +
        (isWhole(previous.text) && !isWhole(shape.text) && shape.measure > previous.measure
          ? -1.4
          : 0) +
        // A few words over a line of many are its column.
        (previous.measure <= 8 && shape.measure >= previous.measure * 2.5 ? 0.5 : 0) +
        (titled ? 0 : 1),
  };
}

/** A kicker, and a column's label. */
function overHeadlineCosts(
  { shape, says }: BlockPlace,
  after: BlockShape,
  doubt: TitleDoubt,
  title: number,
  dashed: boolean,
): Costs {
  const { measure } = shape;
  const down = depthStep(shape, after);
  const deckNext = /^(?:——|──)/u.test(after.text);
  const label =
    (shape.knownColumn === 'same'
      ? 0
      : shape.knownColumn === 'misread'
        ? 0.1
        : shape.part
          ? 0.2
          : isRepeated(shape)
            ? 0.2
            : labelCost(shape.text, shape.halfBold) + (shape.unfinished ? 1 : 0)) +
    says +
    doubt.fragment +
    doubt.sentenceLike +
    (dashed ? 5 : 0) +
    (shape.leadIn ? 5 : 0);
  return {
    kicker:
      title * 0.7 +
      1.5 +
      (down < 0 ? -0.7 : down > 0 ? 0.7 : 0) +
      (measure >= 9 ? -0.3 : 0.6) +
      (measure > after.measure * 1.1 ? -0.2 : 0.1) +
      (shape.part ? 2 : 0) +
      (shape.unfinished ? 1 : 0) +
      (reported.test(shape.text) ? -1.5 : /^从.+到/u.test(shape.text) ? -0.4 : 0) +
      (measure <= 16 && (!tellsNews(shape.text) || labelCost(shape.text, false) < 0.7) ? 0.7 : 0) +
      (deckNext ? 3 : 0) +
      (shape.knownColumn === 'same' ? 4 : 0) +
      (dashed ? 5 : 0),
    'column-label':
      label + (doubt.plain > 2 ? 1 : 0) + doubt.broken + Math.max(0, -shape.titleWords * 0.7),
    ...(label < 0.7 && measure <= 12 ? { 'label-below': label } : {}),
  };
}

function isRepeated(shape: BlockShape): boolean {
  return shape.repeated && !shape.byline && !isNoticeTitle(shape.text);
}

function standfirstCost({ shape, after }: BlockPlace): number {
  if (shape.standfirst) return after?.guide ? 6 : 0;
  return (shape.bold || shape.heading) && shape.measure > 30 && shape.ended ? 0.8 : 6;
}

/** Quotation marks or brackets that are still open, or a comma at the end: the line goes on. */
function leftOpen(text: string): boolean {
  const open =
    (text.match(/[“「《（(『]/gu)?.length ?? 0) - (text.match(/[”」》）)』]/gu)?.length ?? 0);
  return open > 0 || /[，、：—]$/u.test(text);
}

/** 强项目 稳投资 促发展: three phrases are a headline, and no line of one. */
function isWhole(text: string): boolean {
  return /^\S{2,6}[\s\u3000]+\S{2,6}[\s\u3000]+\S{2,6}$/u.test(text);
}

/** >0: the second is of a lower rank than the first. 0 where a level says nothing. */
function depthStep(first: BlockShape | undefined, second: BlockShape): number {
  const depth = (shape: BlockShape): number => (shape.heading ? (shape.block.depth ?? 0) : 7);
  return first === undefined ? 0 : depth(second) - depth(first);
}
