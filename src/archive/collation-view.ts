import { collateArticle, type ArticleText, type Collation } from '../collation/collate.ts';
import type { SourcePage } from '../collation/load-source.ts';
import { simplifiedForm } from '../collation/variants.ts';
import { formatPageNumber } from '../newspaper/format-page-number.ts';
import type { ProofStatus } from '../newspaper/article.ts';
import type { Wording } from '../wording/wording.ts';
import type { Archive, ArchivedArticle, ArchivedEdition, ArchivedPage } from './archive.ts';
import { articleLine, pageTitle, type ArticleLine, type Link } from './article-line.ts';

/** An article with what was changed between its source page and now. */
export interface CollatedArticle {
  readonly slug: string;
  readonly line: ArticleLine;
  readonly proof: ProofStatus;
  readonly proofText: string;
  /** Where its text is set against the source. */
  readonly address: string;
  /** Null where the article names no source, or the source is not kept. */
  readonly source: { readonly file: string; readonly lines: readonly [number, number] } | null;
  readonly collation: Collation | null;
}

export interface CollatedPage {
  readonly link: Link;
  /** Where the whole page is collated. */
  readonly address: string;
  readonly number: number;
  readonly articles: readonly CollatedArticle[];
}

export type LoadSource = (file: string) => SourcePage | null;

/** An edition whose articles name no source has nothing to collate. */
export function hasSources({ pages }: ArchivedEdition): boolean {
  return pages.some(pageHasSources);
}

export function pageHasSources({ articles }: ArchivedPage): boolean {
  return articles.some(({ data }) => data.source !== undefined);
}

/**
 * What the sources of an edition hold, for the keys of pages that show lines of them.
 *
 * @param digestOf of one source file
 */
export function sourcesKey({ pages }: ArchivedEdition, digestOf: (file: string) => string): string {
  const files = new Set(
    pages.flatMap(({ articles }) => articles.map(({ data }) => data.source?.file ?? '')),
  );
  return [...files].map((file) => (file === '' ? '' : digestOf(file))).join(' ');
}

/**
 * Everything on an edition's collation pages but the collations themselves, which are made of it and
 * of the source pages; to set all of them against each other again for a key would cost as much as
 * the pages.
 *
 * @param digested where a body is its digest
 */
export function editionCollationKey(digested: Archive, wording: Wording, date: string): unknown {
  const archived = digested.editionByDate.get(date)!;
  return archived.pages.map((page) => [
    collatedPage(digested, wording, archived, page, () => null),
    page.articles.map(({ digest }) => digest),
  ]);
}

export function collationAddress(date: string, page?: number): string {
  return `/${date}/collation/${page === undefined ? '' : `${formatPageNumber(page)}/`}`;
}

/** One page of an edition, every article of it set against its lines of the source. */
export function collatedPage(
  archive: Archive,
  wording: Wording,
  { edition }: ArchivedEdition,
  { page, articles }: ArchivedPage,
  load: LoadSource,
): CollatedPage {
  const address = collationAddress(edition.date, page.number);
  return {
    number: page.number,
    link: {
      address: `/${edition.date}/${formatPageNumber(page.number)}/`,
      text: pageTitle(wording, page),
    },
    address,
    articles: articles.map((article) => ({
      slug: article.slug,
      line: articleLine(archive, wording, article),
      proof: article.data.proof,
      proofText: wording.article.proof[article.data.proof],
      address: `${address}#${article.slug}`,
      source: article.data.source ?? null,
      collation: collationOf(archive, wording, article, load),
    })),
  };
}

const known = new WeakMap<ArchivedArticle, Collation | null>();

/**
 * Where each numbered paragraph was read from: `p3` -> lines of the source page, from 1. Empty where
 * the source is not kept.
 */
export function paragraphSources(
  archive: Archive,
  wording: Wording,
  article: ArchivedArticle,
  load: LoadSource,
): ReadonlyMap<string, { readonly first: number; readonly last: number }> {
  const sources = new Map<string, { first: number; last: number }>();
  for (const { id, lines } of collationOf(archive, wording, article, load)?.body ?? []) {
    if (id !== null && lines !== null) sources.set(id, lines);
  }
  return sources;
}

/** Set against each other once a build: the edition's list and the page's text ask for the same. */
function collationOf(
  archive: Archive,
  wording: Wording,
  article: ArchivedArticle,
  load: LoadSource,
): Collation | null {
  let collation = known.get(article);
  if (collation === undefined) {
    collation = collate(archive, wording, article, load);
    known.set(article, collation);
  }
  return collation;
}

function collate(
  archive: Archive,
  wording: Wording,
  article: ArchivedArticle,
  load: LoadSource,
): Collation | null {
  const { source } = article.data;
  const page = source === undefined ? null : load(source.file);
  if (source === undefined || page === null) return null;
  const [first, last] = source.lines;
  return collateArticle({
    lines: page.lines.slice(first - 1, last),
    firstLine: first,
    fields: fieldsOf(archive, wording, article),
    paragraphs: article.body.blocks.flatMap(({ id, pieces }) =>
      pieces.map((text, index) => ({ id: index === 0 ? (id ?? '') : '', text })),
    ),
    isAsImported: page.isAsImported,
    ...(archive.publication.language.startsWith('zh-Hans') ? { foldVariant: simplifiedForm } : {}),
  });
}

function fieldsOf(archive: Archive, wording: Wording, { data }: ArchivedArticle): ArticleText[] {
  const column = data.column === undefined ? undefined : archive.columns.get(data.column)?.column;
  const part = data.part === undefined ? '' : wording.article.part(data.part);
  const bylines: string[] = [];
  let label: string | undefined;
  for (const byline of data.bylines) {
    if (byline.label !== undefined && byline.label !== label) bylines.push(byline.label);
    label = byline.label;
    bylines.push(byline.name);
  }
  const fields: Readonly<Record<string, string | null | undefined>> = {
    headline: data.headline,
    kicker: data.kicker,
    deck: data.deck,
    // A label is often read with a blank between name and number; where there is none it is added.
    column: column && `${column.name}${part === '' ? '' : ` ${part}`}`,
    byline: bylines.join(' '),
  };
  return Object.entries(fields).flatMap(([id, text]) => (text ? [{ id, text }] : []));
}
