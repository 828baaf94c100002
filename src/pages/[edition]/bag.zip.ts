import type { APIRoute, GetStaticPaths } from 'astro';
import { loadSite } from '../../archive/load-site.ts';
import { renderArticleMarkdown } from '../../exports/article-markdown.ts';
import { renderBag } from '../../exports/bagit.ts';
import { renderEditionJson } from '../../exports/edition-document.ts';
import { editionPaths, loadEditionDocument } from '../_article.ts';

export const getStaticPaths = (() => editionPaths('bag')) satisfies GetStaticPaths;

/** An edition's texts with their checksums. Its pictures are in the e-book, and at their addresses. */
export const GET: APIRoute = async ({ params, site }) => {
  const { publication } = (await loadSite()).archive;
  const edition = await loadEditionDocument(params['edition']!, site);
  const text = new TextEncoder();
  const payload = new Map([['edition.json', text.encode(renderEditionJson(edition))]]);
  for (const { articles } of edition.pages) {
    for (const { article } of articles) {
      const markdown = renderArticleMarkdown(article, publication.name);
      payload.set(`articles/${article.id}.md`, text.encode(markdown));
    }
  }
  const bag = renderBag(`edition-${edition.date}`, payload, {
    organization: edition.paper.publisher,
    description: `${publication.name} ${edition.date}`,
    identifier: edition.address,
    date: edition.date,
  });
  return new Response(new Uint8Array(bag), { headers: { 'content-type': 'application/zip' } });
};
