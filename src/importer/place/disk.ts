/** What stands at a path, links not followed. */
export type DiskEntry = 'file' | 'folder' | 'link' | 'other';

/**
 * The file operations that placing a page's files needs; each is one step after which a process may
 * be killed. All throw a NodeJS.ErrnoException (`code: 'ENOSPC'` …) as `node:fs` does. Paths are
 * absolute. Tests give one that fails or dies at any step.
 */
export interface Disk {
  /** undefined where there is nothing. */
  entryAt(path: string): DiskEntry | undefined;
  /** With every link resolved. */
  realPath(path: string): string;
  readFolder(path: string): string[];
  readFile(path: string): Uint8Array;
  /** Throws EEXIST where there is something. */
  makeFolder(path: string): void;
  /** Writes a file that must not exist yet and waits until its bytes are on the disk. */
  writeNewFile(path: string, contents: Uint8Array): void;
  /** A second name for a file; a copy where the file system has no links. */
  linkFile(from: string, to: string): void;
  /** Takes the place of a file at `to` in one step. */
  rename(from: string, to: string): void;
  removeFile(path: string): void;
  /** An empty one. */
  removeFolder(path: string): void;
  /** Waits until the names in a folder are on the disk. */
  syncFolder(path: string): void;
}

/** The code of a failed file operation (`ENOSPC`, `EACCES` …), or undefined for any other error. */
export function errorCodeOf(error: unknown): string | undefined {
  return error instanceof Error && 'code' in error && typeof error.code === 'string'
    ? error.code
    : undefined;
}
