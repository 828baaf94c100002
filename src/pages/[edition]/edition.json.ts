import type { APIRoute, GetStaticPaths } from 'astro';
import { renderEditionJson } from '../../exports/edition-document.ts';
import { editionPaths, loadEditionDocument } from '../_article.ts';

export const getStaticPaths = (() => editionPaths('editionJson')) satisfies GetStaticPaths;

export const GET: APIRoute = async ({ params, site }) =>
  new Response(renderEditionJson(await loadEditionDocument(params['edition']!, site)), {
    headers: { 'content-type': 'application/json; charset=utf-8' },
  });
