import type { PlacedArchive, PlacedArticle } from './make-archive.ts';

/** A page that lists articles: the kinds that the site has, for those who build it with other tools. */
export interface ListPage {
  readonly address: string;
  readonly title: string;
  readonly lines: readonly { readonly address: string; readonly title: string }[];
}

const lengthOfList = 40;

export function addressOfArticle({ date, page, slug }: PlacedArticle): string {
  return `/${date}/${String(page).padStart(2, '0')}/${slug}/`;
}

/** Every page of the site that is not an article. */
export function listPages(archive: PlacedArchive): ListPage[] {
  const lineOf = (article: PlacedArticle): ListPage['lines'][number] => ({
    address: addressOfArticle(article),
    title: article.headline,
  });
  const all = archive.editions.flatMap(({ articles }) => articles);
  const pages: ListPage[] = [];
  for (const { date, pages: numbers, articles } of archive.editions) {
    pages.push({ address: `/${date}/`, title: date, lines: articles.map(lineOf) });
    for (const number of numbers) {
      pages.push({
        address: `/${date}/${String(number).padStart(2, '0')}/`,
        title: `${date} 第${number}版`,
        lines: articles.filter(({ page }) => page === number).map(lineOf),
      });
    }
  }
  const lists = (
    kind: string,
    entries: readonly { readonly id: string; readonly name: string }[],
    idsOf: (article: PlacedArticle) => readonly string[],
  ): void => {
    const byId = new Map<string, PlacedArticle[]>(entries.map(({ id }) => [id, []]));
    for (const article of all) for (const id of idsOf(article)) byId.get(id)?.push(article);
    for (const { id, name } of entries) {
      const articles = byId.get(id)!;
      const count = Math.ceil(articles.length / lengthOfList);
      pages.push({
        address: `/${kind}/${id}/`,
        title: name,
        lines: articles.slice(-lengthOfList).reverse().map(lineOf),
      });
      for (let list = 1; count > 1 && list <= count; list += 1) {
        pages.push({
          address: `/${kind}/${id}/${list}/`,
          title: `${name} ${list}`,
          lines: articles
            .slice((list - 1) * lengthOfList, list * lengthOfList)
            .reverse()
            .map(lineOf),
        });
      }
    }
    pages.push({
      address: `/${kind}/`,
      title: kind,
      lines: entries.map(({ id, name }) => ({ address: `/${kind}/${id}/`, title: name })),
    });
  };
  lists('sections', archive.sections, ({ section }) => [section]);
  lists('columns', archive.columns, ({ column }) => (column ? [column.id] : []));
  lists('columnists', archive.columnists, ({ bylines }) => bylines.map(({ id }) => id));
  const calendars = new Map<string, ListPage['lines'][number][]>();
  for (const { date } of archive.editions) {
    for (const folder of [
      'archive',
      `archive/${date.slice(0, 4)}`,
      `archive/${date.slice(0, 7).replace('-', '/')}`,
    ]) {
      const lines = calendars.get(folder) ?? [];
      lines.push({ address: `/${date}/`, title: date });
      calendars.set(folder, lines);
    }
  }
  for (const [folder, lines] of calendars) {
    pages.push({ address: `/${folder}/`, title: folder, lines });
  }
  pages.push({
    address: '/',
    title: archive.editions.at(-1)!.date,
    lines: archive.editions.at(-1)!.articles.map(lineOf),
  });
  return pages;
}
