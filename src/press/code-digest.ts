import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/**
 * Stands for everything but content that decides what a page looks like: the code of the site, its
 * packages, its configuration.
 *
 * Any change of src/ prints everything again. Which page uses which component could be asked of the
 * bundler; a layout or a style that changes is on every page anyway.
 *
 * @param projectRoot absolute path
 * @param settings of the build, whatever can be written as JSON
 */
export function codeDigest(projectRoot: string, settings: unknown): string {
  const hash = createHash('sha1').update(JSON.stringify(settings)).update(process.version);
  for (const file of ['package-lock.json', 'astro.config.mjs']) {
    hash.update(file).update(readFileSync(join(projectRoot, file)));
  }
  const add = (folder: string): void => {
    const entries = readdirSync(join(projectRoot, folder), { withFileTypes: true });
    for (const entry of entries.sort((left, right) => (left.name < right.name ? -1 : 1))) {
      const path = `${folder}/${entry.name}`;
      if (entry.isDirectory()) add(path);
      else if (!entry.name.endsWith('.test.ts')) {
        hash.update(`${path}\0`).update(readFileSync(join(projectRoot, path)));
      }
    }
  };
  add('src');
  return hash.digest('base64url');
}
