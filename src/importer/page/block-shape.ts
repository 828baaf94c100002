import { readPartNumber, type PartNumber } from '../lexicon/printed-number.ts';
import type { Script } from '../lexicon/script.ts';
import { closers, sentenceStops } from '../lexicon/stops.ts';
import { widthInCells } from '../lexicon/width-in-cells.ts';
import type { Block } from './block.ts';
import { readByline } from './read-byline.ts';
import type { ReadByline } from './read-names.ts';
import { findTrailingCredit, readCredit, type Credit } from './read-credit.ts';
import { readFolio, type Folio } from './folio.ts';
import { isGuideLine, readJump, type Jump } from './jump.ts';
import { readLatinSignature } from './read-latin-byline.ts';
import { readLeadIn, type LeadIn } from './lead-in.ts';
import { readPageCredits, type PageCredits } from './page-credits.ts';

/** What a block's words are read against. */
export interface ShapeContext {
  readonly script: Script;
  readonly paperName?: string | undefined;
}

/**
 * What can be seen of a block by itself. It is read once, when the blocks are classified, and stays with
 * the block to the end (ClassifiedBlock). What only a short line can be is not looked for in a long one.
 */
export interface BlockShape {
  readonly block: Block;
  readonly text: string;
  /** Length in Han characters; two Latin letters count as one. */
  readonly measure: number;
  /** A paragraph all in bold: some tools mark headings so. */
  readonly bold: boolean;
  readonly halfBold: boolean;
  /** Ends as a sentence does. */
  readonly ended: boolean;
  /** The same by a stop of Chinese, after which a writer's name may stand in brackets. */
  readonly closed: boolean;
  readonly sentences: number;
  readonly byline: ReadByline | undefined;
  /** A name in Latin letters that signs where it stands under a text, and is a title elsewhere. */
  readonly signature: ReadByline | undefined;
  readonly credit: Credit | undefined;
  readonly trailingCredit: boolean;
  /** 核心提示, 编者按 and the like open it. */
  readonly standfirst: boolean;
  /** Announces another page's text: `老街的去与留 ▶5版`. */
  readonly guide: boolean;
  readonly leadIn: LeadIn | undefined;
  readonly folio: Folio | undefined;
  readonly pageCredits: PageCredits | undefined;
  /** The whole line is a jump line. */
  readonly jump: Jump | undefined;
  readonly part: PartNumber | undefined;
}

const standfirstWords =
  /^(?:【|\[)?(?:核心提示|阅读提示|内容提要|内容提示|提要|摘要|导语|导读|编者按|编者的话|編者按|编者注|开栏的话|開欄的話|主编手记)(?:】|\])?\s*[:：]?/u;
/** A stop, and perhaps a writer's name in brackets after it: `……笑脸。（祁连）`. */
const closing = new RegExp(`[${sentenceStops}…][${closers}]*(?:[（(][^（()）]{1,16}[)）])?$`, 'u');
const stopInside = new RegExp(`[${sentenceStops}](?=.)`, 'gu');
const closingLatin = new RegExp(`[.!?][${closers}]*$`, 'u');

/** Longer than this, in Han characters, no block is a line that says what it is. */
const longestLine = 80;

/** Reads what a block looks like. */
export function readBlockShape(block: Block, { script, paperName }: ShapeContext): BlockShape {
  const text = block.text.trim();
  const measure = widthInCells(text) / 2;
  const ifShort = <Read>(read: () => Read): Read | undefined =>
    measure <= longestLine ? read() : undefined;
  const emphasised = (block.emphasis ?? [])
    .filter((span) => span.kind === 'strong' || span.kind === 'emphasis')
    .reduce((sum, span) => sum + span.end - span.start, 0);
  // A printed line may end within the photographer's name.
  const trailingCredit = findTrailingCredit(text.replaceAll('\n', '')) !== undefined;
  const jump = ifShort(() => readJump(text));
  const closed = closing.test(text);
  return {
    block,
    text,
    measure,
    bold: block.type === 'paragraph' && emphasised >= text.length * 0.9 && text !== '',
    halfBold: block.type === 'heading' && emphasised > 0 && emphasised < text.length * 0.9,
    ended: closed || closingLatin.test(text) || trailingCredit,
    closed,
    sentences: text.match(stopInside)?.length ?? 0,
    byline: ifShort(() => readByline(text, script)),
    signature: script === 'latin' ? ifShort(() => readLatinSignature(text)) : undefined,
    credit: ifShort(() => readCredit(text)),
    trailingCredit,
    standfirst: standfirstWords.test(text),
    guide: ifShort(() => isGuideLine(text)) ?? false,
    leadIn: readLeadIn(text),
    folio: ifShort(() => readFolio(text, paperName)),
    pageCredits: ifShort(() => readPageCredits(text)),
    jump: jump?.start === 0 ? jump : undefined,
    part: ifShort(() => readPartNumber(text)),
  };
}
