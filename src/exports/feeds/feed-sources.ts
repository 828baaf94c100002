import type { Archive, ArchivedArticle } from '../../archive/archive.ts';
import { memoizeWeakly } from '../../archive/memoize.ts';
import { addressOf } from '../../newspaper/address.ts';
import { distinctSlug, slugFromText } from '../../newspaper/slug.ts';

/** What a feed can follow. */
export interface FeedSource {
  readonly kind: 'paper' | 'section' | 'column' | 'columnist' | 'page-name';
  /** The feed's files lie below it, from the site's root. */
  readonly root: string;
  /** The page that shows the same; a page's name has none of its own. */
  readonly page: string;
  /** The name of the part; undefined for the whole paper. */
  readonly name?: string;
  readonly description?: string | undefined;
  /** Oldest first, in reading order. */
  readonly articles: readonly ArchivedArticle[];
}

/** Everything that has a feed, the whole paper first. */
export const feedSources = memoizeWeakly((archive: Archive): readonly FeedSource[] => {
  const pageNames = new Map<string, ArchivedArticle[]>();
  for (const { pages } of archive.editions) {
    for (const { page, articles } of pages) {
      if (page.name === undefined || articles.length === 0) continue;
      const named = pageNames.get(page.name);
      if (named) named.push(...articles);
      else pageNames.set(page.name, [...articles]);
    }
  }
  const taken = new Set<string>();
  const root = addressOf.front();
  return [
    { kind: 'paper', root, page: root, articles: [...archive.articleById.values()] },
    ...Array.from(archive.sections.values(), ({ id, section, articles }): FeedSource => {
      const address = addressOf.section(id);
      const { name, description } = section;
      return { kind: 'section', root: address, page: address, name, description, articles };
    }),
    ...Array.from(archive.columns.values(), ({ id, column, articles }): FeedSource => {
      const address = addressOf.column(id);
      const { name, description } = column;
      return { kind: 'column', root: address, page: address, name, description, articles };
    }),
    ...Array.from(archive.columnists.values(), ({ id, columnist, works }): FeedSource => {
      const address = addressOf.columnist(id);
      return {
        kind: 'columnist',
        root: address,
        page: address,
        name: columnist.name,
        description: columnist.description,
        articles: works.map(({ article }) => article),
      };
    }),
    // In the order in which the names first appeared: a new name renumbers no other.
    ...Array.from(pageNames, ([name, articles]): FeedSource => {
      const id = distinctSlug(slugFromText(name) || 'page', (slug) => taken.has(slug));
      taken.add(id);
      return { kind: 'page-name', root: addressOf.pageName(id), page: root, name, articles };
    }),
  ];
});
