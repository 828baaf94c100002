import type { ArchivedArticle, ArchivedEdition } from '../archive/archive.ts';
import type { IssueDate } from '../newspaper/issue-date.ts';

/** The newest day on which an edition is known to have changed: its own, or a correction's. */
export function lastChange({ edition, pages }: ArchivedEdition): IssueDate {
  const ofArticles = lastDay(pages.flatMap(({ articles }) => articles));
  return ofArticles !== undefined && ofArticles > edition.date ? ofArticles : edition.date;
}

/** The newest day on which one of the articles appeared or was corrected; undefined where there are none. */
export function lastDay(articles: readonly ArchivedArticle[]): IssueDate | undefined {
  let newest: IssueDate | undefined;
  for (const { data } of articles) {
    for (const date of [data.edition, ...data.corrections.map((correction) => correction.date)]) {
      if (newest === undefined || date > newest) newest = date;
    }
  }
  return newest;
}
