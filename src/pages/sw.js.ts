import { createHash } from 'node:crypto';
import type { APIRoute } from 'astro';
import { loadSite } from '../archive/load-site.ts';
import worker from '../client/service-worker.js?raw';

/** The service worker stands at the root of the site, so that all of it is within its scope. */
export const GET: APIRoute = async () => {
  const base = `${import.meta.env.BASE_URL.replace(/\/+$/, '')}/`;
  const { archive } = await loadSite();
  const version = createHash('sha256')
    .update(worker + JSON.stringify(archive.publication))
    .digest('hex')
    .slice(0, 12);
  const constants = `const BASE = ${JSON.stringify(base)};\nconst VERSION = ${JSON.stringify(version)};\n`;
  return new Response(constants + worker, {
    headers: { 'content-type': 'text/javascript; charset=utf-8' },
  });
};
