import type { Block } from '../../ocr/block.ts';
import type { Script } from '../../ocr/repair.ts';
import type { BlockRole } from '../decision.ts';
import type { KnownColumn } from '../known-paper.ts';
import { readByline, type ReadByline } from '../shapes/byline.ts';
import { labelCost, matchName } from '../shapes/column-label.ts';
import { findTrailingCredit, readCredit } from '../shapes/credit.ts';
import { readFolio } from '../shapes/folio.ts';
import { readJump } from '../shapes/jump.ts';
import { readLeadIn } from '../shapes/lead-in.ts';
import { readPageCredits } from '../shapes/page-credits.ts';
import { readPartNumber } from '../shapes/part-number.ts';
import { decideBoundary } from '../../ocr/decide-boundary.ts';
import { isVerse } from '../shapes/verse.ts';
import { widthInCells } from './split-printed-lines.ts';

export interface ClassifiedBlock {
  readonly block: Block;
  readonly role: BlockRole;
  /** A headline's second line, a paragraph that opens an item with 本报讯 and the like. */
  readonly detail?: 'headline-line' | 'opening';
  /** Roles that are nearly as likely, the likeliest first. */
  readonly alternatives: readonly BlockRole[];
  /** True where a person's decision gave the role. */
  readonly decided?: true;
}

export interface ClassifyContext {
  readonly script: Script;
  readonly columns: readonly KnownColumn[];
  readonly paperName?: string;
  /** Roles that a person has decided, by block. */
  readonly decided?: ReadonlyMap<Block, BlockRole>;
}

/**
 * Says what each block of a page is for, by its shape and its place among the others. The level of a
 * heading weighs little: on real pages bylines, labels and headlines share levels, and a label stands
 * above or below its headline's level by chance.
 *
 * Every role gives each block a cost by its shape (`shapeCosts`), every pair of neighbours a cost by
 * the grammar of a newspaper page (`follows`); the cheapest reading of the whole page is taken
 * (Viterbi), and a block whose second-best reading of the page is nearly as cheap is reported with
 * that alternative.
 */
export function classifyBlocks(
  blocks: readonly Block[],
  context: ClassifyContext,
): readonly ClassifiedBlock[] {
  return classifyShown(
    blocks.filter((block) => block.type !== 'rule' && block.type !== 'page-break'),
    context,
  );
}

/** A rule parts what no grammar here needs parted, and would hide neighbours from each other. */
function classifyShown(
  blocks: readonly Block[],
  context: ClassifyContext,
): readonly ClassifiedBlock[] {
  if (blocks.length === 0) return [];
  const page = measurePage(blocks);
  const shapes = blocks.map((block, index) => readShape(block, index, blocks, page, context));
  const emission = blocks.map((block, index) => {
    const decided = context.decided?.get(block);
    return decided === undefined
      ? shapeCosts(shapes, index, page)
      : onlyState(decided, shapes[index]!);
  });
  const forward = sweep(emission, begins, (from, to) => follows[from]![to]!);
  const backward = sweep(
    [...emission].reverse(),
    ends,
    (from, to) => follows[to]![from]!,
  ).reverse();
  return trace(emission, forward).map((state, index) => {
    const block = blocks[index]!;
    const role = roleOfState(state);
    const best = total(forward, backward, emission, index, stateIndex.get(state)!);
    const alternatives = states
      .map((other, number) => ({
        role: roleOfState(other),
        cost: total(forward, backward, emission, index, number),
      }))
      .filter((one) => one.role !== role && one.cost - best < nearlyAsLikely)
      .sort((left, right) => left.cost - right.cost)
      .map((one) => one.role);
    return {
      block,
      role,
      alternatives: [...new Set(alternatives)],
      ...(state === 'headline-line' || state === 'opening' ? { detail: state } : {}),
      ...(context.decided?.has(block) ? { decided: true as const } : {}),
    };
  });
}

/** Costs are in nats, roughly: a reading within this of the best is worth a person's look. */
const nearlyAsLikely = 0.5;

/** Roles, with two of them in two parts: what may follow differs. */
const states = [
  'kicker',
  'column-label',
  'headline',
  'headline-line',
  'deck',
  'standfirst',
  'byline',
  'opening',
  'paragraph',
  'crosshead',
  'verse',
  'list-item',
  'table',
  'image',
  'gap',
  'caption',
  'credit',
  'jump',
  'folio',
  'page-credits',
  'nameplate',
  'clutter',
] as const;
type State = (typeof states)[number];
const stateIndex = new Map<State, number>(states.map((state, index) => [state, index]));

function roleOfState(state: State): BlockRole {
  if (state === 'headline-line') return 'headline';
  if (state === 'opening') return 'paragraph';
  return state;
}

type Costs = Partial<Record<State, number>>;
const never = 40;
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
    kicker: 3.2,
    ...picture,
    ...aside,
  },
  'headline-line': {
    deck: 0,
    standfirst: 0.1,
    byline: 0,
    ...text,
    caption: 1,
    ...picture,
    jump: 0.2,
  },
  deck: { deck: 1.5, standfirst: 0.2, byline: 0, ...text, ...picture, crosshead: 1, jump: 0.2 },
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
  jump: { ...text, paragraph: 0.3, ...head(0.1), ...picture, ...aside, byline: 0.5 },
  folio: {
    ...head(0.1),
    ...picture,
    ...text,
    paragraph: 1.5,
    byline: 1.5,
    caption: 2,
    ...aside,
    folio: 0.1,
    nameplate: 0.1,
  },
  'page-credits': { ...head(0.1), ...picture, ...text, paragraph: 1.5, ...aside },
  nameplate: {
    ...head(0.1),
    ...picture,
    ...text,
    paragraph: 1.5,
    ...aside,
    folio: 0,
    nameplate: 0.3,
  },
  clutter: { ...head(0.2), ...aside, clutter: 0, paragraph: 2.5, opening: 0.5 },
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
};
const follows: readonly (readonly number[])[] = states.map((from) =>
  states.map((to) => grammar[from][to] ?? unforeseen),
);
const begins: readonly number[] = states.map((to) => start[to] ?? unforeseen);
/** A page may end anywhere, but seldom with a head. */
const ends: readonly number[] = states.map((state) =>
  ['kicker', 'column-label', 'headline', 'headline-line', 'deck', 'crosshead'].includes(state)
    ? 2
    : 0,
);

interface PageShape {
  /** Share of the text blocks that are headings; where all or none are, headings say nothing. */
  readonly headings: number;
  readonly blocks: number;
}

interface Shape {
  readonly block: Block;
  readonly text: string;
  /** Length in Han characters; two Latin letters count as one. */
  readonly measure: number;
  readonly heading: boolean;
  /** A paragraph all in bold: some tools mark headings so. */
  readonly bold: boolean;
  readonly halfBold: boolean;
  /** Ends as a sentence does. */
  readonly ended: boolean;
  readonly sentences: number;
  readonly byline: ReadByline | undefined;
  readonly credit: boolean;
  readonly trailingCredit: boolean;
  /** The sentence goes on in the next block, by the words on either side. */
  readonly goesOn: boolean;
  /** Lines of a poem. */
  readonly verse: boolean;
  readonly leadIn: boolean;
  readonly folio: 'strong' | 'date' | undefined;
  readonly pageCredits: boolean;
  readonly jump: boolean;
  readonly part: boolean;
  readonly knownColumn: 'same' | 'misread' | 'similar' | 'none';
  readonly nameplate: boolean;
  /** 0 at the first and last blocks of the page. */
  readonly fromEdge: number;
}

function measurePage(blocks: readonly Block[]): PageShape {
  const texts = blocks.filter((block) => block.type === 'heading' || block.type === 'paragraph');
  const headings = texts.filter((block) => block.type === 'heading').length;
  return { headings: texts.length === 0 ? 0 : headings / texts.length, blocks: blocks.length };
}

const closing = /[。！？!?…][”’」』）)》\]"']*$/u;
const closingLatin = /[.!?][”’"')\]]*$/u;

function readShape(
  block: Block,
  index: number,
  blocks: readonly Block[],
  page: PageShape,
  context: ClassifyContext,
): Shape {
  const shown = block.text.trim();
  const measure = widthInCells(shown) / 2;
  const short = measure <= 80;
  const strong = (block.emphasis ?? []).filter(
    (span) => span.kind === 'strong' || span.kind === 'emphasis',
  );
  const emphasised = strong.reduce((sum, span) => sum + span.end - span.start, 0);
  const part = short ? readPartNumber(shown) : undefined;
  const folio = short ? readFolio(shown, context.paperName) : undefined;
  return {
    block,
    text: shown,
    measure,
    heading: block.type === 'heading' && page.headings < 0.95,
    bold: block.type === 'paragraph' && emphasised >= shown.length * 0.9 && shown !== '',
    halfBold: block.type === 'heading' && emphasised > 0 && emphasised < shown.length * 0.9,
    ended: closing.test(shown) || closingLatin.test(shown),
    sentences: shown.match(/[。！？!?](?=.)/gu)?.length ?? 0,
    byline: short ? readByline(shown, context.script) : undefined,
    credit: short && readCredit(shown) !== undefined,
    trailingCredit: findTrailingCredit(shown) !== undefined,
    verse: block.type === 'paragraph' && isVerse(block.text.split('\n')),
    goesOn: goesOnInNext(block, blocks[index + 1], context.script),
    leadIn: readLeadIn(shown) !== undefined && measure > 12,
    folio: folio && (folio.dateOnly ? 'date' : 'strong'),
    pageCredits: short && readPageCredits(shown)?.rest.trim() === '',
    jump: short && readJump(shown)?.start === 0,
    part: part !== undefined,
    knownColumn:
      short && measure <= 30 ? matchName(part?.rest ?? shown, context.columns).kind : 'none',
    nameplate:
      (index < 6 && /机关报$|主管主办$|^(?:主办|主管|出版)[:：]/u.test(shown)) ||
      (index < 6 &&
        context.script !== 'latin' &&
        /^[A-Z][A-Z .]{4,30}$/u.test(shown) &&
        /(?:RIBAO|WANBAO|DAILY|NEWS|TIMES|POST|BAO)$/u.test(shown)) ||
      (context.paperName !== undefined && shown.replaceAll(/\s/g, '') === context.paperName) ||
      (index < 3 &&
        /^\p{Script=Han}{2,6}(?:日报|晚报|早报|时报|晨报|商报|日報|晚報|時報|新聞)$/u.test(
          shown.replaceAll(/\s/g, ''),
        )),
    fromEdge: Math.min(index, blocks.length - 1 - index),
  };
}

/**
 * A paragraph cut by a column's end looks like a headline: short, and without a stop. The words say
 * that it goes on (see decide-boundary; a label and its headline seldom reach half this score).
 */
function goesOnInNext(block: Block, next: Block | undefined, script: Script): boolean {
  if (script !== 'han-simplified' || block.type !== 'paragraph' || next?.type !== 'paragraph') {
    return false;
  }
  if (closing.test(block.text.trim())) return false;
  if (readLeadIn(next.text) || readByline(next.text.slice(0, 80))?.strength === 'strong')
    return false;
  return decideBoundary(block.text.trim().slice(-60), next.text.trim().slice(0, 60)).score >= 7;
}

const standfirstWords =
  /^(?:【|\[)?(?:核心提示|阅读提示|内容提要|内容提示|提要|摘要|导语|导读|编者按|编者的话|編者按|编者注|开栏的话|開欄的話|主编手记)(?:】|\])?\s*[:：]?/u;
const captionWords =
  /^(?:[▲△▼◀▶←→↑↓]\s*)?(?:图为|圖為|图[①-⑳\d一二三四五六]|圖[①-⑳\d一二三四五六]|图片?[:：]|上图|下图|左图|右图|上圖|下圖|左圖|右圖|大图|小图|中图|资料图|資料圖|题图|题图[:：]|本版图片|写真[はＡA＝]|写真：|図|Pictured|Photo|Above|Below|Left|Right)/u;
const dateLed =
  /^(?:(?:\d{4}年)?\d{1,2}月)?\d{1,2}日(?:[，,、至—]|下午|上午|晚|清晨|夜|傍晚)|^(?:近日|日前|连日来|昨日|昨天|今日|日前，|入[春夏秋冬]以来|眼下|时下|当前|初[春夏秋冬]|[春夏秋冬]日|金秋)/u;
const clutterWords =
  /^(?:相关推荐|相关阅读|相关新闻|新闻推荐|猜你喜欢|热门推荐|网友评论|发表评论|分享到|点击查看|下载客户端|扫码关注|上一篇|下一篇|返回目录|版权声明|免责声明|推荐阅读|更多精彩|微信扫一扫)/u;
/** Headlines that a page prints more than once, each over a notice of its own. */
const noticeWords =
  /^(?:\p{Script=Han}{0,8}(?:公告|公示|启事|通告|声明|讣告|简讯|通知|更正|致歉|招聘|招标|征稿|天气预报))$/u;
const pointer = /^[△▲▽▼]\s*/u;

/** What each role asks of a block's own shape, in cost. */
function shapeCosts(shapes: readonly Shape[], index: number, page: PageShape): readonly number[] {
  const shape = shapes[index]!;
  const costs: Costs = shapeOf(shape, shapes, index, page);
  return states.map((state) => costs[state] ?? never);
}

function shapeOf(shape: Shape, shapes: readonly Shape[], index: number, page: PageShape): Costs {
  switch (shape.block.type) {
    case 'image':
      return { image: 0 };
    case 'gap':
      return { gap: 0 };
    case 'table':
      return { table: 0 };
    case 'code':
    case 'math':
    case 'rule':
    case 'page-break':
      return { paragraph: 0 };
    case 'list-item':
      return {
        'list-item': 0,
        headline: 6,
        byline: shape.byline?.strength === 'strong' ? 0.5 : never,
      };
    default:
  }
  const { measure } = shape;
  if (shape.verse) return { verse: 0, paragraph: 3, crosshead: 6, headline: 8 };
  const before = shapes[index - 1];
  const after = shapes[index + 1];
  const titled = shape.heading || shape.bold;
  const costs: Costs = {};

  // Lines that say what they are.
  if (shape.byline) {
    const { strength } = shape.byline;
    costs.byline =
      strength === 'strong'
        ? /[摄攝]$/u.test(shape.text)
          ? 0.8
          : 0
        : strength === 'weak'
          ? 0.5 + (titled ? 0.7 : 0)
          : 0.9 + (titled ? 3 : 0);
  }
  if (shape.credit) costs.credit = 0;
  if (shape.jump) costs.jump = 0;
  if (shape.pageCredits) costs['page-credits'] = 0;
  if (shape.folio === 'strong') costs.folio = shape.fromEdge <= 4 ? 0 : 1.5;
  if (shape.folio === 'date') {
    // Under an office's name, or at the end of a text, a date signs.
    const signs = before !== undefined && isOffice(before.text);
    costs.folio = shape.fromEdge <= 2 && !signs ? 0.2 : 3.5;
  }
  if (shape.nameplate) costs.nameplate = shape.fromEdge <= 4 ? 0 : 2;
  if (clutterWords.test(shape.text)) costs.clutter = 0;
  else if (measure <= 40 && !shape.leadIn) {
    const near = shapes.slice(Math.max(0, index - 4), index);
    if (near.some((one) => clutterWords.test(one.text))) costs.clutter = 1.2;
  }
  const spoken =
    shape.byline?.strength === 'strong' ||
    shape.jump ||
    shape.pageCredits ||
    shape.folio === 'strong' ||
    shape.nameplate;
  const says = spoken ? 3 : 0;

  // Running text. A heading that is long or ends as sentences do is text all the same.
  let text = says;
  if (titled)
    text += shape.ended && measure > 24 ? 0.4 : measure > 60 ? 0.2 : shape.ended ? 2.2 : 3.5;
  else if (!shape.ended && measure <= (/[，。；！？]/u.test(shape.text) ? 30 : 45)) {
    const complete = before === undefined || before.ended || before.heading || before.measure <= 24;
    const titleLike = !/[，。；：！？、]/u.test(shape.text);
    if (shape.goesOn || isOffice(shape.text)) text += 0;
    else if (complete) {
      text += page.headings === 0 ? 2 : 1;
      // A few words without a mark are no sentence.
      if (titleLike && measure <= 16) text += after?.heading ? 1.8 : 0.8;
    }
  }
  if (shape.leadIn) {
    costs.opening = text;
    costs.paragraph = text + 4;
  } else costs.paragraph = text;

  // Heads.
  const sentenceLike = (shape.ended && measure > 30 ? 3 : 0) + Math.min(shape.sentences * 3, 9);
  const fragment =
    (/^[，。、；：？！”’）》」』)]/u.test(shape.text) ? 6 : 0) +
    (/^[（(].*[）)]$/u.test(shape.text) ? 4 : 0) +
    (isOffice(shape.text) && !titled ? 2 : 0);
  const plain = titled ? 0 : page.headings === 0 ? 0.5 : 2.2;
  const broken =
    titled || !before || before.heading || before.ended || before.measure <= 20
      ? 0
      : before.goesOn
        ? 3
        : 0.8;
  const length =
    measure < 3
      ? 3
      : measure < 5
        ? 1.2
        : measure < 7
          ? 0.5
          : measure <= 32
            ? 0
            : measure <= 45
              ? 0.8
              : measure <= 60
                ? 2.2
                : 5;
  const headline =
    length +
    sentenceLike +
    fragment +
    plain +
    broken +
    says * 1.5 +
    (shape.byline ? 0.8 : 0) +
    (shape.leadIn ? 4 : 0) +
    (shape.goesOn ? 3 : 0);
  const dashed = /^(?:——|──|――|--)\s*\S/u.test(shape.text);
  costs.headline =
    headline + (dashed ? 3 : 0) + (shape.part ? 1 : 0) + (shape.knownColumn === 'same' ? 4 : 0);

  const previous =
    before && (before.heading || before.bold || !titled) && before.measure > 0 ? before : undefined;
  const step = depthStep(previous, shape);
  if (previous && measure <= 60) {
    const open = leftOpen(previous.text);
    costs['headline-line'] =
      headline + (open ? 0 : 2.2) + (step === 0 ? 0 : 0.8) + (dashed ? 4 : 0);
    costs.deck = dashed
      ? says
      : headline * 0.5 +
        2 +
        (step > 0 ? -0.8 : step < 0 ? 1.5 : 0.2) +
        (measure > previous.measure * 1.15 ? -0.4 : 0.4) +
        (titled ? 0 : 1);
  }
  if (after && measure <= 45) {
    const down = depthStep(shape, after);
    const deckNext = /^(?:——|──)/u.test(after.text);
    costs.kicker =
      headline * 0.7 +
      1.5 +
      (down < 0 ? -0.7 : down > 0 ? 0.7 : 0) +
      (measure >= 9 ? -0.3 : 0.6) +
      (measure > after.measure * 1.1 ? -0.2 : 0.1) +
      (shape.part ? 2 : 0) +
      (deckNext ? 3 : 0) +
      (shape.knownColumn === 'same' ? 4 : 0) +
      (dashed ? 5 : 0);
    const label = labelCost(shape.text, shape.halfBold);
    costs['column-label'] =
      (shape.knownColumn === 'same'
        ? 0
        : shape.knownColumn === 'misread'
          ? 0.1
          : shape.part
            ? 0.2
            : label) +
      says +
      fragment +
      sentenceLike +
      (plain > 2 ? 1 : 0) +
      broken +
      (dashed ? 5 : 0) +
      (shape.leadIn ? 5 : 0);
  }
  if (pointer.test(shape.text) && shape.byline?.strength !== 'strong' && measure <= 40) {
    costs['column-label'] = 0;
    costs.headline += 2;
  }
  costs.standfirst = standfirstWords.test(shape.text)
    ? 0
    : (shape.bold || shape.heading) && measure > 30 && shape.ended
      ? 0.8
      : 6;
  costs.crosshead = crossheadCost(shape, shapes, index, titled) + fragment + says;
  // Several short titles in a row under a head that has its byline or lead-in are its crossheads.
  if (
    titled &&
    measure <= 16 &&
    countBrothers(shapes, index) >= 2 &&
    hasHeadBefore(shapes, index)
  ) {
    costs.headline += 0.9;
  }

  // Under a picture.
  const near = nearPicture(shapes, index);
  const signed =
    after !== undefined &&
    after.credit &&
    (/[摄攝]/u.test(after.text) ||
      (/^[■□◆●]/u.test(after.text) && (dateLed.test(shape.text) || near)));
  const pictured = near || signed;
  costs.caption =
    (captionWords.test(shape.text)
      ? 0
      : shape.trailingCredit
        ? 0.2
        : (signed || dateLed.test(shape.text)) && measure <= (signed ? 260 : 160)
          ? 0.5
          : measure <= 40
            ? 1
            : measure <= 90
              ? 1.6
              : 3.5) +
    (pictured || captionWords.test(shape.text) || shape.trailingCredit ? 0 : 2) +
    (shape.heading ? 2.5 : shape.bold && measure <= 20 ? 1.5 : 0) +
    (shape.leadIn ? 3 : 0) +
    says;
  if (captionWords.test(shape.text) || shape.trailingCredit) {
    costs.paragraph = (costs.paragraph ?? 0) + (pictured ? 2 : 1);
  }
  return costs;
}

/** Whether a picture, or the place of one, stands a few captions before the block. */
function nearPicture(shapes: readonly Shape[], index: number): boolean {
  for (let back = index - 1; back >= 0 && back >= index - 4; back -= 1) {
    const { type } = shapes[back]!.block;
    if (type === 'image' || type === 'gap') return true;
    if (shapes[back]!.heading && back < index - 2) return false;
  }
  return false;
}

/** Quotation marks or brackets that are still open, or a comma at the end: the line goes on. */
function leftOpen(text: string): boolean {
  const open =
    (text.match(/[“「《（(『]/gu)?.length ?? 0) - (text.match(/[”」》）)』]/gu)?.length ?? 0);
  return open > 0 || /[，、：—]$/u.test(text);
}

/** An office or firm that signs a notice, and nothing else. */
export function isOffice(text: string): boolean {
  return /^[\p{Script=Han}（）()“”·]{4,30}(?:公司|中心|局|委|委员会|办公室|政府|法院|检察院|医院|学校|大学|学院|集团|银行|协会|学会|部|厅|院|所|社|处|站|馆|队|组委会|编辑部|村民委员会)$/u.test(
    text.trim(),
  );
}

/** >0: the second is of a lower rank than the first. 0 where a level says nothing. */
function depthStep(first: Shape | undefined, second: Shape): number {
  const depth = (shape: Shape): number => (shape.heading ? (shape.block.depth ?? 0) : 7);
  return first === undefined ? 0 : depth(second) - depth(first);
}

const enumerated =
  /^(?:[（(]?[一二三四五六七八九十]{1,2}[)）]?[、.．]|[（(][一二三四五六七八九十\d]{1,2}[)）]|\d{1,2}[、.．]|[①-⑳])/u;

/**
 * A crosshead is short and has brothers: a heading alone in the middle of a text is more likely the
 * next item's headline whose lead-in is lost.
 */
function crossheadCost(
  shape: Shape,
  shapes: readonly Shape[],
  index: number,
  titled: boolean,
): number {
  const { measure } = shape;
  const numbered = enumerated.test(shape.text);
  if (!titled && !numbered) return 5;
  if (noticeWords.test(shape.text)) return 5;
  if (shape.ended && !/[！？!?]$/u.test(shape.text)) return 5;
  let cost = measure <= 8 ? 0.3 : measure <= 12 ? 0.7 : measure <= 16 ? 1.5 : measure <= 22 ? 3 : 5;
  if (numbered) cost -= 1.5;
  const brothers = countBrothers(shapes, index);
  if (brothers === 0) cost += numbered ? 0 : 1.3;
  else if (brothers >= 2) cost -= 0.3;
  if (shape.bold) cost -= 0.4;
  return Math.max(cost, 0);
}

/**
 * Headings of the same item, as far as shapes tell: short titled blocks between this one and the
 * nearest head that has a byline, a deck or a lead-in after it.
 */
function countBrothers(shapes: readonly Shape[], index: number): number {
  const opensItem = (place: number): boolean => {
    for (let next = place + 1; next <= place + 2 && next < shapes.length; next += 1) {
      const shape = shapes[next]!;
      if (shape.leadIn || shape.byline || /^——/u.test(shape.text)) return true;
      if (!shape.heading && shape.measure > 30) return false;
    }
    return false;
  };
  const brother = (shape: Shape): boolean =>
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
function hasHeadBefore(shapes: readonly Shape[], index: number): boolean {
  for (let place = index - 1; place >= 0 && place > index - 40; place -= 1) {
    if (shapes[place]!.leadIn || shapes[place]!.byline?.strength === 'strong') return true;
  }
  return false;
}

function onlyState(role: BlockRole, shape: Shape): readonly number[] {
  const wanted: State = role === 'paragraph' && shape.leadIn ? 'opening' : role;
  return states.map((state) => (state === wanted ? 0 : never));
}

/** Cheapest way from the start to each state of each block, its own shape not counted. */
function sweep(
  emission: readonly (readonly number[])[],
  first: readonly number[],
  step: (from: number, to: number) => number,
): number[][] {
  const arrivals: number[][] = [];
  for (const [index, costs] of emission.entries()) {
    if (index === 0) {
      arrivals.push([...first]);
      continue;
    }
    const previous = arrivals[index - 1]!;
    const own = emission[index - 1]!;
    arrivals.push(
      costs.map((_, to) => {
        let cheapest = Infinity;
        for (let from = 0; from < states.length; from += 1) {
          const cost = previous[from]! + own[from]! + step(from, to);
          if (cost < cheapest) cheapest = cost;
        }
        return cheapest;
      }),
    );
  }
  return arrivals;
}

function total(
  forward: readonly (readonly number[])[],
  backward: readonly (readonly number[])[],
  emission: readonly (readonly number[])[],
  index: number,
  state: number,
): number {
  return forward[index]![state]! + emission[index]![state]! + backward[index]![state]!;
}

/** Walks the cheapest reading back from the last block. */
function trace(
  emission: readonly (readonly number[])[],
  forward: readonly (readonly number[])[],
): readonly State[] {
  const path: number[] = [];
  for (let index = emission.length - 1; index >= 0; index -= 1) {
    const next = path.at(-1);
    let best = 0;
    let cheapest = Infinity;
    for (let state = 0; state < states.length; state += 1) {
      const cost =
        forward[index]![state]! +
        emission[index]![state]! +
        (next === undefined ? ends[state]! : follows[state]![next]!);
      if (cost < cheapest) {
        cheapest = cost;
        best = state;
      }
    }
    path.push(best);
  }
  return path.reverse().map((state) => states[state]!);
}
