/**
 * Everything in Astro's build that the press relies on and that is not promised: two things, which
 * astro-build.test.ts looks for in the Astro that is installed. What else it needs (`setPrerenderer`,
 * `getStaticPaths` with cache keys, `render`, `collectStaticImages`) is Astro's public interface.
 */
import type { AstroPrerenderer } from 'astro';

/**
 * Adds pages to those that Astro counts, and gives to integrations as their list (`astro:build:done`, a
 * site map for one): Astro does so as it prints them; of the press's pages it has printed none.
 *
 * @param names as Astro writes them: without a slash before, with one behind
 */
export function addPageNames(standard: AstroPrerenderer, names: readonly string[]): void {
  const { app } = standard as { app?: { getOptions?: () => { pageNames?: string[] } } };
  app?.getOptions?.().pageNames?.push(...names);
}

/** Astro deletes originals that no page refers to; the set is how its own cache tells it otherwise. */
export function keepOriginals(paths: readonly string[] = []): void {
  const assets = (globalThis as { astroAsset?: { referencedImages?: Set<string> } }).astroAsset;
  for (const path of paths) assets?.referencedImages?.add(path);
}
