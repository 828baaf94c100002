import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { APIRoute } from 'astro';
import { loadSite } from '../archive/load-site.ts';
import { href } from '../components/href.ts';
import { paletteOf } from '../newspaper/palette.ts';

/** Icons that a paper may put into its public/ folder; the maskable one has its sign within the inner four fifths. */
const icons = [
  { file: 'icon-192.png', sizes: '192x192', purpose: 'any' },
  { file: 'icon-512.png', sizes: '512x512', purpose: 'any' },
  { file: 'icon-maskable-512.png', sizes: '512x512', purpose: 'maskable' },
] as const;

/** What makes the paper installable, from publication.yaml and public/. */
export const GET: APIRoute = async () => {
  const { publication } = (await loadSite()).archive;
  const { paper } = paletteOf(publication.colours).light;
  const folder = import.meta.env.EPAPER_PUBLIC;
  const manifest = {
    id: href('/'),
    name: publication.name,
    short_name: publication.name,
    description: publication.description,
    lang: publication.language,
    start_url: href('/'),
    scope: href('/'),
    display: 'standalone',
    background_color: paper,
    theme_color: paper,
    icons: [
      ...icons
        .filter(({ file }) => existsSync(join(folder, file)))
        .map(({ file, ...icon }) => ({ src: href(`/${file}`), ...icon, type: 'image/png' })),
      { src: href('/favicon.svg'), sizes: 'any', purpose: 'any', type: 'image/svg+xml' },
    ],
  };
  return new Response(JSON.stringify(manifest), {
    headers: { 'content-type': 'application/manifest+json' },
  });
};
