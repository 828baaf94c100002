import { importPages } from '../../importer/import-pages.ts';
import type { Decision } from '../../importer/page/decision.ts';
import type { KnownPaper } from '../../importer/page/known-paper.ts';
import type { Finding } from '../../newspaper/finding.ts';
import type { IssueDate } from '../../newspaper/issue-date.ts';

export interface KeptPage {
  /** Of the kept source, decoded. */
  readonly text: string;
  /** Relative to the content folder. */
  readonly file: string;
  readonly date: IssueDate;
  readonly page: number;
  /** True where `page` stands against what the page prints. */
  readonly pageGiven?: boolean;
  readonly known: KnownPaper;
  /** What a person has decided about the page already. */
  readonly decisions: readonly Decision[];
}

/**
 * What the importer would ask a person about a page that it has imported. It keeps no list of its
 * own: the page is read again, by the paper as it is now known and the decisions as they now stand.
 *
 * @returns findings of severity review; lines are of the kept source, from 1
 */
export function findImportFindings(page: KeptPage): readonly Finding[] {
  // Which pictures are there is told where the article is checked.
  return importPages({ ...page, imageExtension: () => 'png' })
    .flatMap(({ findings }) => findings)
    .filter(({ severity }) => severity === 'review');
}
