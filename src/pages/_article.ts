import type { Archive, ArchivedArticle, ArchivedEdition } from '../archive/archive.ts';
import { memoizeLast, memoizeWeakly } from '../archive/memoize.ts';
import { loadExportedBody } from '../archive/load-exported-body.ts';
import { loadSite, type Site } from '../archive/load-site.ts';
import { viewDigest } from '../archive/view-digest.ts';
import { href } from '../components/href.ts';
import type { DocumentedArticle, DocumentedEdition } from '../exports/edition-document.ts';
import { exportArticle, type LoadedBody } from '../exports/export-article.ts';
import { addressOf } from '../newspaper/address.ts';
import { formatPageNumber } from '../newspaper/format-page-number.ts';
import { outputsOf, type Outputs } from '../newspaper/outputs.ts';
import type { Wording } from '../wording/wording.ts';

/** A path for each article, where the paper gives the output away. */
export async function articlePaths(output: 'articleMarkdown' | 'articleJson') {
  const { archive, wording, fileKeyOf } = await loadSite();
  if (!outputsOf(archive.publication)[output]) return [];
  return Array.from(archive.articleById.values(), ({ id, slug, data }) => ({
    params: {
      edition: data.edition as string,
      page: formatPageNumber(data.page),
      slug,
    },
    props: { id },
    cacheKey: fileKeyOf((digested) => articleKey(digested.articleById.get(id)!, digested, wording)),
  }));
}

/** A path for each edition, where the paper gives the output away. */
export async function editionPaths(output: keyof Outputs & ('editionJson' | 'bag')) {
  const { archive, wording, fileKeyOf } = await loadSite();
  if (!outputsOf(archive.publication)[output]) return [];
  return archive.editions.map(({ edition: { date } }) => ({
    params: { edition: date as string },
    cacheKey: fileKeyOf((digested) =>
      editionKey(digested.editionByDate.get(date)!, digested, wording),
    ),
  }));
}

/** Stands for an edition's document, and for its bag, which holds the same and the pictures. */
const editionKey = memoizeWeakly(
  (archived: ArchivedEdition, digested: Archive, wording: Wording): string =>
    viewDigest(
      documentEdition(digested, onThisSite, archived, (article) =>
        articleKey(article, digested, wording),
      ),
    ),
);

/** The press knows where the site lies. */
const onThisSite = (address: string): string => address;

/**
 * Stands for all that leaves the site of an article: its files, feeds and books are made of nothing
 * else that is the article's.
 *
 * @param article of the digested archive (archive/digested-entries.ts): its body is the digest of it
 */
export const articleKey = memoizeWeakly(
  (article: ArchivedArticle, digested: Archive, wording: Wording): string =>
    viewDigest(
      documentArticle(digested, wording, onThisSite, article, {
        html: article.body.html,
        pictures: article.data.images.map(({ file, ...words }) => ({
          src: file.src,
          width: file.width,
          height: file.height,
          ...words,
        })),
      }),
    ),
);

function documentArticle(
  archive: Archive,
  wording: Wording,
  onSite: (address: string) => string,
  article: ArchivedArticle,
  body: LoadedBody,
): DocumentedArticle {
  return {
    article: exportArticle(archive, wording, onSite, article, body),
    // Its own number: its place among the others would change with them.
    order: article.data.order,
    paragraphs: article.body.paragraphs,
  };
}

/** Its files and the edition's ask for an article next to one another; feeds three times. */
const articlesHeld = 400;
/** The edition's document, and its bag. */
const editionsHeld = 8;

/** An article as it leaves the site. */
export const documentedArticle = memoizeLast(
  articlesHeld,
  async (
    article: ArchivedArticle,
    { archive, wording }: Site,
    site: URL | undefined,
  ): Promise<DocumentedArticle> => {
    const absolute = (address: string): string => new URL(address, site).href;
    const body = await loadExportedBody(article, absolute);
    return documentArticle(archive, wording, (address) => absolute(href(address)), article, body);
  },
);

/** @param id `2022-12-19/01/slug` */
export async function loadArticle(id: string, site: URL | undefined): Promise<DocumentedArticle> {
  const read = await loadSite();
  return documentedArticle(read.archive.articleById.get(id)!, read, site);
}

export async function loadEditionDocument(
  date: string,
  site: URL | undefined,
): Promise<DocumentedEdition> {
  const read = await loadSite();
  return documentedEdition(read.archive.editionByDate.get(date)!, read, site);
}

const documentedEdition = memoizeLast(
  editionsHeld,
  async (
    archived: ArchivedEdition,
    read: Site,
    site: URL | undefined,
  ): Promise<DocumentedEdition> => {
    const articles = archived.pages.flatMap((page) => page.articles);
    const documented = new Map(
      await Promise.all(
        articles.map(
          async (article) => [article, await documentedArticle(article, read, site)] as const,
        ),
      ),
    );
    const onSite = (address: string): string => new URL(href(address), site).href;
    return documentEdition(read.archive, onSite, archived, (article) => documented.get(article)!);
  },
);

function documentEdition<Article>(
  { publication }: Archive,
  onSite: (address: string) => string,
  { edition, pages }: ArchivedEdition,
  articleOf: (article: ArchivedArticle) => Article,
): DocumentedEdition<Article> {
  const { date } = edition;
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
    date,
    dateSource: edition.dateSource,
    number: edition.number,
    pages: pages.map(({ page, articles }) => ({
      number: page.number,
      name: page.name,
      address: onSite(addressOf.page(date, page.number)),
      credits: page.credits,
      articles: articles.map(articleOf),
    })),
  };
}
