import { isAlto } from './read-alto.ts';
import { readNumber } from '../lexicon/printed-number.ts';
import { readFolio } from '../page/folio.ts';

/** The part of an input that is one page of the newspaper. */
export interface PagePart {
  readonly text: string;
  /** 1-based line of the input at which the part begins. */
  readonly firstLine: number;
  /** Number that the tool's page mark gives, from 1. */
  readonly number?: number | undefined;
}

interface Mark {
  /** 0-based line of the mark. */
  readonly line: number;
  /** The mark's own line ends the page before it, or begins the page after it. */
  readonly side: 'ends' | 'begins' | 'between';
  readonly number?: number | undefined;
}

const marks: readonly {
  readonly shape: RegExp;
  readonly side: Mark['side'];
  readonly from?: 0 | 1;
}[] = [
  // datalab marker: {0} and 48 dashes before each page, counted from 0.
  { shape: /^\{(\d{1,5})\}-{16,}\s*$/, side: 'begins', from: 0 },
  // DeepSeek-OCR.
  { shape: /^<-{2,}\s*Page Split\s*-{2,}>\s*$/i, side: 'between' },
  // Azure Document Intelligence ends each page with it.
  { shape: /^<!--\s*PageBreak\s*-->\s*$/i, side: 'ends' },
  // Dumps of PDF, docling's placeholder, olmOCR and others, by hand too.
  {
    shape: /^<!--\s*(?:第\s*([\d〇一二三四五六七八九十]{1,4})\s*[页頁版面])\s*-->\s*$/u,
    side: 'begins',
    from: 1,
  },
  {
    shape: /^<!--\s*page[\s:#_-]*(\d{1,4})\s*(?:(?:of|\/)\s*\d+)?\s*-->\s*$/i,
    side: 'begins',
    from: 1,
  },
  { shape: /^<!--\s*page[\s_-]?break\s*-->\s*$/i, side: 'between' },
  {
    shape:
      /^(?:\[|<|#{1,6}\s*|-{2,}\s*|={2,}\s*|\*{2})page\s*(\d{1,4})\s*(?:(?:of|\/)\s*\d+)?\s*(?:\]|>|-{2,}|={2,}|\*{2}|:)?\s*$/i,
    side: 'begins',
    from: 1,
  },
  {
    shape:
      /^(?:-{2,}|={2,})\s*第\s*([\d〇一二三四五六七八九十]{1,4})\s*[页頁]\s*(?:-{2,}|={2,})\s*$/u,
    side: 'begins',
    from: 1,
  },
  { shape: /^\\(?:newpage|pagebreak)\s*$/, side: 'between' },
];

/**
 * Parts an input at the page marks of the tools. An input without marks is one page, unless it
 * prints the folio of another page further down. A file of ALTO is parted at its `Page` elements.
 */
export function splitPages(text: string): readonly PagePart[] {
  if (isAlto(text)) return splitAltoPages(text);
  // A form feed (pdftotext) ends a page; its line is the next page's first.
  const lines = text.split('\n');
  const found: Mark[] = [];
  for (const [line, content] of lines.entries()) {
    const mark = readMark(content, line);
    if (mark) found.push(mark);
  }
  if (found.length === 0) found.push(...marksByFolio(lines));
  const parts: PagePart[] = [];
  let start = 0;
  let number: number | undefined;
  const close = (end: number): void => {
    const part = lines.slice(start, end);
    if (part.some((line) => line.trim() !== '')) {
      parts.push({ text: part.join('\n'), firstLine: start + 1, number });
    }
  };
  for (const mark of found) {
    close(mark.side === 'ends' ? mark.line + 1 : mark.line);
    start = mark.side === 'begins' ? mark.line : mark.side === 'ends' ? mark.line + 1 : mark.line;
    number = mark.number;
  }
  close(lines.length);
  const kept = parts.filter((part) => hasContent(part.text));
  if (kept.length === 0) return [{ text, firstLine: 1 }];
  // The first and only page keeps every line, so that its source is the file as it came.
  return kept.length === 1 && parts.length === 1 ? [{ ...kept[0]!, text, firstLine: 1 }] : kept;
}

function splitAltoPages(text: string): readonly PagePart[] {
  const starts = [...text.matchAll(/<(?:\w+:)?Page\b[^>]*>/gu)];
  if (starts.length < 2) return [{ text, firstLine: 1 }];
  const parts: PagePart[] = [];
  let firstLine = 1;
  for (const [index, start] of starts.entries()) {
    // What stands before the first page (the description of the file) goes with it.
    const from = index === 0 ? 0 : start.index;
    const part = text.slice(from, starts[index + 1]?.index ?? text.length);
    const number = Number(/\bPHYSICAL_IMG_NR="(\d{1,4})"/u.exec(start[0])?.[1] ?? Number.NaN);
    if (/<(?:\w+:)?String\b/u.test(part)) {
      parts.push({ text: part, firstLine, number: number >= 1 ? number : undefined });
    }
    firstLine += part.split('\n').length - 1;
  }
  return parts.length === 0 ? [{ text, firstLine: 1 }] : parts;
}

/** Whether a line is a page mark of a tool: it holds no text of the paper. */
export function isPageMark(line: string): boolean {
  return readMark(line, 0) !== undefined;
}

function readMark(content: string, line: number): Mark | undefined {
  if (content.startsWith('\f')) return { line, side: 'begins' };
  // Every mark begins with one of these, and most lines do not.
  if (!/^\s*[{<[#\-=*\\]/.test(content)) return undefined;
  for (const { shape, side, from } of marks) {
    const match = shape.exec(content.trim());
    if (!match) continue;
    const number = match[1] === undefined ? undefined : readNumber(match[1]);
    return { line, side, number: number !== undefined && from === 0 ? number + 1 : number };
  }
  return undefined;
}

/** Whether a part has words of the paper: behind the form feed that begins its line, too. */
function hasContent(text: string): boolean {
  return text
    .split('\n')
    .map((line) => line.trim())
    .some((line) => line !== '' && !isPageMark(line));
}

/** Folios that name a page other than the one before, each a line of its own between blank lines. */
function marksByFolio(lines: readonly string[]): Mark[] {
  const found: Mark[] = [];
  let current: number | undefined;
  for (const [line, content] of lines.entries()) {
    const shown = content.replace(/^#{1,6}\s+/, '').trim();
    if (shown === '' || shown.length > 60 || !/[版面]|page/i.test(shown)) continue;
    const isAlone = (lines[line - 1] ?? '').trim() === '' && (lines[line + 1] ?? '').trim() === '';
    const folio = isAlone && !/[转接見见详]/u.test(shown) ? readFolio(shown) : undefined;
    if (folio?.page === undefined) continue;
    if (current !== undefined && folio.page !== current) found.push({ line, side: 'begins' });
    current = folio.page;
  }
  return found;
}
