import type { APIRoute } from 'astro';
import { href } from '../components/href.ts';
import { addressOf } from '../newspaper/address.ts';

/** Everything may be read; the site maps say what there is. */
export const GET: APIRoute = ({ site }) =>
  new Response(
    `User-agent: *\nAllow: /\n\nSitemap: ${new URL(href(addressOf.sitemapIndex()), site).href}\n`,
  );
