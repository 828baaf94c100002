import type { KnownPaper } from '../page/known-paper.ts';
import type { ImportedPage } from './imported-page.ts';

/** The paper as later pages of the same run know it. */
export function widenPaper(known: KnownPaper, page: ImportedPage): KnownPaper {
  if (page.newSections.length + page.newColumns.length + page.newColumnists.length === 0) {
    return known;
  }
  return {
    ...known,
    sections: [...known.sections, ...page.newSections.map((one) => ({ ...one, aliases: [] }))],
    columns: [
      ...known.columns,
      ...page.newColumns.map(({ id, name, aliases, series }) => ({ id, name, aliases, series })),
    ],
    columnists: [
      ...known.columnists,
      ...page.newColumnists.map(({ id, name, aliases }) => ({ id, name, aliases })),
    ],
  };
}
