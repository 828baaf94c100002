import { existsSync, readdirSync, realpathSync } from 'node:fs';
import { basename, dirname, join, relative, sep } from 'node:path';
import type { Bilingual } from '../../newspaper/bilingual.ts';

/** By these an earlier build is known, a whole one or one that was interrupted. */
const marksOfASite: ReadonlySet<string> = new Set(['index.html', '404.html', '_astro']);

/**
 * Why a site must not be built into a folder: Astro empties it first (`emptyDir`), and only an empty
 * folder, or one that holds a site, has nothing to lose. `dist` of the project is always a site's.
 *
 * @param paths absolute
 * @returns undefined where it may
 */
export function refuseOutput(
  output: string,
  { projectRoot, content }: { readonly projectRoot: string; readonly content: string },
): Bilingual | undefined {
  const folder = realPath(output);
  for (const own of [projectRoot, content].map(realPath)) {
    if (isWithin(own, folder) || (own === realPath(content) && isWithin(folder, own))) {
      return {
        zh: `不能构建到 ${output}：构建先清空那个文件夹，${own} 就没有了。换一个 --outDir，如 dist`,
        en: `Cannot build into ${output}: a build empties that folder first, and ${own} would be lost. Name another --outDir, such as dist`,
      };
    }
  }
  if (folder === realPath(join(projectRoot, 'dist'))) return undefined;
  const names = namesIn(folder);
  if (names.length === 0 || names.some((name) => marksOfASite.has(name))) return undefined;
  return {
    zh: `不能构建到 ${output}：那里有别的文件（如 ${names[0]}），构建先清空那个文件夹。换一个空的、还没有的，或放过网站的`,
    en: `Cannot build into ${output}: there are other files (such as ${names[0]}), and a build empties that folder first. Name an empty one, a new one, or one that holds a site`,
  };
}

function isWithin(path: string, folder: string): boolean {
  const way = relative(folder, path);
  return way === '' || !(way === '..' || way.startsWith(`..${sep}`));
}

/** With links resolved as far as the path exists. */
function realPath(path: string): string {
  if (existsSync(path)) return realpathSync(path);
  return path === dirname(path) ? path : join(realPath(dirname(path)), basename(path));
}

/** What is no folder or cannot be read is told where the folder is tried. */
function namesIn(folder: string): string[] {
  try {
    return readdirSync(folder).sort();
  } catch {
    return [];
  }
}
