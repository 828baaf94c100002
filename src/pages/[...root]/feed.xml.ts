import type { APIRoute, GetStaticPaths } from 'astro';
import { renderRss } from '../../exports/feeds/render-rss.ts';
import { feedPaths, loadFeed } from '../_feed.ts';

export const getStaticPaths = feedPaths satisfies GetStaticPaths;

export const GET: APIRoute = async ({ params, site }) =>
  new Response(renderRss(await loadFeed(params['root'], site)), {
    headers: { 'content-type': 'application/rss+xml; charset=utf-8' },
  });
