import { createHash } from 'node:crypto';
import { readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import mdx from '@astrojs/mdx';
import { unified } from '@astrojs/markdown-remark';
import { defineConfig } from 'astro/config';
import { parse } from 'yaml';
import { contentOverlay } from './src/collections/dev-overlay.ts';
import { contentRoot } from './src/collections/content-root.ts';
import { incrementalPrinting } from './src/collections/incremental-printing.ts';
import { layPublic } from './src/collections/lay-public.ts';
import { layRedirects } from './src/collections/lay-redirects.ts';
import { adminEditor } from './src/desk/cms/admin-editor.ts';
import { desksInDev } from './src/desk/desks-in-dev.ts';
import { markCompletion } from './src/desk/site/mark-completion.ts';
import { remarkPlugins } from './src/manuscript/plugins.ts';
import { componentHandlers } from './src/manuscript/render-article.ts';

const projectRoot = fileURLToPath(new URL('.', import.meta.url));
const content = contentRoot(projectRoot, process.env);
// What was read and rendered of a content folder; two newspapers must not share it.
const cacheDir = join(
  projectRoot,
  '.cache/astro',
  createHash('sha256').update(content).digest('hex').slice(0, 12),
);
const publicDir = layPublic(
  join(projectRoot, 'public'),
  join(content, 'public'),
  join(cacheDir, 'public'),
);
const address = readAddress(join(content, 'publication.yaml'));

export default defineConfig({
  site: address.origin,
  // A paper at https://example.org/paper/ says so in publication.yaml; EPAPER_BASE is for a preview elsewhere.
  base: process.env.EPAPER_BASE ?? address.pathname,
  trailingSlash: 'always',
  prerenderConflictBehavior: 'error',
  // 'jsx' drops line breaks between inline elements: in Chinese such a break would show as a blank.
  compressHTML: 'jsx',
  devToolbar: { enabled: false },
  logger: { entrypoint: './src/desk/site/terminal-logger.ts' },
  cacheDir,
  publicDir,
  integrations: [
    mdx(),
    contentOverlay(),
    markCompletion(),
    // At /_desk/.
    desksInDev(content),
    // At /admin/, where publication.yaml says so.
    adminEditor(content, projectRoot, join(projectRoot, '.cache')),
    layRedirects(content),
    // Prints what changed; without this line everything is printed every time, to the same bytes.
    incrementalPrinting(content),
  ],
  markdown: {
    // Shiki would colour code that newspapers do not have, and costs half a second at every start.
    syntaxHighlight: false,
    processor: unified({
      gfm: false,
      smartypants: false,
      remarkPlugins,
      remarkRehype: { handlers: componentHandlers },
    }),
  },
  vite: {
    define: {
      'import.meta.env.EPAPER_CONTENT_ROOT': JSON.stringify(content),
      'import.meta.env.EPAPER_PUBLIC': JSON.stringify(publicDir),
      'import.meta.env.EPAPER_PROJECT_ROOT': JSON.stringify(projectRoot.replace(/[\\/]$/, '')),
    },
    // A script that stood in the page would need its hash in the content security policy.
    build: {
      assetsInlineLimit: 0,
      rolldownOptions: {
        // Astro marks its MDX modules with a directive of its own; seven lines of warning each, about nothing.
        onwarn: (warning, warn) => {
          if (warning.code !== 'MODULE_LEVEL_DIRECTIVE') warn(warning);
        },
      },
    },
    server: { fs: { allow: [projectRoot, content] } },
  },
});

/** A publication.yaml that cannot be read is reported by the check of content/, with line and column. */
function readAddress(file) {
  try {
    // Reading a pipe waits for ever.
    if (!statSync(file).isFile()) throw new Error(`${file} is no file`);
    return new URL(parse(readFileSync(file, 'utf8')).address);
  } catch {
    return new URL('http://localhost/');
  }
}
