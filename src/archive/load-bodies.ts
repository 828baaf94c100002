import type { AstroComponentFactory } from 'astro/runtime/server/index.js';
import { getEntry, render } from 'astro:content';
import type { ArchivedArticle } from './archive.ts';

/** Bodies that only Astro can set, because it knows the addresses of the pictures in them. */
export type Bodies = ReadonlyMap<string, AstroComponentFactory>;

/** Renders those of the articles that have pictures in their bodies; the others are ready HTML. */
export async function loadBodies(articles: readonly ArchivedArticle[]): Promise<Bodies> {
  const bodies = new Map<string, AstroComponentFactory>();
  for (const { id, hasPicturesInBody } of articles) {
    if (!hasPicturesInBody) continue;
    const entry = await getEntry('articles', id);
    if (entry) bodies.set(id, (await render(entry)).Content);
  }
  return bodies;
}
