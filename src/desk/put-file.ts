import {
  closeSync,
  fsyncSync,
  linkSync,
  mkdirSync,
  openSync,
  renameSync,
  rmSync,
  statSync,
  writeSync,
} from 'node:fs';
import { basename, dirname, join } from 'node:path';

/**
 * Puts a text in the place of a file, whole or not at all: a temporary file beside it, fsync, rename
 * (POSIX rename(2) is atomic). The mode of the file that was there stays.
 */
export function replaceFile(path: string, text: string): void {
  withTemporary(path, text, (temporary) => renameSync(temporary, path), modeOf(path));
}

/**
 * Puts a file where there is none. A name that somebody has taken meanwhile is not overwritten.
 *
 * @throws EEXIST where there is one
 */
export function placeNewFile(path: string, text: string): void {
  mkdirSync(dirname(path), { recursive: true });
  withTemporary(path, text, (temporary) => {
    linkSync(temporary, path);
    rmSync(temporary);
  });
}

function modeOf(path: string): number | undefined {
  return statSync(path, { throwIfNoEntry: false })?.mode;
}

function withTemporary(
  path: string,
  text: string,
  place: (temporary: string) => void,
  mode = 0o644,
): void {
  // Hidden: what a killed command leaves behind is no file of the paper (list-content-files.ts).
  const temporary = join(dirname(path), `.${basename(path)}.${process.pid}.tmp`);
  try {
    const file = openSync(temporary, 'wx', mode & 0o777);
    try {
      const bytes = Buffer.from(text);
      for (let written = 0; written < bytes.length;) written += writeSync(file, bytes, written);
      fsyncSync(file);
    } finally {
      closeSync(file);
    }
    place(temporary);
  } catch (error) {
    rmSync(temporary, { force: true });
    throw error;
  }
}
