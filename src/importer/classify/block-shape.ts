import { closers, sentenceStops } from '../lexicon/stops.ts';
import type { Block } from '../page/block.ts';
import { decideBoundary } from '../models/decide-boundary.ts';
import type { Script } from '../lexicon/script.ts';
import { titleEvidence } from '../models/title-likeness.ts';
import type { KnownColumn } from '../page/known-paper.ts';
import { readByline, type ReadByline } from '../page/byline.ts';
import { bareName, matchName } from '../page/match-name.ts';
import { findTrailingCredit, readCredit } from '../page/credit.ts';
import { readFolio } from '../page/folio.ts';
import { isGuideLine, readJump } from '../page/jump.ts';
import { readLeadIn } from '../page/lead-in.ts';
import { isNoticeTitle } from '../lexicon/notice-title.ts';
import { isOffice } from '../lexicon/office.ts';
import { readPageCredits } from '../page/page-credits.ts';
import { readPartNumber } from '../lexicon/part-number.ts';
import { goesOnInNextLine } from '../page/title-line.ts';
import { couldBeVerse, isVerse } from '../page/verse.ts';
import { widthInCells } from '../lexicon/width-in-cells.ts';

/** What a page's blocks are read against. */
export interface ShapeContext {
  readonly script: Script;
  readonly columns: readonly KnownColumn[];
  readonly paperName?: string | undefined;
}

/** What a block can be told apart by only among the others of its page. */
export interface PageShape {
  /** Share of the text blocks that are headings; where all or none are, headings say nothing. */
  readonly headings: number;
  /**
   * What it costs to take a line without a mark for a title: 0.5 where the tool marks none or hardly
   * any of its titles, 2.2 where it marks them all.
   */
  readonly plainTitle: number;
  readonly blocks: number;
  /** The tool keeps the printed lines of running text: a line's end says nothing. */
  readonly keepsLines: boolean;
  readonly hasVerse: boolean;
  /** Short texts that stand on the page twice or more: two items of one column. */
  readonly repeated: ReadonlySet<string>;
}

/** What can be seen of a block before its role is known. */
export interface BlockShape {
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
  /** 核心提示, 编者按 and the like open it. */
  readonly standfirst: boolean;
  /** Announces another page's text: `老街的去与留 ▶5版`. */
  readonly guide: boolean;
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
  readonly leadIn: boolean;
  readonly folio: 'strong' | 'date' | undefined;
  readonly pageCredits: boolean;
  readonly jump: boolean;
  readonly part: boolean;
  /** The same words stand elsewhere on the page. */
  readonly repeated: boolean;
  readonly knownColumn: 'same' | 'misread' | 'similar' | 'none';
  readonly nameplate: boolean;
  /** 0 at the first and last blocks of the page. */
  readonly fromEdge: number;
}

/** Measures what the tool has made headings of. */
export function measurePage(blocks: readonly Block[], script: Script): PageShape {
  const texts = blocks.filter((block) => block.type === 'heading' || block.type === 'paragraph');
  const headings = texts.filter((block) => block.type === 'heading').length;
  const long = texts.filter((block) => block.text.length > 60);
  return {
    headings: texts.length === 0 ? 0 : headings / texts.length,
    plainTitle: headings === 0 ? 0.5 : plainTitleCost(headings, countPlainTitles(blocks, script)),
    blocks: blocks.length,
    keepsLines: long.filter((block) => block.text.includes('\n')).length > long.length * 0.3,
    repeated: repeatedTitles(texts),
    hasVerse: blocks.some((block) => block.type === 'paragraph' && isVerse(linesOf(block))),
  };
}

/** How seldom the tool leaves a title without a mark, in nats: one in two costs 0.7, one in six 1.8. */
function plainTitleCost(marked: number, plain: number): number {
  const share = (plain + 0.5) / (marked + plain + 1);
  return Math.min(2.2, Math.max(0.5, -Math.log(share)));
}

/**
 * Lines that could be nothing but titles the tool has not marked: of a title's length, without a stop,
 * between a text that has ended and a full paragraph, a signed line or another such line, and with
 * a title's words where the model knows them.
 */
function countPlainTitles(blocks: readonly Block[], script: Script): number {
  let count = 0;
  for (const [index, block] of blocks.entries()) {
    if (block.type !== 'paragraph' || block.emphasis?.length) continue;
    const before = blocks[index - 1];
    const after = blocks[index + 1];
    const text = block.text.trim();
    if (text.length < 6 || text.length > 36 || /[。；，：？！!?]$|[。；]|^[（(■□▲▼◆●]/u.test(text))
      continue;
    if (!/^[\p{Script=Han}\d“《]/u.test(text) || readByline(text) || readFolio(text)) continue;
    if (readPageCredits(text) || readCredit(text) || isOffice(text)) continue;
    if (before === undefined || !isComplete(before.text.trim())) continue;
    if (after?.type !== 'paragraph' || !beginsText(after.text.trim())) continue;
    // A paragraph that lost its stop looks the same but for its words.
    if (script === 'han-simplified' && titleEvidence(text) < 0) continue;
    count += 1;
  }
  return count;
}

function isComplete(text: string): boolean {
  return (
    closing.test(text) || readByline(text)?.strength === 'strong' || readJump(text)?.start === 0
  );
}

function beginsText(text: string): boolean {
  return (
    (text.length >= 24 && closing.test(text)) ||
    readLeadIn(text) !== undefined ||
    readByline(text)?.strength === 'strong'
  );
}

function repeatedTitles(texts: readonly Block[]): ReadonlySet<string> {
  const seen = new Set<string>();
  const repeated = new Set<string>();
  for (const { text } of texts) {
    const title = bareName(text);
    if (title.length < 4 || title.length > 20 || /[。，！？；：]/u.test(text)) continue;
    if (seen.has(title)) repeated.add(title);
    seen.add(title);
  }
  return repeated;
}

/** THE HOLLOW CREEK LEDGER: what papers call themselves. */
const latinPaper =
  /^(?:The )?(?:[\p{L}.'-]+ ){1,4}(?:Advertiser|Bee|Bugle|Chronicle|Courier|Democrat|Dispatch|Echo|Examiner|Gazette|Herald|Independent|Inquirer|Journal|Ledger|Mercury|News|Observer|Post|Register|Reporter|Republican|Sentinel|Standard|Star|Times|Tribune|Weekly)$/iu;
const linesOf = (block: Block): readonly string[] => block.text.split('\n');

const standfirstWords =
  /^(?:【|\[)?(?:核心提示|阅读提示|内容提要|内容提示|提要|摘要|导语|导读|编者按|编者的话|編者按|编者注|开栏的话|開欄的話|主编手记)(?:】|\])?\s*[:：]?/u;
/** A stop, and perhaps a writer's name in brackets after it: `……笑脸。（祁连）`. */
const closing = new RegExp(`[${sentenceStops}…][${closers}]*(?:[（(][^（()）]{1,16}[)）])?$`, 'u');
const stopInside = new RegExp(`[${sentenceStops}](?=.)`, 'gu');
const closingLatin = new RegExp(`[.!?][${closers}]*$`, 'u');

/** Reads what a block looks like, at `index` among the blocks that are shown. */
export function readBlockShape(
  block: Block,
  index: number,
  blocks: readonly Block[],
  page: PageShape,
  context: ShapeContext,
): BlockShape {
  const shown = block.text.trim();
  const measure = widthInCells(shown) / 2;
  const short = measure <= 80;
  const strong = (block.emphasis ?? []).filter(
    (span) => span.kind === 'strong' || span.kind === 'emphasis',
  );
  const emphasised = strong.reduce((sum, span) => sum + span.end - span.start, 0);
  // A printed line may end within the photographer's name.
  const trailingCredit = findTrailingCredit(shown.replaceAll('\n', '')) !== undefined;
  const part = short ? readPartNumber(shown) : undefined;
  const join = scoreJoin(block, blocks[index + 1], context.script);
  const plainTitle = join !== undefined && couldBePlainTitle(blocks, index, page);
  const fromEdge = Math.min(index, blocks.length - 1 - index);
  const read =
    short && !asksForWork(shown, blocks[index - 1])
      ? readFolio(shown, context.paperName)
      : undefined;
  const folio = read?.contactsOnly && !standsAtEdge(blocks, index) ? undefined : read;
  return {
    block,
    text: shown,
    measure,
    heading: block.type === 'heading' && page.headings < 0.95,
    bold: block.type === 'paragraph' && emphasised >= shown.length * 0.9 && shown !== '',
    halfBold: block.type === 'heading' && emphasised > 0 && emphasised < shown.length * 0.9,
    ended: closing.test(shown) || closingLatin.test(shown) || trailingCredit,
    sentences: shown.match(stopInside)?.length ?? 0,
    byline: short ? readByline(shown, context.script) : undefined,
    credit: short && readCredit(shown) !== undefined,
    trailingCredit,
    standfirst: standfirstWords.test(shown),
    guide: short && isGuideLine(shown),
    titleWords:
      context.script === 'han-simplified' &&
      block.type === 'paragraph' &&
      !block.emphasis?.length &&
      measure >= 4 &&
      measure <= 60 &&
      !/[。；，]$/u.test(shown) &&
      !isListed(shown, blocks[index - 1], blocks[index + 1])
        ? Math.min(titleEvidence(shown), page.plainTitle < 2.2 ? 4 : 2.5)
        : 0,
    verse:
      block.type === 'paragraph' &&
      (isVerse(linesOf(block)) ||
        (!page.keepsLines && couldBeVerse(linesOf(block), page.hasVerse ? 2 : 3))) &&
      !isCutBefore(blocks[index - 1], block, context.script),
    unfinished:
      context.script === 'han-simplified' &&
      block.type === blocks[index + 1]?.type &&
      readByline(blocks[index + 1]!.text)?.strength !== 'strong' &&
      goesOnInNextLine(shown, blocks[index + 1]!.text),
    goesOn: join !== undefined && goesOnInNext(join, block, plainTitle),
    mayGoOn: join === undefined || plainTitle ? 0 : mayGoOnInNext(join),
    leadIn: readLeadIn(shown) !== undefined && measure > 12,
    folio: folio && (folio.dateOnly ? 'date' : 'strong'),
    pageCredits: short && readPageCredits(shown)?.rest.trim() === '',
    jump: short && readJump(shown)?.start === 0,
    part: part !== undefined,
    repeated: short && page.repeated.has(bareName(part?.rest ?? shown)),
    knownColumn:
      short && measure <= 30 ? matchName(part?.rest ?? shown, context.columns).kind : 'none',
    nameplate:
      (fromEdge <= 4 && measure <= 80 && isImprint(shown)) ||
      (index < 3 && latinPaper.test(shown)) ||
      (index < 6 && /^(?:今日|今天|今明)?天气[：:].*\d/u.test(shown) && measure <= 40) ||
      (index < 6 && measure <= 40 && isWeatherUnderDate(shown, blocks[index - 1])) ||
      (index < 3 && context.script === 'latin' && isPaperOverDate(shown, index, blocks)) ||
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
    fromEdge,
  };
}

/** 今天 晴 18℃～29℃ beside the date, under the paper's name. */
function isWeatherUnderDate(text: string, before: Block | undefined): boolean {
  return (
    /^(?:今[天日明晚]|明天)?\s?(?:白天|夜间)?\s?(?:晴|多云|阴|[小中大阵雷]+雨|[小中大]雪|雾|霾).*\d\s?(?:℃|°C|度)/u.test(
      text,
    ) && readFolio(before?.text.trim() ?? '')?.date !== undefined
  );
}

/** L'ÉCHO DU CANAL in capitals beside the date, with a headline and no text of its own under it. */
function isPaperOverDate(text: string, index: number, blocks: readonly Block[]): boolean {
  if (text.length > 40 || text !== text.toUpperCase() || !/\p{L}{3}/u.test(text)) return false;
  const isDated = (block: Block | undefined): boolean =>
    block !== undefined && readFolio(block.text.trim())?.date !== undefined;
  const [before, after] = [blocks[index - 1], blocks[index + 1]];
  const next = isDated(after) ? blocks[index + 2] : after;
  return (isDated(before) || isDated(after)) && next !== undefined && next.text.length <= 60;
}

/** 投稿邮箱 under a call for contributions belongs to it; elsewhere it is the page's own. */
function asksForWork(text: string, before: Block | undefined): boolean {
  return /^投稿/u.test(text) && /征[文集稿]|来稿|投稿/u.test(before?.text ?? '');
}

/** Whether nothing but the page's own lines stands between a block and one of the page's ends. */
function standsAtEdge(blocks: readonly Block[], index: number): boolean {
  const isPages = ({ text }: Block): boolean => readFolio(text.trim()) !== undefined;
  return blocks.slice(0, index).every(isPages) || blocks.slice(index + 1).every(isPages);
}

/** Who publishes the paper and where, as the law asks; two of these say so: `本报地址：… 邮编：…`. */
function isImprint(text: string): boolean {
  const marks =
    /(?:日报|晚报|早报|时报|晨报|报业?)(?:社|集团)(?:主办|出版)|本[报社](?:社址|地址)|社址[:：]|地址[:：]|邮政?编码?[:：]|国内统一(?:连续出版物|刊)号|邮发代号|广告(?:经营)?许可证|印刷[:：]|每?月?零?售?价[:：]?\d|定价[:：]|(?:总编室|编辑部|广告部|发行|订阅|热线)(?:电话)?[:：]\d/gu;
  return (text.match(marks)?.length ?? 0) >= 2;
}

/** One of several lines that each say what they hold: `助人为乐：桑梓 褚小燕`. */
function isListed(text: string, before: Block | undefined, after: Block | undefined): boolean {
  const entry = /^\p{Script=Han}{2,6}[：:]/u;
  return (
    entry.test(text) &&
    (entry.test(before?.text.trim() ?? '') || entry.test(after?.text.trim() ?? ''))
  );
}

/**
 * Words without a comma after a text that has ended, on a page whose tool marks few of its titles:
 * a column would have to end within a paragraph's first line to leave them.
 */
function couldBePlainTitle(blocks: readonly Block[], index: number, page: PageShape): boolean {
  const text = blocks[index]!.text.trim();
  const before = blocks[index - 1];
  return (
    page.plainTitle < 1 &&
    text.length <= 24 &&
    !/[，、。；：\n]/u.test(text) &&
    before !== undefined &&
    (before.type !== 'paragraph' ||
      isComplete(before.text.trim()) ||
      readCredit(before.text.trim()) !== undefined)
  );
}

/**
 * A paragraph cut by a column's end looks like a headline: short, and without a stop. The words say
 * that it goes on (see decide-boundary). Over a text 0.1 % of headlines reach 3, of paragraphs cut so
 * short 60 %; 1 % of headlines reach 1, fewer with a comma; a label over its headline seldom reaches 4.
 */
function goesOnInNext({ score, intoText }: Join, block: Block, plainTitle = false): boolean {
  return score >= (!intoText || plainTitle ? 7 : block.text.includes('，') ? 1 : 3);
}

function isCutBefore(before: Block | undefined, block: Block, script: Script): boolean {
  const join = scoreJoin(before, block, script);
  return join !== undefined && goesOnInNext(join, before!);
}

/**
 * What the words tell below that: of headlines over their text 0.9 % score 0 to 1 and 0.5 % 2 to 3, of
 * paragraphs cut to a few words 4 and 5 %; at -2 the two are equally frequent.
 */
function mayGoOnInNext({ score, intoText }: Join): number {
  return intoText ? Math.min(Math.max(0.6 * (score + 1), 0), 2.4) : 0;
}

/** What the words on either side say of two paragraphs being one. */
interface Join {
  /** Log odds, see decide-boundary. */
  readonly score: number;
  /** The second is running text. */
  readonly intoText: boolean;
}

function isText(block: Block): boolean {
  return closing.test(block.text.trim()) || widthInCells(block.text) > 80;
}

function scoreJoin(
  block: Block | undefined,
  next: Block | undefined,
  script: Script,
): Join | undefined {
  if (script !== 'han-simplified' || block?.type !== 'paragraph' || next?.type !== 'paragraph') {
    return undefined;
  }
  // A column is wider than this, and what it cuts fills a line of it.
  if (block.text.trim().length < 8 || closing.test(block.text.trim())) return undefined;
  if (isNoticeTitle(block.text)) return undefined;
  if (readLeadIn(next.text) || readByline(next.text.slice(0, 80))?.strength === 'strong')
    return undefined;
  const { score } = decideBoundary(block.text.trim().slice(-60), next.text.trim().slice(0, 60));
  return { score, intoText: isText(next) };
}

/** Whether nothing goes on after a block: it is no running text, or it has ended. */
export function isClosed(shape: BlockShape): boolean {
  const { type } = shape.block;
  return (
    shape.ended ||
    shape.heading ||
    shape.verse ||
    (type !== 'paragraph' && type !== 'heading') ||
    shape.jump ||
    shape.pageCredits ||
    shape.folio !== undefined ||
    shape.byline?.strength === 'strong'
  );
}
