import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { glob, type Loader, type LoaderContext } from 'astro/loaders';
import { decodeText } from '../manuscript/decode-text.ts';
import { readSitePage } from '../manuscript/read-site-page.ts';
import { readYamlAs } from '../manuscript/read-yaml-as.ts';
import { publicationSchema } from '../newspaper/publication.ts';

/**
 * Loads the paper's pages about itself. They hold what articles may hold; what is wrong in one is
 * told with all other mistakes (see load-paper.ts), and the page left out here. Only those that
 * publication.yaml lists under `interactive` are full MDX, through Astro's own loader.
 *
 * @param root the content folder
 */
export function sitePagesLoader(root: string): Loader {
  const folder = join(root, 'pages');
  return {
    name: 'newspaper-pages',
    load: async (context) => {
      const { interactive, language } = readPublication(root);
      const listed = interactive.filter((id) => id.startsWith('pages/')).map((id) => id.slice(6));
      // Astro's loader drops what is not of its pattern: it comes first.
      if (listed.length > 0 && existsSync(folder)) {
        await glob({ base: folder, pattern: listed.map((id) => `${id}.{md,mdx}`) }).load(context);
      } else {
        context.store.clear();
      }
      const fill = (): void => fillPages(context, folder, new Set(listed), language);
      fill();
      context.watcher?.add(folder);
      for (const event of ['add', 'change', 'unlink'] as const) {
        context.watcher?.on(event, (path: string) => {
          if (path.startsWith(folder)) fill();
        });
      }
    },
  };
}

function fillPages(
  { store, config }: LoaderContext,
  folder: string,
  interactive: ReadonlySet<string>,
  language: string,
): void {
  const projectRoot = fileURLToPath(config.root);
  const stale = new Set([...store.keys()].filter((id) => !interactive.has(id)));
  for (const name of existsSync(folder) ? readdirSync(folder).sort() : []) {
    const id = /^(.+)\.mdx?$/.exec(name)?.[1];
    if (id === undefined || interactive.has(id)) continue;
    // A folder or a pipe of such a name is told with the mistakes.
    if (!statSync(join(folder, name), { throwIfNoEntry: false })?.isFile()) continue;
    const bytes = readFileSync(join(folder, name));
    const decoded = decodeText(bytes);
    if (!('text' in decoded)) continue;
    const { entry } = readSitePage(decoded.text, { base: config.base, language });
    // In dev a broken page keeps its last good state.
    stale.delete(id);
    if (entry === undefined) continue;
    store.set({
      id,
      data: entry.data,
      digest: createHash('sha1').update(bytes).digest('base64url'),
      filePath: relative(projectRoot, join(folder, name)).replaceAll('\\', '/'),
      rendered: {
        html: entry.body.html,
        metadata: {
          headings: entry.body.headings.map(({ id: slug, level, text }) => ({
            depth: level,
            slug,
            text,
          })),
        },
      },
    });
  }
  for (const id of stale) store.delete(id);
}

function readPublication(root: string): { interactive: readonly string[]; language: string } {
  const file = join(root, 'publication.yaml');
  const decoded = existsSync(file) ? decodeText(readFileSync(file)) : undefined;
  const read =
    decoded && 'text' in decoded ? readYamlAs(decoded.text, publicationSchema) : undefined;
  return {
    interactive: read?.value?.interactive ?? [],
    language: read?.value?.language ?? 'zh-Hans',
  };
}
