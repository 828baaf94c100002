import type { APIRoute } from 'astro';
import { renderSitemapIndex } from '../exports/sitemap.ts';
import { addressOf } from '../newspaper/address.ts';
import { loadSitemaps, onWeb } from './_sitemap.ts';

/** The list of the site maps: one a year, and one of what stands beside the editions. */
export const GET: APIRoute = async ({ site }) => {
  const maps = (await loadSitemaps()).map(({ part, changed }) => ({
    address: addressOf.sitemap(part),
    changed,
  }));
  return new Response(renderSitemapIndex(onWeb(maps, site)), {
    headers: { 'content-type': 'application/xml; charset=utf-8' },
  });
};
