import { dirname, join, resolve } from 'node:path';
import type { Finding } from '../../newspaper/finding.ts';
import { errorCodeOf, type Disk } from './disk.ts';
import { findingOfFile } from '../page/findings.ts';
import { diskProblem } from './disk-problem.ts';
import { lockContent, workFolderName, type ProcessTable } from './lock-content.ts';
import { placeFiles, recoverPlacement, type Placement } from './place-files.ts';

/** A content folder that belongs to this importer until it closes it. */
export interface OpenContent {
  /** With its links resolved. */
  readonly root: string;
  /** What was left by an earlier run that did not end well. */
  readonly findings: readonly Finding[];
  /** Puts all files of a placement in place, or says why none; see placeFiles. */
  place(placement: Placement): readonly Finding[];
  close(): void;
}

/**
 * Makes the content folder if there is none, locks it against other importers and finishes what an
 * interrupted run has left. Read the paper only after that.
 *
 * @param folder path of the content folder, absolute or relative to the working directory
 * @returns the folder, or the findings that say why it cannot be written to
 */
export function openContent(
  disk: Disk,
  folder: string,
  processes?: ProcessTable,
): OpenContent | readonly Finding[] {
  let root: string;
  try {
    root = disk.realPath(makeWithParents(disk, resolve(folder)));
    if (disk.entryAt(root) !== 'folder') {
      return [findingOfFile('path-occupied:content', folder)];
    }
  } catch (error) {
    return [diskProblem(error, folder)];
  }
  const lock = lockContent(disk, root, processes);
  if (!('isHeld' in lock)) return [lock];
  const close = (): void => {
    try {
      lock.release();
    } catch (error) {
      // A lock that cannot be deleted is seen as abandoned as soon as this process ends.
      if (errorCodeOf(error) === undefined) throw error;
    }
  };
  clearAbandonedLocks(disk, root);
  const findings = recoverPlacement(disk, root);
  if (findings.some((finding) => finding.severity === 'error')) {
    close();
    return findings;
  }
  return {
    root,
    findings,
    place: (placement) => placeFiles(disk, root, { ...placement, lock }),
    close,
  };
}

function makeWithParents(disk: Disk, folder: string): string {
  try {
    disk.makeFolder(folder);
  } catch (error) {
    const code = errorCodeOf(error);
    if (code === 'ENOENT' && dirname(folder) !== folder) {
      makeWithParents(disk, dirname(folder));
      disk.makeFolder(folder);
    } else if (disk.entryAt(folder) === undefined) {
      throw error;
    }
  }
  return folder;
}

/** Locks that a process killed while it took over another's lock has left aside. */
function clearAbandonedLocks(disk: Disk, root: string): void {
  try {
    for (const name of disk.readFolder(join(root, workFolderName))) {
      if (name.startsWith('lock-')) disk.removeFile(join(root, workFolderName, name));
    }
  } catch (error) {
    if (errorCodeOf(error) === undefined) throw error;
  }
}
