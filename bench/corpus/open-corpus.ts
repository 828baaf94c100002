import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';

/**
 * Finds the news corpus and unpacks it where it is an archive: EPAPER_CORPUS (a folder, or a
 * .tar.gz) first, then `../shared/corpora/*.tar.gz` beside the checkout.
 *
 * @param root the checkout
 * @param scratch an existing folder to unpack into
 * @returns the folder that holds the day files `YYYYMMDD.md`, or undefined where there is none
 */
export function openCorpus(root: string, scratch: string): string | undefined {
  const named = process.env['EPAPER_CORPUS'];
  const shared = join(root, '..', 'shared', 'corpora');
  const place =
    named ??
    (existsSync(shared)
      ? readdirSync(shared)
          .filter((file) => file.endsWith('.tar.gz'))
          .map((file) => join(shared, file))[0]
      : undefined);
  if (place === undefined || !existsSync(place)) return undefined;
  if (statSync(place).isDirectory()) return findDays(place);
  const folder = join(scratch, 'corpus');
  mkdirSync(folder, { recursive: true });
  execFileSync('tar', ['-xzf', place, '-C', folder]);
  return findDays(folder);
}

function findDays(folder: string): string | undefined {
  const entries = readdirSync(folder, { withFileTypes: true });
  if (entries.some((entry) => /^\d{8}\.md$/u.test(entry.name))) return folder;
  for (const entry of entries) {
    const inner = entry.isDirectory() ? findDays(join(folder, entry.name)) : undefined;
    if (inner !== undefined) return inner;
  }
  return undefined;
}
