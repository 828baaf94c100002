import type { APIRoute, GetStaticPaths } from 'astro';
import { renderJsonFeed } from '../../exports/feeds/render-json-feed.ts';
import { feedPaths, loadFeed } from '../_feed.ts';

export const getStaticPaths = feedPaths satisfies GetStaticPaths;

export const GET: APIRoute = async ({ params, site }) =>
  new Response(renderJsonFeed(await loadFeed(params['root'], site)), {
    headers: { 'content-type': 'application/feed+json; charset=utf-8' },
  });
