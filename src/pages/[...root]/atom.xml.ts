import type { APIRoute, GetStaticPaths } from 'astro';
import { renderAtom } from '../../exports/feeds/render-atom.ts';
import { feedPaths, loadFeed } from '../_feed.ts';

export const getStaticPaths = feedPaths satisfies GetStaticPaths;

export const GET: APIRoute = async ({ params, site }) =>
  new Response(renderAtom(await loadFeed(params['root'], site)), {
    headers: { 'content-type': 'application/atom+xml; charset=utf-8' },
  });
