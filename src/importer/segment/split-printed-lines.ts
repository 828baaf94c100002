import { closers, sentenceStops } from '../lexicon/stops.ts';
import { endsLeaning } from '../lexicon/abbreviation.ts';
import { isClosingFormula, isGreeting, isSalutation } from '../lexicon/letter.ts';
import { findListLines, isDiaryDay, isPoetOfOld } from '../page/list-line.ts';
import { wideCharacter, widthInCells } from '../lexicon/width-in-cells.ts';
import { inSimplified, type Script } from '../lexicon/script.ts';
import { findCheapestPath, type StateGrammar } from '../models/cheapest-path.ts';
import { titleEvidence } from '../models/title-likeness.ts';
import { readByline } from '../page/read-byline.ts';
import { goesOnWithByline, readLatinSignature } from '../page/read-latin-byline.ts';
import { makeFinding, type PageFinding } from '../page/findings.ts';
import { endsWithPhone, isContactLine } from '../lexicon/contact-line.ts';
import { findTrailingCredit } from '../page/read-credit.ts';
import { readJump } from '../page/jump.ts';
import { readLeadIn } from '../page/lead-in.ts';
import { announcesNotice, isSmallTitle } from '../lexicon/notice-title.ts';
import { labelCost } from '../lexicon/column-label.ts';
import { isOffice } from '../lexicon/office.ts';
import { isWebWords } from '../lexicon/web-words.ts';
import { readPageCredits } from '../page/page-credits.ts';
import { readPartNumber } from '../lexicon/printed-number.ts';
import { findPrintedDate, isHanDay } from '../lexicon/printed-date.ts';
import {
  countWidths,
  fitsColumn,
  readColumn,
  type ColumnLine,
  type PageColumns,
  type WidthCounts,
} from './read-column.ts';

/** Lines `start` (0-based) up to and without `end` are one paragraph or one line of a head. */
export interface LineRun {
  readonly start: number;
  readonly end: number;
  /** Lines (0-based) of which it is not sure that the paragraph goes on after them, or ends there. */
  readonly unsure?: readonly number[];
}

const sentenceStop = new RegExp(`[${sentenceStops}…；.][${closers}]*$`, 'u');
/** Ends as a sentence does, and not behind Dr. or Mrs. */
const sentenceEnd = {
  test: (text: string): boolean => sentenceStop.test(text) && !endsLeaning(text),
};
/** Marks that may not begin a line: a line they end may be a character longer, or hang. */
const hanging = /[，。、；：！？”’）》」』,.;:!?)"']$/u;
const enumerated =
  /^(?:\d{1,2}[.．、](?!\d)|[一二三四五六七八九十]{1,3}、|[（(][一二三四五六七八九十\d]{1,2}[)）]|[①-⑳●■◆▲])/u;

/**
 * Width before the OCR, in cells: marks beside Han characters were full-width whatever they are now, and so
 * were blanks.
 */
function widthInPrint(text: string): number {
  if (!columnScript.test(text)) return widthInCells(text);
  return widthInCells(
    text.replaceAll(/(?<=[^\x20-\x7f])[ ,;:?!()"']|[,;:?!()"'](?=[^\x20-\x7f])/g, '　'),
  );
}

/** Width of a line, in Han characters. Some tools wrap at so many characters, figures counted like Han. */
function measureLine(text: string, measure: PageColumns['measure']): number {
  return measure === 'printed' ? widthInPrint(text) / 2 : [...text].length;
}

/**
 * Whichever measure makes more lines exactly as long as the line that follows. (Of lines in print half
 * are; counted, those with figures or Latin letters are not. The other way round it is the same.)
 */
function decideMeasure(texts: readonly string[]): PageColumns['measure'] {
  let printed = 0;
  let counted = 0;
  for (const [index, text] of texts.entries()) {
    const next = texts[index + 1];
    if (next === undefined || text === '' || next === '') continue;
    if (measureLine(text, 'printed') === measureLine(next, 'printed')) printed += 1;
    if (measureLine(text, 'counted') === measureLine(next, 'counted')) counted += 1;
  }
  return counted > printed * 1.1 + 2 ? 'counted' : 'printed';
}

/** A run of so many lines shows its own measure; shorter ones are measured as the page is. */
const manyLines = 12;

/** Lines wider than this are no printed lines: each is a paragraph of its own. */
const widestColumn = 110;
/** A column of Han characters has 32 of them at most. */
const widestHanColumn = 68;

/** What a line can be: the first, a middle, the last or the only one of a paragraph, or a head. */
const places = ['first', 'middle', 'last', 'only', 'head'] as const;
type Place = (typeof places)[number];
const insideParagraph: readonly Place[] = ['middle', 'last'];
const opensParagraph: readonly Place[] = ['first', 'middle'];

/** A run may begin or end within a paragraph, which a column's end has cut. */
const lineGrammar: StateGrammar = {
  begins: places.map((place) => (insideParagraph.includes(place) ? 1.2 : 0)),
  ends: places.map((place) => (opensParagraph.includes(place) ? 0.5 : 0)),
  follows: places.map((before) =>
    places.map((after) =>
      opensParagraph.includes(before) === insideParagraph.includes(after) ? 0 : Infinity,
    ),
  ),
};

/**
 * Parts a run of lines without blank lines between them into paragraphs. Some tools keep every
 * printed line (GOT-OCR, dumps of PDF), some put each paragraph on a line of its own, some set
 * headline, deck and byline on lines that follow each other. What tells them apart is the width of
 * the lines: a printed line is as wide as its column, save the last of a paragraph, and the first,
 * which lost its indent of two characters. Chinese and Japanese columns are read by read-column;
 * other lines, ragged or each a paragraph, by a cost for each reading (Viterbi).
 *
 * @param page what the lines of the whole page tell (surveyColumns), where a run is too short to tell
 *   its column by itself
 * @param begins whether each line begins a paragraph by its place on the scan, where that is known
 */
export function splitPrintedLines(
  lines: readonly string[],
  page: PageColumns = unknownColumns,
  begins: readonly (boolean | undefined)[] = [],
): readonly LineRun[] {
  if (lines.length <= 1) return lines.map(() => ({ start: 0, end: 1 }));
  const texts = lines.map((line) => line.trim().replaceAll('**', ''));
  const widths = texts.map(widthInPrint);
  const isByline = texts.map(
    (text) =>
      text.length <= 60 && !openBracket.test(text) && readByline(text)?.strength === 'strong',
  );
  const isPost: boolean[] = [];
  for (const [index, text] of texts.entries()) {
    const follows = isByline[index - 1] === true || isPost[index - 1] === true;
    isPost.push((follows && goesOnWithByline(text)) || isUnderSignature(texts, index, page.script));
  }
  const opens = texts.map(opensItem);
  const listed = findListLines(texts, false);
  const isList = isListWithoutStops(texts, listed, page.script);
  const unwrapped =
    isUnwrapped(texts, widths) || (page.unwrapped && !breaksOff(texts) && !areWordsAlone(texts));
  const measure = lines.length >= manyLines ? decideMeasure(texts) : page.measure;
  const isLed = findLedLines(texts, widths);
  const described = texts.map((text, index): ColumnLine => {
    const indented = begins[index] === true || /^[ \t]*\u3000/u.test(lines[index]!);
    const brackets = /^[（(]\s*(?:本[报報])?(?:记者|記者|通讯员|通訊員)/u.test(text);
    return {
      text,
      width: measureLine(text, measure),
      signed:
        endsWithCredit(texts, index) ||
        endsWithTelephone(texts, index) ||
        /(?:声明|特此声明)作废[。！]?$/u.test(text),
      opens: opens[index]! || indented || isFirstItem(text, texts[index - 1]),
      alone:
        image.test(text) ||
        (isByline[index]! && !goesOnInCredit(texts, index)) ||
        isPost[index]! ||
        (page.script === 'latin' && endsBefore(texts, index) && isSignature(texts, index)) ||
        // One line of figures alone may be cut out of prose; two are a list.
        (listed[index] !== undefined &&
          !openBracket.test(text) &&
          !openBracket.test(texts[index - 1] ?? '') &&
          (listed[index - 1] !== undefined || listed[index + 1] !== undefined)) ||
        (isDayLine.test(text) &&
          (listed[index + 1] !== undefined || /^\d{1,2}[：:]\d{2}/.test(texts[index + 1] ?? ''))) ||
        (/^（[^（）]{3,24}）$/u.test(text) && isBriefTitle(texts[index - 1])) ||
        nameSetWide.test(text) ||
        (isList && !openBracket.test(text) && !openBracket.test(texts[index - 1] ?? '')) ||
        /\S\s?\.{4,}\s?[A-Z]?\d{1,3}$/u.test(text) ||
        isLed[index]! ||
        isDiaryDay(text) ||
        isPoetOfOld(text) ||
        (endsWithTelephone(texts, index - 1) && isOffice(text)) ||
        isGreeting(text) ||
        isWebWords(text) ||
        (text.length <= 40 && readJump(text)?.start === 0) ||
        (endsBefore(texts, index) && isSalutation(text)) ||
        (text.length <= 60 && readPageCredits(text)?.rest.trim() === '') ||
        isSignedDate(text, texts[index - 1]) ||
        isSmallTitle(text) ||
        isLabelOver(texts, index) ||
        isShortOver(texts, widths, index) ||
        isClosingFormula(text) ||
        (announcesNotice(text) && (endsBefore(texts, index) || listed[index - 1] !== undefined)) ||
        (sentenceEnd.test(texts[index - 1] ?? '。') && isNumberedLabel(text, widths[index]!)),
      unended: openBracket.test(text) || (opens[index]! && readLeadIn(text)?.text === text),
      continues:
        goesOnInLatin(texts, index, page) ||
        (page.script === 'japanese' && isInQuotation(texts, index)) ||
        (brackets && !opens[index]! && !indented) ||
        (openBracket.test(texts[index - 1] ?? '') && /^[^（(]{1,12}[)）]/u.test(text)) ||
        (index > 0 && begins[index] === false),
      enumerated: enumerated.test(text) && sentenceEnd.test(texts[index - 1] ?? '。'),
      title: page.script.startsWith('han-')
        ? Math.min(2.5, titleEvidence(page.script === 'han-simplified' ? text : inSimplified(text)))
        : 0,
    };
  });
  if (!unwrapped && texts.some((text) => columnScript.test(text)) && !texts.some(isSpaced)) {
    const { ends, odds } = readColumn(described, page);
    return runsOf(ends, odds, isPost);
  }
  const columns = decideColumns(widths, (index) => isByline[index]! || opens[index]!, texts);
  const ofPage = columnOfPage(widths, page);
  const costs = described.map((line, index) =>
    placeCosts(line, widths[index]!, unwrapped ? undefined : (columns[index] ?? ofPage)),
  );
  const { path } = findCheapestPath(
    costs.map((cost) => places.map((place) => cost[place])),
    lineGrammar,
  );
  const ends = path.slice(1).map((state) => !insideParagraph.includes(places[state]!));
  return runsOf(ends, [], isPost);
}

/**
 * Lines behind one that leads to them (下列区域停水：), two and more, none of which fills the column or
 * ends as a sentence does: prose would go on to the column's edge.
 */
function findLedLines(texts: readonly string[], widths: readonly number[]): readonly boolean[] {
  const led = texts.map(() => false);
  const column = Math.max(...widths.filter((width) => width <= widestColumn));
  for (const [index, text] of texts.entries()) {
    if (!/\p{Script=Han}[：:]$/u.test(text) || isSalutation(text)) continue;
    let end = index + 1;
    while (
      end < texts.length &&
      widths[end]! <= column - 8 &&
      !/[，。；：！？,;:]|[、“（(]$/u.test(texts[end]!)
    )
      end += 1;
    if (end - index > 2) led.fill(true, index + 1, end);
    // 感谢下列单位支持： over names of them, two in a line and more, as wide as the line above or not.
    for (let at = index + 1; at < texts.length && fields.test(texts[at]!); at += 1) led[at] = true;
  }
  return led;
}

/**
 * Whether lines of a Japanese or a traditional page are a list as a whole: no sentence ends in them, and a
 * third is known for its figures (▽準決勝 / 磯部マリナーズ / 2 0 0 1 3 ＝ 6).
 */
function isListWithoutStops(
  texts: readonly string[],
  listed: readonly unknown[],
  script: Script,
): boolean {
  const known = texts.filter(
    (text, index) =>
      listed[index] !== undefined ||
      /^[^。、，\s]{1,12}[ \u3000]+[^。、，]{0,16}\d[^。、，]{0,8}$/u.test(text),
  ).length;
  return (
    (script === 'japanese' || script === 'han-traditional') &&
    texts.length >= 3 &&
    !texts.some((text) => /。/u.test(text)) &&
    known >= 2 &&
    known * 3 >= texts.length
  );
}

/** Two or three lines agree on no width: the page's own column tells. */
function columnOfPage(widths: readonly number[], page: PageColumns): number | undefined {
  const latin = page.script === 'latin' ? latinColumn(page.counts) * 2 : 0;
  return latin >= 24 &&
    widths.every((width) => width <= latin + 2) &&
    widths.some((width) => width >= latin - 8)
    ? latin
    : undefined;
}

/** What each place in a paragraph asks of a line. */
function placeCosts(
  line: ColumnLine,
  width: number,
  column: number | undefined,
): Record<Place, number> {
  if (line.alone) return { first: 9, middle: 9, last: 9, only: 9, head: 0 };
  const cost = costsOf(line.text, width, column);
  // An open bracket is closed further down; a lead-in alone on its line has its text below it.
  if (line.unended) {
    cost.head += 6;
    cost.only += 6;
    cost.last += 6;
    cost.first = Math.min(cost.first, 0.5);
  }
  if (line.signed) {
    cost.first += 6;
    cost.middle += 6;
  }
  if (line.opens) {
    cost.middle += 9;
    cost.last += 9;
  } else if (line.continues) {
    cost.first += 6;
    cost.only += 6;
    cost.head += 6;
  } else if (line.enumerated) {
    cost.middle += 3;
    cost.last += 3;
  }
  return cost;
}

/** `Frances Delaney`, alone or over where she lives, at the end of its run. */
function isSignature(texts: readonly string[], index: number): boolean {
  const last = texts.length - 1;
  return (
    index >= last - 2 &&
    readLatinSignature(texts.slice(index).join('\n'))?.certain === true &&
    texts.slice(index).every((text) => text.length <= 40)
  );
}

/** The place under a name that signs. */
function isUnderSignature(texts: readonly string[], index: number, script: Script): boolean {
  if (script !== 'latin') return false;
  return [1, 2].some(
    (step) =>
      index >= step &&
      (index === step || sentenceEnd.test(texts[index - step - 1]!)) &&
      isSignature(texts, index - step),
  );
}

/**
 * Whether a text ends with line `index`, which carries no full stop: with the jump line behind it, or a
 * caption with its photographer's name (`……长势。 ■ 本报记者 沈` / `知秋`).
 */
function endsWithCredit(texts: readonly string[], index: number): boolean {
  const upTo = (last: number): string => texts.slice(Math.max(0, last - 1), last + 1).join('');
  const signs = (last: number): boolean => findTrailingCredit(upTo(last)) !== undefined;
  // （下转第四版） is the end of what this page has of its text.
  if ((readJump(texts[index]!)?.start ?? 0) > 0) return true;
  const next = texts[index + 1];
  return signs(index) && !(next !== undefined && next.length <= 2 && signs(index + 1));
}

/** Whether a 「 of the few lines above is still open, and closed in this line: Japanese sets no new one for a new line. */
function isInQuotation(texts: readonly string[], index: number): boolean {
  const above = texts.slice(Math.max(0, index - 6), index).join('');
  const open = above.lastIndexOf('「') > above.lastIndexOf('」');
  return open && /^[^「」]*」/u.test(texts[index]!);
}

/** Where to call ends a small advertisement, unless a mark or 转 goes on with it. */
function endsWithTelephone(texts: readonly string[], index: number): boolean {
  return (
    endsWithPhone(texts[index] ?? '') &&
    /^[\p{Script=Han}\d]/u.test(texts[index + 1] ?? '') &&
    !/^[或转分（]/u.test(texts[index + 1]!)
  );
}

/** The first of numbered items under a line that leads to them: 应当： / 1.立即打开门窗. */
function isFirstItem(text: string, before: string | undefined): boolean {
  return /[：:]$/u.test(before ?? '') && /^(?:1[.．、](?!\d)|一、|[（(][1一][)）]|①)/u.test(text);
}

/** 遗失 at the head of lines three times as wide: no column cuts a paragraph's first line so short. */
function isShortOver(texts: readonly string[], widths: readonly number[], index: number): boolean {
  return (
    index === 0 &&
    /^\p{Script=Han}{2,8}$/u.test(texts[0]!) &&
    !/\s/u.test(texts[1]!) &&
    widths[1]! >= Math.max(widths[0]! * 2.2, 20)
  );
}

/** 来信照登 between a text that has ended and a longer line: a column's name by its words. */
function isLabelOver(texts: readonly string[], index: number): boolean {
  const text = texts[index]!;
  return (
    /^\p{Script=Han}{3,8}$/u.test(text) &&
    labelCost(text, false) <= 0.2 &&
    index > 0 &&
    endsBefore(texts, index) &&
    (texts[index + 1]?.length ?? 0) > text.length
  );
}

/** Words of a few characters with gaps between them, and no mark. */
const fields =
  /^(?:\p{Script=Han}{1,10}(?:（[^（）]{1,8}）)?)(?: \p{Script=Han}{1,10}(?:（[^（）]{1,8}）)?){1,5}$/u;

/** 12月3日 over the hours of the day. */
const isDayLine = /^\d{1,2}月\d{1,2}日(?:[ （(]*(?:星期|周)[一二三四五六日天][)）]?)?$/u;

/** 积分榜 over （截至11月27日）. */
function isBriefTitle(text: string | undefined): boolean {
  return text !== undefined && text.length <= 16 && !/[。，；：！？、…]$/u.test(text);
}

/** The date that signs a notice, a letter or a poem, under its text or the name of its office. */
function isSignedDate(text: string, before: string | undefined): boolean {
  if (text.length > 16 || before === undefined) return false;
  const isDate = findPrintedDate(text)?.text === text || isHanDay(text);
  return isDate && (sentenceEnd.test(before) || isOffice(before) || isSigner(before));
}

/** 您的学生 邬晓棠: who signs, over the date. */
function isSigner(text: string): boolean {
  return text.length <= 16 && readByline(text)?.strength === 'weak';
}

/** Whether what stands above line `index` has ended: with a sentence, a notice's title or its date. */
function endsBefore(texts: readonly string[], index: number): boolean {
  const before = texts[index - 1];
  return (
    before === undefined ||
    sentenceEnd.test(before) ||
    announcesNotice(before.replaceAll(/\s/gu, '')) ||
    isSignedDate(before, texts[index - 2])
  );
}

/** Whether the photographer's name that ends in line `index` begins in the line before: `……。 沈` / `知秋 摄`. */
function goesOnInCredit(texts: readonly string[], index: number): boolean {
  const before = texts[index - 1];
  if (before === undefined || sentenceEnd.test(before)) return false;
  const credit = findTrailingCredit(before + texts[index]!);
  return credit !== undefined && credit.start < before.length;
}

const unknownColumns: PageColumns = {
  counts: new Map(),
  measure: 'printed',
  indented: 0,
  flush: 0,
  parted: false,
  unwrapped: false,
  script: 'latin',
};
const image = /^!\[[^\]]*\]\([^()\s]*\)$/u;
/** The next line closes it: `本报讯（记者 简`. */
const openBracket = /[（(][^）)]*$/u;
const columnScript = /[\u3040-\u30ff\u3400-\u9fff]/u;

/** Korean sets blanks between words: its lines are ragged. */
function isSpaced(text: string): boolean {
  return /[\uac00-\ud7a3]/u.test(text);
}

/** Whether lines are set in one of the page's columns, and no verse. */
export function isInColumn(lines: readonly string[], page: PageColumns): boolean {
  const texts = lines.map((line) => line.trim().replaceAll('**', ''));
  return fitsColumn(
    texts.map((text) => ({ text, width: measureLine(text, page.measure) })),
    page,
  );
}

/**
 * Whether paragraphs, as they have been read, begin without an indent.
 *
 * @param paragraphs their printed lines, with a blank line after each
 */
export function showsFlush(paragraphs: readonly string[], script: Script): boolean {
  const { indented, flush } = surveyColumns(paragraphs, script);
  return flush >= 3 && indented * 4 < flush;
}

/**
 * Surveys the lines of a page before any run of them is read: how wide those are that another line
 * follows at once, whether blocks begin with an indent, and whether they are one paragraph each.
 *
 * @param script of the page, which says whether its words can be weighed
 */
export function surveyColumns(lines: readonly string[], script: Script): PageColumns {
  const texts = lines.map((line) => line.trim().replaceAll('**', ''));
  const measure = decideMeasure(texts);
  const followed: { text: string; width: number }[] = [];
  let indented = 0;
  let flush = 0;
  let blocks = 0;
  let inner = 0;
  let block: { width: number; ended: boolean }[] = [];
  for (let index = 0; index <= lines.length; index += 1) {
    const text = texts[index] ?? '';
    if (text !== '') {
      const width = measureLine(text, measure);
      block.push({ width, ended: sentenceEnd.test(text) });
      if ((lines[index + 1] ?? '').trim() !== '') followed.push({ text, width });
      continue;
    }
    const [start, ...others] = block.slice(0, -1);
    block = [];
    if (start === undefined || others.length < 2) continue;
    const first = start.width;
    const usual = others.map(({ width }) => width).sort((a, b) => a - b)[others.length >> 1]!;
    blocks += 1;
    if (others.some(({ width, ended }) => ended && width < usual - 3)) inner += 1;
    if (Math.abs(first - usual + 2) <= 0.5) indented += 1;
    else if (Math.abs(first - usual) <= 0.5) flush += 1;
  }
  return {
    counts: countWidths(followed),
    measure,
    indented,
    flush,
    parted: blocks >= 6 && inner * 10 <= blocks,
    unwrapped: hasWholeParagraphs(texts),
    script,
  };
}

/** Whether one of several lines goes on in the next, by its words: they are printed lines. */
function breaksOff(texts: readonly string[]): boolean {
  return texts.some((text, index) => {
    const next = texts[index + 1];
    if (next === undefined || text === '' || next === '') return false;
    return (
      (/^\p{Ll}/u.test(next) && !sentenceEnd.test(text)) ||
      /\p{L}[-¬]$|[，、,]$|[（(「『“‘][^）)」』”’]*$/u.test(text) ||
      leaning.test(text) ||
      endsLeaning(text)
    );
  });
}

/** Short lines of nothing but Han characters: of a poem or of a title. */
function areWordsAlone(texts: readonly string[]): boolean {
  return texts.every((text) => /^[\p{Script=Han}，、]{2,20}$/u.test(text));
}

/**
 * Whether the tool puts each paragraph of the page on one line, however wide: then a line end is the
 * newspaper's own, of a list or a notice. Most of the text stands on lines wider than any column, which
 * end as sentences do; and none goes on in another.
 */
function hasWholeParagraphs(texts: readonly string[]): boolean {
  const prose = texts.filter((text) => !/^(?:\||<|!\[|#)/u.test(text));
  const widths = prose.map(widthInPrint);
  const isWide = prose.map(
    (text, index) => widths[index]! > (columnScript.test(text) ? widestHanColumn : widestColumn),
  );
  const wide = prose.filter((_, index) => isWide[index]);
  const all = widths.reduce((sum, width) => sum + width, 0);
  const held = widths.reduce((sum, width, index) => (isWide[index] ? sum + width : sum), 0);
  return (
    wide.length >= 2 &&
    held * 3 >= all &&
    wide.filter((text) => sentenceEnd.test(text)).length >= wide.length * 0.7 &&
    !breaksOff(prose.map((text, index) => (isWide[index] ? '' : text)))
  );
}

function costsOf(text: string, width: number, column: number | undefined): Record<Place, number> {
  const ended = sentenceEnd.test(text);
  if (column === undefined) {
    // A Latin line may be cut anywhere; what goes on begins in lower case.
    if (/^[a-z]/.test(text)) return { first: 6, middle: 1, last: 0, only: 4, head: 6 };
    if (/[a-z,-]$/.test(text) && width > 60) {
      return { first: 0.8, middle: 3, last: 6, only: 1, head: 2 };
    }
    return { first: 6, middle: 6, last: 6, only: ended ? 0 : 1, head: ended ? 3 : 0.5 };
  }
  const set = hanging.test(text) ? width - 2 : width;
  const isFull = width >= column - 2 && set <= column + 1;
  const isNearlyFull = width >= column - 5 && set <= column + 1;
  const isIndented = width >= column - 7 && set <= column - 3;
  const fits = set <= column + 1;
  const marked =
    /[，。；：！？、,;:!?]/u.test(text.slice(0, -1)) || /^[（(](?:记者|記者)/u.test(text);
  return {
    first: (isIndented ? 0 : isFull ? 1.4 : fits ? 4 : 7) + (ended ? 0.6 : 0),
    middle: (isFull ? 0 : isNearlyFull ? 1.2 : fits ? 5 : 7) + (ended ? 0.6 : 0),
    last: (fits ? 0 : 7) + (ended ? 0 : 4) + (isFull ? 0.8 : 0),
    only: (fits ? 0.6 : 3) + (ended ? 0 : 4),
    head: (ended ? 5 : 0.8) + (marked ? 1.5 : 0) + (isFull ? 1 : 0) + (fits ? 0 : -0.8),
  };
}

/** An end, or a going on, that is likelier than this is not worth a person's look. */
const sure = 0.95;

function runsOf(
  ends: readonly boolean[],
  odds: readonly number[],
  isPost: readonly boolean[],
): readonly LineRun[] {
  const runs: { start: number; end: number; unsure?: number[] }[] = [{ start: 0, end: 1 }];
  for (const [index, isEnd] of ends.entries()) {
    const last = runs.at(-1)!;
    const chance = odds[index] ?? Number(isEnd);
    if ((isEnd ? chance : 1 - chance) < sure) (last.unsure ??= []).push(index);
    // `Staff Writer` belongs to the byline above it.
    if (!isEnd || isPost[index + 1]!) last.end = index + 2;
    else runs.push({ start: index + 1, end: index + 2 });
  }
  return runs;
}

/**
 * Wide lines that nearly all end as sentences do, and hold most of the text, are paragraphs, each on a
 * line of its own. (One caption of two sentences on a wide line says nothing of the columns beside it.)
 */
function isUnwrapped(texts: readonly string[], widths: readonly number[]): boolean {
  const wide = texts.filter((_, index) => widths[index]! > 60);
  const all = widths.reduce((sum, width) => sum + width, 0);
  const held = widths.reduce((sum, width) => (width > 60 ? sum + width : sum), 0);
  return (
    held * 2 >= all &&
    wide.filter((text) => sentenceEnd.test(text)).length >= wide.length * 0.75 &&
    wide.some((text) => wideCharacter.test(text))
  );
}

/**
 * The width of the column that each line was printed in, in cells: constant from one byline or
 * lead-in to the next, and the widest that two lines there, and a quarter of all, agree on.
 * Undefined where they have no width in common.
 */
function decideColumns(
  widths: readonly number[],
  begins: (index: number) => boolean,
  texts: readonly string[],
): readonly (number | undefined)[] {
  const latin = !texts.some((text) => /[\u3040-\u9fff\uac00-\ud7a3]/u.test(text));
  const set = widths.map((width, index) => (hanging.test(texts[index]!) ? width - 2 : width));
  const columns: (number | undefined)[] = [];
  let start = 0;
  for (let index = 1; index <= widths.length; index += 1) {
    if (index < widths.length && !begins(index)) continue;
    const column = columnOf(widths.slice(start, index), set.slice(start, index), latin);
    for (let line = start; line < index; line += 1) columns.push(column);
    start = index;
  }
  return columns;
}

function columnOf(
  widths: readonly number[],
  set: readonly number[],
  latin: boolean,
): number | undefined {
  if (widths.length <= 2) {
    const [first = 0, second = 0] = set;
    // Of two lines the first is the column's width, if it is a printed line at all.
    const widest = latin ? widestColumn : 60;
    return first >= 12 && first <= widest && second <= first + 4 ? first : undefined;
  }
  const enough = Math.max(2, widths.length / 4);
  const near = latin ? 8 : 2;
  for (const width of [...set].sort((left, right) => right - left)) {
    if (width > widestColumn || width < 10) continue;
    const agreeing = set.filter(
      (other, index) =>
        other <= width &&
        (widths[index]! >= width - near ||
          // The first line of all lost its indent.
          (index === 0 && other <= width - 3 && widths[index]! >= width - 7)),
    ).length;
    if (agreeing >= enough) return width;
  }
  return undefined;
}

/** 文 竹, 林 疏 影: nothing but a name is set with such gaps. */
const nameSetWide =
  /^(?!.*[摄攝]$)\p{Script=Han}[ \u3000]+\p{Script=Han}(?:[ \u3000]+\p{Script=Han})?$/u;

/** A column's label with its number stands alone: `走进企业看发展（之二十九）`. */
function isNumberedLabel(text: string, width: number): boolean {
  return (
    width <= 36 && !/[，。；！？]/u.test(text) && (readPartNumber(text)?.rest.length ?? 0) >= 3
  );
}

/**
 * Whether a line of Latin prose goes on: the one before it parts a word, has no stop where this one
 * begins in lower case, or had no room left for this one's first word.
 */
function goesOnInLatin(texts: readonly string[], index: number, page: PageColumns): boolean {
  const [before, text] = [texts[index - 1], texts[index]!];
  if (page.script !== 'latin' || before === undefined || !/\p{Ll}{2}/u.test(before)) return false;
  // son épouse ; ses enfants, far from the column's end: a notice sets each who mourns on a line.
  const width = latinColumn(page.counts) * 2;
  const first = /^\S+/u.exec(text)?.[0] ?? '';
  if (
    /[,;]$/u.test(before) &&
    width >= 24 &&
    before.length + first.length + 6 <= width &&
    before.length <= width * 0.7
  )
    return false;
  if (/^\p{Ll}/u.test(text) && /\p{L}[-¬]$|[\p{L},;]$/u.test(before)) return true;
  if (leaning.test(before) || endsLeaning(before)) return true;
  const word = /^\S+/u.exec(text)?.[0] ?? '';
  // The first line of a paragraph was set in.
  const above = texts[index - 2];
  const isFirst =
    !sentenceEnd.test(before) &&
    (above === undefined || sentenceEnd.test(above)) &&
    /[,;]\s/u.test(before);
  const column = latinColumn(page.counts, isFirst ? 3 : 1) * 2;
  const room = isFirst ? column - 3 : column;
  return column >= 24 && before.length <= column + 2 && before.length + 1 + word.length > room;
}

/** Words that no paragraph ends with: what they lean on is in the next line. */
const leaning =
  / (?:a|an|the|of|at|by|for|from|into|with|and|or|than|that|which|whose|le|la|les|des|du|de|et|un|une|dans|pour|par|sur|avec|qui|que|der|die|das|dem|den|und|mit|von|für)$/u;

/**
 * The widest that a quarter of a page's lines come near, in Han widths; 0 where they agree on none.
 *
 * @param least so many lines are as wide: one that is wider than the others is no measure of them
 */
function latinColumn(counts: WidthCounts, least = 1): number {
  const widths = [...counts];
  const all = widths.reduce((sum, [, times]) => sum + times, 0);
  const near = (width: number, step: number): number =>
    widths.reduce((sum, [w, times]) => (w <= width && w > width - step ? sum + times : sum), 0);
  return Math.max(
    0,
    ...widths
      .map(([width]) => width)
      .filter((width) => all >= 4 && near(width, 4) * 4 >= all && near(width, 1) >= least),
  );
}

/** A deck's dash, a notice's field, or a lead-in, whose bracket the next line may close: `本报讯（记者 简宁 通讯员 涂`. */
function opensItem(text: string): boolean {
  return (
    /^(?:——|──|――)/.test(text) ||
    isContactLine(text) ||
    readLeadIn(text) !== undefined ||
    /^(?:本[报報][^，。]{0,12}[讯訊电電]|新[华華]社[^，。]{1,12}[电電])\s*[（(][^）)]*$/u.test(text)
  );
}

/**
 * Says at which lines of a run it is not sure whether a paragraph ends.
 *
 * @param lineAt 1-based line of the page of each of `lines`, by its 0-based place
 */
export function makeLineDoubts(
  lines: readonly string[],
  run: LineRun,
  lineAt: (offset: number) => number,
): readonly PageFinding[] {
  return (run.unsure ?? []).map((at) =>
    makeFinding(
      'paragraph-end-unsure',
      {
        line: lineAt(at),
        excerpt: `…${lines[at]!.trim().slice(-12)} ¶ ${lines[at + 1]!.trim().slice(0, 12)}…`,
      },
      at === run.end - 1
        ? {
            read: { zh: '已在这里分段', en: 'they were split' },
            other: { zh: '接成一段', en: 'joined' },
          }
        : {
            read: { zh: '已接成一段', en: 'they were joined' },
            other: { zh: '在这里分段', en: 'split' },
          },
    ),
  );
}
