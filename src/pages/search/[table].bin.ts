import { deflateRawSync } from 'node:zlib';
import type { APIRoute, GetStaticPaths } from 'astro';
import { foldPairs } from '../../search/site-index.ts';

/** Made by the program alone, whatever the paper: the press prints all anew where that changes. */
const cacheKey = 'fold';

/** The table by which traditional characters are compared; fetched for queries that have any. */
export const getStaticPaths = (() => [
  { params: { table: 'fold' }, cacheKey },
]) satisfies GetStaticPaths;

export const GET: APIRoute = () =>
  new Response(Uint8Array.from(deflateRawSync(foldPairs(), { level: 9 })), {
    headers: { 'content-type': 'application/octet-stream' },
  });
