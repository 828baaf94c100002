import { readdirSync, readFileSync } from 'node:fs';
import { join, sep } from 'node:path';

/**
 * Lists the addresses of all HTML pages of a built site, root-relative, sorted: `/`, `/2022-12-19/` …
 * 404.html is given as `/404.html`. Old addresses that lead on are not among them: a browser that opens
 * one goes away in the middle of a test.
 */
export function addressesOf(directory: string): string[] {
  return readdirSync(directory, { recursive: true, encoding: 'utf8' })
    .filter((path) => path.endsWith('.html') && !leadsOn(join(directory, path)))
    .map((path) => `/${path.split(sep).join('/')}`.replace(/index\.html$/, ''))
    .sort();
}

export function fileOf(directory: string, address: string): string {
  return join(directory, address.endsWith('/') ? `${address}index.html` : address);
}

function leadsOn(file: string): boolean {
  return readFileSync(file, 'utf8').includes('<meta http-equiv="refresh"');
}
