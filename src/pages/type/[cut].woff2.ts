import { join } from 'node:path';
import type { APIRoute, GetStaticPaths } from 'astro';
import { editionType } from '../../archive/edition-type.ts';
import { loadSite } from '../../archive/load-site.ts';
import { findHeadlineType } from '../../typefoundry/cut-type.ts';
import { chooseCharacters } from '../../typefoundry/headline-type.ts';
import { cutTypeAside } from '../../typefoundry/type-cutter.ts';
import { typeFileName } from '../../typefoundry/type-file.ts';

/** The cuts of the headline type: one of the paper's name, one of each edition's headlines. */
export const getStaticPaths = (async () => {
  const { archive } = await loadSite();
  const font = findHeadlineType(archive.publication.language, import.meta.env.EPAPER_PROJECT_ROOT);
  if (font === undefined) return [];
  const { characters: name } = chooseCharacters([{ id: 'name', text: archive.publication.name }]);
  const cuts = [
    ['nameplate', name] as const,
    ...archive.editions.map(
      (archived) => [archived.edition.date, editionType(archived).characters] as const,
    ),
  ];
  return cuts
    .filter(([, characters]) => characters !== '')
    .map(([purpose, characters]) => ({
      params: { cut: typeFileName(purpose, characters).replace(/\.woff2$/, '') },
      props: { font, characters },
      cacheKey: `${font} ${characters}`,
    }));
}) satisfies GetStaticPaths;

export const GET: APIRoute<{ font: string; characters: string }> = async ({ props }) => {
  const root = import.meta.env.EPAPER_PROJECT_ROOT;
  const cache =
    import.meta.env.EPAPER_KEPT === undefined ? undefined : join(root, '.cache', 'type');
  const cut = await cutTypeAside(root, props.font, props.characters, cache);
  return new Response(cut, { headers: { 'content-type': 'font/woff2' } });
};
