import type { z } from 'astro/zod';
import type { ArticleBody } from '../manuscript/article-body.ts';
import type { Article } from '../newspaper/article.ts';
import type { BylineRole } from '../newspaper/byline.ts';
import type { Column } from '../newspaper/column.ts';
import type { Columnist } from '../newspaper/columnist.ts';
import type { Edition } from '../newspaper/edition.ts';
import type { Nameplate } from '../newspaper/nameplate.ts';
import { formatPageNumber } from '../newspaper/format-page-number.ts';
import type { NewspaperPage } from '../newspaper/page.ts';
import type { Publication } from '../newspaper/publication.ts';
import { compareReadingOrder } from '../newspaper/reading-order.ts';
import type { Section } from '../newspaper/section.ts';
import type { facsimileSchema } from '../newspaper/zones.ts';
import { setTexts } from '../typography/set-line.ts';

/** A collection entry, as far as the archive asks. */
export interface Entry<Data> {
  readonly id: string;
  readonly data: Data;
}

/** A picture as astro:assets knows it: an address, and the room it takes. */
export interface Picture {
  readonly file: { readonly src: string; readonly width: number; readonly height: number };
  readonly alt: string;
  readonly caption?: string | undefined;
  readonly credit?: string | undefined;
}

export type ArticleData = Omit<Article, 'images'> & {
  readonly images: readonly Picture[];
  /** The files of `ArticleBody.pictures`, in their order. */
  readonly bodyPictures?: readonly Picture['file'][] | undefined;
};

/** An article with what the loader made of its body. */
export interface ArticleEntry extends Entry<ArticleData> {
  /** Stands for everything that the article's own files say: text, pictures, source page. */
  readonly digest?: string | number | undefined;
  /** Read from disk when it is first asked for (collections/bodies.ts): lists of 24,000 articles need none. */
  readonly articleBody: ArticleBody;
  /** The MDX after the front matter; read as the body is. */
  readonly source: string;
  readonly rendered?:
    { readonly metadata?: Readonly<Record<string, unknown>> | undefined } | undefined;
}

/** The scan of a page, and where its articles stand on it. */
export type Facsimile = z.output<typeof facsimileSchema>;

/** Related articles, by the id of the article that they stand under: the best first. */
export type RelatedReading = ReadonlyMap<string, readonly string[]>;

/** Everything in content/ that the site is made of. */
export interface PaperEntries {
  readonly publication: Publication;
  readonly nameplate?: Nameplate | undefined;
  readonly editions: readonly Entry<Edition>[];
  readonly articles: readonly ArticleEntry[];
  readonly sections: readonly Entry<Section>[];
  readonly columns: readonly Entry<Column>[];
  readonly columnists: readonly Entry<Columnist>[];
  /** By page: the id is `2022-12-19/01`. */
  readonly facsimiles?: readonly Entry<Facsimile>[];
  /** Made from the archive of these entries, and put into it. */
  readonly related?: RelatedReading;
}

/** An article in its place. */
export interface ArchivedArticle {
  /** `2022-12-19/01/slug` */
  readonly id: string;
  readonly slug: string;
  /** Stands for the article's own files: its text, pictures and source page. */
  readonly digest: string;
  readonly data: ArticleData;
  /** Read when it is first asked for, an edition's together. */
  readonly body: ArticleBody;
  /** The MDX after the front matter; read as the body is. */
  readonly source: string;
  /** Its own page is set by @astrojs/mdx, with components; `body` is its prose. */
  readonly isInteractive: boolean;
  /** The opening in plain text, at most 120 characters. */
  readonly excerpt: string;
  /** How long the body is: characters without blanks. */
  readonly characters: number;
  /** What it is about: see manuscript/article-terms.ts. */
  readonly terms: readonly string[];
  /** Place in its page's reading order, from 0. */
  readonly index: number;
}

export interface ArchivedPage {
  readonly page: NewspaperPage;
  /** In reading order. */
  readonly articles: readonly ArchivedArticle[];
  readonly facsimile?: Facsimile | undefined;
}

export interface ArchivedEdition {
  readonly edition: Edition;
  /** By page number. */
  readonly pages: readonly ArchivedPage[];
  /** Place among all editions, from 0 for the oldest. */
  readonly index: number;
}

export interface ArchivedColumn {
  readonly id: string;
  readonly column: Column;
  /** Oldest first; within an edition in reading order. */
  readonly articles: readonly ArchivedArticle[];
}

export interface ArchivedSection {
  readonly id: string;
  readonly section: Section;
  readonly articles: readonly ArchivedArticle[];
}

/** An article under a person's name, and what the person did for it. */
export interface Work {
  readonly article: ArchivedArticle;
  readonly roles: readonly BylineRole[];
}

export interface ArchivedColumnist {
  readonly id: string;
  readonly columnist: Columnist;
  /** Oldest first. */
  readonly works: readonly Work[];
}

/**
 * The paper with its indexes: every question the pages ask is a look-up, so that a page of an
 * archive of twenty years costs what a page of one edition costs.
 */
export interface Archive {
  readonly publication: Publication;
  /** Where the paper brings a picture of its nameplate. */
  readonly nameplate?: Nameplate | undefined;
  /** Oldest first. */
  readonly editions: readonly ArchivedEdition[];
  readonly editionByDate: ReadonlyMap<string, ArchivedEdition>;
  readonly articleById: ReadonlyMap<string, ArchivedArticle>;
  readonly sections: ReadonlyMap<string, ArchivedSection>;
  readonly columns: ReadonlyMap<string, ArchivedColumn>;
  readonly columnists: ReadonlyMap<string, ArchivedColumnist>;
  /** Place of an article in its column, from 0. */
  readonly placeInColumn: ReadonlyMap<string, number>;
  /** What to read next, by article: see related-reading.ts. Empty where the paper wants none. */
  readonly related: RelatedReading;
  /** Of the entries of digested-entries.ts: its views have no bodies, and are asked for by many keys. */
  readonly isDigested?: true;
}

/**
 * Sorts and indexes the collections, once a build.
 *
 * References are taken to hold: the check of content/ runs before. An article of an edition that
 * does not exist is left out rather than thrown at the reader.
 */
export function buildArchive(given: PaperEntries): Archive {
  const entries = setEntries(given);
  const articlesByPage = new Map<string, ArticleEntry[]>();
  for (const entry of entries.articles) {
    push(articlesByPage, `${entry.data.edition}/${entry.data.page}`, entry);
  }

  const facsimiles = new Map(entries.facsimiles?.map(({ id, data }) => [id, data]));
  const editions = entries.editions
    .map((entry) => entry.data)
    .sort((left, right) => compareText(left.date, right.date))
    .map((edition, index): ArchivedEdition => {
      const pages = [...edition.pages]
        .sort((left, right) => left.number - right.number)
        .map((page): ArchivedPage => {
          const ofPage = articlesByPage.get(`${edition.date}/${page.number}`) ?? [];
          return {
            page,
            articles: ofPage.sort(byPlace).map(archiveArticle),
            facsimile: facsimiles.get(`${edition.date}/${formatPageNumber(page.number)}`),
          };
        });
      return { edition, pages, index };
    });

  const sections = new Map<string, ArchivedSection & { articles: ArchivedArticle[] }>(
    entries.sections
      .map(({ id, data }) => ({ id, section: data, articles: [] }))
      .sort(
        (left, right) =>
          (left.section.order ?? Infinity) - (right.section.order ?? Infinity) ||
          compareText(left.id, right.id),
      )
      .map((section) => [section.id, section]),
  );
  const columns = new Map<string, ArchivedColumn & { articles: ArchivedArticle[] }>(
    entries.columns
      .map(({ id, data }) => ({ id, column: data, articles: [] }))
      .sort((left, right) => compareText(left.id, right.id))
      .map((column) => [column.id, column]),
  );
  const columnists = new Map<string, ArchivedColumnist & { works: Work[] }>(
    entries.columnists.map(({ id, data }) => [id, { id, columnist: data, works: [] }]),
  );

  const articles = editions.flatMap(({ pages }) => pages.flatMap((page) => page.articles));
  const placeInColumn = new Map<string, number>();
  for (const article of articles) {
    const { section, column, bylines } = article.data;
    if (section !== undefined) sections.get(section)?.articles.push(article);
    const inColumn = column === undefined ? undefined : columns.get(column);
    if (inColumn) {
      placeInColumn.set(article.id, inColumn.articles.length);
      inColumn.articles.push(article);
    }
    const roles = new Map<string, BylineRole[]>();
    for (const byline of bylines) {
      if (byline.columnist !== undefined) push(roles, byline.columnist, byline.role);
    }
    for (const [id, held] of roles) {
      columnists.get(id)?.works.push({ article, roles: [...new Set(held)] });
    }
  }

  return {
    publication: entries.publication,
    nameplate: entries.nameplate,
    editions,
    editionByDate: new Map(editions.map((archived) => [archived.edition.date, archived])),
    articleById: new Map(articles.map((article) => [article.id, article])),
    sections,
    columns,
    columnists,
    placeInColumn,
    related: entries.related ?? new Map(),
  };
}

function byPlace(left: ArticleEntry, right: ArticleEntry): number {
  return compareReadingOrder(left.data, right.data) || compareText(left.id, right.id);
}

/** Names, headlines and captions as they are printed: bodies are set when they are rendered. */
function setEntries(entries: PaperEntries): PaperEntries {
  const { language } = entries.publication;
  const setAll = <Data, Kind extends Entry<Data>>(all: readonly Kind[]): readonly Kind[] =>
    all.map((entry) => {
      const data = setTexts(entry.data, language);
      // An article reads its body when it is first asked for: the entry itself stands behind.
      return data === entry.data
        ? entry
        : (Object.create(entry, { data: { value: data } }) as Kind);
    });
  return {
    ...entries,
    publication: setTexts(entries.publication, language),
    nameplate: entries.nameplate,
    editions: setAll(entries.editions),
    articles: setAll(entries.articles),
    sections: setAll(entries.sections),
    columns: setAll(entries.columns),
    columnists: setAll(entries.columnists),
  };
}

function archiveArticle(entry: ArticleEntry, index: number): ArchivedArticle {
  const metadata = entry.rendered?.metadata ?? {};
  return {
    id: entry.id,
    slug: entry.id.slice(entry.id.lastIndexOf('/') + 1),
    digest: String(entry.digest ?? ''),
    data: entry.data,
    get body() {
      return entry.articleBody;
    },
    get source() {
      return entry.source;
    },
    isInteractive: metadata['interactive'] === true,
    excerpt: typeof metadata['excerpt'] === 'string' ? metadata['excerpt'] : '',
    characters: typeof metadata['characters'] === 'number' ? metadata['characters'] : 0,
    terms: typeof metadata['terms'] === 'string' ? metadata['terms'].split('\n') : [],
    index,
  };
}

function push<Value>(lists: Map<string, Value[]>, key: string, value: Value): void {
  const list = lists.get(key);
  if (list) list.push(value);
  else lists.set(key, [value]);
}

function compareText(left: string, right: string): number {
  return left < right ? -1 : left > right ? 1 : 0;
}
