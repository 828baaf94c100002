import type { IssueDate } from '../newspaper/issue-date.ts';
import type { Column } from '../newspaper/column.ts';
import type { Columnist } from '../newspaper/columnist.ts';
import type { Finding } from '../newspaper/finding.ts';
import type { NewspaperPage } from '../newspaper/page.ts';
import type { Section } from '../newspaper/section.ts';
import type { ArticleDraft } from './article-draft.ts';
import type { Decision } from './decision.ts';
import type { KnownPaper } from './known-paper.ts';

export interface ImportRequest {
  /** The whole text of the input, decoded; it may hold several pages. */
  readonly text: string;
  /** Name shown in findings. */
  readonly file: string;
  readonly date: IssueDate;
  /** Number of the first (or only) page, from 1, where the page does not print its own. */
  readonly page: number;
  readonly known: KnownPaper;
  /** Decisions by page number; for a single page a plain list will do. */
  readonly decisions?: readonly Decision[] | ReadonlyMap<number, readonly Decision[]>;
  /**
   * Says whether the image at `path` (relative to the page's folder, or a `data:` address) can be
   * copied, and the extension its bytes call for. Absent: no image is there.
   */
  readonly imageExtension?: (path: string) => 'png' | 'jpg' | 'webp' | 'avif' | undefined;
}

type Named<Entry> = { readonly id: string } & Entry;

export interface ImportedPage {
  readonly date: IssueDate;
  readonly page: number;
  /** Name printed on the page (要闻), where one is. */
  readonly name?: string;
  readonly credits: NewspaperPage['credits'];
  /** The issue's number as printed, where it is. */
  readonly issueNumber?: string;
  /** True where the page itself prints the date. */
  readonly datePrinted: boolean;
  /** The part of the input that is this page, and the input's line it begins at (1-based). */
  readonly source: { readonly text: string; readonly firstLine: number };
  /** In reading order. */
  readonly articles: readonly ArticleDraft[];
  readonly newSections: readonly Named<Section>[];
  readonly newColumns: readonly Named<Column>[];
  readonly newColumnists: readonly Named<Columnist>[];
  /** `line` counts in the input file. */
  readonly findings: readonly Finding[];
  /** Repair id -> number of places mended. */
  readonly mended: ReadonlyMap<string, number>;
  /** A page that could not be read, or that would lose text: nothing of it may be written. */
  readonly refused: boolean;
}

/** A file to be put into the content folder. */
export interface ContentFile {
  /** Relative to the content folder, with `/`. */
  readonly path: string;
  readonly contents: string | Uint8Array;
  /**
   * article: never over a hand edit · source: the page as it came · edition: already merged with
   * what stood there · entry: a section, column or columnist, only where there is none yet.
   */
  readonly role: 'article' | 'source' | 'edition' | 'entry';
}

/** An image to be copied: `from` relative to the page's folder (or `data:`), `to` in content/. */
export interface ContentImage {
  readonly from: string;
  readonly to: string;
}

/**
 * Reads OCR'd text into the pages and items of a newspaper. Pure: touches no disk, throws only for
 * bugs; whatever a person should know is among the findings.
 *
 * @returns the pages in the order of the input; an unreadable input gives one refused page
 */
export function importPages(_request: ImportRequest): readonly ImportedPage[] {
  return [];
}

/**
 * Every text file that a page puts into content/: its articles as MDX, its source byte for byte,
 * its edition, and the sections, columns and columnists that were new.
 *
 * @param bytes the input file as it came, where it holds this page alone; otherwise the page's part
 *   of the text is kept, in UTF-8
 * @param known as given to importPages
 */
export function renderPageFiles(
  _page: ImportedPage,
  _known: KnownPaper,
  _bytes?: Uint8Array,
): readonly ContentFile[] {
  return [];
}

/** The images that a page's articles show. */
export function listPageImages(_page: ImportedPage): readonly ContentImage[] {
  return [];
}
