import { createHash } from 'node:crypto';
import { existsSync, readFileSync, renameSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build, type Plugin } from 'vite';

/** The script of the page, and what stands beside it under names of their own content. */
export const cmsScript = 'admin.js';

const entry = fileURLToPath(new URL('admin-entry.ts', import.meta.url));

/**
 * What the CMS loads for kinds of fields that a newspaper does not have: maps, highlighted code,
 * drawings to be minified. With them the bundle has 290 files, without 20.
 */
const unused = /^(?:@shikijs\/|leaflet|terra-draw|svgo\/)/;

/** Interface languages that papers here are written in; others see English, which is in the script. */
const locales = /\/locales\/(?!zh-CN|zh-TW)[\w-]+\.json$/;

/** The interface names its fonts twice: as files of its own, and at a network that serves anybody. */
const remoteFont = /@font-face \{[^{}]*\/\/cdn\.jsdelivr\.net[^{}]*\}/g;

/** @returns the version that is installed; undefined where the optional package is not */
export function cmsVersion(): string | undefined {
  try {
    const main = createRequire(import.meta.url).resolve('@sveltia/cms');
    const { version } = JSON.parse(
      readFileSync(join(dirname(main), '../package.json'), 'utf8'),
    ) as { version: string };
    return version;
  } catch {
    return undefined;
  }
}

/**
 * Bundles Sveltia CMS with its fonts and its interface languages, once for each version: afterwards
 * the folder is there. Its addresses are relative, so it serves under any base path, in `dev` too.
 *
 * @param cacheFolder absolute path; the bundle's folder lies in it
 * @returns absolute path of the folder
 */
export async function bundleCms(cacheFolder: string, version: string): Promise<string> {
  const own = readFileSync(fileURLToPath(import.meta.url)) + readFileSync(entry, 'utf8');
  const key = createHash('sha256').update(version).update(own).digest('hex').slice(0, 12);
  const folder = join(cacheFolder, `cms-${key}`);
  if (existsSync(folder)) return folder;
  const unfinished = `${folder}.${process.pid}`;
  await build({
    configFile: false,
    root: dirname(entry),
    base: './',
    publicDir: false,
    logLevel: 'silent',
    plugins: [withoutUnused],
    build: {
      outDir: unfinished,
      assetsInlineLimit: 0,
      assetsDir: '.',
      modulePreload: false,
      rolldownOptions: {
        input: entry,
        output: { entryFileNames: cmsScript, chunkFileNames: '[name]-[hash].js' },
      },
    },
  });
  try {
    renameSync(unfinished, folder);
  } catch (error) {
    // Another build was faster.
    rmSync(unfinished, { recursive: true, force: true });
    if (!existsSync(folder)) throw error;
  }
  return folder;
}

const withoutUnused: Plugin = {
  name: 'without-unused',
  enforce: 'pre',
  resolveId: (id) => (unused.test(id) || locales.test(id) ? '\0unused' : undefined),
  load: (id) => (id === '\0unused' ? 'export default {};' : undefined),
  transform: (code, id) =>
    id.includes('/@sveltia/cms/') ? code.replaceAll(remoteFont, '') : undefined,
};
