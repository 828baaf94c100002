import type { Script } from '../lexicon/script.ts';
import { isOffice } from '../lexicon/office.ts';
import { titleEvidence } from '../models/title-likeness.ts';
import type { Block } from '../page/block.ts';
import type { BlockShape } from '../page/block-shape.ts';
import { bareName } from '../page/match-name.ts';
import { isVerse } from '../page/verse.ts';
import { findListings, type ListingPart } from './find-listings.ts';
import { isLinePair } from './line-pair.ts';

/** What a block can be told apart by only among the others of its page. */
export interface PageShape {
  readonly script: Script;
  /** Share of the text blocks that are headings; where all or none are, headings say nothing. */
  readonly headings: number;
  /**
   * What it costs to take a line without a mark for a title: 0.5 where the tool marks none or hardly
   * any of its titles, 2.2 where it marks them all.
   */
  readonly plainTitle: number;
  /** The tool keeps the printed lines of running text: a line's end says nothing. */
  readonly keepsLines: boolean;
  readonly hasVerse: boolean;
  /** Headlines of two lines stand on the page, right under each other: 老旧电梯大修 / 维修基金能用了. */
  readonly hasLinePairs: boolean;
  /**
   * All headings are of one level, on a page in kana or in Latin letters: its tools' levels say more than
   * those of a Chinese page, where labels, headlines and crossheads share them.
   */
  readonly oneLevel: boolean;
  /** Titles and names of listings under one headline, by index. */
  readonly listings: ReadonlyMap<number, ListingPart>;
  /** Short texts that stand on the page twice or more: two items of one column. */
  readonly repeated: ReadonlySet<string>;
}

/** Measures what the tool has made headings of. */
export function measurePage(shapes: readonly BlockShape[], script: Script): PageShape {
  const blocks = shapes.map((shape) => shape.block);
  const texts = blocks.filter((block) => block.type === 'heading' || block.type === 'paragraph');
  const headings = texts.filter((block) => block.type === 'heading').length;
  const long = texts.filter((block) => block.text.length > 60);
  return {
    script,
    headings: texts.length === 0 ? 0 : headings / texts.length,
    plainTitle: headings === 0 ? 0.5 : plainTitleCost(headings, countPlainTitles(shapes, script)),
    keepsLines: long.filter((block) => block.text.includes('\n')).length > long.length * 0.3,
    repeated: repeatedTitles(texts),
    listings: findListings(shapes),
    hasLinePairs: shapes.some((_, index) => isLinePair(shapes, index, 0.9)),
    oneLevel:
      !script.startsWith('han-') &&
      new Set(texts.map(({ depth }) => depth).filter((depth) => depth !== undefined)).size === 1,
    hasVerse: blocks.some((block) => block.type === 'paragraph' && isVerse(block.text.split('\n'))),
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
function countPlainTitles(shapes: readonly BlockShape[], script: Script): number {
  return shapes.filter((shape, index) => {
    const { block, text, byline, folio, pageCredits, credit } = shape;
    const before = shapes[index - 1];
    const after = shapes[index + 1];
    return (
      block.type === 'paragraph' &&
      !block.emphasis?.length &&
      text.length >= 6 &&
      text.length <= 36 &&
      !/[。；，：？！!?]$|[。；]|^[（(■□▲▼◆●]/u.test(text) &&
      /^[\p{Script=Han}\d“《]/u.test(text) &&
      !(byline || folio || pageCredits || credit || isOffice(text)) &&
      before !== undefined &&
      isComplete(before) &&
      after?.block.type === 'paragraph' &&
      beginsText(after) &&
      // A paragraph that lost its stop looks the same but for its words.
      !(script === 'han-simplified' && titleEvidence(text) < 0)
    );
  }).length;
}

/** Nothing is left open: a text that has ended, a strong byline or a jump line. */
export function isComplete({ closed, byline, jump }: BlockShape): boolean {
  return closed || byline?.strength === 'strong' || jump !== undefined;
}

function beginsText({ text, closed, leadIn, byline }: BlockShape): boolean {
  return (text.length >= 24 && closed) || leadIn !== undefined || byline?.strength === 'strong';
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
