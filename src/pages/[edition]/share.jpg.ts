import type { APIRoute, GetStaticPaths } from 'astro';
import { loadSite } from '../../archive/load-site.ts';
import { editionPictureText } from '../../exports/edition-pictures.ts';
import { shareSvg } from '../../exports/pictures/picture-svg.ts';
import { outputsOf } from '../../newspaper/outputs.ts';
import { loadPicture } from '../_picture.ts';
import { findPictureType } from '../../typefoundry/picture-type.ts';

export const getStaticPaths = (async () => {
  const { archive, wording, fileKeyOf } = await loadSite();
  const { publication, editions } = archive;
  const font = findPictureType(publication.language, import.meta.env.EPAPER_PROJECT_ROOT);
  if (!outputsOf(publication).sharePictures || font === undefined) return [];
  return editions.map(({ edition: { date } }) => ({
    params: { edition: date as string },
    cacheKey: fileKeyOf(
      (digested) => editionPictureText(digested, wording, digested.editionByDate.get(date)!),
      font.split('/').at(-1),
    ),
  }));
}) satisfies GetStaticPaths;

export const GET: APIRoute = async ({ params }) => {
  const { archive, wording } = await loadSite();
  const edition = archive.editionByDate.get(params['edition']!)!;
  const text = editionPictureText(archive, wording, edition);
  const picture = await loadPicture(archive.publication.language, text, shareSvg);
  return new Response(picture!.bytes, { headers: { 'content-type': 'image/jpeg' } });
};
