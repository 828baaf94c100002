import type { APIRoute } from 'astro';
import { href } from '../components/href.ts';
import { renderEditionSchema } from '../exports/edition-document.ts';
import { addressOf } from '../newspaper/address.ts';

/** The schema of every edition.json. */
export const GET: APIRoute = ({ site }) =>
  new Response(renderEditionSchema(new URL(href(addressOf.editionSchema()), site).href), {
    headers: { 'content-type': 'application/schema+json' },
  });
