import { importPages, type ImportRequest } from '../../importer/import-pages.ts';
import type { Decision } from '../../importer/page/decision.ts';
import type { Finding } from '../../newspaper/finding.ts';

/** The kept source of a page, its file relative to the content folder. */
export interface KeptPage extends Omit<ImportRequest, 'decisions' | 'imageExtension' | 'pageName'> {
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
  const decisions = new Map([[1, page.decisions]]);
  return importPages({ ...page, decisions, imageExtension: () => 'png' })
    .flatMap(({ findings }) => findings)
    .filter(({ severity }) => severity === 'review');
}
