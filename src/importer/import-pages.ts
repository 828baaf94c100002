import type { IssueDate } from '../newspaper/issue-date.ts';
import type { ImportedPage } from './draft/imported-page.ts';
import { widenPaper } from './draft/widen-paper.ts';
import type { Decision } from './page/decision.ts';
import type { KnownPaper } from './page/known-paper.ts';
import { readPage } from './read-page.ts';
import { findRunningHeads } from './segment/find-running-heads.ts';
import { splitPages } from './segment/split-pages.ts';

export interface ImportRequest {
  /** The whole text of the input as decodeSource gives it; it may hold several pages. */
  readonly text: string;
  /** Name shown in findings. */
  readonly file: string;
  readonly date: IssueDate;
  /** Number of the first (or only) page, from 1, where the page does not print its own. */
  readonly page: number;
  /** True where a person has given `page`: then it stands against what the page prints. */
  readonly pageGiven?: boolean;
  /** The page's name (要闻), where a person has given it. */
  readonly pageName?: string | undefined;
  readonly known: KnownPaper;
  /** A person's decisions, by the line of the input at which their page begins (`source.firstLine`). */
  readonly decisions?: ReadonlyMap<number, readonly Decision[]>;
  /**
   * Says whether the image at `path` (relative to the page's folder, or a `data:` address) can be
   * copied, and the extension its bytes call for. Absent: no image is there.
   */
  readonly imageExtension?: (path: string) => 'png' | 'jpg' | 'webp' | 'avif' | undefined;
}

/**
 * Reads OCR'd text into the pages and items of a newspaper. Pure: touches no disk, throws only for
 * bugs; whatever a person should know is among the findings.
 *
 * @returns the pages in the order of the input; an unreadable input gives one refused page
 */
export function importPages(request: ImportRequest): readonly ImportedPage[] {
  const parts = splitPages(plainFormFeeds(request.text));
  const runningHeads = findRunningHeads(parts.map((part) => part.text));
  const pages: ImportedPage[] = [];
  let { known } = request;
  let next = request.page;
  for (const part of parts) {
    const page = readPage(part, {
      ...request,
      page: next,
      known,
      isOnly: parts.length === 1,
      runningHeads,
      decisions: request.decisions?.get(part.firstLine) ?? [],
    });
    pages.push(page);
    known = widenPaper(known, page);
    next = page.page + 1;
  }
  return pages;
}

/** A form feed that begins a line begins a page (pdftotext); within one it is a blank. */
function plainFormFeeds(text: string): string {
  return text.replaceAll(/(?<=[^\n])\f/g, ' ');
}
