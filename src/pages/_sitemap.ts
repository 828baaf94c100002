import type { Archive, ArchivedEdition } from '../archive/archive.ts';
import { loadSite } from '../archive/load-site.ts';
import { href } from '../components/href.ts';
import { lastChange, lastDay } from '../exports/last-change.ts';
import { splitSitemap, type SitemapEntry } from '../exports/sitemap.ts';
import { addressOf } from '../newspaper/address.ts';

export interface LoadedSitemap {
  /** A year, or `lists`; with a number where there are too many pages for one. */
  readonly part: string;
  /** The newest day of its entries. */
  readonly changed: string | undefined;
  /** Addresses from the site's root. */
  readonly entries: readonly SitemapEntry[];
}

/**
 * The paper's site maps. A page's day of change is its edition's, or a correction's: days that the
 * paper itself names. Lists change with the newest article that they hold.
 */
export async function loadSitemaps(): Promise<readonly LoadedSitemap[]> {
  const { archive, pages } = await loadSite();
  const years = Map.groupBy(archive.editions, ({ edition }) => edition.date.slice(0, 4));
  return [
    ...Array.from(years, ([year, editions]) =>
      splitSitemap(year, editions.flatMap(editionEntries)),
    ),
    splitSitemap('lists', listEntries(archive, pages)),
  ]
    .flat()
    .map((map) => ({
      ...map,
      changed: map.entries
        .map(({ changed }) => changed)
        .filter((changed) => changed !== undefined)
        .sort()
        .at(-1),
    }));
}

/** The same with their addresses on the web. */
export function onWeb(
  entries: readonly SitemapEntry[],
  site: URL | undefined,
): readonly SitemapEntry[] {
  return entries.map(({ address, changed }) => ({
    address: new URL(href(address), site).href,
    changed,
  }));
}

function editionEntries(archived: ArchivedEdition): SitemapEntry[] {
  const { date } = archived.edition;
  const changed = lastChange(archived);
  return [
    { address: addressOf.edition(date), changed },
    ...archived.pages.flatMap(({ page, articles }) => [
      { address: addressOf.page(date, page.number), changed },
      ...articles.map((article) => ({
        address: addressOf.article({ edition: date, page: page.number, slug: article.slug }),
        changed: lastDay([article]),
      })),
    ]),
  ];
}

function listEntries(
  { editions, sections, columns, columnists }: Archive,
  ownPages: readonly { readonly address: string }[],
): SitemapEntry[] {
  const newest = (articles: readonly { readonly data: { readonly edition: string } }[]) =>
    articles.at(-1)?.data.edition;
  return [
    ...[addressOf.sections(), addressOf.columns(), addressOf.columnists(), addressOf.archive()].map(
      (address) => ({ address, changed: editions.at(-1)?.edition.date }),
    ),
    ...Array.from(sections.values(), ({ id, articles }) => ({
      address: addressOf.section(id),
      changed: newest(articles),
    })),
    ...Array.from(columns.values(), ({ id, articles }) => ({
      address: addressOf.column(id),
      changed: newest(articles),
    })),
    ...Array.from(columnists.values(), ({ id, works }) => ({
      address: addressOf.columnist(id),
      changed: works.at(-1)?.article.data.edition,
    })),
    // Nobody notes when these were last written.
    ...ownPages.map(({ address }) => ({ address })),
  ];
}
