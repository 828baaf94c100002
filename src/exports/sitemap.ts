import { x } from 'xastscript';
import { writeXml } from './write-xml.ts';

export interface SitemapEntry {
  /** Absolute. */
  readonly address: string;
  /** The day on which what it shows last changed; absent where nobody knows. */
  readonly changed?: string | undefined;
}

/** What one file may hold (sitemaps.org/protocol): addresses, and bytes. */
export const sitemapLimits = { entries: 50_000, bytes: 50 * 2 ** 20 } as const;

/** Around an address, with a day; every character of it may have to be written as `&quot;` is. */
const entryBytes = ({ address }: SitemapEntry): number => 90 + 6 * Buffer.byteLength(address);

/**
 * Cuts a site map that is too long into several: `2024`, `2024-2`, `2024-3` …
 *
 * @param part its name
 * @returns one at least
 */
export function splitSitemap(
  part: string,
  entries: readonly SitemapEntry[],
  limits: { readonly entries: number; readonly bytes: number } = sitemapLimits,
): { readonly part: string; readonly entries: readonly SitemapEntry[] }[] {
  const maps: SitemapEntry[][] = [[]];
  let bytes = 200;
  for (const entry of entries) {
    const size = entryBytes(entry);
    const last = maps.at(-1)!;
    if (last.length > 0 && (last.length === limits.entries || bytes + size > limits.bytes)) {
      maps.push([entry]);
      bytes = 200 + size;
    } else {
      last.push(entry);
      bytes += size;
    }
  }
  return maps.map((own, index) => ({
    part: index === 0 ? part : `${part}-${index + 1}`,
    entries: own,
  }));
}

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
