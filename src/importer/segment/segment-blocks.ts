import type { Block, LineRange } from '../page/block.ts';
import type { Script } from '../lexicon/script.ts';
import { fromMarkdown } from 'mdast-util-from-markdown';
import { gfmTableFromMarkdown } from 'mdast-util-gfm-table';
import { gfmTable } from 'micromark-extension-gfm-table';
import { makeFinding, type FindingId, type PageFinding } from '../page/findings.ts';
import { closeWideWord } from '../lexicon/wide-names.ts';
import { joinLines } from '../page/join-lines.ts';
import { isMachineWords } from '../lexicon/machine-words.ts';
import { decodeEntities, evenRows, parseHtmlTable } from './html-tags.ts';
import { parseInline, type InlinePiece } from './parse-inline.ts';
import { isPageMark } from './split-pages.ts';
import { couldBeVerse, isCouplet, isMarkedCouplet, isVerse } from '../page/verse.ts';
import {
  isInColumn,
  makeLineDoubts,
  showsFlush,
  splitPrintedLines,
  surveyColumns,
  type LineRun,
} from './split-printed-lines.ts';
import { closeSpacedLines } from './close-spaced-lines.ts';
import type { PageColumns } from './read-column.ts';
import { findEdgeFolios, putFolios } from './find-edge-folios.ts';
import type { SegmentedPage } from './segmented-page.ts';

/** A page of 60 × 90 cm has some 300 blocks; a million headings are no page. */
export const maxBlocks = 20_000;

/** U+3000 at the start of a line sets a paragraph in, but a line of them alone is blank. */
const blankLine = /^[\s\u200b-\u200f\u2060\ufeff]*$/;
const ruleLine =
  /^[ \t]{0,3}(?:(?:-[ \t]*){3,}|(?:\\?\*[ \t]*){3,}|(?:_[ \t]*){3,}|={3,}|[—―─–－]{4,}[ \t]*)$/;
/**
 * What is set between two sections: one ornament made for it, or any other three times. Two stars or
 * one circle may be a mark of rank.
 */
const ornamentLine =
  /^[\s\u3000]*(?:(?:[※⁂❦❧☙][\s\u3000]*){1,9}|([＊*✽❋✻✳◇◆☆★○])(?:[\s\u3000]*\1){2,8})[\s\u3000]*$/u;
/** `##标题` without a blank is a heading from two marks on: one mark alone begins a hashtag. */
const headingLine =
  /^[ \t\u3000]{0,3}(#{1,6})(?:[ \t\u3000]+|(?<=##)(?=[^#\s]))(.*?)(?:[ \t]+#+)?[ \t]*$/;
const fenceLine = /^[ \t]{0,3}(?:`{3,}|~{3,})[ \t]*[\w-]*[ \t]*$/;
const tableRule = /^[ \t]*\|?[ \t]*:?-+:?[ \t]*(?:\|[ \t]*:?-+:?[ \t]*)*\|?[ \t]*$/;
const listMark = /^[ \t\u3000]*(?:[-*+•·])[ \t\u3000]+(?=\S)/;
const quoteMark = /^[ \t]{0,3}(?:>[ \t]?)+/;
/** DeepSeek-OCR frames each piece with its kind and its place on the scan. */
const groundingMark = /<\|(?:ref|det|grounding)\|>[\s\S]*?<\|\/(?:ref|det|grounding)\|>/g;
const endMark =
  /^[ \t]*:(?:un)?selected:[ \t]*$|:(?:un)?selected:[ \t]?|<[|｜](?:end[▁_ ]of[▁_ ]sentence|endoftext|im_end|image_pad|pad)[|｜]>/gm;
const imageWords =
  /^\s*(?:[[【［(]\s*(?:image|picture|photo|figure|图片|圖片|图像|照片|画像|写真)(?:\s*(?:of|[:：]|\d)[^\]】］)]*)?[\]】］)]|<!--\s*(?:image|picture|figure)\s*-->)\s*$/i;
const missingPage = /^\s*\[MISSING_PAGE_(?:EMPTY|FAIL|POST)(?::\d+)?\]\s*$/;

/**
 * Takes a page apart into blocks, line by line. Blocks are found by the lines alone and never by a
 * Markdown parser: lists, quotes, setext headings and indented code each eat printed text. What
 * stands inside a line goes through micromark with emphasis, links, images and HTML.
 *
 * @param text one page, lines ended by `\n`
 * @param script of the page: where the repairs read line ends, text keeps them as line feeds
 */
export function segmentBlocks(text: string, script: Script): SegmentedPage {
  const segmenter = new Segmenter(script);
  segmenter.read(text);
  return segmenter.finish();
}

/**
 * Some dumps of PDF make every printed line a heading. Then the marks say nothing: the lines are
 * read as printed lines that follow each other.
 *
 * @returns the lines without their marks and blank lines, with their 1-based numbers; undefined for
 *   any other page
 */
function levelHeadings(
  lines: readonly string[],
): readonly { readonly text: string; readonly number: number }[] | undefined {
  const level: { text: string; number: number }[] = [];
  let headings = 0;
  for (const [index, line] of lines.entries()) {
    if (blankLine.test(line) || /^\s*<!--.*-->\s*$/.test(line)) continue;
    const heading = headingLine.exec(line);
    if (heading) headings += 1;
    level.push({ text: heading?.[2] ?? line, number: index + 1 });
  }
  return headings >= 8 && headings >= level.length * 0.9 ? level : undefined;
}

/** One kind of thing that a line of the page may begin. */
interface LineReader {
  readonly begins: (line: string, lines: readonly string[], index: number) => boolean;
  /** Gives the line after it. */
  readonly read: (lines: readonly string[], index: number) => number;
}

/** Whether nothing but blank lines and a tool's own stand before a line, or after it. */
function isAtEnd(lines: readonly string[], index: number): boolean {
  const isEmpty = (line: string): boolean =>
    blankLine.test(line) || fenceLine.test(line) || isRule(line) || isMachineWords(line);
  return lines.slice(0, index).every(isEmpty) || lines.slice(index + 1).every(isEmpty);
}

function isTableRule(line: string): boolean {
  return tableRule.test(line) && line.includes('-');
}

function isRule(line: string): boolean {
  return ruleLine.test(line) || ornamentLine.test(line);
}

/** What findEdgeFolios takes: the words of each line, without the marks of headings and bold type. */
function wordsOfLines(lines: readonly string[]): readonly (string | null | undefined)[] {
  const first = lines.findIndex((line) => !blankLine.test(line));
  // A tool's own front matter.
  const closes = lines[first]?.trimEnd() === '---' ? lines.indexOf('---', first + 1) : -1;
  return lines.map((line, index) => {
    if (blankLine.test(line)) return undefined;
    if (index <= closes && closes < first + 40) return null;
    if (isPageMark(line) || imageWords.test(line) || isRule(line) || fenceLine.test(line)) {
      return null;
    }
    if (/^\s*(?:<!--.*-->|!\[[^\]]*\]\([^()]*\))\s*$/.test(line)) return null;
    return (headingLine.exec(line)?.[2] ?? line).replaceAll('**', '').trim();
  });
}

class Segmenter {
  #blocks: Block[] = [];
  readonly #findings: PageFinding[] = [];
  readonly #marks: string[] = [];
  readonly #edges: { text: string; line: number }[] = [];
  readonly #script: Script;
  #detailsFrom: number | undefined;
  #columns: PageColumns | undefined;
  #hasVerse = false;
  /** A stanza of a poem stands under the lines that are read. */
  #overVerse = false;
  /** The printed lines of each paragraph, and a blank after each. */
  readonly #printed: string[] = [];

  constructor(script: Script) {
    this.#script = script;
  }

  finish(): SegmentedPage {
    return {
      blocks: this.#blocks,
      findings: this.#findings,
      edges: this.#edges,
      marks: this.#marks,
      setsIndents: showsFlush(this.#printed, this.#script) ? false : undefined,
    };
  }

  read(text: string): void {
    // A form feed stands before the first words of its page, whatever they are.
    const lines = [...closeSpacedLines(this.#clean(text).replaceAll(/^\f+/gmu, '').split('\n'))];
    // A folio's lines stand by themselves, whatever lines a tool has put next to them.
    const folios = findEdgeFolios(wordsOfLines(lines));
    for (const { start, end } of folios) lines.fill('', start, end);
    this.#readLines(lines);
    this.#blocks = [...putFolios(this.#blocks, folios, (place) => place + 1)];
  }

  #readLines(lines: readonly string[]): void {
    const level = levelHeadings(lines);
    if (level) {
      if (this.#isTooLarge(1, level.length)) return;
      for (const [index, line] of lines.entries()) {
        if (/^\s*<!--/.test(line)) this.#next(lines, index);
      }
      const texts = level.map((line) => line.text);
      const columns = surveyColumns(texts, this.#script);
      for (const run of splitPrintedLines(texts, columns)) {
        const before = this.#blocks.length;
        this.#run(texts, run, (place) => level[place]!.number);
        const own = texts.slice(run.start, run.end);
        if (isVerse(own) && isInColumn(own, columns)) this.#closeLineEnds(before);
      }
      return;
    }
    this.#columns = surveyColumns(
      lines.map((line) => (headingLine.test(line) ? '' : line)),
      this.#script,
    );
    let index = this.#frontMatter(lines);
    let blank = 0;
    while (index < lines.length) {
      const line = lines[index]!;
      if (blankLine.test(line)) {
        blank += 1;
        index += 1;
        continue;
      }
      if (blank >= 3 && this.#blocks.length > 0) {
        this.#push({ type: 'gap', text: '', lines: { first: index - blank + 1, last: index } });
      }
      blank = 0;
      index = this.#next(lines, index);
      if (this.#isTooLarge(index)) return;
    }
  }

  #isTooLarge(line: number, count = this.#blocks.length): boolean {
    if (count <= maxBlocks) return false;
    this.#report('structure-too-large', line, '', { count, limit: maxBlocks });
    return true;
  }

  /** Reads what begins at line `index` (0-based) and gives the line after it. */
  #next(lines: readonly string[], index: number): number {
    const reader = this.#readers.find(({ begins }) => begins(lines[index]!, lines, index));
    return reader ? reader.read(lines, index) : this.#paragraph(lines, index);
  }

  /** What a line may begin, in the order in which it is asked; what is none of these is text. */
  readonly #readers: readonly LineReader[] = [
    { begins: isPageMark, read: (lines, index) => this.#pageMark(lines, index) },
    {
      begins: (line) => /^\s*<!--/.test(line),
      read: (lines, index) => this.#comment(lines, index),
    },
    {
      begins: (line) => /<table\b/i.test(line),
      read: (lines, index) => this.#htmlTable(lines, index),
    },
    {
      begins: (line) => /^\s*<(script|style)\b/i.test(line),
      read: (lines, index) => this.#dropElement(lines, index),
    },
    {
      begins: (line) => fenceLine.test(line),
      read: (lines, index) => this.#setAside(lines, index, 'fence-removed'),
    },
    { begins: isRule, read: (lines, index) => this.#rule(lines, index) },
    {
      begins: (line) => missingPage.test(line),
      read: (lines, index) => this.#setAside(lines, index, 'page-missing'),
    },
    {
      begins: (line) => imageWords.test(line),
      read: (lines, index) => this.#imageWords(lines, index),
    },
    {
      begins: (line, lines, index) => isMachineWords(line) && isAtEnd(lines, index),
      read: (lines, index) => this.#setAside(lines, index, 'machine-note'),
    },
    {
      begins: (line) => headingLine.test(line),
      read: (lines, index) => this.#heading(lines, index),
    },
    {
      begins: (line, lines, index) => line.includes('|') && isTableRule(lines[index + 1] ?? ''),
      read: (lines, index) => this.#pipeTable(lines, index),
    },
    { begins: (line) => quoteMark.test(line), read: (lines, index) => this.#quote(lines, index) },
    { begins: (line) => listMark.test(line), read: (lines, index) => this.#listItem(lines, index) },
  ];

  #pageMark(lines: readonly string[], index: number): number {
    const line = lines[index]!;
    this.#marks.push(line);
    return index + 1;
  }

  /** A line of the tool's that no reader sees; a finding tells of it. */
  #setAside(lines: readonly string[], index: number, id: FindingId): number {
    const line = lines[index]!;
    this.#marks.push(line);
    this.#report(id, index + 1, line.trim());
    return index + 1;
  }

  #rule(lines: readonly string[], index: number): number {
    const line = lines[index]!;
    if (ornamentLine.test(line) || /[—―─–－]/u.test(line)) this.#marks.push(line);
    this.#push({ type: 'rule', text: '', lines: { first: index + 1, last: index + 1 } });
    return index + 1;
  }

  #imageWords(lines: readonly string[], index: number): number {
    const line = lines[index]!;
    this.#marks.push(line);
    if (/[:：]|of\s/.test(line)) this.#report('image-description', index + 1, line.trim());
    this.#push({ type: 'gap', text: '', lines: { first: index + 1, last: index + 1 } });
    return index + 1;
  }

  #heading(lines: readonly string[], index: number): number {
    const [, marks, words] = headingLine.exec(lines[index]!)!;
    this.#inline(words!, index + 1, 'heading', marks!.length);
    return index + 1;
  }

  #quote(lines: readonly string[], index: number): number {
    let end = index;
    while (end < lines.length && quoteMark.test(lines[end]!)) end += 1;
    const inner = lines.slice(index, end).map((one) => one.replace(quoteMark, ''));
    this.#runs(inner, index + 1, 'quote');
    return end;
  }

  #listItem(lines: readonly string[], index: number): number {
    const line = lines[index]!;
    const mark = line.trim()[0]!;
    // A dash or an asterisk is Markdown's; a dot may have been printed.
    if (/[•·]/.test(mark)) this.#report('list-marker-removed', index + 1, mark, { found: mark });
    const end = this.#endOfParagraph(lines, index);
    const inner = [line.replace(listMark, ''), ...lines.slice(index + 1, end)];
    this.#inline(inner.join('\n'), index + 1, 'list-item');
    return end;
  }

  #paragraph(lines: readonly string[], index: number): number {
    const line = lines[index]!;
    const end = this.#endOfParagraph(lines, index);
    // A line of = or - directly under one short line underlines a heading (setext).
    const under = lines[end] ?? '';
    const isUnderlined =
      end === index + 1 &&
      ruleLine.test(under) &&
      /^\s*(?:=+|-+)\s*$/.test(under) &&
      line.trim().length <= 60 &&
      !/[。！？；]$/.test(line.trim());
    if (isUnderlined) {
      this.#inline(line, index + 1, 'heading', under.includes('=') ? 1 : 2);
      return end + 1;
    }
    // The first stanza may be a couplet: the second tells what it is.
    let below = end;
    while (below < lines.length && blankLine.test(lines[below]!)) below += 1;
    if (below > end && below < lines.length && this.#continues(lines[below]!)) {
      this.#overVerse = isVerse(lines.slice(below, this.#endOfParagraph(lines, below)));
    }
    this.#printedLines(lines.slice(index, end), index + 1);
    this.#overVerse = false;
    return end;
  }

  #endOfParagraph(lines: readonly string[], index: number): number {
    let end = index + 1;
    while (end < lines.length && this.#continues(lines[end]!)) end += 1;
    return end;
  }

  /** Whether a line goes on with the paragraph before it, as far as its own shape says. */
  #continues(line: string): boolean {
    return (
      !blankLine.test(line) &&
      !headingLine.test(line) &&
      !isRule(line) &&
      !fenceLine.test(line) &&
      !listMark.test(line) &&
      !quoteMark.test(line) &&
      !/^\s*<!--|<table\b|^\s*<(?:script|style)\b/i.test(line) &&
      !imageWords.test(line)
    );
  }

  /** Takes off what no reader sees and what a tool wrote of itself, keeping the lines in place. */
  #clean(text: string): string {
    let cleaned = text;
    for (const shape of [groundingMark, endMark]) {
      let first: string | undefined;
      cleaned = cleaned.replaceAll(shape, (mark) => {
        first ??= mark;
        this.#marks.push(mark);
        const picture = /<\|ref\|>\s*(?:image|figure|picture)\s*<\|\/ref\|>/.test(mark);
        // The picture itself is not in the text: what is left of it is an image's place.
        return (picture ? '[image]' : '') + mark.replaceAll(/[^\n]/g, '');
      });
      if (first !== undefined) this.#report('tool-mark-removed', 1, first, { found: first });
    }
    return cleaned;
  }

  /** olmOCR writes YAML before its text: `---`, `primary_language: zh`, …, `---`. */
  #frontMatter(lines: readonly string[]): number {
    const first = lines.findIndex((line) => !blankLine.test(line));
    if (first === -1 || lines[first]!.trimEnd() !== '---') return 0;
    for (let index = first + 1; index < lines.length && index < first + 40; index += 1) {
      const line = lines[index]!;
      if (line.trimEnd() === '---') {
        if (index === first + 1) return 0;
        const whole = lines.slice(first, index + 1).join('\n');
        this.#marks.push(whole);
        this.#report('front-matter-read', first + 1, whole);
        return index + 1;
      }
      if (!/^(?:[\w-]+:(?:\s.*)?|\s+.*|- .*)$/.test(line)) return 0;
    }
    return 0;
  }

  #comment(lines: readonly string[], index: number): number {
    let end = index;
    while (end < lines.length && !lines[end]!.includes('-->')) end += 1;
    // A comment that nothing closes would swallow the page: its mark alone is taken off.
    if (end === lines.length) {
      this.#marks.push('<!--');
      this.#report('html-comment', index + 1, '<!--');
      const rest = lines[index]!.replace('<!--', '');
      if (!blankLine.test(rest)) this.#inline(rest, index + 1, 'paragraph');
      return index + 1;
    }
    const whole = lines.slice(index, end + 1).join('\n');
    const close = whole.indexOf('-->') + 3;
    const comment = whole.slice(0, close);
    const edge = /^<!--\s*Page(?:Header|Footer|Number)\s*=\s*"([^"]*)"\s*-->$/i.exec(comment);
    this.#marks.push(
      edge ? comment.replace(edge[1]!, '') : comment,
      ...(edge?.[1]?.match(/&#?\w+;/gu) ?? []),
    );
    if (edge) this.#edges.push({ text: decodeEntities(edge[1]!), line: index + 1 });
    else if (/^<!--\s*(?:image|picture|figure)\b/i.test(comment)) {
      this.#push({ type: 'gap', text: '', lines: { first: index + 1, last: end + 1 } });
    } else if (!/^<!--\s*-->$|^<!--\s*FigureContent=""\s*-->$/.test(comment)) {
      this.#report('html-comment', index + 1, comment);
    }
    const rest = whole.slice(close);
    if (!blankLine.test(rest)) this.#inline(rest.trim(), end + 1, 'paragraph');
    return end + 1;
  }

  #dropElement(lines: readonly string[], index: number): number {
    const name = /<(script|style)\b/i.exec(lines[index]!)![1]!.toLowerCase();
    let end = index;
    while (end < lines.length && !lines[end]!.toLowerCase().includes(`</${name}`)) end += 1;
    if (end === lines.length) end = index;
    const whole = lines.slice(index, end + 1).join('\n');
    this.#marks.push(whole);
    this.#report('html-removed', index + 1, whole);
    return end + 1;
  }

  #htmlTable(lines: readonly string[], index: number): number {
    let end = index;
    while (end < lines.length && !/<\/table\s*>/i.test(lines[end]!)) end += 1;
    if (end === lines.length) {
      // No closing tag: the table ends with its run of lines.
      end = index;
      while (end + 1 < lines.length && !blankLine.test(lines[end + 1]!)) end += 1;
    }
    const whole = lines.slice(index, end + 1).join('\n');
    const start = whole.search(/<table\b/i);
    const close = /<\/table\s*>/i.exec(whole);
    const stop = close ? close.index + close[0].length : whole.length;
    const before = whole.slice(0, start);
    if (!blankLine.test(before)) this.#inline(before, index + 1, 'paragraph');
    const table = parseHtmlTable(whole.slice(start, stop));
    this.#marks.push(...table.marks);
    if (table.rows.length > 0) {
      this.#pushTable(table.rows, table.hasHead, { first: index + 1, last: end + 1 });
    }
    const after = whole.slice(stop);
    if (!blankLine.test(after)) this.#inline(after, end + 1, 'paragraph');
    return end + 1;
  }

  #pipeTable(lines: readonly string[], index: number): number {
    let end = index + 2;
    while (end < lines.length && !blankLine.test(lines[end]!) && lines[end]!.includes('|'))
      end += 1;
    const source = lines.slice(index, end).join('\n');
    const tree = fromMarkdown(source, {
      extensions: [gfmTable()],
      mdastExtensions: [gfmTableFromMarkdown()],
    });
    const table = tree.children[0];
    if (table?.type !== 'table' || tree.children.length > 1) {
      this.#printedLines(lines.slice(index, end), index + 1);
      return end;
    }
    const rows = table.children.map((row) =>
      row.children.map((cell) => {
        const from = cell.children[0]?.position?.start.offset;
        const to = cell.children.at(-1)?.position?.end.offset;
        if (from === undefined || to === undefined) return '';
        const inline = parseInline(source.slice(from, to).replaceAll(String.raw`\|`, '|'));
        this.#marks.push(...inline.asides.map((aside) => aside.text));
        return inline.pieces
          .map((piece) => (piece.kind === 'text' ? joinLines(piece.text).text : piece.alt))
          .join(' ')
          .trim();
      }),
    );
    this.#pushTable(rows, true, { first: index + 1, last: end });
    return end;
  }

  #pushTable(rows: readonly (readonly string[])[], hasHead: boolean, lines: LineRange): void {
    const widths = new Set(rows.map((row) => row.length));
    const even = evenRows(rows);
    if (widths.size > 1) {
      this.#report('table-uneven', lines.first, even[0]!.join(' | ').slice(0, 60));
    }
    // A cell has one word of two characters set wide, not two words: those have cells of their own.
    const cells = even.map((row) => row.map((cell) => closeWideWord(cell)));
    this.#push({
      type: 'table',
      text: cells.map((row) => row.join('\t')).join('\n'),
      lines,
      table: { rows: cells, hasHead },
    });
  }

  #runs(lines: readonly string[], number: number, type: 'quote'): void {
    let start = 0;
    for (let index = 0; index <= lines.length; index += 1) {
      if (index < lines.length && !blankLine.test(lines[index]!)) continue;
      if (index > start) this.#inline(lines.slice(start, index).join('\n'), number + start, type);
      start = index + 1;
    }
  }

  /** A run of lines without blanks may be one paragraph as printed, or many (split-printed-lines). */
  #printedLines(lines: readonly string[], number: number): void {
    // A stanza of two lines, where the page has longer ones; a headline of two has no comma as a rule.
    const likeVerse =
      (isVerse(lines) && !this.#isNarrowHeadline(lines)) ||
      isMarkedCouplet(lines) ||
      (this.#hasVerse && lines.length <= 4 && /，/u.test(lines[0]!) && couldBeVerse(lines, 2)) ||
      (this.#overVerse && lines.length > 1 && couldBeVerse(lines, 2));
    if (likeVerse && !(this.#columns && isInColumn(lines, this.#columns))) {
      this.#hasVerse = true;
      this.#inline(lines.join('\n'), number, 'paragraph', undefined, true);
      return;
    }
    const before = this.#blocks.length;
    const runs = areBroken(lines)
      ? lines.map((_, start) => ({ start, end: start + 1 }))
      : splitPrintedLines(lines, this.#columns);
    for (const run of runs) {
      const from = this.#blocks.length;
      this.#run(lines, run, (place) => number + place);
      const block = this.#blocks[from];
      if (run.start > 0 && block) this.#blocks[from] = { ...block, adjoins: true };
    }
    if (likeVerse) this.#closeLineEnds(before);
  }

  /** 磯部の定置網に / 深海のリュウグウ / ノツカイ: three lines of a title, where a Japanese column of a dozen characters is wrapped. */
  #isNarrowHeadline(lines: readonly string[]): boolean {
    return this.#script === 'japanese' && lines.length === 3 && this.#columns?.unwrapped === false;
  }

  /** Lines of a column without their ends are no more taken for verse; so few tell little else. */
  #closeLineEnds(from: number): void {
    for (let index = from; index < this.#blocks.length; index += 1) {
      const block = this.#blocks[index]!;
      if (block.emphasis) continue;
      this.#blocks[index] = { ...block, text: joinLines(block.text).text };
    }
  }

  /** One paragraph, or one line of a head, among `lines`. */
  #run(lines: readonly string[], run: LineRun, numberOf: (place: number) => number): void {
    const own = lines.slice(run.start, run.end);
    this.#printed.push(...own, '');
    // A couplet's lines stand as verses, whichever of the two it is.
    if (!isCouplet(own)) this.#findings.push(...makeLineDoubts(lines, run, numberOf));
    this.#inline(own.join('\n'), (offset) => numberOf(run.start + offset), 'paragraph');
  }

  /** @param at number of the first line, or the number of each by its 0-based place */
  #inline(
    source: string,
    at: number | ((offset: number) => number),
    type: Block['type'],
    depth?: number,
    keepsLines = false,
  ): void {
    const lineAt = typeof at === 'number' ? (offset: number): number => at + offset : at;
    const { pieces, asides } = parseInline(source);
    for (const aside of asides) {
      this.#marks.push(aside.text);
      const line = lineAt(aside.line);
      if (aside.kind === 'comment') {
        this.#report('html-comment', line, aside.text);
      } else if (aside.kind === 'link' && !aside.text.startsWith('#')) {
        this.#report('link-unwrapped', line, aside.text, { found: aside.text });
      } else if (aside.kind === 'tag') this.#details(aside.text, line);
    }
    for (const piece of pieces) this.#piece(piece, lineAt, type, depth, keepsLines);
  }

  /** MinerU puts a model's description of a picture into `<details>`: no text of the paper. */
  #details(tag: string, line: number): void {
    if (/^<details\b/i.test(tag)) this.#detailsFrom = line;
    else if (/^<\/details\b/i.test(tag) && this.#detailsFrom !== undefined) {
      const from = this.#detailsFrom;
      this.#detailsFrom = undefined;
      while (this.#blocks.length > 0 && this.#blocks.at(-1)!.lines.first >= from) {
        const block = this.#blocks.pop()!;
        this.#marks.push(block.text);
        this.#report('image-description', block.lines.first, block.text);
      }
    }
  }

  #piece(
    piece: InlinePiece,
    lineAt: (offset: number) => number,
    type: Block['type'],
    depth: number | undefined,
    keepsLines: boolean,
  ): void {
    const lines = { first: lineAt(piece.firstLine), last: lineAt(piece.lastLine) };
    if (piece.kind === 'image') {
      const data = piece.path.startsWith('data:');
      this.#push({
        type: 'image',
        text: data ? '' : piece.alt,
        lines,
        image: { path: piece.path, alt: piece.alt },
      });
      this.#marks.push(piece.path);
      if (data) this.#marks.push(piece.alt);
      return;
    }
    const pieceDepth = piece.depth ?? depth;
    const joined = joinLines(
      piece.text,
      piece.emphasis,
      keepsLines || (keepsLineEnds(this.#script) && type !== 'heading' && pieceDepth === undefined),
    );
    if (joined.text === '') return;
    this.#push({
      type: pieceDepth === undefined ? type : 'heading',
      text: joined.text,
      lines,
      depth: pieceDepth,
      emphasis: joined.emphasis.length === 0 ? undefined : joined.emphasis,
    });
  }

  #push(block: Block): void {
    this.#blocks.push(block);
  }

  #report(
    id: FindingId,
    line: number,
    excerpt: string,
    values?: Readonly<Record<string, string | number>>,
  ): void {
    this.#findings.push(makeFinding(id, { line, excerpt }, values));
  }
}

/** Two blanks at each line's end are Markdown's hard break: the tool says that the line ends there. */
function areBroken(lines: readonly string[]): boolean {
  return lines.length > 1 && lines.slice(0, -1).every((line) => /\S {2}$/u.test(line));
}

/**
 * Repairs read the column's width (simplified Chinese) and divided words (Latin) from the line ends;
 * the draft takes out what they leave.
 */
function keepsLineEnds(script: Script): boolean {
  return script === 'han-simplified' || script === 'latin';
}
