import { addressOf } from '../newspaper/address.ts';
import type { ArticleKind, Genre } from '../newspaper/article.ts';
import type { BylineRole } from '../newspaper/byline.ts';
import type { IssueDate } from '../newspaper/issue-date.ts';
import { formatPageNumber } from '../newspaper/format-page-number.ts';
import type { Wording } from '../wording/wording.ts';
import type { Archive, ArchivedArticle } from './archive.ts';
import { nameFromCaption } from './name-from-caption.ts';
import { editionType } from './edition-type.ts';
import { memoizeByArticle } from './memoize.ts';

export interface Link {
  readonly address: string;
  readonly text: string;
}

/** Names that share a role and a printed label: ■ 本报记者 甲 乙. */
export interface BylineGroup {
  readonly role: BylineRole;
  readonly before: string;
  readonly names: readonly { readonly name: string; readonly address?: string }[];
  readonly after: string;
}

/** The banner of a column over an article. */
export interface ColumnBanner extends Link {
  readonly parentLabel?: string | undefined;
  /** ⑳, or No. 20. */
  readonly part?: string | undefined;
}

/** An article as lists show it. */
export interface ArticleLine {
  readonly address: string;
  readonly kind: ArticleKind;
  readonly genre: Genre;
  /** 消息, 通讯 …, in the language of the interface. */
  readonly genreName: string;
  readonly kicker?: string | undefined;
  /** The headline, or for a picture without one a name made from its caption. */
  readonly title: string;
  /** False where the title was made from a caption. */
  readonly hasHeadline: boolean;
  /** False where the edition's cut of the headline type has not all of its characters. */
  readonly inHeadlineType: boolean;
  readonly deck?: string | undefined;
  readonly column?: ColumnBanner | undefined;
  readonly bylines: readonly BylineGroup[];
  readonly date: IssueDate;
  readonly dateText: string;
  readonly page: Link;
}

/** The page's name as it is printed: 第01版 要闻. */
export function pageTitle(
  wording: Wording,
  page: { readonly number: number; readonly name?: string | undefined },
): string {
  const number = formatPageNumber(page.number);
  return page.name === undefined
    ? wording.page.title(number)
    : wording.page.titleWithName(number, page.name);
}

/** The front of an edition, by its day. */
export function editionLink(wording: Wording, date: IssueDate): Link {
  return { address: addressOf.edition(date), text: wording.date.full(date) };
}

/** A page of an edition, by its name as it is printed. */
export function pageLink(
  wording: Wording,
  date: IssueDate,
  page: Parameters<typeof pageTitle>[1],
): Link {
  return { address: addressOf.page(date, page.number), text: pageTitle(wording, page) };
}

/** The article's headline, or the name it goes by. */
export function articleTitle(
  wording: Wording,
  article: ArchivedArticle,
): { readonly title: string; readonly hasHeadline: boolean } {
  if (article.data.headline) return { title: article.data.headline, hasHeadline: true };
  const caption =
    article.body.paragraphs[0]?.text ??
    article.data.images[0]?.caption ??
    article.data.images[0]?.alt;
  return {
    title:
      caption === undefined
        ? wording.article.untitledPhoto
        : nameFromCaption(caption, wording.language),
    hasHeadline: false,
  };
}

/** Gathers neighbours of one role and label, as a paper prints them behind one ■. */
export function bylineGroups(
  archive: Archive,
  wording: Wording,
  article: ArchivedArticle,
): BylineGroup[] {
  const groups: (BylineGroup & {
    names: { name: string; address?: string }[];
    label: string | undefined;
  })[] = [];
  for (const { name, role, label, columnist } of article.data.bylines) {
    const person =
      columnist !== undefined && archive.columnists.has(columnist)
        ? { name, address: addressOf.columnist(columnist) }
        : { name };
    const last = groups.at(-1);
    if (last?.role === role && last.label === label) last.names.push(person);
    else groups.push({ role, label, ...wording.article.byline(role, label), names: [person] });
  }
  return groups.map(({ role, before, names, after }) => ({ role, before, names, after }));
}

/** The banner of the article's column, where it has one. */
export function columnBanner(
  archive: Archive,
  wording: Wording,
  article: ArchivedArticle,
): ColumnBanner | undefined {
  const { column: id, part } = article.data;
  const archived = id === undefined ? undefined : archive.columns.get(id);
  if (!archived) return undefined;
  const { name, parentLabel } = archived.column;
  return {
    address: addressOf.column(archived.id),
    text: name,
    parentLabel,
    part: part === undefined ? undefined : wording.article.part(part),
  };
}

/** An article as lists show it. */
export const articleLine = memoizeByArticle(makeArticleLine);

function makeArticleLine(
  archive: Archive,
  wording: Wording,
  article: ArchivedArticle,
): ArticleLine {
  const { data, slug } = article;
  const edition = archive.editionByDate.get(data.edition);
  const page = edition?.pages.find((candidate) => candidate.page.number === data.page)?.page ?? {
    number: data.page,
  };
  const column = columnBanner(archive, wording, article);
  return {
    address: addressOf.article({ edition: data.edition, page: data.page, slug }),
    kind: data.kind,
    genre: data.genre,
    genreName: wording.article.genre[data.genre],
    kicker: data.kicker || undefined,
    ...articleTitle(wording, article),
    inHeadlineType: edition !== undefined && editionType(edition).set.has(article.id),
    deck: data.deck || undefined,
    column,
    bylines: bylineGroups(archive, wording, article),
    date: data.edition,
    dateText: wording.date.full(data.edition),
    page: pageLink(wording, data.edition, page),
  };
}
