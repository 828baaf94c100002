import type { APIRoute, GetStaticPaths } from 'astro';
import { loadSite } from '../../../archive/load-site.ts';
import { renderArticleMarkdown } from '../../../exports/article-markdown.ts';
import { articlePaths, loadArticle } from '../../_article.ts';

export const getStaticPaths = (() => articlePaths('articleMarkdown')) satisfies GetStaticPaths;

export const GET: APIRoute<{ id: string }> = async ({ props, site }) => {
  const { name } = (await loadSite()).archive.publication;
  const { article } = await loadArticle(props.id, site);
  return new Response(renderArticleMarkdown(article, name), {
    headers: { 'content-type': 'text/markdown; charset=utf-8' },
  });
};
