import {
  makeFinding,
  type FindingId,
  type FindingValues,
  type PageFinding,
} from '../page/findings.ts';
import { isAlto } from './read-alto.ts';
import { excerptAt, positionAt } from '../page/text-position.ts';

/**
 * A broadsheet page set solid holds about 20,000 characters, a page of tables perhaps 200,000 with
 * its marks; pictures written into the page as `data:` addresses do not count.
 */
export const maxPageCharacters = 1_000_000;

/**
 * A page that a tool wrote on one line has 20,000 characters; a table of HTML, which stands on one too,
 * perhaps 100,000. What asks of each character what stands to the end of its line takes minutes, or
 * the stack, beyond that.
 */
export const maxLineCharacters = 200_000;

/** U+FFFD and 锟斤拷 above this share of the text: the bytes were lost before the file was written. */
export const maxReplacementShare = 0.01;

/**
 * Decides whether the text of a page is text of a newspaper at all: empty files, pages of pictures
 * only, an OCR tool's own error, JSON or a web page in the place of Markdown, text that was decoded
 * wrongly before it was saved.
 *
 * @param text one page, decoded, lines ending in `\n`
 * @returns the reason as one finding of severity error, or undefined where the page can be read
 */
export function decideRefusal(text: string): PageFinding | undefined {
  for (const { id, find, values } of refusals) {
    const offset = find(text);
    if (offset === -1) continue;
    const place = { ...positionAt(text, offset), excerpt: excerptAt(text, offset) };
    return makeFinding(id, place, values?.(text));
  }
  return undefined;
}

interface Refusal {
  readonly id: FindingId;
  /** Offset of the evidence, or -1. */
  readonly find: (text: string) => number;
  readonly values?: (text: string) => FindingValues;
}

/** Why a page may not be read, in the order in which it is asked. */
const refusals: readonly Refusal[] = [
  { id: 'page-empty', find: (text) => (firstCharacter(text) === -1 ? 0 : -1) },
  { id: 'page-image-only', find: (text) => (isPicturesOnly(text) ? firstCharacter(text) : -1) },
  {
    id: 'page-too-large',
    find: (text) => (lengthOf(text) >= maxPageCharacters ? firstCharacter(text) : -1),
    values: (text) => ({ limit: maxPageCharacters, length: lengthOf(text) }),
  },
  {
    id: 'line-too-long',
    find: offsetOfLongLine,
    values: () => ({ limit: maxLineCharacters }),
  },
  { id: 'ocr-error-text', find: findToolError },
  {
    id: 'ocr-page-missing',
    // Nougat writes [MISSING_PAGE_EMPTY:1] and [MISSING_PAGE_FAIL:1] where it gave up.
    find: (text) =>
      /[\p{L}\p{N}]/u.test(text.replaceAll(/\[MISSING_PAGE_[A-Z]+(?::\d+)?\]/g, ''))
        ? -1
        : text.search(/\[MISSING_PAGE_/),
  },
  { id: 'json-not-markdown', find: findJson },
  { id: 'html-not-markdown', find: findWebPage },
  { id: 'page-garbled', find: findGarbledText },
];

function firstCharacter(text: string): number {
  return text.search(/[^\s\u{FEFF}\u{200B}]/u);
}

/** Pictures written into the page and the places of ALTO's words apart, where it is worth counting. */
function lengthOf(text: string): number {
  if (text.length < maxPageCharacters) return text.length;
  if (!isAlto(text)) return withoutData(text).length;
  let length = 0;
  for (const [, word] of text.matchAll(/<(?:\w+:)?String\b[^<>]*?\bCONTENT="([^"]*)"/g)) {
    length += word!.length + 1;
  }
  return length;
}

/** Offset of the first line that is too long, pictures written into it apart; -1 where there is none. */
function offsetOfLongLine(text: string): number {
  // ALTO is taken apart by its tags, whatever lines they stand on.
  if (isAlto(text)) return -1;
  let from = 0;
  while (from < text.length) {
    const end = text.indexOf('\n', from);
    const to = end === -1 ? text.length : end;
    if (to - from > maxLineCharacters) {
      if (withoutData(text.slice(from, to)).length > maxLineCharacters) return from;
    }
    from = to + 1;
  }
  return -1;
}

function withoutData(text: string): string {
  return text.replaceAll(/data:[\w/+.-]+;base64,[A-Za-z0-9+/=]+/g, '');
}

function isPicturesOnly(text: string): boolean {
  const rest = withoutData(text)
    .replaceAll(/!\[[^\]\n]*\]\([^)\n]*\)/g, '')
    .replaceAll(/<img\b[^>\n]*>/gi, '');
  if (rest.length === text.length) return false;
  // Wrappers that PaddleOCR puts around an image, and page marks, are no text.
  return !/[\p{L}\p{N}]/u.test(rest.replaceAll(/<\/?(?:div|figure|p|span|center)\b[^>\n]*>/gi, ''));
}

/**
 * What OCR services and the models behind them answer in the place of a page (olmOCR stores
 * `Error: JSONDecodeError …` as the page's text). Only at the very beginning of a short text: a
 * newspaper may well print the word.
 */
const toolErrors: readonly RegExp[] = [
  /^(?:Error|ERROR|Exception|Fatal error): .*/,
  /^Traceback \(most recent call last\):/,
  /^(?:[A-Za-z_]+\.)*[A-Z]\w*(?:Error|Exception)(?::|\b.*\bat line \d)/,
  /^(?:[45]\d\d )?(?:Internal Server Error|Bad Gateway|Service Unavailable|Gateway Time-?out|Too Many Requests|Rate limit exceeded|Request timed out)\b/i,
  /^(?:CUDA )?out of memory\b/i,
  /^I(?:'|’)?(?: a)?m (?:sorry|unable)\b.*\b(?:image|page|text|transcri|assist)/i,
  /^(?:很)?(?:抱歉|对不起)[，,]?我(?:无法|不能).*(?:图|识别|提供|协助)/,
];

function findToolError(text: string): number {
  const start = text.search(/\S/);
  const head = text.slice(start, start + 400);
  if (text.length - start > 4_000 && !head.startsWith('Traceback ')) return -1;
  const unmarked = head.replace(/^[`#>*\s]+(?:text\n)?/, '');
  return toolErrors.some((pattern) => pattern.test(unmarked)) ? start : -1;
}

function findJson(text: string): number {
  const start = text.search(/\S/);
  if (!/^(?:\{\s*["}]|\[\s*[[{"\d\]])/.test(text.slice(start, start + 200))) return -1;
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'object' ? start : -1;
  } catch {
    // JSON lines, as olmOCR and Dolma keep their pages.
    const firstLine = text.slice(start).split('\n', 1)[0]!;
    if (!firstLine.startsWith('{')) return -1;
    try {
      JSON.parse(firstLine);
      return start;
    } catch {
      return -1;
    }
  }
}

/** MinerU writes `<html><body><table>` for a table: a web page has a doctype or a head. */
function findWebPage(text: string): number {
  const start = text.search(/\S/);
  return /^(?:<\?xml[^>]*>\s*)?(?:<!--[^>]*-->\s*)*(?:<!doctype html\b|<html\b[^>]*>\s*<head\b|<head\b)/i.test(
    text.slice(start, start + 2_000),
  )
    ? start
    : -1;
}

/**
 * Signs of a text decoded wrongly and saved so: U+FFFD, 锟斤拷 (U+FFFD itself read as GBK), UTF-8
 * read as GBK (，。 become 锛 and 銆, which no newspaper prints), UTF-8 read as Windows-1252.
 */
function findGarbledText(text: string): number {
  const characters = text.replaceAll(/\s/g, '').length;
  for (const { pattern, share, least } of garbledSigns) {
    let count = 0;
    let firstAt = -1;
    for (const match of text.matchAll(pattern)) {
      if (firstAt === -1) firstAt = match.index;
      count += match[0].length;
    }
    if (count >= least && count / characters > share) return firstAt;
  }
  return -1;
}

const garbledSigns: readonly {
  readonly pattern: RegExp;
  readonly share: number;
  readonly least: number;
}[] = [
  { pattern: /\u{FFFD}|锟斤拷/gu, share: maxReplacementShare, least: 1 },
  { pattern: /[锛銆鈥]/g, share: 0.02, least: 6 },
  {
    pattern: /[Ãâäåæçèéï][¡-¿€‚ƒ„…†‡ˆ‰Š‹ŒŽ‘-”•–—˜™š›œžŸ]/g,
    share: 0.1,
    least: 10,
  },
];
