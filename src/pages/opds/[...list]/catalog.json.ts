import type { APIRoute, GetStaticPaths } from 'astro';
import { renderOpdsJson } from '../../../exports/opds/render-opds-json.ts';
import { loadCatalogue, opdsPaths } from '../../_opds.ts';

export const getStaticPaths = opdsPaths satisfies GetStaticPaths;

export const GET: APIRoute = async ({ params, site }) =>
  new Response(renderOpdsJson(await loadCatalogue(params['list'], 'json', site)), {
    headers: { 'content-type': 'application/opds+json' },
  });
