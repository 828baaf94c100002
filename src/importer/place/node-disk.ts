import {
  closeSync,
  constants,
  copyFileSync,
  fsyncSync,
  linkSync,
  lstatSync,
  mkdirSync,
  openSync,
  readdirSync,
  readFileSync,
  realpathSync,
  renameSync,
  rmdirSync,
  unlinkSync,
  writeSync,
} from 'node:fs';
import { errorCodeOf, type Disk } from './disk.ts';

/** The machine's own disk. */
export const nodeDisk: Disk = {
  entryAt(path) {
    const stats = lstatSync(path, { throwIfNoEntry: false });
    if (!stats) return undefined;
    if (stats.isSymbolicLink()) return 'link';
    if (stats.isDirectory()) return 'folder';
    return stats.isFile() ? 'file' : 'other';
  },
  realPath: (path) => realpathSync.native(path),
  readFolder: (path) => readdirSync(path),
  readFile: (path) => readFileSync(path),
  makeFolder: (path) => mkdirSync(path),
  writeNewFile(path, contents) {
    const file = openSync(path, 'wx');
    try {
      for (let written = 0; written < contents.length;) {
        written += writeSync(file, contents, written);
      }
      fsyncSync(file);
    } finally {
      closeSync(file);
    }
  },
  linkFile(from, to) {
    try {
      linkSync(from, to);
    } catch (error) {
      // exFAT, some network shares and some containers have no hard links.
      if (
        !['EPERM', 'ENOTSUP', 'EOPNOTSUPP', 'ENOSYS', 'EMLINK'].includes(errorCodeOf(error) ?? '')
      ) {
        throw error;
      }
      copyFileSync(from, to, constants.COPYFILE_EXCL);
    }
  },
  rename: (from, to) => renameSync(from, to),
  removeFile: (path) => unlinkSync(path),
  removeFolder: (path) => rmdirSync(path),
  syncFolder(path) {
    // Windows cannot open a folder; NTFS journals its names.
    if (process.platform === 'win32') return;
    const folder = openSync(path, 'r');
    try {
      fsyncSync(folder);
    } catch (error) {
      // Some network file systems refuse to sync a folder; the files themselves are synced.
      if (errorCodeOf(error) !== 'EINVAL') throw error;
    } finally {
      closeSync(folder);
    }
  },
};
