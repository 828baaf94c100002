import { rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

let count = 0;

/**
 * Lends a font as a file, to a program that takes paths and no bytes.
 *
 * @param font bytes of a TrueType file
 * @param use gets the path; the file goes when it has ended
 */
export async function withTypeFile<Result>(
  font: Uint8Array,
  use: (path: string) => Promise<Result>,
): Promise<Result> {
  count += 1;
  const path = join(tmpdir(), `epaper-type-${process.pid}-${count}.ttf`);
  writeFileSync(path, font, { flag: 'wx', mode: 0o600 });
  try {
    return await use(path);
  } finally {
    rmSync(path, { force: true });
  }
}
