import type { AstroComponentFactory } from 'astro/runtime/server/index.js';
import { getEntry, render } from 'astro:content';
import type { ArchivedArticle } from './archive.ts';

/**
 * An interactive article's own MDX, with the components that it imports; for its own page.
 *
 * @returns undefined for any other article
 */
export async function loadInteractiveBody({
  id,
  isInteractive,
}: ArchivedArticle): Promise<AstroComponentFactory | undefined> {
  const entry = isInteractive ? await getEntry('articles', id) : undefined;
  return entry && (await render(entry)).Content;
}
