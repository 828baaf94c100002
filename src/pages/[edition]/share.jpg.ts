import type { APIRoute, GetStaticPaths } from 'astro';
import { loadSite } from '../../archive/load-site.ts';
import { editionPictureText } from '../../exports/edition-pictures.ts';
import { exportKeys } from '../../exports/export-keys.ts';
import { shareSvg } from '../../exports/pictures/picture-svg.ts';
import { outputsOf } from '../../newspaper/outputs.ts';
import { loadPicture } from '../_picture.ts';
import { findPictureType } from '../../typefoundry/picture-type.ts';

export const getStaticPaths = (async () => {
  const { archive, wording } = await loadSite();
  const { publication, editions } = archive;
  const font = findPictureType(publication.language, import.meta.env.EPAPER_PROJECT_ROOT);
  if (!outputsOf(publication).sharePictures || font === undefined) return [];
  const keys = exportKeys(archive);
  return editions.map((archived) => ({
    params: { edition: archived.edition.date as string },
    cacheKey: keys.of(editionPictureText(archive, wording, archived), font.split('/').at(-1)),
  }));
}) satisfies GetStaticPaths;

export const GET: APIRoute = async ({ params }) => {
  const { archive, wording } = await loadSite();
  const edition = archive.editionByDate.get(params['edition']!)!;
  const text = editionPictureText(archive, wording, edition);
  const picture = await loadPicture(archive.publication.language, text, shareSvg);
  return new Response(picture!.bytes, { headers: { 'content-type': 'image/jpeg' } });
};
