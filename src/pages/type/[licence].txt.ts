import type { APIRoute, GetStaticPaths } from 'astro';
import { getCollection } from 'astro:content';
import { findHeadlineType } from '../../typefoundry/cut-type.ts';
import text from '../../typefoundry/OFL.txt?raw';

/** The licence of the headline type goes wherever its cuts go. */
export const getStaticPaths = (async () => {
  const [publication] = await getCollection('publication');
  const { language } = publication!.data;
  const has = findHeadlineType(language, import.meta.env.EPAPER_PROJECT_ROOT) !== undefined;
  return has ? [{ params: { licence: 'OFL' } }] : [];
}) satisfies GetStaticPaths;

export const GET: APIRoute = () => new Response(text);
