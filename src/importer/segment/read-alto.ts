import type { Block } from '../page/block.ts';
import type { Script } from '../lexicon/script.ts';
import { makeFinding, type PageFinding } from '../page/findings.ts';
import { altoTags, type AltoTag } from './alto-tags.ts';
import { decodeEntities, type HtmlTag } from './html-tags.ts';
import type { SegmentedPage } from './segmented-page.ts';
import { findEdgeFolios, putFolios } from './find-edge-folios.ts';
import type { PageColumns } from './read-column.ts';
import { isVerse } from '../page/verse.ts';
import {
  isInColumn,
  makeLineDoubts,
  showsFlush,
  splitPrintedLines,
  surveyColumns,
} from './split-printed-lines.ts';

interface AltoLine {
  readonly text: string;
  /** 1-based line of the XML. */
  readonly number: number;
  /** Height of the tallest word in the file's unit; 0 where it is not given. */
  readonly height: number;
  /** Left edge in the file's unit, where it is given. */
  readonly left?: number;
  /** Words' smallest confidence, 0 to 1. */
  readonly confidence: number;
}

/** Below this the OCR itself doubts a word (the bound digitisation desks use for review). */
const doubtful = 0.6;

/** What ALTO tells of the file and not of the page: its unit, its scan, the programme, fonts and tags. */
const aboutFile = new Set(['description', 'styles', 'tags', 'readingorder']);

/** `Page` with the attributes that ALTO gives it. */
const altoPage = /^\s*<(?:\w+:)?Page\b[^>]*\b(?:ID|PHYSICAL_IMG_NR|HEIGHT)=/;

/** A whole file of ALTO, or one `Page` of it (split-pages). */
export function isAlto(text: string): boolean {
  return (
    (/<(?:\w+:)?alto\b/.test(text.slice(0, 4000)) || altoPage.test(text.slice(0, 400))) &&
    /<(?:\w+:)?String\b/.test(text)
  );
}

/** What repeats a word's letters: its hyphen, each glyph of it, and what else the glyph may be. */
const ofWord = new Set(['hyp', 'glyph', 'variant']);

/** What a file holds, in its order: blocks of lines, and the places of pictures. */
interface AltoFile {
  readonly found: { lines: AltoLine[]; picture?: number }[];
  readonly marks: string[];
  readonly findings: PageFinding[];
}

/**
 * Reads ALTO XML (https://www.loc.gov/standards/alto/): TextBlocks in the order they stand, each
 * line's Strings joined, words divided over lines made whole from SUBS_CONTENT (at the first half),
 * pictures as places.
 * A line half as high again as the page's usual one is a heading.
 */
export function readAlto(text: string, script: Script): SegmentedPage {
  const { found, marks, findings } = parseAlto(text);
  const every = found.flatMap((one): (AltoLine | null)[] =>
    one.picture === undefined ? one.lines : [null],
  );
  const folios = findEdgeFolios(every.map((one) => one && one.text.trim()));
  const aside = new Set(folios.flatMap(({ start, end }) => every.slice(start, end)));
  for (const one of found) one.lines = one.lines.filter((each) => !aside.has(each));
  const heights = found
    .flatMap((one) => one.lines.map((each) => each.height))
    .sort((a, b) => a - b);
  const usual = heights[Math.floor(heights.length / 2)] ?? 0;
  const isText = (line: AltoLine): boolean => usual === 0 || line.height < usual * 1.5;
  const setsFirst = found.some((one) => showsIndent(one.lines.filter(isText)));
  const printed: string[] = [];
  const blocks: Block[] = [];
  const columns = surveyColumns(
    found.flatMap((one) => [...one.lines.filter(isText).map((line) => line.text), '']),
    script,
  );
  for (const one of found) {
    if (one.picture !== undefined) {
      blocks.push({ type: 'gap', text: '', lines: { first: one.picture, last: one.picture } });
      continue;
    }
    const parts = splitByHeight(one.lines, isText, usual, columns, setsFirst);
    for (const [place, part] of parts.entries()) {
      findings.push(...part.doubts);
      const texts = part.lines.map((each) => each.text.trim());
      // A few lines of a column look like verse to whoever sees them alone.
      const inColumn = isVerse(texts) && isInColumn(texts, columns);
      const glue =
        script === 'korean' || part.heading
          ? ' '
          : script === 'latin' || (script === 'han-simplified' && !inColumn)
            ? '\n'
            : '';
      const first = part.lines[0]!;
      const last = part.lines.at(-1)!;
      if (!part.heading) printed.push(...texts, '');
      blocks.push({
        type: part.heading ? 'heading' : 'paragraph',
        text: joinTexts(texts, glue, part.begins),
        lines: { first: first.number, last: last.number },
        depth: part.heading ? part.depth : undefined,
        ...(isOfOneSize(parts[place - 1], part) ? { adjoins: true as const } : {}),
        ...(isSetOut(part, usual, texts)
          ? { emphasis: [{ kind: 'strong' as const, start: 0, end: texts.join(glue).length }] }
          : {}),
      });
    }
    findings.push(...one.lines.filter((each) => each.confidence < doubtful).map(lowConfidence));
  }
  const setsIndents = showsFlush(printed, script) ? { setsIndents: false } : {};
  const all = putFolios(blocks, folios, (place) => every[place]!.number);
  return { blocks: all, findings, edges: [], marks, ...setsIndents };
}

function lowConfidence({ number, text, confidence }: AltoLine): PageFinding {
  return makeFinding(
    'low-confidence',
    { line: number, excerpt: text.trim() },
    { confidence: confidence.toFixed(2) },
  );
}

/** Takes the file apart, tag by tag; every piece of it is a word, a mark or a finding. */
function parseAlto(text: string): AltoFile {
  const reader = new AltoReader(/<(?:\w+:)?SP\b/.test(text));
  for (const tag of altoTags(text)) reader.read(tag);
  return reader.end();
}

type OpenLine = { -readonly [Key in keyof AltoLine]: AltoLine[Key] };

/** A file while its tags and what stands between them come in, in their order. */
class AltoReader implements AltoFile {
  readonly found: { lines: AltoLine[]; picture?: number }[] = [];
  readonly marks: string[] = [];
  readonly findings: PageFinding[] = [];
  /** Some files have no SP: then a gap on the scan parts two words. */
  readonly #hasBlanks: boolean;
  #lines: AltoLine[] = [];
  #line: OpenLine | undefined;
  /** Line of the file, from 1. */
  #number = 1;
  #isAboutFile = false;
  /** The whole of a word of which only the first half has come. */
  #divided: string | undefined;
  /** Right edge of the word before. */
  #right = Number.NaN;

  constructor(hasBlanks: boolean) {
    this.#hasBlanks = hasBlanks;
  }

  read({ before, source, tag, name, line }: AltoTag): void {
    this.#number = line;
    this.#keepAside(before, before);
    if (source === '') return;
    if (tag && aboutFile.has(name!)) this.#isAboutFile = !tag.closing && !source.endsWith('/>');
    else if (name === 'layout' || name === 'page') this.#isAboutFile = false;
    const content = decodeEntities(tag?.attributes.content ?? '');
    const isWord = name === 'string' && !tag!.closing;
    // Attributes are the file's own, save the words.
    if (isWord && content !== '') {
      const written = tag!.attributes.content!;
      this.marks.push(source.replace(written, ''), ...(written.match(/&[#\w]+;/g) ?? []));
    } else this.#keepAside(source, tag ? (ofWord.has(name!) ? '' : content) : source);
    if (isWord) this.#word(tag!.attributes, content);
    else if (name === 'textline') {
      this.#closeLine();
      if (!tag!.closing) this.#openLine(tag!.attributes);
    } else if (name === 'sp' && this.#line) this.#line.text += ' ';
    else if (name === 'textblock' && tag!.closing) this.#closeBlock();
    else if (name === 'illustration' && !tag!.closing) {
      this.found.push({ lines: [], picture: this.#number });
    }
  }

  end(): AltoFile {
    this.#closeBlock();
    return this;
  }

  /** Takes off a piece of the file; words in it, where none may be, are told of. */
  #keepAside(piece: string, words: string): void {
    this.marks.push(piece);
    if (this.#isAboutFile || !/\p{L}/u.test(words) || /^<[?!]/.test(words)) return;
    const place = { line: this.#number, excerpt: words.trim() };
    this.findings.push(makeFinding('text-unplaced', place));
  }

  #openLine({ height, hpos }: HtmlTag['attributes']): void {
    this.#line = { text: '', number: this.#number, height: Number(height ?? 0), confidence: 1 };
    if (hpos !== undefined && Number.isFinite(Number(hpos))) this.#line.left = Number(hpos);
  }

  #word(attributes: HtmlTag['attributes'], content: string): void {
    const { hpos: left, width, subs_type: type, subs_content: whole, wc, height } = attributes;
    const before = this.#line;
    if (
      !this.#hasBlanks &&
      before &&
      before.text !== '' &&
      isGap(this.#right, Number(left), before.height)
    )
      before.text += ' ';
    this.#right = Number(left) + Number(width);
    // A damaged file may have lost the line's own element: its words are words all the same.
    const line = (this.#line ??= { text: '', number: this.#number, height: 0, confidence: 1 });
    if (type === 'HypPart2' && whole === this.#divided && whole !== undefined) {
      this.#divided = undefined;
    } else if (type === 'HypPart1' && whole !== undefined) {
      line.text += decodeEntities(whole);
      this.#divided = whole;
    } else line.text += content;
    line.confidence = Math.min(line.confidence, Number(wc ?? 1));
    line.height = Math.max(line.height, Number(height ?? 0));
  }

  #closeLine(): void {
    if (this.#line && this.#line.text.trim() !== '') this.#lines.push(this.#line);
    this.#line = undefined;
  }

  #closeBlock(): void {
    this.#closeLine();
    if (this.#lines.length > 0) this.found.push({ lines: this.#lines });
    this.#lines = [];
  }
}

interface AltoPart {
  readonly lines: readonly AltoLine[];
  /** Which of its lines begin a paragraph by their place on the scan; empty where that is unknown. */
  readonly begins: readonly (boolean | undefined)[];
  readonly heading: boolean;
  readonly depth: number;
  readonly doubts: readonly PageFinding[];
}

function splitByHeight(
  lines: readonly AltoLine[],
  isText: (line: AltoLine) => boolean,
  usual: number,
  columns: PageColumns,
  setsIndents: boolean,
): AltoPart[] {
  const parts: AltoPart[] = [];
  let text: AltoLine[] = [];
  const close = (): void => {
    const texts = text.map((line) => line.text);
    // Lines of a poem stand as they are, as those of a stanza in any other file.
    if (isVerse(texts) && !isInColumn(texts, columns)) {
      parts.push({ lines: text, begins: [], heading: false, depth: 0, doubts: [] });
      text = [];
      return;
    }
    const numbered = text;
    const begins = setsIndents ? readIndents(text) : [];
    for (const run of splitPrintedLines(texts, columns, begins)) {
      const doubts = makeLineDoubts(texts, run, (offset) => numbered[offset]!.number);
      parts.push({
        lines: text.slice(run.start, run.end),
        begins: begins.slice(run.start, run.end),
        heading: false,
        depth: 0,
        doubts,
      });
    }
    text = [];
  };
  for (const line of lines) {
    if (!isText(line)) {
      close();
      const depth = line.height >= usual * 2.2 ? 1 : 2;
      const above = parts.at(-1);
      if (above && goesOnInHeadline(above, line, columns.script)) {
        parts[parts.length - 1] = { ...above, lines: [...above.lines, line] };
        continue;
      }
      parts.push({ lines: [line], begins: [], heading: true, depth, doubts: [] });
    } else text.push(line);
  }
  if (text.length > 0) close();
  return parts;
}

/**
 * Whether a line of a block is set in by two characters, as a paragraph's first is, or stands at the
 * block's edge, as all others do. Undefined where the file does not tell, and for lines set in
 * further, which are centred or ranged right.
 */
function readIndents(lines: readonly AltoLine[]): readonly (boolean | undefined)[] {
  const edge = Math.min(...lines.map((line) => line.left ?? Infinity));
  return lines.map(({ left, height }) => {
    if (left === undefined || height === 0 || lines.length === 1) return undefined;
    const indent = (left - edge) / height;
    return indent < 0.7 ? false : indent > 1.3 && indent < 2.8 ? true : undefined;
  });
}

/** Whether two words of a line stand apart; Han characters of one line touch, or nearly. */
function isGap(right: number, left: number, height: number): boolean {
  return left - right > Math.max(1, height * 0.12);
}

/** A block of three lines at least whose first alone is set in: some files give every line its block's edge. */
function showsIndent(lines: readonly AltoLine[]): boolean {
  const [first, ...others] = readIndents(lines);
  return others.length >= 2 && first === true && others.every((one) => one === false);
}

/** Whether a line is one more of a headline in Latin letters: in its block, of its size, in capitals as it is or not. */
function goesOnInHeadline(above: AltoPart, line: AltoLine, script: Script): boolean {
  const last = above.lines.at(-1)!.text;
  const isCapitals = (text: string): boolean => text === text.toUpperCase();
  return (
    script === 'latin' &&
    above.heading &&
    above.lines.length < 4 &&
    Math.abs(above.lines[0]!.height - line.height) <= line.height * 0.08 &&
    isCapitals(last) === isCapitals(line.text) &&
    /\p{L}/u.test(last) &&
    !/[.!?:]["”’]?$/u.test(last.trim())
  );
}

/** Lines of one block in one size: of a headline, or of a text. */
function isOfOneSize(above: AltoPart | undefined, { lines }: AltoPart): boolean {
  const [before, own] = [above?.lines.at(-1)?.height ?? 0, lines[0]!.height];
  return before > 0 && Math.abs(before - own) <= before * 0.08;
}

/** A crosshead is set a little larger than its text, on a line of its own. */
function isSetOut({ heading, lines }: AltoPart, usual: number, texts: readonly string[]): boolean {
  return (
    !heading &&
    usual > 0 &&
    lines.every((line) => line.height >= usual * 1.2) &&
    texts.join('').length <= 30 &&
    !/[。；，]$/u.test(texts.at(-1)!)
  );
}

/**
 * Joins the lines of a paragraph. A sentence that ends with a line, where the next begins no paragraph
 * by its place, ends nothing more: its line end would only be weighed again (split-lost-paragraphs).
 */
function joinTexts(
  texts: readonly string[],
  glue: string,
  begins: readonly (boolean | undefined)[],
): string {
  return texts
    .map((text, at) => {
      if (at === texts.length - 1) return text;
      return begins[at + 1] === false && /[。！？…][”’"'』」）)]*$/u.test(text)
        ? text
        : text + glue;
    })
    .join('');
}
