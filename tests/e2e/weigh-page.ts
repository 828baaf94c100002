import { readFileSync, statSync } from 'node:fs';
import { gzipSync } from 'node:zlib';
import type { Element } from 'hast';
import { rehype } from 'rehype';
import { visit } from 'unist-util-visit';
import { fileOf } from './site-files.ts';

export interface PageWeight {
  readonly html: number;
  readonly css: number;
  readonly script: number;
  readonly type: number;
  readonly images: number;
}

/** What a page weighs over the wire, in bytes: text by gzip -6, as a plain host sends it. */
export function weighPage(directory: string, base: string, address: string): PageWeight {
  const wire = (bytes: Buffer): number => gzipSync(bytes, { level: 6 }).length;
  const page = readFileSync(fileOf(directory, address));
  const files = {
    css: new Set<string>(),
    script: new Set<string>(),
    type: new Set<string>(),
    images: new Set<string>(),
  };
  const add = (kind: keyof typeof files, link: unknown): void => {
    if (typeof link !== 'string') return;
    const { pathname } = new URL(link, `http://site${base}`);
    files[kind].add(fileOf(directory, pathname.slice(base.length - 1)));
  };
  visit(rehype().parse(page), 'element', ({ tagName, properties }: Element) => {
    const rel = Array.isArray(properties['rel']) ? properties['rel'].join(' ') : '';
    if (tagName === 'link' && rel === 'stylesheet') add('css', properties['href']);
    if (tagName === 'link' && rel === 'modulepreload') add('script', properties['href']);
    if (tagName === 'link' && rel === 'preload' && properties['as'] === 'font')
      add('type', properties['href']);
    if (tagName === 'script') add('script', properties['src']);
    if (tagName === 'img') add('images', properties['src']);
  });
  for (const file of files.script) {
    for (const [, imported] of readFileSync(file, 'utf8').matchAll(
      /(?:from|import)\s*"\.\/([^"]+)"/g,
    )) {
      files.script.add(file.replace(/[^/]+$/, imported!));
    }
  }
  const sum = (kind: keyof typeof files, size: (file: string) => number): number =>
    [...files[kind]].reduce((total, file) => total + size(file), 0);
  return {
    html: wire(page),
    css: sum('css', (file) => wire(readFileSync(file))),
    script: sum('script', (file) => wire(readFileSync(file))),
    type: sum('type', (file) => statSync(file).size),
    images: sum('images', (file) => statSync(file).size),
  };
}
