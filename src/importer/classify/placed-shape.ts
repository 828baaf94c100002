import { isLatinOffice } from '../lexicon/latin-office.ts';
import { isSalutation } from '../lexicon/letter.ts';
import { isNoticeTitle } from '../lexicon/notice-title.ts';
import { inSimplified, type Script } from '../lexicon/script.ts';
import { decideBoundary } from '../models/decide-boundary.ts';
import { titleEvidence } from '../models/title-likeness.ts';
import type { BlockShape, ShapeContext } from '../page/block-shape.ts';
import type { KnownColumn } from '../page/known-paper.ts';
import { bareName, matchName } from '../page/match-name.ts';
import { goesOnInNextLine } from '../page/title-line.ts';
import { couldBeVerse, isMarkedCouplet, isVerse } from '../page/verse.ts';
import { isNameplate } from './is-nameplate.ts';
import { isLinePair } from './line-pair.ts';
import { isComplete, type PageShape } from './page-shape.ts';

/** What a page's blocks are read against. */
export interface PlaceContext extends ShapeContext {
  readonly columns: readonly KnownColumn[];
}

/** A block's shape, and what its neighbours and its page add to it before its role is known. */
export interface PlacedShape extends BlockShape {
  readonly heading: boolean;
  /** Nats by which its words are a title's rather than running text's; 0 where a mark tells, or no model. */
  readonly titleWords: number;
  /** The sentence goes on in the next block, by the words on either side. */
  readonly goesOn: boolean;
  /** Nats by which they say so where it is not sure; never below 0. */
  readonly mayGoOn: number;
  /** A short line whose words are no whole title: the first of two lines of one. */
  readonly unfinished: boolean;
  /** Lines of a poem. */
  readonly verse: boolean;
  /** 本报讯 and the like open it, and a text follows them. */
  readonly opensNews: boolean;
  readonly folioKind: 'strong' | 'date' | undefined;
  /** The page's editors, and nothing else. */
  readonly editorsOnly: boolean;
  /** The same words stand elsewhere on the page. */
  readonly repeated: boolean;
  readonly knownColumn: 'same' | 'misread' | 'similar' | 'none';
  readonly nameplate: boolean;
  /** 0 at the first and last blocks of the page. */
  readonly fromEdge: number;
}

/** Places the shape at `index` among those of the blocks that are shown. */
export function placeShape(
  shapes: readonly BlockShape[],
  index: number,
  page: PageShape,
  context: PlaceContext,
): PlacedShape {
  const shape = shapes[index]!;
  const { block, text, measure, leadIn, part } = shape;
  const before = shapes[index - 1];
  const after = shapes[index + 1];
  const isSimplified = context.script === 'han-simplified';
  const join = scoreJoin(shape, after, context.script);
  const plainTitle = join !== undefined && couldBePlainTitle(shape, before, page);
  const name = part?.rest ?? text;
  return {
    ...shape,
    byline: shape.byline ?? readSignature(shapes, index, page),
    heading: block.type === 'heading' && page.headings < 0.95,
    titleWords: context.script.startsWith('han-') ? readTitleWords(shape, before, after, page) : 0,
    verse: isPoem(shape, page) && !isCutBefore(before, shape, context.script),
    unfinished:
      isLinePair(shapes, index, page.hasLinePairs ? 0.5 : 0.9) ||
      (isSimplified &&
        block.type === after?.block.type &&
        after.byline?.strength !== 'strong' &&
        goesOnInNextLine(text, after.block.text)),
    goesOn: join !== undefined && goesOnInNext(join, shape, plainTitle),
    mayGoOn: join === undefined || plainTitle ? 0 : mayGoOnInNext(join),
    opensNews:
      leadIn !== undefined &&
      measure > 12 &&
      !(leadIn.bare && (before?.block.type !== 'heading' || after?.leadIn?.bare === true)),
    folioKind: readFolioKind(shapes, index),
    editorsOnly: shape.pageCredits?.rest.trim() === '',
    repeated: measure <= 80 && page.repeated.has(bareName(name)),
    knownColumn: measure <= 30 ? matchName(name, context.columns).kind : 'none',
    nameplate: isNameplate(shapes, index, context),
    fromEdge: Math.min(index, shapes.length - 1 - index),
  };
}

/** Who signs the text before: certain to be a person's name, or one at the end of a letter. */
function readSignature(
  shapes: readonly BlockShape[],
  index: number,
  page: PageShape,
): PlacedShape['byline'] {
  const { signature, text } = shapes[index]!;
  if (!signature || !signsEnd(shapes, index)) return undefined;
  // Where all titles are marked, a name between a text and a title or the page's end can be nothing else.
  const after = shapes[index + 1];
  const isMarked = page.plainTitle > 1 && (after === undefined || after.block.type === 'heading');
  if (isMarked && text.includes(' ') && !isLatinOffice(text))
    return { ...signature, certain: true };
  for (let at = index - 1; !signature.certain && at >= index - 8; at -= 1) {
    const above = shapes[at];
    if (!above || above.block.type === 'heading') return undefined;
    if (isSalutation(above.text)) break;
    if (at === index - 8) return undefined;
  }
  return { ...signature, certain: true };
}

/**
 * Whether a text has ended before a name, and none begins after it: the page ends, or a title follows.
 * Lucille Pettibone over a text is the title of it.
 */
function signsEnd(shapes: readonly BlockShape[], index: number): boolean {
  const [before, after] = [shapes[index - 1], shapes[index + 1]];
  const isText = (shape: BlockShape): boolean =>
    shape.block.type === 'table' ||
    shape.block.type === 'list-item' ||
    (shape.block.type === 'paragraph' && shape.ended && shape.measure > 12);
  if (shapes[index]!.block.type !== 'paragraph' || !before || !isText(before)) return false;
  return (
    after === undefined ||
    ['heading', 'image', 'gap'].includes(after.block.type) ||
    after.bold ||
    // (Editor's note: …)
    /^[([（]/u.test(after.text) ||
    (!after.ended && after.measure <= 30 && after.block.type === 'paragraph')
  );
}

/** Whether nothing goes on after a block: it is no running text, or it has ended. */
export function isClosed(shape: PlacedShape): boolean {
  const { type } = shape.block;
  return (
    shape.ended ||
    shape.heading ||
    shape.verse ||
    (type !== 'paragraph' && type !== 'heading') ||
    shape.jump !== undefined ||
    shape.editorsOnly ||
    shape.folioKind !== undefined ||
    shape.byline?.strength === 'strong'
  );
}

/** A folio among its neighbours; where to reach the paper is its own at the page's edge only. */
function readFolioKind(shapes: readonly BlockShape[], index: number): PlacedShape['folioKind'] {
  const { folio, text } = shapes[index]!;
  if (!folio || asksForWork(text, shapes[index - 1])) return undefined;
  // **01 一块木头等七年** within a text counts its sections.
  const { bold, block } = shapes[index]!;
  const isSection = (bold || block.type === 'heading') && /^0\d\s?\p{L}/u.test(text);
  if (isSection && shapes[index - 1]?.ended === true && shapes[index + 1]) return undefined;
  if (folio.contactsOnly && !standsAtEdge(shapes, index)) return undefined;
  return folio.dateOnly ? 'date' : 'strong';
}

/** 投稿邮箱 under a call for contributions belongs to it; elsewhere it is the page's own. */
function asksForWork(text: string, before: BlockShape | undefined): boolean {
  return /^投稿/u.test(text) && /征[文集稿]|来稿|投稿/u.test(before?.text ?? '');
}

/** Whether nothing but the page's own lines stands between a block and one of the page's ends. */
function standsAtEdge(shapes: readonly BlockShape[], index: number): boolean {
  const isPages = ({ folio }: BlockShape): boolean => folio !== undefined;
  return shapes.slice(0, index).every(isPages) || shapes.slice(index + 1).every(isPages);
}

function readTitleWords(
  { block, text, measure }: BlockShape,
  before: BlockShape | undefined,
  after: BlockShape | undefined,
  page: PageShape,
): number {
  const isAsked =
    block.type === 'paragraph' &&
    !block.emphasis?.length &&
    measure >= 4 &&
    measure <= 60 &&
    !/[。；，]$/u.test(text) &&
    !isListed(text, before, after);
  return isAsked
    ? Math.min(
        titleEvidence(page.script === 'han-simplified' ? text : inSimplified(text)),
        page.plainTitle < 2.2 ? 4 : 2.5,
      )
    : 0;
}

/** One of several lines that each say what they hold: `助人为乐：桑梓 褚小燕`. */
function isListed(
  text: string,
  before: BlockShape | undefined,
  after: BlockShape | undefined,
): boolean {
  const entry = /^\p{Script=Han}{2,6}[：:]/u;
  return entry.test(text) && (entry.test(before?.text ?? '') || entry.test(after?.text ?? ''));
}

function isPoem({ block }: BlockShape, page: PageShape): boolean {
  const lines = block.text.split('\n');
  return (
    block.type === 'paragraph' &&
    (isVerse(lines) ||
      isMarkedCouplet(lines) ||
      (!page.keepsLines && couldBeVerse(lines, page.hasVerse ? 2 : 3)))
  );
}

/**
 * Words without a comma after a text that has ended, on a page whose tool marks few of its titles:
 * a column would have to end within a paragraph's first line to leave them.
 */
function couldBePlainTitle(
  { text }: BlockShape,
  before: BlockShape | undefined,
  page: PageShape,
): boolean {
  return (
    page.plainTitle < 1 &&
    text.length <= 24 &&
    !/[，、。；：\n]/u.test(text) &&
    before !== undefined &&
    (before.block.type !== 'paragraph' || isComplete(before) || before.credit !== undefined)
  );
}

/** What the words on either side say of two paragraphs being one. */
interface Join {
  /** Log odds, see decide-boundary. */
  readonly score: number;
  /** The second is running text. */
  readonly intoText: boolean;
}

function scoreJoin(
  shape: BlockShape | undefined,
  next: BlockShape | undefined,
  script: Script,
): Join | undefined {
  if (script !== 'han-simplified') return undefined;
  if (shape?.block.type !== 'paragraph' || next?.block.type !== 'paragraph') return undefined;
  // A column is wider than this, and what it cuts fills a line of it.
  if (shape.text.length < 8 || shape.closed || isNoticeTitle(shape.block.text)) return undefined;
  if (next.leadIn || next.byline?.strength === 'strong') return undefined;
  const { score } = decideBoundary(shape.text.slice(-60), next.text.slice(0, 60));
  return { score, intoText: next.closed || next.measure > 40 };
}

/**
 * A paragraph cut by a column's end looks like a headline: short, and without a stop. The words say
 * that it goes on (see decide-boundary). A headline over its text hardly ever reaches 3, with a comma
 * hardly ever 1; a paragraph cut so short mostly does; a label over its headline seldom reaches 4.
 */
function goesOnInNext({ score, intoText }: Join, shape: BlockShape, plainTitle = false): boolean {
  return score >= (!intoText || plainTitle ? 7 : shape.text.includes('，') ? 1 : 3);
}

function isCutBefore(before: BlockShape | undefined, shape: BlockShape, script: Script): boolean {
  const join = scoreJoin(before, shape, script);
  return join !== undefined && goesOnInNext(join, before!);
}

/**
 * What the words tell below that: each nat makes a cut paragraph likelier than a headline; at -2 the two
 * are equally frequent.
 */
function mayGoOnInNext({ score, intoText }: Join): number {
  return intoText ? Math.min(Math.max(0.6 * (score + 1), 0), 2.4) : 0;
}
