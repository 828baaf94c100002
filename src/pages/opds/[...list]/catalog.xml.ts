import type { APIRoute, GetStaticPaths } from 'astro';
import { renderOpdsXml } from '../../../exports/opds/render-opds-xml.ts';
import { loadCatalogue, opdsPaths } from '../../_opds.ts';

export const getStaticPaths = opdsPaths satisfies GetStaticPaths;

export const GET: APIRoute = async ({ params, site }) =>
  new Response(renderOpdsXml(await loadCatalogue(params['list'], 'xml', site)), {
    headers: { 'content-type': 'application/atom+xml;profile=opds-catalog;kind=acquisition' },
  });
