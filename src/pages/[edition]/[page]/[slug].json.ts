import type { APIRoute, GetStaticPaths } from 'astro';
import { articleDocument } from '../../../exports/edition-document.ts';
import { writeJson } from '../../../exports/write-json.ts';
import { articlePaths, loadArticle } from '../../_article.ts';

export const getStaticPaths = (() => articlePaths('articleJson')) satisfies GetStaticPaths;

export const GET: APIRoute<{ id: string }> = async ({ props, site }) =>
  new Response(writeJson(articleDocument(await loadArticle(props.id, site))), {
    headers: { 'content-type': 'application/json; charset=utf-8' },
  });
