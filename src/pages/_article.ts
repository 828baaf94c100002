import type { ArchivedArticle, ArchivedEdition } from '../archive/archive.ts';
import { loadExportedBody } from '../archive/load-exported-body.ts';
import { holdLast } from '../archive/hold.ts';
import { loadSite, type Site } from '../archive/load-site.ts';
import { href } from '../components/href.ts';
import type { DocumentedArticle, DocumentedEdition } from '../exports/edition-document.ts';
import { exportArticle, type ExportedArticle } from '../exports/export-article.ts';
import { exportKeys } from '../exports/export-keys.ts';
import { addressOf } from '../newspaper/address.ts';
import { formatPageNumber } from '../newspaper/format-page-number.ts';
import { outputsOf, type Outputs } from '../newspaper/outputs.ts';

/** A path for each article, where the paper gives the output away. */
export async function articlePaths(output: 'articleMarkdown' | 'articleJson') {
  const { archive } = await loadSite();
  if (!outputsOf(archive.publication)[output]) return [];
  const keys = exportKeys(archive);
  return Array.from(archive.articleById.values(), (article) => ({
    params: {
      edition: article.data.edition as string,
      page: formatPageNumber(article.data.page),
      slug: article.slug,
    },
    props: { id: article.id },
    cacheKey: keys.articles([article]),
  }));
}

/** A path for each edition, where the paper gives the output away. */
export async function editionPaths(output: keyof Outputs & ('editionJson' | 'bag')) {
  const { archive } = await loadSite();
  if (!outputsOf(archive.publication)[output]) return [];
  const keys = exportKeys(archive);
  return archive.editions.map((archived) => ({
    params: { edition: archived.edition.date as string },
    cacheKey: keys.edition(archived),
  }));
}

/** Its page, its files and the edition's ask for an article next to one another; feeds three times. */
const articlesHeld = 400;
/** The edition's document, and its bag. */
const editionsHeld = 8;

/** An article as it leaves the site. */
export const exportedArticle = holdLast(
  articlesHeld,
  async (
    article: ArchivedArticle,
    { archive, wording }: Site,
    site: URL | undefined,
  ): Promise<ExportedArticle> => {
    const absolute = (address: string): string => new URL(address, site).href;
    const body = await loadExportedBody(article, absolute);
    return exportArticle(archive, wording, (address) => absolute(href(address)), article, body);
  },
);

/** @param id `2022-12-19/01/slug` */
export async function loadArticle(id: string, site: URL | undefined): Promise<DocumentedArticle> {
  const read = await loadSite();
  return documented(read.archive.articleById.get(id)!, read, site);
}

async function documented(
  article: ArchivedArticle,
  read: Site,
  site: URL | undefined,
): Promise<DocumentedArticle> {
  return {
    article: await exportedArticle(article, read, site),
    // Its own number: its place among the others would change with them.
    order: article.data.order,
    paragraphs: article.body.paragraphs,
  };
}

export async function loadEditionDocument(
  date: string,
  site: URL | undefined,
): Promise<DocumentedEdition> {
  const read = await loadSite();
  return documentedEdition(read.archive.editionByDate.get(date)!, read, site);
}

const documentedEdition = holdLast(editionsHeld, documentEdition);

async function documentEdition(
  { edition, pages }: ArchivedEdition,
  read: Site,
  site: URL | undefined,
): Promise<DocumentedEdition> {
  const { publication } = read.archive;
  const { date } = edition;
  const onSite = (address: string): string => new URL(href(address), site).href;
  return {
    schema: onSite(addressOf.editionSchema()),
    paper: {
      name: publication.name,
      address: onSite('/'),
      language: publication.language,
      publisher: publication.publisher ?? publication.rights.holder,
      rights: publication.rights.notice,
    },
    address: onSite(addressOf.edition(date)),
    date: edition.date,
    dateSource: edition.dateSource,
    number: edition.number,
    pages: await Promise.all(
      pages.map(async ({ page, articles }) => ({
        number: page.number,
        name: page.name,
        address: onSite(addressOf.page(date, page.number)),
        credits: page.credits,
        articles: await Promise.all(articles.map((article) => documented(article, read, site))),
      })),
    ),
  };
}
