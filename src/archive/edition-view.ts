import { extractBody } from '../manuscript/extract-body.ts';
import { addressOf } from '../newspaper/address.ts';
import { partsOfPage, type PagePart } from '../newspaper/zones.ts';
import type { Wording } from '../wording/wording.ts';
import type { IssueDate } from '../newspaper/issue-date.ts';
import type { Archive, ArchivedArticle, ArchivedEdition, ArchivedPage } from './archive.ts';
import { showsFacsimile } from './shows-facsimile.ts';
import {
  articleLine,
  editionLink,
  pageLink,
  pageTitle,
  type ArticleLine,
  type Link,
} from './article-line.ts';
import { articleView, type ArticleView } from './article-view.ts';

/** The line under the nameplate, part by part: only what is known is there. */
export interface DateLine {
  readonly date: IssueDate;
  readonly full: string;
  readonly weekday: string;
  readonly lunar?: string | undefined;
  readonly number?: string;
}

/** A paragraph of a front; `html` is absent where the text was cut short. */
export interface FrontParagraph {
  readonly text: string;
  readonly html?: string;
  /** `BodyParagraph.role` */
  readonly role?: string | undefined;
}

/** An article as it stands on a front: its line, and as much of its text as there is room for. */
export interface FrontItem {
  readonly line: ArticleLine;
  /** 1 for the lead. */
  readonly rank: number;
  readonly characters: number;
  /** All that a front may show of the text; the setting decides how many are shown. */
  readonly paragraphs: readonly FrontParagraph[];
  /** False where the article has more than these: a list, a table, a second picture. */
  readonly isAll: boolean;
  readonly leadIn?: string | undefined;
  readonly article: ArchivedArticle;
  readonly pictureMissing: boolean;
}

export interface PageContents {
  readonly number: number;
  readonly link: Link;
  readonly name?: string | undefined;
  readonly articles: readonly ArticleLine[];
}

export interface EditionNeighbours {
  readonly previous?: Link | undefined;
  readonly next?: Link | undefined;
}

/** An edition of an earlier year, by its year and what it led with. */
export interface EarlierEdition extends Link {
  readonly date: IssueDate;
  readonly lead?: ArticleLine | undefined;
}

export interface EditionView {
  readonly dateLine: DateLine;
  readonly address: string;
  readonly front:
    | { readonly page: Link & { readonly number: number }; readonly items: readonly FrontItem[] }
    | undefined;
  readonly pages: readonly PageContents[];
  readonly articleCount: number;
  readonly dateNote?: string | undefined;
  readonly neighbours: EditionNeighbours;
  /** Editions of the same day in earlier years, the newest first. */
  readonly onThisDay: readonly EarlierEdition[];
  readonly isLatest: boolean;
}

/** What stands around a page, set again or scanned: its day, its name, and the pages beside it. */
export interface PageFrame {
  readonly dateLine: DateLine;
  readonly number: number;
  readonly title: string;
  readonly pages: readonly Link[];
  readonly edition: Link;
  readonly previous?: Link | undefined;
  readonly next?: Link | undefined;
}

export interface PageView extends PageFrame {
  readonly name?: string | undefined;
  readonly articles: readonly ArticleView[];
  readonly credits: readonly { readonly role: string; readonly names: readonly string[] }[];
  /** What the editor asks of the make-up, by slug. */
  readonly layout: NonNullable<ArchivedPage['page']['layout']>;
  /** Where the scan of the page is shown. */
  readonly facsimile?: string | undefined;
  /** Where its articles stood on the printed page, by slug. */
  readonly printed?: Readonly<Record<string, PagePart>> | undefined;
}

/** An edition with all its texts. */
export interface BookletView {
  readonly dateLine: DateLine;
  readonly edition: Link;
  readonly pages: readonly {
    readonly number: number;
    readonly title: string;
    readonly articles: readonly {
      /** Slugs repeat across pages at times: this carries the page. */
      readonly anchor: string;
      readonly view: ArticleView;
    }[];
  }[];
}

export function dateLine(wording: Wording, { edition }: ArchivedEdition): DateLine {
  const lunar = wording.date.lunar(edition.date);
  return {
    date: edition.date,
    full: wording.date.full(edition.date),
    weekday: wording.date.weekday(edition.date),
    lunar: lunar ?? undefined,
    ...(edition.number === undefined
      ? {}
      : { number: wording.edition.number(String(edition.number)) }),
  };
}

/** The front of an edition: its first page opened out, and the contents of all its pages. */
export function editionView(
  archive: Archive,
  wording: Wording,
  archived: ArchivedEdition,
): EditionView {
  const { edition, pages } = archived;
  const first = pages.find((page) => page.articles.length > 0);
  return {
    dateLine: dateLine(wording, archived),
    address: addressOf.edition(edition.date),
    front: first
      ? {
          page: { ...pageLink(wording, edition.date, first.page), number: first.page.number },
          items: frontItems(archive, wording, first),
        }
      : undefined,
    pages: pages.map(({ page, articles }) => ({
      number: page.number,
      link: pageLink(wording, edition.date, page),
      name: page.name,
      articles: articles.map((article) => articleLine(archive, wording, article)),
    })),
    articleCount: pages.reduce((sum, { articles }) => sum + articles.length, 0),
    dateNote: edition.dateNote,
    neighbours: editionNeighbours(archive, wording, archived),
    onThisDay: onThisDay(archive, wording, archived),
    isLatest: archived.index === archive.editions.length - 1,
  };
}

/** As many as stand on a front. */
const earlierEditions = 5;

/**
 * What the paper wrote on this day in earlier years. Never of later ones: a new edition leaves the
 * fronts of the archive as they are.
 */
function onThisDay(
  archive: Archive,
  wording: Wording,
  { edition }: ArchivedEdition,
): EarlierEdition[] {
  const [year, day] = [Number(edition.date.slice(0, 4)), edition.date.slice(4)];
  const oldest = Number(archive.editions[0]?.edition.date.slice(0, 4) ?? year);
  const found: EarlierEdition[] = [];
  for (let other = year - 1; other >= oldest && found.length < earlierEditions; other -= 1) {
    const archived = archive.editionByDate.get(`${String(other).padStart(4, '0')}${day}`);
    if (archived === undefined) continue;
    const lead = archived.pages.find(({ articles }) => articles.length > 0)?.articles[0];
    found.push({
      date: archived.edition.date,
      ...editionLink(wording, archived.edition.date),
      lead: lead && articleLine(archive, wording, lead),
    });
  }
  return found;
}

export function editionNeighbours(
  archive: Archive,
  wording: Wording,
  { index }: ArchivedEdition,
): EditionNeighbours {
  const previous = archive.editions[index - 1];
  const next = archive.editions[index + 1];
  return {
    previous: previous && editionLink(wording, previous.edition.date),
    next: next && editionLink(wording, next.edition.date),
  };
}

/** The page's items in reading order, each with its rank: the one given, or its place. */
function frontItems(archive: Archive, wording: Wording, { articles }: ArchivedPage): FrontItem[] {
  return articles.map((article) => {
    const { leadIn } = article.body;
    const { paragraphs, whole } = extractBody(article.body);
    return {
      line: articleLine(archive, wording, article),
      rank: article.data.rank ?? article.index + 1,
      characters: article.characters,
      paragraphs: paragraphs.map(({ text, html, role }) => ({ text, html, role })),
      isAll: whole && article.data.images.length <= 1,
      leadIn,
      article,
      pictureMissing: article.data.kind === 'photo-news' && article.data.images.length === 0,
    };
  });
}

/** All texts of an edition in reading order. */
export function bookletView(
  archive: Archive,
  wording: Wording,
  archived: ArchivedEdition,
): BookletView {
  const { edition, pages } = archived;
  return {
    dateLine: dateLine(wording, archived),
    edition: editionLink(wording, edition.date),
    pages: pages
      .filter(({ articles }) => articles.length > 0)
      .map(({ page, articles }) => ({
        number: page.number,
        title: pageTitle(wording, page),
        articles: articles.map((article) => {
          const view = articleView(archive, wording, article);
          // Not spread: the view's digest is known, a copy's would have to be made.
          return { anchor: `p${page.number}-${view.slug}`, view };
        }),
      })),
  };
}

/** @param linkTo where another page of the edition is shown the same way */
export function pageFrame(
  wording: Wording,
  archived: ArchivedEdition,
  { page }: ArchivedPage,
  linkTo: (other: ArchivedPage) => Link,
): PageFrame {
  const { edition, pages } = archived;
  const at = pages.findIndex((candidate) => candidate.page.number === page.number);
  const [previous, next] = [pages[at - 1], pages[at + 1]];
  return {
    dateLine: dateLine(wording, archived),
    number: page.number,
    title: pageTitle(wording, page),
    pages: pages.map(linkTo),
    edition: editionLink(wording, edition.date),
    previous: previous && linkTo(previous),
    next: next && linkTo(next),
  };
}

export function pageView(
  archive: Archive,
  wording: Wording,
  archived: ArchivedEdition,
  archivedPage: ArchivedPage,
): PageView {
  const { page, articles, facsimile } = archivedPage;
  const { date } = archived.edition;
  return {
    ...pageFrame(wording, archived, archivedPage, (other) => pageLink(wording, date, other.page)),
    name: page.name,
    articles: articles.map((article) => articleView(archive, wording, article)),
    credits: page.credits,
    layout: page.layout ?? {},
    facsimile: showsFacsimile(archive, archivedPage)
      ? addressOf.facsimile(date, page.number)
      : undefined,
    printed: facsimile && partsOfPage(facsimile),
  };
}
