import { fileURLToPath } from 'node:url';
import { relative } from 'node:path';
import type { AstroIntegration } from 'astro';
import { press } from '../press/press.ts';
import { joinArticlesToStore } from './astro-data-store.ts';

/**
 * Prints what changed, and keeps between builds what was read and rendered. It is one line of
 * astro.config.mjs: without it the site is built as Astro builds one, every page every time, to the
 * same bytes (tests/e2e/plain-build.test.ts).
 *
 * With it: articles and bodies are kept in the cache folder (article-file.ts, bodies.ts) and handed
 * to pages from there; cut type is kept; parts that stand on all pages are set once
 * (components/SetOnce.astro); pages with an equal cacheKey stay (press/press.ts).
 *
 * It must be the last integration: the press takes stock of the output folder when all others are done.
 *
 * @param content absolute path of the content folder
 */
export function incrementalPrinting(content: string): AstroIntegration {
  const { hooks, ...rest } = press();
  return {
    ...rest,
    name: 'newspaper:incremental-printing',
    hooks: {
      ...hooks,
      'astro:config:setup': async (options) => {
        const { command, config, updateConfig } = options;
        const kept = fileURLToPath(config.cacheDir).replace(/[\\/]$/, '');
        updateConfig({
          vite: { define: { 'import.meta.env.EPAPER_KEPT': JSON.stringify(kept) } },
        });
        if (command === 'build') {
          // In dev all articles are in Astro's store, which tells pages to reload.
          const contentPath = relative(fileURLToPath(config.root), content).replaceAll('\\', '/');
          const joiner = fileURLToPath(new URL('collections/article-file.ts', config.srcDir));
          updateConfig({
            vite: { plugins: [joinArticlesToStore(joiner, `${kept}/articles.json`, contentPath)] },
          });
        }
        await hooks['astro:config:setup']?.(options);
      },
    },
  };
}
