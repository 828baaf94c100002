import { x } from 'xastscript';
import { writeXml } from './write-xml.ts';

export interface SitemapEntry {
  /** Absolute. */
  readonly address: string;
  /** The day on which what it shows last changed; absent where nobody knows. */
  readonly changed?: string | undefined;
}

/** What one file may hold (sitemaps.org); a year of a large daily has fewer. */
export const sitemapLimit = 50_000;

const namespace = 'http://www.sitemaps.org/schemas/sitemap/0.9';

/** A site map of pages. */
export function renderSitemap(entries: readonly SitemapEntry[]): string {
  return writeXml(
    x(
      'urlset',
      { xmlns: namespace },
      entries.map((entry) => x('url', of(entry))),
    ),
  );
}

/** The list of site maps. */
export function renderSitemapIndex(entries: readonly SitemapEntry[]): string {
  return writeXml(
    x(
      'sitemapindex',
      { xmlns: namespace },
      entries.map((entry) => x('sitemap', of(entry))),
    ),
  );
}

function of({ address, changed }: SitemapEntry) {
  return [x('loc', address), ...(changed === undefined ? [] : [x('lastmod', changed)])];
}
