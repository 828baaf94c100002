import type { APIRoute, GetStaticPaths } from 'astro';
import { loadSite } from '../../archive/load-site.ts';
import { renderEpub } from '../../exports/epub/render-epub.ts';
import { outputsOf } from '../../newspaper/outputs.ts';
import { exportWordingFor } from '../../wording/export-wording.ts';
import { epubKey, loadEpubEdition } from '../_epub.ts';
import { findPictureType } from '../../typefoundry/picture-type.ts';

export const getStaticPaths = (async () => {
  const { archive, wording, fileKeyOf } = await loadSite();
  const { publication, editions } = archive;
  if (outputsOf(publication).epub === 'none') return [];
  const font = findPictureType(publication.language, import.meta.env.EPAPER_PROJECT_ROOT)
    ?.split('/')
    .at(-1);
  return editions.map(({ edition: { date } }) => ({
    params: { edition: date as string },
    cacheKey: fileKeyOf((digested) => epubKey(digested, wording, date), font),
  }));
}) satisfies GetStaticPaths;

export const GET: APIRoute = async ({ params, site }) => {
  const edition = await loadEpubEdition(params['edition']!, site);
  const book = renderEpub(edition, exportWordingFor(edition.language));
  return new Response(new Uint8Array(book), {
    headers: { 'content-type': 'application/epub+zip' },
  });
};
