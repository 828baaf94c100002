import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { glob, type Loader } from 'astro/loaders';

/**
 * Loads the paper's pages about itself, full MDX. A paper need not have any; Astro's own glob would
 * warn about the missing folder.
 *
 * @param root the content folder
 */
export function sitePagesLoader(root: string): Loader {
  const base = join(root, 'pages');
  return existsSync(base)
    ? glob({ base, pattern: '**/*.{md,mdx}' })
    : { name: 'no-pages', load: ({ store }) => Promise.resolve(store.clear()) };
}
