import { hash } from 'node:crypto';
import type { APIRoute, GetStaticPaths } from 'astro';
import { loadSite } from '../../archive/load-site.ts';
import { searchManifest, searchNames } from '../../search/site-index.ts';

/** What the index is made of, and the names that a reader narrows a search by. */
export const getStaticPaths = (async () => {
  const { archive, wording } = await loadSite();
  const texts = {
    index: JSON.stringify(searchManifest(archive, wording)),
    names: JSON.stringify(searchNames(archive)),
  };
  return Object.entries(texts).map(([data, text]) => ({
    params: { data },
    props: { text },
    cacheKey: hash('sha1', text),
  }));
}) satisfies GetStaticPaths;

export const GET: APIRoute<{ text: string }> = ({ props }) =>
  new Response(props.text, { headers: { 'content-type': 'application/json' } });
