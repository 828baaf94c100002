import type { APIRoute, GetStaticPaths } from 'astro';
import { loadSite } from '../../archive/load-site.ts';
import { renderArticleMarkdown } from '../../exports/article-markdown.ts';
import { renderBag } from '../../exports/bagit.ts';
import { renderEditionJson } from '../../exports/edition-document.ts';
import { editionPaths, loadEditionDocument } from '../_article.ts';
import { loadPhotographs } from '../_photographs.ts';

export const getStaticPaths = (() => editionPaths('bag')) satisfies GetStaticPaths;

/** An edition's texts and pictures with their checksums; the pictures as large as the e-book has them. */
export const GET: APIRoute = async ({ params, site }) => {
  const { publication, editionByDate } = (await loadSite()).archive;
  const edition = await loadEditionDocument(params['edition']!, site);
  const text = new TextEncoder();
  const payload = new Map<string, Uint8Array>([
    ['edition.json', text.encode(renderEditionJson(edition))],
  ]);
  for (const { articles } of edition.pages) {
    for (const { article } of articles) {
      const markdown = renderArticleMarkdown(article, publication.name);
      payload.set(`articles/${article.id}.md`, text.encode(markdown));
    }
  }
  for (const [{ id }, pictures] of await loadPhotographs(editionByDate.get(edition.date)!)) {
    for (const [index, { bytes }] of pictures.entries()) {
      payload.set(`pictures/${id}-${index + 1}.jpg`, bytes);
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
