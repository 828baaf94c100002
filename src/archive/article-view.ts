import type { ArticleBody } from '../manuscript/article-body.ts';
import { addressOf } from '../newspaper/address.ts';
import type { ProofStatus } from '../newspaper/article.ts';
import { formatPageNumber } from '../newspaper/format-page-number.ts';
import { compareReadingOrder } from '../newspaper/reading-order.ts';
import type { Wording } from '../wording/wording.ts';
import type { Archive, ArchivedArticle, Picture, Work } from './archive.ts';
import {
  articleLine,
  articleTitle,
  editionLink,
  pageLink,
  type ArticleLine,
  type BylineGroup,
  type Link,
} from './article-line.ts';
import { memoizeByArticle } from './memoize.ts';

/** A person under the article, with one or two other pieces of theirs. */
export interface WriterCard extends Link {
  readonly id: string;
  readonly description?: string | undefined;
  readonly affiliation?: string | undefined;
  readonly others: readonly ArticleLine[];
}

/** Everything an article's page shows. */
export interface ArticleView {
  readonly id: string;
  readonly slug: string;
  readonly line: ArticleLine;
  /** Among the articles of its page, from 1. */
  readonly order: number;
  /** What tells it from every other article of its title: 2022-12-19, or 2022-12-19 第02版 3. */
  readonly printed: string;
  /** As the editor gave it. */
  readonly rank?: number | undefined;
  readonly standfirst?: string | undefined;
  readonly isInteractive: boolean;
  readonly body: ArticleBody;
  /** The files of `body.pictures`, in their order. */
  readonly bodyPictures: readonly Picture['file'][];
  /** The opening, for descriptions: at most 120 characters. */
  readonly description: string;
  readonly characters: number;
  /** The byline to print; empty where the lead-in already names everyone. */
  readonly printedBylines: readonly BylineGroup[];
  readonly images: readonly Picture[];
  /** True for a picture item whose picture is not in the collection. */
  readonly pictureMissing: boolean;
  readonly section?: Link | undefined;
  readonly edition: Link;
  readonly jumpTo?: Link | undefined;
  readonly jumpFrom?: Link | undefined;
  readonly previous?: Link | undefined;
  readonly next?: Link | undefined;
  readonly othersOnPage: readonly ArticleLine[];
  readonly columnPrevious?: Link | undefined;
  readonly columnNext?: Link | undefined;
  /** Neighbours in the column, oldest first, without the article itself. */
  readonly columnParts: readonly ArticleLine[];
  readonly writers: readonly WriterCard[];
  readonly corrections: readonly { readonly date: string; readonly text: string }[];
  readonly proof: ProofStatus;
  readonly proofText: string;
  readonly proofNote?: string | undefined;
  readonly source?:
    { readonly file: string; readonly lines: readonly [number, number] } | undefined;
}

/** How many neighbours of a column stand on either side of an article. */
const columnNeighbours = 3;
/** Other pieces on a writer's card. */
const otherWorks = 2;

/**
 * The day; and page and place where the edition has the headline twice. What goes by its caption
 * always has them: captions are in the bodies, which are not all read for one page.
 */
function printedMark(
  wording: Wording,
  { id, data }: ArchivedArticle,
  ofEdition: readonly ArchivedArticle[],
): string {
  const { edition, page, order, headline } = data;
  const isAlone =
    headline && !ofEdition.some((other) => other.id !== id && other.data.headline === headline);
  return isAlone ? edition : `${edition} ${wording.page.title(formatPageNumber(page))} ${order}`;
}

/** Answers everything about one article by look-ups. */
export const articleView = memoizeByArticle(makeArticleView);

function makeArticleView(
  archive: Archive,
  wording: Wording,
  article: ArchivedArticle,
): ArticleView {
  const { data } = article;
  const line = articleLine(archive, wording, article);
  const edition = archive.editionByDate.get(data.edition);
  const pages = edition?.pages ?? [];
  const ofPage = pages.find(({ page }) => page.number === data.page)?.articles ?? [];
  const leadIn = article.body.leadIn ?? '';
  const section = data.section === undefined ? undefined : archive.sections.get(data.section);
  const neighbours = neighbouringArticles(archive, article);
  const inColumn = aroundInColumn(archive, article);
  const columnPrevious = inColumn.before.at(-1);
  const columnNext = inColumn.after[0];
  const linkToPage = (number: number): Link =>
    pageLink(
      wording,
      data.edition,
      pages.find(({ page }) => page.number === number)?.page ?? { number },
    );
  const asLink = (other: ArchivedArticle): Link => ({
    address: addressOf.article({
      edition: other.data.edition,
      page: other.data.page,
      slug: other.slug,
    }),
    text: articleTitle(wording, other).title,
  });

  return {
    id: article.id,
    slug: article.slug,
    line,
    order: data.order,
    printed: printedMark(
      wording,
      article,
      pages.flatMap(({ articles }) => articles),
    ),
    rank: data.rank,
    standfirst: data.standfirst || undefined,
    isInteractive: article.isInteractive,
    body: article.body,
    bodyPictures: data.bodyPictures ?? [],
    description: article.excerpt,
    characters: article.characters,
    printedBylines: line.bylines.filter(
      (group) => !group.names.every(({ name }) => leadIn.includes(name)),
    ),
    images: data.images,
    pictureMissing: data.kind === 'photo-news' && data.images.length === 0,
    section: section && { address: addressOf.section(section.id), text: section.section.name },
    edition: editionLink(wording, data.edition),
    jumpTo: data.jump?.to === undefined ? undefined : linkToPage(data.jump.to),
    jumpFrom: data.jump?.from === undefined ? undefined : linkToPage(data.jump.from),
    previous: neighbours.previous && asLink(neighbours.previous),
    next: neighbours.next && asLink(neighbours.next),
    othersOnPage: ofPage
      .filter((other) => other.id !== article.id)
      .map((other) => articleLine(archive, wording, other)),
    columnParts: [...inColumn.before, ...inColumn.after].map((other) =>
      articleLine(archive, wording, other),
    ),
    columnPrevious: columnPrevious && asLink(columnPrevious),
    columnNext: columnNext && asLink(columnNext),
    writers: writersOf(archive, wording, article),
    corrections: data.corrections.map(({ date, text: correction }) => ({
      date: wording.date.full(date),
      text: correction,
    })),
    proof: data.proof,
    proofText: wording.article.proof[data.proof],
    proofNote: data.proofNote,
    source: data.source,
  };
}

/** A picture item is its pictures; an article has its first at the head and the others behind its text. */
export function placePictures({ line, images }: ArticleView): {
  readonly isPicture: boolean;
  readonly atHead: ArticleView['images'];
  readonly behind: ArticleView['images'];
} {
  const isPicture = line.kind === 'photo-news';
  const atHead = isPicture ? images : images.slice(0, 1);
  return { isPicture, atHead, behind: images.slice(atHead.length) };
}

/** What to read next; apart from the view, since no other page shows it. */
export function relatedLines(
  archive: Archive,
  wording: Wording,
  article: ArchivedArticle,
): ArticleLine[] {
  const related = archive.related.get(article.id) ?? [];
  return related.map((id) => articleLine(archive, wording, archive.articleById.get(id)!));
}

/** The articles before and after in the edition, across its pages. */
export function neighbouringArticles(
  archive: Archive,
  article: ArchivedArticle,
): {
  readonly previous?: ArchivedArticle | undefined;
  readonly next?: ArchivedArticle | undefined;
} {
  const pages = archive.editionByDate.get(article.data.edition)?.pages ?? [];
  const at = pages.findIndex(({ page }) => page.number === article.data.page);
  const own = pages[at]?.articles ?? [];
  const previous =
    own[article.index - 1] ??
    pages
      .slice(0, Math.max(0, at))
      .findLast(({ articles }) => articles.length > 0)
      ?.articles.at(-1);
  const next =
    own[article.index + 1] ??
    pages.slice(at + 1).find(({ articles }) => articles.length > 0)?.articles[0];
  return { previous, next };
}

function aroundInColumn(
  archive: Archive,
  article: ArchivedArticle,
): { readonly before: readonly ArchivedArticle[]; readonly after: readonly ArchivedArticle[] } {
  const column =
    article.data.column === undefined ? undefined : archive.columns.get(article.data.column);
  const place = archive.placeInColumn.get(article.id);
  if (!column || place === undefined) return { before: [], after: [] };
  return {
    before: column.articles.slice(Math.max(0, place - columnNeighbours), place),
    after: column.articles.slice(place + 1, place + 1 + columnNeighbours),
  };
}

function writersOf(archive: Archive, wording: Wording, article: ArchivedArticle): WriterCard[] {
  const ids = new Set(article.data.bylines.map((byline) => byline.columnist));
  const cards: WriterCard[] = [];
  for (const id of ids) {
    const person = id === undefined ? undefined : archive.columnists.get(id);
    if (!person) continue;
    const { name, description, affiliation } = person.columnist;
    cards.push({
      id: person.id,
      address: addressOf.columnist(person.id),
      text: name,
      description,
      affiliation,
      others: nearbyWorks(person.works, article).map((other) =>
        articleLine(archive, wording, other),
      ),
    });
  }
  return cards;
}

/**
 * The pieces just before this one: they do not change when the person writes more, so a printed
 * page need not be built again.
 */
export function nearbyWorks(works: readonly Work[], article: ArchivedArticle): ArchivedArticle[] {
  const at = firstNotBefore(works, article);
  return works
    .slice(Math.max(0, at - otherWorks), at)
    .map((work) => work.article)
    .reverse();
}

/** Index of the first work that does not stand before the article; works are in reading order. */
function firstNotBefore(works: readonly Work[], article: ArchivedArticle): number {
  let low = 0;
  let high = works.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (compareReadingOrder(works[middle]!.article.data, article.data) < 0) low = middle + 1;
    else high = middle;
  }
  return low;
}
