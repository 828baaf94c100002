import { cpSync, existsSync, lstatSync, mkdirSync, rmSync } from 'node:fs';
import { basename, dirname } from 'node:path';

/**
 * Lays a newspaper's own files (icons, a picture of its nameplate) over those that every newspaper
 * has: a file of its `public/` is published in the place of the project's of the same name.
 *
 * Astro knows one public folder, so the two are put together in a third, at every start.
 *
 * @param common absolute path of the project's public/
 * @param own absolute path of the newspaper's public/; it need not be there
 * @param together absolute path of the folder to make; what is in it goes
 * @returns the folder to publish
 */
export function layPublic(common: string, own: string, together: string): string {
  if (!existsSync(own)) return common;
  rmSync(together, { recursive: true, force: true });
  mkdirSync(dirname(together), { recursive: true });
  for (const folder of [common, own]) {
    if (!existsSync(folder)) continue;
    cpSync(folder, together, {
      recursive: true,
      preserveTimestamps: true,
      // What is published must be what was checked: a link may lead out of the folder, a pipe has no
      // end, and hidden files (.htaccess) are not listed (list-content-files.ts).
      filter: (path) => {
        const found = lstatSync(path);
        return (
          path === folder ||
          ((found.isFile() || found.isDirectory()) && !basename(path).startsWith('.'))
        );
      },
    });
  }
  return together;
}
