import type { APIRoute, GetStaticPaths } from 'astro';
import { loadSite } from '../../archive/load-site.ts';
import { viewDigest } from '../../archive/view-digest.ts';
import { manifestOfPaper, searchManifest, searchNames } from '../../search/site-index.ts';

/** What the index is made of, and the names that a reader narrows a search by. */
export const getStaticPaths = (async () => {
  const { archive, wording } = await loadSite();
  return [
    { params: { data: 'index' }, cacheKey: viewDigest(manifestOfPaper(archive, wording)) },
    { params: { data: 'names' }, cacheKey: viewDigest(searchNames(archive)) },
  ];
}) satisfies GetStaticPaths;

export const GET: APIRoute = async ({ params }) => {
  const { archive, wording } = await loadSite();
  const data = params['data'] === 'index' ? searchManifest(archive, wording) : searchNames(archive);
  return new Response(JSON.stringify(data), { headers: { 'content-type': 'application/json' } });
};
