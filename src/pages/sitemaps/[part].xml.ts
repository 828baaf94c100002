import type { APIRoute, GetStaticPaths } from 'astro';
import { renderSitemap } from '../../exports/sitemap.ts';
import { loadSitemaps } from '../_sitemap.ts';

export const getStaticPaths = (async () =>
  (await loadSitemaps(undefined)).map(({ part, key }) => ({
    params: { part },
    cacheKey: key,
  }))) satisfies GetStaticPaths;

export const GET: APIRoute = async ({ params, site }) => {
  const maps = await loadSitemaps(site);
  return new Response(renderSitemap(maps.find(({ part }) => part === params['part'])!.entries()), {
    headers: { 'content-type': 'application/xml; charset=utf-8' },
  });
};
