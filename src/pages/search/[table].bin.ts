import { hash } from 'node:crypto';
import { deflateRawSync } from 'node:zlib';
import type { APIRoute, GetStaticPaths } from 'astro';
import { foldPairs } from '../../search/site-index.ts';

/** The table by which traditional characters are compared; fetched for queries that have any. */
export const getStaticPaths = (() => [
  { params: { table: 'fold' }, cacheKey: hash('sha1', foldPairs()) },
]) satisfies GetStaticPaths;

export const GET: APIRoute = () =>
  new Response(Uint8Array.from(deflateRawSync(foldPairs(), { level: 9 })), {
    headers: { 'content-type': 'application/octet-stream' },
  });
