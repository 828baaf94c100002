import type { ArchivedEdition } from '../archive/archive.ts';
import type { IssueDate } from '../newspaper/issue-date.ts';

/** The newest day on which an edition is known to have changed: its own, or a correction's. */
export function lastChange({ edition, pages }: ArchivedEdition): IssueDate {
  let newest = edition.date;
  for (const { articles } of pages) {
    for (const { data } of articles) {
      for (const { date } of data.corrections) if (date > newest) newest = date;
    }
  }
  return newest;
}
