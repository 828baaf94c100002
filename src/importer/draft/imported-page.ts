import type { Column } from '../../newspaper/column.ts';
import type { Columnist } from '../../newspaper/columnist.ts';
import type { Finding } from '../../newspaper/finding.ts';
import type { IssueDate } from '../../newspaper/issue-date.ts';
import type { NewspaperPage } from '../../newspaper/page.ts';
import type { Section } from '../../newspaper/section.ts';
import type { ArticleDraft } from '../page/article-draft.ts';

type Named<Entry> = { readonly id: string } & Entry;

export interface ImportedPage {
  readonly date: IssueDate;
  readonly page: number;
  /** Name printed on the page (要闻), where one is. */
  readonly name?: string | undefined;
  readonly credits: NewspaperPage['credits'];
  /** The issue's number as printed, where it is. */
  readonly issueNumber?: string | undefined;
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
