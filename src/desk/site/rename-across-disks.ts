import fs from 'node:fs';

/**
 * Lets `fs.promises.rename` reach another disk, in this process: Astro moves the styles of its pages from
 * `.astro/` under the project to the output folder, and a rename ends at the edge of a file system (EXDEV)
 * where --outDir is beyond it.
 */
export function renameAcrossDisks(): void {
  fs.promises.rename = moveOrCopy(fs.promises.rename);
}

/** @param rename moves within one file system */
export function moveOrCopy(rename: typeof fs.promises.rename): typeof fs.promises.rename {
  return async (from, to) => {
    try {
      await rename(from, to);
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EXDEV') throw error;
      await fs.promises.copyFile(from, to);
      await fs.promises.rm(from);
    }
  };
}
