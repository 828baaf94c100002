import { simplifiedForm } from '../../src/collation/variants.ts';
import { indexSegment, type SearchableArticle } from '../../src/search/index-segment.ts';
import { planSegments } from '../../src/search/plan-segments.ts';
import type { SearchManifest } from '../../src/search/search-index.ts';
import { indexVersion } from '../../src/search/segment-format.ts';
import { placeArchive, readCorpus, type PlacedArchive } from '../archive/make-archive.ts';

/** A segment of an archive, with its articles. */
export interface ArchiveSegment {
  /** Place of its first article in the archive. */
  readonly start: number;
  readonly articles: readonly SearchableArticle[];
}

/** The articles of an archive as the index takes them, oldest first. */
export function searchableArchive(
  corpus: string,
  count: number,
): { readonly archive: PlacedArchive; readonly articles: readonly SearchableArticle[] } {
  const archive = placeArchive(readCorpus(corpus)!, count);
  const articles = archive.editions.flatMap((edition) =>
    edition.articles.map((article): SearchableArticle => ({
      date: article.date,
      page: article.page,
      slug: article.slug,
      title: article.headline,
      deck: '',
      section: article.section,
      genre: 'news',
      column: article.column?.id,
      columnists: article.bylines.map(({ id }) => id),
      head: [article.kicker ?? '', article.headline, ...article.bylines.map(({ name }) => name)],
      body: article.paragraphs,
    })),
  );
  return { archive, articles };
}

/** Cuts an archive into segments as the site does. */
export function segmentsOf(
  { editions }: PlacedArchive,
  articles: readonly SearchableArticle[],
): ArchiveSegment[] {
  const sizes = editions.map((edition) => ({
    date: edition.date,
    articles: edition.articles.length,
  }));
  let from = 0;
  return planSegments(sizes).map((dates) => {
    const days = new Set(dates);
    const start = from;
    while (from < articles.length && days.has(articles[from]!.date)) from += 1;
    return { start, articles: articles.slice(start, from) };
  });
}

/** All files of a segment, by name. */
export function filesOf({ articles }: ArchiveSegment): Map<string, Uint8Array<ArrayBuffer>> {
  return indexSegment(articles, simplifiedForm);
}

/** As `/search/index.json`; a segment is called after its place among them. */
export function manifestOf(
  segments: readonly ArchiveSegment[],
  sections: PlacedArchive['sections'],
): SearchManifest {
  return {
    version: indexVersion,
    sections: Object.fromEntries(sections.map(({ id, name }) => [id, name])),
    folding: '',
    segments: segments.map(({ articles }, at) => ({
      name: String(at),
      version: '0',
      articles: articles.length,
    })),
  };
}
