import { hash } from 'node:crypto';
import type { Archive, ArchivedArticle, ArchivedEdition } from '../archive/archive.ts';

/**
 * What an export depends on, as one short text: equal keys mean equal bytes (see archive/page-key.ts,
 * which does it for pages, by their views). An export shows its articles as they are, names of what they belong to,
 * and the publication; it looks at no neighbours.
 */
export interface ExportKeys {
  /** @param shown whatever else the export shows */
  readonly articles: (articles: readonly ArchivedArticle[], ...shown: unknown[]) => string;
  readonly edition: (archived: ArchivedEdition, ...shown: unknown[]) => string;
  readonly of: (...shown: unknown[]) => string;
}

const known = new WeakMap<Archive, ExportKeys>();

/** The keys of an archive's exports; made once for each reading of content/. */
export function exportKeys(archive: Archive): ExportKeys {
  let keys = known.get(archive);
  if (keys === undefined) {
    keys = makeKeys(archive);
    known.set(archive, keys);
  }
  return keys;
}

function makeKeys(archive: Archive): ExportKeys {
  const publication = digest(archive.publication);
  const facts = new Map<string, string>();
  const factOf = (article: ArchivedArticle): string => {
    let fact = facts.get(article.id);
    if (fact === undefined) {
      const { section, column, bylines, edition, page } = article.data;
      fact = JSON.stringify([
        article.id,
        article.digest,
        // Its place on the page, which another article's going changes.
        article.index,
        archive.sections.get(section ?? '')?.section.name,
        archive.columns.get(column ?? '')?.column,
        bylines.map(({ columnist }) => archive.columnists.has(columnist ?? '')),
        archive.editionByDate
          .get(edition)
          ?.pages.find((candidate) => candidate.page.number === page)?.page.name,
      ]);
      facts.set(article.id, fact);
    }
    return fact;
  };
  return {
    articles: (articles, ...shown) => digest([publication, shown, articles.map(factOf)]),
    edition: ({ edition, pages }, ...shown) =>
      digest([publication, edition, shown, pages.flatMap(({ articles }) => articles.map(factOf))]),
    of: (...shown) => digest([publication, shown]),
  };
}

function digest(value: unknown): string {
  return hash('sha1', JSON.stringify(value), 'base64url');
}
