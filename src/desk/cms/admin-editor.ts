import { cpSync, mkdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { basename, join, relative, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import { readYamlAs } from '../../manuscript/read-yaml-as.ts';
import { publicationSchema, type Publication } from '../../newspaper/publication.ts';
import { bundleCms, cmsVersion } from './bundle-cms.ts';
import { cmsConfig } from './cms-config.ts';
import { renderAdminPage } from './render-admin-page.ts';

const contentTypes: Readonly<Record<string, string>> = {
  html: 'text/html; charset=utf-8',
  json: 'application/json; charset=utf-8',
  js: 'text/javascript; charset=utf-8',
  wasm: 'application/wasm',
  woff2: 'font/woff2',
  png: 'image/png',
};

/**
 * Sveltia CMS at /admin/, for a paper whose publication.yaml has `admin: true`: in a build and in
 * `astro dev` the same files. No page of the paper links to it or loads anything of it.
 *
 * @param content absolute path of the content folder
 * @param projectRoot absolute path
 * @param cacheFolder absolute path; the bundle is kept there
 */
export function adminEditor(
  content: string,
  projectRoot: string,
  cacheFolder: string,
): AstroIntegration {
  let base = '/';
  const textsOf = (publication: Publication): ReadonlyMap<string, string> =>
    new Map([
      ['index.html', renderAdminPage(publication)],
      [
        'config.json',
        JSON.stringify(cmsConfig(publication, prefixOf(content, projectRoot), base), null, 1),
      ],
    ]);
  return {
    name: 'newspaper:admin',
    hooks: {
      'astro:config:done': ({ config }) => {
        base = config.base;
      },
      'astro:server:setup': ({ server, logger }) => {
        const root = `${base.replace(/\/$/, '')}/admin/`;
        server.middlewares.use((request, response, next) => {
          const address = (request.originalUrl ?? request.url ?? '').replace(/[?#].*$/, '');
          const publication = address.startsWith(root) ? readSwitch(content) : undefined;
          if (publication === undefined) {
            next();
            return;
          }
          const name = address.slice(root.length) || 'index.html';
          const type = contentTypes[name.split('.').at(-1)!] ?? 'application/octet-stream';
          const text = textsOf(publication).get(name);
          if (text !== undefined) {
            response.writeHead(200, { 'content-type': type, 'cache-control': 'no-store' });
            response.end(text);
            return;
          }
          findBundle(cacheFolder, logger)
            .then((folder) => {
              const file = folder === undefined ? '' : join(folder, basename(name));
              if (!/^[\w.-]+$/.test(name) || !isFile(file)) {
                next();
                return;
              }
              // A file that goes while it is read is a request that fails, not the end of the dev server.
              const bytes = readFileSync(file);
              response.writeHead(200, { 'content-type': type });
              response.end(bytes);
            })
            .catch(next);
        });
      },
      'astro:build:done': async ({ dir, logger }) => {
        const publication = readSwitch(content);
        if (publication === undefined) return;
        const bundle = await findBundle(cacheFolder, logger);
        if (bundle === undefined) return;
        const folder = join(fileURLToPath(dir), 'admin');
        mkdirSync(folder, { recursive: true });
        cpSync(bundle, folder, { recursive: true });
        for (const [name, text] of textsOf(publication)) writeFileSync(join(folder, name), text);
      },
    },
  };
}

/** @returns undefined where it is switched off, or cannot be read, which the check of content/ tells */
function readSwitch(content: string): Publication | undefined {
  const file = join(content, 'publication.yaml');
  if (!isFile(file)) return undefined;
  const { value } = readYamlAs(readFileSync(file, 'utf8'), publicationSchema);
  return value?.admin === true ? value : undefined;
}

async function findBundle(
  cacheFolder: string,
  logger: { error: (message: string) => void },
): Promise<string | undefined> {
  const version = cmsVersion();
  if (version !== undefined) return bundleCms(cacheFolder, version);
  logger.error(
    'publication.yaml 写了 admin: true，但没有装 @sveltia/cms：运行 npm ci（不加 --omit=optional）。' +
      ' admin: true needs @sveltia/cms: run npm ci without --omit=optional.',
  );
  return undefined;
}

/** Where content/ lies in its repository; one outside the project is a repository of its own. */
function prefixOf(content: string, projectRoot: string): string {
  const path = relative(projectRoot, content).split(sep).join('/');
  return path === '' || path.startsWith('..') ? '' : `${path}/`;
}

function isFile(path: string): boolean {
  return statSync(path, { throwIfNoEntry: false })?.isFile() === true;
}
