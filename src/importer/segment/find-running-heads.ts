import { decodeEntities } from './html-tags.ts';
import { isAlto } from './read-alto.ts';

/** How many lines from a page's top, and from its foot, may be its running heads and feet. */
const edgeLines = 3;
/** In blocks of the page: a picture or a rule may stand among them. */
export const edgeBlocks = 4;

/** Words of a nameplate, a folio or a date, which no other line repeats from page to page. */
const pageWords =
  /(?:日|早|晚|周|时|商|都市|晨|農|农民?)[报報]|第?0+[版頁页]|^0+$|星期|年0+月|0+期|\bpage\b|(?:monday|tuesday|wednesday|thursday|friday|saturday|sunday),?\b|責任編輯|责任编辑|责编/iu;

/** A line as it can be compared from page to page: without marks and blanks, every number alike. */
export function normalizeHead(line: string): string {
  return line
    .replace(/^[\s>#*|-]+|[\s*|-]+$/gu, '')
    .replaceAll(/[\s*]+/gu, '')
    .replaceAll(/\d+|[一二三四五六七八九十〇○]+(?=[版頁页期])/gu, '0')
    .toLowerCase();
}

/**
 * Lines that stand at the top or the foot of page after page of one input: running heads, nameplates,
 * dates, folios. On two pages only what reads like them counts (two pages may begin with 公告); on three
 * and more, whatever half of them repeat.
 *
 * @param pages the text of each page of the input
 * @returns the lines in the form of normalizeHead
 */
export function findRunningHeads(pages: readonly string[]): ReadonlySet<string> {
  if (pages.length < 2) return new Set();
  const counts = new Map<string, number>();
  for (const page of pages) {
    for (const head of new Set(edgesOf(page).map(normalizeHead))) {
      if (head !== '') counts.set(head, (counts.get(head) ?? 0) + 1);
    }
  }
  const heads = new Set<string>();
  for (const [head, count] of counts) {
    const often = count >= 2 && count * 2 >= pages.length;
    if (often && (pages.length >= 3 || pageWords.test(head))) heads.add(head);
  }
  return heads;
}

function edgesOf(page: string): readonly string[] {
  const lines = isAlto(page)
    ? (page.match(/<(?:\w+:)?TextLine\b[\s\S]*?<\/(?:\w+:)?TextLine>/gu) ?? []).map((line) =>
        [...line.matchAll(/\bCONTENT="([^"]*)"/gu)]
          .map((word) => decodeEntities(word[1]!))
          .join(''),
      )
    : page
        .split('\n')
        .filter((line) => line.trim() !== '' && !/^\s*(?:<!--|\{\d+\}-|[-=_*]{3,})/u.test(line));
  const edges =
    lines.length <= edgeLines * 2
      ? lines
      : [...lines.slice(0, edgeLines), ...lines.slice(-edgeLines)];
  return edges.filter(
    (line) => line.length <= 60 && !/[。！？；]/u.test(line) && !/^\s*!\[/u.test(line),
  );
}
