import type { Bilingual } from '../../newspaper/bilingual.ts';
import { findingWords } from '../../newspaper/finding-words.ts';
import type { Finding } from '../../newspaper/finding.ts';
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

interface Reason {
  readonly id: string;
  readonly message: Bilingual;
  readonly action: Bilingual;
}

/**
 * Decides whether the text of a page is text of a newspaper at all: empty files, pages of pictures
 * only, an OCR tool's own error, JSON or a web page in the place of Markdown, text that was decoded
 * wrongly before it was saved.
 *
 * @param text one page, decoded, lines ending in `\n`
 * @param file name shown in findings
 * @param firstLine line of the file at which the page begins, from 1
 * @returns the reason as one finding of severity error, or undefined where the page can be read
 */
export function decideRefusal(text: string, file: string, firstLine = 1): Finding | undefined {
  const refuse = (offset: number, reason: Reason): Finding => {
    const { line, column } = positionAt(text, offset);
    return {
      severity: 'error',
      file,
      line: line + firstLine - 1,
      column,
      excerpt: excerptAt(text, offset),
      id: reason.id,
      ...findingWords(reason.message, reason.action),
    };
  };

  const first = text.search(/[^\s\u{FEFF}\u{200B}]/u);
  if (first === -1) {
    return refuse(0, {
      id: 'page-empty',
      message: {
        zh: '应有一个版的文字，实为空白',
        en: 'A page of text was expected; the file is blank',
      },
      action: {
        zh: '重新识别这一版；如果这一版本来就没有文字，不必导入',
        en: 'Read the page again; one that never had text need not be imported',
      },
    });
  }
  if (isPicturesOnly(text)) {
    return refuse(first, {
      id: 'page-image-only',
      message: {
        zh: '应有一个版的文字，实只有图片：识别工具把整版当成了一张图',
        en: 'A page of text was expected, and there are only pictures: the OCR tool took the whole page for one',
      },
      action: {
        zh: '换一个识别工具或模式，重新识别这一版',
        en: 'Read the page again with another tool or mode',
      },
    });
  }
  const length = text.length < maxPageCharacters ? text.length : withoutData(text).length;
  if (length >= maxPageCharacters) {
    return refuse(first, {
      id: 'page-too-large',
      message: {
        zh: `一个版应少于 ${maxPageCharacters} 字，实为 ${length} 字`,
        en: `A page has fewer than ${maxPageCharacters} characters; this one has ${length}`,
      },
      action: {
        zh: '确认文件中没有混入别的内容；如是多版合并，请在各版之间加上分页标记，或按版拆开',
        en: 'See that nothing else got into the file; put page marks between several pages, or part them',
      },
    });
  }
  const tooLong = offsetOfLongLine(text);
  if (tooLong !== -1) {
    return refuse(tooLong, {
      id: 'line-too-long',
      message: {
        zh: `一行应不超过 ${maxLineCharacters} 字，这一行更长`,
        en: `A line may have ${maxLineCharacters} characters; this one has more`,
      },
      action: {
        zh: '确认文件中没有混入别的内容；识别工具把几个版写成一行的，请在段落之间换行再导入',
        en: 'See that nothing else got into the file; where a tool wrote pages on one line, end the lines of paragraphs',
      },
    });
  }
  for (const { id, find, message, action } of unreadableKinds) {
    const offset = find(text);
    if (offset !== -1) return refuse(offset, { id, message, action });
  }
  return undefined;
}

/** Offset of the first line that is too long, pictures written into it apart; -1 where there is none. */
function offsetOfLongLine(text: string): number {
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

interface UnreadableKind {
  readonly id: string;
  /** Offset of the evidence, or -1. */
  readonly find: (text: string) => number;
  readonly message: Bilingual;
  readonly action: Bilingual;
}

const rerun: Bilingual = {
  zh: '查看识别工具的日志，重新识别这一版',
  en: 'See the OCR tool’s log, and read the page again',
};

const unreadableKinds: readonly UnreadableKind[] = [
  {
    id: 'ocr-error-text',
    find: findToolError,
    message: {
      zh: '应有一个版的文字，实为识别工具的出错信息',
      en: 'A page of text was expected; this is an error message of the OCR tool',
    },
    action: rerun,
  },
  {
    id: 'ocr-page-missing',
    // Nougat writes [MISSING_PAGE_EMPTY:1] and [MISSING_PAGE_FAIL:1] where it gave up.
    find: (text) =>
      /[\p{L}\p{N}]/u.test(text.replaceAll(/\[MISSING_PAGE_[A-Z]+(?::\d+)?\]/g, ''))
        ? -1
        : text.search(/\[MISSING_PAGE_/),
    message: {
      zh: '应有一个版的文字，实为识别工具留下的缺页标记',
      en: 'A page of text was expected; this is the OCR tool’s mark for a page that it gave up',
    },
    action: rerun,
  },
  {
    id: 'json-not-markdown',
    find: findJson,
    message: { zh: '应为 Markdown，实为 JSON', en: 'Markdown was expected; this is JSON' },
    action: {
      zh: '取出其中的 Markdown（如 pages[].markdown、markdown、text 字段）存为 .md 再导入',
      en: 'Take the Markdown out of it (fields such as pages[].markdown, markdown or text), save it as .md and import that',
    },
  },
  {
    id: 'html-not-markdown',
    find: findWebPage,
    message: {
      zh: '应为 Markdown，实为一个网页（多半是下载时的出错页或登录页）',
      en: 'Markdown was expected; this is a web page (most likely an error or login page of a download)',
    },
    action: {
      zh: '用浏览器打开它看看说了什么，重新取得识别结果',
      en: 'Open it in a browser to see what it says, and get the OCR’d text again',
    },
  },
  {
    id: 'page-garbled',
    find: findGarbledText,
    message: {
      zh: '文字已成乱码：字节在存成文件以前就按错误的编码读过，无法还原',
      en: 'The text is garbled: it was read in a wrong encoding before it was saved, and cannot be restored',
    },
    action: {
      zh: '从识别工具或原文件重新导出，存为 UTF-8',
      en: 'Export it again from the OCR tool or the original, as UTF-8',
    },
  },
];

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
