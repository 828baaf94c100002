import { createHash } from 'node:crypto';
import type { APIRoute } from 'astro';
import { loadSite } from '../archive/load-site.ts';
import retired from '../client/retired-service-worker.js?raw';
import worker from '../client/service-worker.js?raw';
import { outputsOf } from '../newspaper/outputs.ts';

/** The service worker stands at the root of the site, so that all of it is within its scope. */
export const GET: APIRoute = async () => {
  const base = `${import.meta.env.BASE_URL.replace(/\/+$/, '')}/`;
  const { archive } = await loadSite();
  if (!outputsOf(archive.publication).offline) return script(retired);
  const version = createHash('sha256')
    .update(worker + JSON.stringify(archive.publication))
    .digest('hex')
    .slice(0, 12);
  const constants = `const BASE = ${JSON.stringify(base)};\nconst VERSION = ${JSON.stringify(version)};\n`;
  return script(constants + worker);
};

function script(text: string): Response {
  return new Response(text, { headers: { 'content-type': 'text/javascript; charset=utf-8' } });
}
