import type { AstroComponentFactory } from 'astro/runtime/server/index.js';
import { getEntry, render } from 'astro:content';
import type { ArchivedArticle } from './archive.ts';

/** Bodies that only Astro can set, because it knows the addresses of the pictures in them. */
export type Bodies = ReadonlyMap<string, AstroComponentFactory>;

/**
 * Renders those of the articles that have pictures in their bodies; the others are ready HTML.
 *
 * @param alive true on an article's own page, where an interactive one has its components
 */
export async function loadBodies(
  articles: readonly ArchivedArticle[],
  alive = false,
): Promise<Bodies> {
  const bodies = new Map<string, AstroComponentFactory>();
  for (const { id, hasPicturesInBody, isInteractive } of articles) {
    if (!hasPicturesInBody && !(alive && isInteractive)) continue;
    const entry = await getEntry('articles', id);
    if (entry) bodies.set(id, (await render(entry)).Content);
  }
  return bodies;
}
