import type { APIRoute, GetStaticPaths } from 'astro';
import { loadSite } from '../../../archive/load-site.ts';
import { sectionPictureText } from '../../../exports/edition-pictures.ts';
import { shareSvg } from '../../../exports/pictures/picture-svg.ts';
import { outputsOf } from '../../../newspaper/outputs.ts';
import { loadPicture } from '../../_picture.ts';
import { findPictureType } from '../../../typefoundry/picture-type.ts';

export const getStaticPaths = (async () => {
  const { archive, fileKeyOf } = await loadSite();
  const font = findPictureType(archive.publication.language, import.meta.env.EPAPER_PROJECT_ROOT);
  if (!outputsOf(archive.publication).sharePictures || font === undefined) return [];
  return Array.from(archive.sections.keys(), (id) => ({
    params: { id },
    cacheKey: fileKeyOf(
      (digested) => sectionPictureText(digested, digested.sections.get(id)!),
      font.split('/').at(-1),
    ),
  }));
}) satisfies GetStaticPaths;

export const GET: APIRoute = async ({ params }) => {
  const { archive } = await loadSite();
  const text = sectionPictureText(archive, archive.sections.get(params['id']!)!);
  const picture = await loadPicture(archive.publication.language, text, shareSvg);
  return new Response(picture!.bytes, { headers: { 'content-type': 'image/jpeg' } });
};
