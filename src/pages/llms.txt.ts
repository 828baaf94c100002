import type { APIRoute } from 'astro';
import { listPageAt } from '../archive/list-pages.ts';
import { loadSite } from '../archive/load-site.ts';
import { href } from '../components/href.ts';
import { renderLlmsText } from '../exports/llms-text.ts';
import { addressOf } from '../newspaper/address.ts';
import { outputsOf } from '../newspaper/outputs.ts';
import { exportWordingFor } from '../wording/export-wording.ts';

export const GET: APIRoute = async ({ site }) => {
  const { archive, wording, pages } = await loadSite();
  const { publication, editions, sections } = archive;
  const outputs = outputsOf(publication);
  const words = exportWordingFor(publication.language);
  const link = (name: string, address: string, note?: string) => ({
    name,
    address: new URL(href(address), site).href,
    note,
  });
  const { items } = listPageAt(editions, undefined);
  const newest = items[0];
  const [example] = (newest?.pages ?? []).flatMap(({ articles }) =>
    articles.map(({ slug, data: { edition, page } }) => ({ edition, page, slug })),
  );
  const { anyArticle } = words.takeAway;
  const text = renderLlmsText({
    paper: publication.name,
    description: publication.description,
    rights: publication.rights.notice,
    groups: [
      {
        title: words.opds.latest,
        links: items.map(({ edition, pages: ofEdition }) =>
          link(
            wording.date.full(edition.date),
            outputs.editionJson
              ? addressOf.editionJson(edition.date)
              : addressOf.edition(edition.date),
            wording.edition.articleCount(
              ofEdition.reduce((sum, { articles }) => sum + articles.length, 0),
            ),
          ),
        ),
      },
      {
        title: wording.section.indexTitle,
        links: Array.from(sections.values(), ({ id, section }) =>
          link(section.name, addressOf.section(id), section.description),
        ),
      },
      {
        title: words.takeAway.title,
        links: [
          link(wording.archive.title, addressOf.archive()),
          ...(outputs.editionJson && newest !== undefined
            ? [
                link(
                  words.takeAway.editionJson,
                  addressOf.editionJson(newest.edition.date),
                  words.takeAway.anyEdition,
                ),
                link('JSON Schema', addressOf.editionSchema()),
              ]
            : []),
          ...(example === undefined
            ? []
            : [
                ...(outputs.articleMarkdown
                  ? [link('Markdown', addressOf.articleMarkdown(example), anyArticle('.md'))]
                  : []),
                ...(outputs.articleJson
                  ? [link('JSON', addressOf.articleJson(example), anyArticle('.json'))]
                  : []),
              ]),
          ...(outputs.feeds ? [link(words.feeds.title, addressOf.feeds())] : []),
          ...(outputs.epub === 'none'
            ? []
            : [link(words.takeAway.catalogue, addressOf.opdsRoot())]),
          link('Sitemap', addressOf.sitemapIndex()),
          ...pages.map(({ text: name, address, description }) => link(name, address, description)),
        ],
      },
    ],
  });
  return new Response(text, { headers: { 'content-type': 'text/plain; charset=utf-8' } });
};
