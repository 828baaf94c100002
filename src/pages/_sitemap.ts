import { loadSite } from '../archive/load-site.ts';
import { href } from '../components/href.ts';
import { exportKeys } from '../exports/export-keys.ts';
import { lastChange } from '../exports/last-change.ts';
import type { SitemapEntry } from '../exports/sitemap.ts';
import { addressOf } from '../newspaper/address.ts';

interface LoadedSitemap {
  /** A year, or `lists`. */
  readonly part: string;
  readonly key: string;
  readonly changed: string | undefined;
  readonly entries: () => SitemapEntry[];
}

/**
 * The paper's site maps. A page's day of change is its edition's, or a correction's: days that the
 * paper itself names. Lists change with the newest article that they hold.
 */
export async function loadSitemaps(site: URL | undefined): Promise<LoadedSitemap[]> {
  const { archive, pages: ownPages } = await loadSite();
  const keys = exportKeys(archive);
  const onSite = (address: string): string => new URL(href(address), site).href;
  const byYear = Map.groupBy(archive.editions, ({ edition }) => edition.date.slice(0, 4));
  const years = Array.from(byYear, ([year, editions]): LoadedSitemap => {
    const shown = editions.map((archived) => ({
      date: archived.edition.date,
      changed: lastChange(archived),
      pages: archived.pages.map(({ page, articles }) => ({
        number: page.number,
        slugs: articles.map(({ slug, data }) => [
          slug,
          data.corrections
            .map(({ date }) => date)
            .sort()
            .at(-1) ?? data.edition,
        ]),
      })),
    }));
    return {
      part: year,
      key: keys.of(shown),
      changed: shown
        .map(({ changed }) => changed)
        .sort()
        .at(-1),
      entries: () =>
        shown.flatMap(({ date, changed, pages }) => [
          { address: onSite(addressOf.edition(date)), changed },
          ...pages.flatMap(({ number, slugs }) => [
            { address: onSite(addressOf.page(date, number)), changed },
            ...slugs.map(([slug, last]) => ({
              address: onSite(addressOf.article({ edition: date, page: number, slug: slug! })),
              changed: last! > date ? last! : date,
            })),
          ]),
        ]),
    };
  });
  const newest = (articles: readonly { readonly data: { readonly edition: string } }[]) =>
    articles.at(-1)?.data.edition;
  const lists: SitemapEntry[] = [
    ...[addressOf.sections(), addressOf.columns(), addressOf.columnists(), addressOf.archive()].map(
      (address) => ({
        address,
        changed: archive.editions.at(-1)?.edition.date as string | undefined,
      }),
    ),
    ...Array.from(archive.sections.values(), ({ id, articles }) => ({
      address: addressOf.section(id),
      changed: newest(articles),
    })),
    ...Array.from(archive.columns.values(), ({ id, articles }) => ({
      address: addressOf.column(id),
      changed: newest(articles),
    })),
    ...Array.from(archive.columnists.values(), ({ id, works }) => ({
      address: addressOf.columnist(id),
      changed: works.at(-1)?.article.data.edition as string | undefined,
    })),
    // Nobody notes when these were last written.
    ...ownPages.map(({ address }) => ({ address })),
  ];
  return [
    ...years,
    {
      part: 'lists',
      key: keys.of(lists),
      changed: archive.editions.at(-1)?.edition.date,
      entries: () => lists.map((entry) => ({ ...entry, address: onSite(entry.address) })),
    },
  ];
}
