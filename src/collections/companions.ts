import { createHash, hash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { ScannedFile } from './list-content-files.ts';

export function digestOf(...parts: readonly string[]): string {
  const sum = createHash('sha1');
  for (const part of parts) sum.update(part).update('\0');
  return sum.digest('base64url');
}

/**
 * The files beside an edition's articles as one: read only where an article's digest is wanted.
 *
 * @param mark tells articles apart that are read in another way
 */
export function companionsOf(
  root: string,
  files: readonly ScannedFile[],
  mark = '',
): { readonly signature: string; readonly digest: () => string } {
  let digest = files.length === 0 ? mark : undefined;
  return {
    signature: files.reduce(
      (joined, { path, signature }) => joinSignatures(joined, signature && `${path} ${signature}`),
      `-${mark}`,
    ),
    digest: () => {
      if (digest === undefined) {
        const sum = createHash('sha1').update(mark);
        for (const { path } of files) sum.update(path).update(readFileSync(join(root, path)));
        digest = sum.digest('base64url');
      }
      return digest;
    },
  };
}

/** Unknown where either is: an empty signature stands for a file touched just now. */
export function joinSignatures(left: string, right: string): string {
  return left === '' || right === '' ? '' : hash('sha1', `${left}\n${right}`, 'base64url');
}
