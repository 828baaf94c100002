import type { APIRoute } from 'astro';
import { href } from '../components/href.ts';
import { renderSitemapIndex } from '../exports/sitemap.ts';
import { addressOf } from '../newspaper/address.ts';
import { loadSitemaps } from './_sitemap.ts';

/** The list of the site maps: one a year, and one of what stands beside the editions. */
export const GET: APIRoute = async ({ site }) => {
  const maps = await loadSitemaps(site);
  return new Response(
    renderSitemapIndex(
      maps.map(({ part, changed }) => ({
        address: new URL(href(addressOf.sitemap(part)), site).href,
        changed,
      })),
    ),
    { headers: { 'content-type': 'application/xml; charset=utf-8' } },
  );
};
