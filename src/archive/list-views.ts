import { countChart, type CountChart } from './count-chart.ts';
import { addressOf } from '../newspaper/address.ts';
import { bylineRoles, type BylineRole } from '../newspaper/byline.ts';
import type { Wording } from '../wording/wording.ts';
import type { Archive, ArchivedArticle, Work } from './archive.ts';
import { articleLine, type ArticleLine, type Link } from './article-line.ts';
import { distinctNames, type NameBearer } from './distinct-names.ts';
import { listPageAt, listPageNumbers, listPageSize, type ListPage } from './list-pages.ts';
import { memoizeWeakly } from './memoize.ts';
import { indexWordingFor } from '../wording/index-wording.ts';
import { seriesParts } from './series-parts.ts';
import { groupByInitial, type InitialGroup } from './person-order.ts';

/** Where a list page stands among the others. */
export interface Paging {
  /** From the oldest; undefined for the bare address. */
  readonly number: number | undefined;
  readonly older?: Link | undefined;
  readonly newer?: Link | undefined;
  readonly newest?: Link;
  /** The first list page, where the list has others. */
  readonly oldest?: Link;
}

/** A year of a long list, and where in the list it begins. */
export interface YearOfList extends Link {
  /** In a list that has many articles a year: its months. */
  readonly months: readonly Link[];
}

/** A heading over some lines of a list: an edition's date, or a role. */
export interface LineGroup {
  readonly heading: string;
  /** ISO date where the heading is one. */
  readonly date?: string;
  readonly lines: readonly ArticleLine[];
}

/** A list page that is numbered but not full yet: what stands on it is on the bare address. */
export interface OpenListView {
  readonly address: string;
  readonly target: string;
  readonly title: string;
  readonly description: string;
}

export interface ListView {
  readonly address: string;
  readonly canonical: string;
  readonly name: string;
  /** The name, and what tells it from another of its kind: no two lists of a kind share it. */
  readonly ownName: string;
  readonly description?: string | undefined;
  /** On the bare address only, so that sealed pages stay. */
  readonly chart?: CountChart | undefined;
  /** The columns that its articles stand in, the latest first; on the bare address only. */
  readonly columns?: readonly Link[];
  /** On the bare address of a long list only: the way to any year, the latest first. */
  readonly years?: readonly YearOfList[];
  readonly groups: readonly LineGroup[];
  readonly paging: Paging;
}

export interface ColumnListView extends ListView {
  /** Which parts of a series are here and which are not; on the bare address, so that sealed pages stay. */
  readonly parts?: string;
  readonly parentLabel?: string | undefined;
  readonly series: boolean;
}

export interface ColumnistListView extends ListView {
  /** Tells a person from others of the name. */
  readonly disambiguation?: string | undefined;
  readonly sameAs: readonly string[];
  readonly affiliation?: string | undefined;
  readonly aliases: readonly string[];
}

/** A line of an index: sections, columns. */
export interface IndexLine extends Link {
  readonly description?: string | undefined;
  readonly parentLabel?: string | undefined;
  readonly series: boolean;
  readonly parts?: string | undefined;
  /** Of a section: the columns that stood in it last. */
  readonly columns?: readonly Link[];
  readonly count: number;
  readonly latest?: ArticleLine | undefined;
}

export interface PersonLine extends Link {
  readonly name: string;
  readonly sortKey?: string | undefined;
  readonly affiliation?: string | undefined;
  readonly disambiguation?: string | undefined;
  /** 2019–2022年; absent where nothing of the person is here. */
  readonly years?: string;
  readonly roles: readonly BylineRole[];
  /** Names of the columns that the person wrote in last. */
  readonly columns: readonly string[];
  readonly count: number;
}

/** As many as a line of an index has room for. */
const columnsInSection = 8;
const columnsOfPerson = 3;

/**
 * Route parameters of a list's pages: `list` undefined for the bare address.
 *
 * @param length number of items
 */
export function listParams(length: number): { list: string | undefined }[] {
  return listPageNumbers(length).map((number) => ({
    list: number === undefined ? undefined : String(number),
  }));
}

/**
 * The last of the numbered pages of a section, column or person, which is not full yet. The bare
 * address shows what would stand on it, and a page that only says so is not printed again for every
 * article.
 *
 * @returns undefined for any other list page
 */
export function openListView(
  archive: Archive,
  wording: Wording,
  kind: 'section' | 'column' | 'columnist',
  id: string,
  listPage: number | undefined,
): OpenListView | undefined {
  const [name, length] = nameAndLength(archive, kind, id);
  if (listPage === undefined || listPage !== listPageNumbers(length).at(-1)) return undefined;
  return {
    address: addressOf[kind](id, listPage),
    target: addressOf[kind](id),
    title: `${name} ${wording.lists.listPage(listPage)}`,
    description: indexWordingFor(wording.language).openListPage(name, listPage),
  };
}

function nameAndLength(
  { sections, columns, columnists }: Archive,
  kind: 'section' | 'column' | 'columnist',
  id: string,
): readonly [name: string, length: number] {
  switch (kind) {
    case 'section': {
      const { section, articles } = sections.get(id)!;
      return [section.name, articles.length];
    }
    case 'column': {
      const { column, articles } = columns.get(id)!;
      return [column.name, articles.length];
    }
    case 'columnist': {
      const { columnist, works } = columnists.get(id)!;
      return [columnist.name, works.length];
    }
  }
}

/** The number of a list page from its route parameter; undefined for the bare address. */
export function listNumber(list: string | undefined): number | undefined {
  return list === undefined ? undefined : Number(list);
}

/** One list page of a section; undefined where there is no such section. */
export function sectionView(
  archive: Archive,
  wording: Wording,
  id: string,
  listPage: number | undefined,
): ListView | undefined {
  const archived = archive.sections.get(id);
  if (!archived) return undefined;
  const { name, description } = archived.section;
  const page = listPageAt(archived.articles, listPage);
  return {
    ...frame(wording, page, (number) => addressOf.section(id, number)),
    name,
    ownName: ownNames(archive.sections, ({ section }) => section).get(id)!,
    description,
    chart: listPage === undefined ? chartOf(wording, archived.articles) : undefined,
    ...(listPage === undefined
      ? {
          columns: columnsOf(archive, archived.articles),
          ...yearsOf(wording, archived.articles, (number) => addressOf.section(id, number)),
        }
      : {}),
    groups: groupByEdition(archive, wording, page.items),
  };
}

/** One list page of a column. A series is read from its latest part; parts carry their numbers. */
export function columnView(
  archive: Archive,
  wording: Wording,
  id: string,
  listPage: number | undefined,
): ColumnListView | undefined {
  const archived = archive.columns.get(id);
  if (!archived) return undefined;
  const { name, description, parentLabel, series } = archived.column;
  const page = listPageAt(archived.articles, listPage);
  return {
    ...frame(wording, page, (number) => addressOf.column(id, number)),
    name,
    ownName: ownNames(archive.columns, ({ column }) => column).get(id)!,
    description,
    parentLabel,
    series,
    ...(series && listPage === undefined ? partsOf(wording, archived.articles) : {}),
    ...(listPage === undefined
      ? yearsOf(wording, archived.articles, (number) => addressOf.column(id, number))
      : {}),
    chart: listPage === undefined ? chartOf(wording, archived.articles) : undefined,
    groups: groupByEdition(archive, wording, page.items),
  };
}

/** One list page of a person; on it the pieces stand under the role that was played. */
export function columnistView(
  archive: Archive,
  wording: Wording,
  id: string,
  listPage: number | undefined,
): ColumnistListView | undefined {
  const archived = archive.columnists.get(id);
  if (!archived) return undefined;
  const { name, description, affiliation, aliases, disambiguation, sameAs } = archived.columnist;
  const page = listPageAt(archived.works, listPage);
  const articles = archived.works.map(({ article }) => article);
  return {
    ...frame(wording, page, (number) => addressOf.columnist(id, number)),
    name,
    ownName: ownNames(archive.columnists, ({ columnist }) => columnist).get(id)!,
    description,
    affiliation,
    disambiguation,
    aliases,
    sameAs: sameAs ?? [],
    chart: listPage === undefined ? chartOf(wording, articles) : undefined,
    ...(listPage === undefined
      ? {
          columns: columnsOf(archive, articles),
          ...yearsOf(wording, articles, (number) => addressOf.columnist(id, number), false),
        }
      : {}),
    groups: groupByRole(archive, wording, page.items),
  };
}

/** By id; a paper of ten thousand people is gone through once, not once a person. */
const ownNames = memoizeWeakly(
  <Archived>(
    all: ReadonlyMap<string, Archived>,
    bearerOf: (archived: Archived) => Omit<NameBearer, 'id'>,
  ) => distinctNames(Array.from(all, ([id, one]) => ({ ...bearerOf(one), id }))),
);

export function sectionIndex(archive: Archive, wording: Wording): IndexLine[] {
  return Array.from(archive.sections.values(), ({ id, section, articles }) => ({
    address: addressOf.section(id),
    text: section.name,
    description: section.description,
    series: false,
    columns: columnsOf(archive, articles).slice(0, columnsInSection),
    ...summary(archive, wording, articles),
  }));
}

/** Columns with the latest first: a column that has ended sinks. */
export function columnIndex(archive: Archive, wording: Wording): IndexLine[] {
  const latestDate = (articles: readonly ArchivedArticle[]): string =>
    articles.at(-1)?.data.edition ?? '';
  return [...archive.columns.values()]
    .sort((left, right) => {
      const [mine, theirs] = [latestDate(left.articles), latestDate(right.articles)];
      return mine === theirs ? 0 : mine < theirs ? 1 : -1;
    })
    .map(({ id, column, articles }) => ({
      address: addressOf.column(id),
      text: column.name,
      description: column.description,
      parentLabel: column.parentLabel,
      series: column.series,
      ...(column.series ? partsOf(wording, articles) : {}),
      ...summary(archive, wording, articles),
    }));
}

export function columnistIndex(archive: Archive, wording: Wording): InitialGroup<PersonLine>[] {
  const people = Array.from(archive.columnists.values(), ({ id, columnist, works }): PersonLine => {
    const held = new Set(works.flatMap((work) => work.roles));
    const [first, last] = [works[0], works.at(-1)].map((work) =>
      work?.article.data.edition.slice(0, 4),
    );
    return {
      address: addressOf.columnist(id),
      text: columnist.name,
      name: columnist.name,
      sortKey: columnist.sortKey,
      affiliation: columnist.affiliation,
      disambiguation: columnist.disambiguation,
      ...(first === undefined || last === undefined
        ? {}
        : { years: indexWordingFor(wording.language).years(first, last) }),
      roles: bylineRoles.filter((role) => held.has(role)),
      columns: columnsOf(
        archive,
        works.map(({ article }) => article),
      )
        .slice(0, columnsOfPerson)
        .map(({ text }) => text),
      count: works.length,
    };
  });
  return groupByInitial(people, wording);
}

/**
 * The columns that some articles stand in, the one with the latest of them first.
 *
 * @param articles oldest first
 */
function columnsOf(archive: Archive, articles: readonly ArchivedArticle[]): Link[] {
  const ids = new Set(articles.toReversed().flatMap(({ data }) => data.column ?? []));
  return [...ids].flatMap((id) => {
    const known = archive.columns.get(id);
    return known ? [{ address: addressOf.column(id), text: known.column.name }] : [];
  });
}

function chartOf(wording: Wording, articles: readonly ArchivedArticle[]): CountChart | undefined {
  return countChart(
    wording,
    articles.map(({ data }) => data.edition),
  );
}

/** A year with more articles than that is told by its months: six list pages are looked through. */
const mostInYear = 6 * listPageSize;

/**
 * The way from the newest of a long list to any year of it, in one step; a list that is shown whole has
 * none. It stands on the bare address, so that sealed pages stay as they are.
 *
 * @param articles oldest first
 * @param dated whether the list has its lines under dates
 */
function yearsOf(
  wording: Wording,
  articles: readonly ArchivedArticle[],
  address: (listPage?: number) => string,
  dated = true,
): { years?: readonly YearOfList[] } {
  const { older } = listPageAt(articles, undefined);
  if (older === undefined) return {};
  const link = (text: string, at: number): Link => {
    const number = Math.floor(at / listPageSize) + 1;
    const { edition } = articles[at]!.data;
    return {
      address: `${address(number > older ? undefined : number)}${dated ? `#d${edition}` : ''}`,
      text,
    };
  };
  // Lists run from the newest: a year begins with its last article.
  const lastOf = (length: number): Map<string, number> =>
    new Map(articles.map(({ data }, at) => [data.edition.slice(0, length), at]));
  const months = [...lastOf(7)].reverse();
  const counts = new Map<string, number>();
  for (const { data } of articles) {
    const year = data.edition.slice(0, 4);
    counts.set(year, (counts.get(year) ?? 0) + 1);
  }
  const byMonth = [...counts.values()].some((count) => count > mostInYear);
  return {
    years: [...lastOf(4)].reverse().map(([year, at]) => ({
      ...link(wording.date.year(year), at),
      months: byMonth
        ? months
            .filter(([month]) => month.startsWith(year))
            .map(([month, last]) => link(wording.date.monthName(month.slice(5)), last))
        : [],
    })),
  };
}

/** What of a series is here: 第20篇；1–19 未收录. Nothing where no part has a number. */
function partsOf(wording: Wording, articles: readonly ArchivedArticle[]): { parts?: string } {
  const numbers = articles.flatMap(({ data }) => data.part ?? []);
  if (numbers.length === 0) return {};
  const { held, missing } = seriesParts(numbers);
  return { parts: indexWordingFor(wording.language).parts(held, missing) };
}

function summary(
  archive: Archive,
  wording: Wording,
  articles: readonly ArchivedArticle[],
): { count: number; latest?: ArticleLine | undefined } {
  const latest = articles.at(-1);
  return {
    count: articles.length,
    latest: latest && articleLine(archive, wording, latest),
  };
}

function frame<Item>(
  wording: Wording,
  page: ListPage<Item>,
  address: (listPage?: number) => string,
): Pick<ListView, 'address' | 'canonical' | 'paging'> {
  const link = (number: number, text: string): Link => ({ address: address(number), text });
  return {
    address: address(page.number),
    canonical: address(page.newer === undefined ? undefined : page.number),
    paging: {
      number: page.number,
      older: page.older === undefined ? undefined : link(page.older, wording.lists.older),
      newer: page.newer === undefined ? undefined : link(page.newer, wording.lists.newer),
      ...(page.number === undefined
        ? {}
        : { newest: { address: address(), text: wording.lists.newest } }),
      ...(page.older === undefined || page.older === 1
        ? {}
        : { oldest: link(1, wording.lists.oldest) }),
    },
  };
}

function groupByEdition(
  archive: Archive,
  wording: Wording,
  articles: readonly ArchivedArticle[],
): LineGroup[] {
  const groups: { heading: string; date: string; lines: ArticleLine[] }[] = [];
  for (const article of articles) {
    const { edition } = article.data;
    const last = groups.at(-1);
    const line = articleLine(archive, wording, article);
    if (last?.date === edition) last.lines.push(line);
    else
      groups.push({
        heading: wording.date.full(article.data.edition),
        date: edition,
        lines: [line],
      });
  }
  // Editions newest first, but each read in its own order.
  for (const group of groups) group.lines.reverse();
  return groups;
}

function groupByRole(archive: Archive, wording: Wording, works: readonly Work[]): LineGroup[] {
  return bylineRoles.flatMap((role) => {
    const lines = works
      .filter((work) => work.roles.includes(role))
      .map((work) => articleLine(archive, wording, work.article));
    return lines.length === 0 ? [] : [{ heading: wording.columnist.roleHeading[role], lines }];
  });
}
