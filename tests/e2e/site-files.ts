import { readdirSync } from 'node:fs';
import { join, sep } from 'node:path';

/**
 * Lists the addresses of all HTML pages of a built site, root-relative, sorted: `/`, `/2022-12-19/` …
 * 404.html is given as `/404.html`.
 */
export function addressesOf(directory: string): string[] {
  return readdirSync(directory, { recursive: true, encoding: 'utf8' })
    .filter((path) => path.endsWith('.html'))
    .map((path) => `/${path.split(sep).join('/')}`.replace(/index\.html$/, ''))
    .sort();
}

export function fileOf(directory: string, address: string): string {
  return join(directory, address.endsWith('/') ? `${address}index.html` : address);
}
