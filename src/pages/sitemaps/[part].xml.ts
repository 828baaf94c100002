import type { APIRoute, GetStaticPaths } from 'astro';
import { loadSite } from '../../archive/load-site.ts';
import { renderSitemap } from '../../exports/sitemap.ts';
import { loadSitemaps, onWeb } from '../_sitemap.ts';

export const getStaticPaths = (async () => {
  const { fileKeyOf } = await loadSite();
  return (await loadSitemaps()).map(({ part, entries }) => ({
    params: { part },
    cacheKey: fileKeyOf(() => entries),
  }));
}) satisfies GetStaticPaths;

export const GET: APIRoute = async ({ params, site }) => {
  const map = (await loadSitemaps()).find(({ part }) => part === params['part'])!;
  return new Response(renderSitemap(onWeb(map.entries, site)), {
    headers: { 'content-type': 'application/xml; charset=utf-8' },
  });
};
