import { join } from 'node:path';
import type { APIRoute, GetStaticPaths } from 'astro';
import { facsimileWidths } from '../../../archive/facsimile-view.ts';
import { loadSite } from '../../../archive/load-site.ts';
import { showsFacsimile } from '../../../archive/shows-facsimile.ts';
import { resizeScan } from '../../../exports/pictures/resize-scan.ts';
import { formatPageNumber } from '../../../newspaper/format-page-number.ts';

export const getStaticPaths = (async () => {
  const { archive, fileKeyOf } = await loadSite();
  return archive.editions.flatMap(({ edition, pages }) =>
    pages.flatMap((page) =>
      showsFacsimile(archive, page)
        ? facsimileWidths(page.facsimile!).map((width) => ({
            params: {
              edition: edition.date as string,
              page: formatPageNumber(page.page.number),
              width: String(width),
            },
            cacheKey: fileKeyOf(() => [page.facsimile!.picture!.digest, width]),
          }))
        : [],
    ),
  );
}) satisfies GetStaticPaths;

export const GET: APIRoute = async ({ params }) => {
  const { archive } = await loadSite();
  const edition = archive.editionByDate.get(params['edition']!)!;
  const { facsimile } = edition.pages.find(
    ({ page: { number } }) => number === Number(params['page']),
  )!;
  const file = join(import.meta.env.EPAPER_CONTENT_ROOT, facsimile!.picture!.file);
  const bytes = await resizeScan(file, Number(params['width']));
  return new Response(new Uint8Array(bytes), { headers: { 'content-type': 'image/webp' } });
};
