import { hash } from 'node:crypto';
import { compareReadingOrder } from '../newspaper/reading-order.ts';
import type { Archive, ArchivedArticle, ArchivedEdition, Work } from './archive.ts';
import { listPageAt } from './list-pages.ts';

/**
 * What the pages of the site depend on, each as one short text: equal keys mean equal pages, so that
 * a build renders the pages whose key is new. (The code is not in the keys: see press/press.ts.)
 *
 * **Whoever shows something new on a page puts it here.** tests/e2e/incremental.test.ts edits,
 * adds and deletes at random and holds the result to the bytes of a clean build.
 */
export interface PageKeys {
  /** For all pages below `/<date>/`: one key, since what changes one of them mostly changes all. */
  readonly edition: (date: string) => string;
  /** @param list as the route gives it: undefined for the bare address */
  readonly section: (id: string, list: string | undefined) => string;
  readonly column: (id: string, list: string | undefined) => string;
  readonly columnist: (id: string, list: string | undefined) => string;
  /** For a calendar of these editions. */
  readonly calendar: (editions: readonly ArchivedEdition[], ...neighbours: unknown[]) => string;
}

/** How far the pages of an article look to either side in its column, and back in a writer's works. */
const reachInColumn = 4;
const reachInWorks = 4;

/** Index of the first work that does not stand before the article; works are in reading order. */
function placeAmong(works: readonly Work[], article: ArchivedArticle): number {
  let low = 0;
  let high = works.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (compareReadingOrder(works[middle]!.article.data, article.data) < 0) low = middle + 1;
    else high = middle;
  }
  return low;
}

/**
 * @param chrome what stands on every page besides the publication: the links in the colophon
 */
export function pageKeys(archive: Archive, chrome: unknown): PageKeys {
  const onEveryPage = digest([archive.publication, chrome]);

  /** A section, column or person as it is named on other pages. */
  const named = new Map<object, string>();
  const name = (entry: object | undefined, data: unknown): string => {
    if (entry === undefined) return '';
    let known = named.get(entry);
    if (known === undefined) {
      known = digest(data);
      named.set(entry, known);
    }
    return known;
  };

  /** An article as a line of a list, on whatever page: itself, and the names of what it belongs to. */
  const facts = new Map<string, string>();
  const factOf = (article: ArchivedArticle): string => {
    let fact = facts.get(article.id);
    if (fact === undefined) {
      const section = archive.sections.get(article.data.section ?? '');
      const column = archive.columns.get(article.data.column ?? '');
      fact = [
        article.id,
        article.digest,
        name(section, section?.section),
        name(column, column?.column),
        ...article.data.bylines.map(({ columnist }) => {
          const person = archive.columnists.get(columnist ?? '');
          return name(person, person?.columnist);
        }),
      ].join();
      facts.set(article.id, fact);
    }
    return fact;
  };

  const editions = new Map<string, string>();
  const editionKey = (archived: ArchivedEdition): string => {
    const { edition, pages, index } = archived;
    const parts = [
      onEveryPage,
      JSON.stringify(edition),
      archive.editions[index - 1]?.edition.date ?? '',
      archive.editions[index + 1]?.edition.date ?? '',
    ];
    for (const { articles } of pages) {
      for (const article of articles) {
        parts.push(factOf(article));
        const place = archive.placeInColumn.get(article.id);
        if (place !== undefined) {
          const ofColumn = archive.columns.get(article.data.column ?? '')?.articles ?? [];
          const first = Math.max(0, place - reachInColumn);
          parts.push(...ofColumn.slice(first, place + reachInColumn + 1).map(factOf));
        }
        for (const { columnist } of article.data.bylines) {
          const works = archive.columnists.get(columnist ?? '')?.works ?? [];
          const at = placeAmong(works, article);
          const first = Math.max(0, at - reachInWorks);
          parts.push(...works.slice(first, at).map((work) => factOf(work.article)));
        }
      }
    }
    return digest(parts);
  };

  const listKey = (
    entry: unknown,
    articles: readonly ArchivedArticle[],
    list: string | undefined,
    roles: (index: number) => unknown = () => undefined,
  ): string => {
    const page = listPageAt(articles, list === undefined ? undefined : Number(list));
    return digest([
      onEveryPage,
      entry,
      page.number,
      page.older,
      page.newer,
      page.items.map((article, index) => [factOf(article), roles(page.newest - index)]),
    ]);
  };

  return {
    edition: (date) => {
      let key = editions.get(date);
      if (key === undefined) {
        key = editionKey(archive.editionByDate.get(date)!);
        editions.set(date, key);
      }
      return key;
    },
    section: (id, list) => {
      const { section, articles } = archive.sections.get(id)!;
      return listKey(section, articles, list);
    },
    column: (id, list) => {
      const { column, articles } = archive.columns.get(id)!;
      return listKey(column, articles, list);
    },
    columnist: (id, list) => {
      const { columnist, works } = archive.columnists.get(id)!;
      return listKey(
        columnist,
        works.map(({ article }) => article),
        list,
        (index) => works[index]!.roles,
      );
    },
    calendar: (ofCalendar, ...neighbours) =>
      digest([
        onEveryPage,
        neighbours,
        ofCalendar.map(({ edition, pages }) => [
          edition,
          pages.length,
          pages.map(({ articles }) => articles.length),
          pages.flatMap(({ articles }) => articles.slice(0, 1).map(factOf)),
        ]),
      ]),
  };
}

function digest(value: unknown): string {
  return hash('sha1', JSON.stringify(value), 'base64url');
}
