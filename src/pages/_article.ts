import type { ArchivedArticle, ArchivedEdition } from '../archive/archive.ts';
import { loadExportedBody } from '../archive/load-exported-body.ts';
import { loadSite } from '../archive/load-site.ts';
import { href } from '../components/href.ts';
import type { DocumentedArticle, DocumentedEdition } from '../exports/edition-document.ts';
import { exportArticle } from '../exports/export-article.ts';
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

/** @param id `2022-12-19/01/slug` */
export async function loadArticle(id: string, site: URL | undefined): Promise<DocumentedArticle> {
  return documented((await loadSite()).archive.articleById.get(id)!, site);
}

async function documented(
  article: ArchivedArticle,
  site: URL | undefined,
): Promise<DocumentedArticle> {
  const { archive, wording } = await loadSite();
  const absolute = (address: string): string => new URL(address, site).href;
  const body = await loadExportedBody(article, absolute);
  return {
    article: exportArticle(archive, wording, (address) => absolute(href(address)), article, body),
    // Its own number: its place among the others would change with them.
    order: article.data.order,
    paragraphs: article.body.paragraphs,
  };
}

export async function loadEditionDocument(
  date: string,
  site: URL | undefined,
): Promise<DocumentedEdition> {
  const { archive } = await loadSite();
  const { publication } = archive;
  const { edition, pages }: ArchivedEdition = archive.editionByDate.get(date)!;
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
        articles: await Promise.all(articles.map((article) => documented(article, site))),
      })),
    ),
  };
}
