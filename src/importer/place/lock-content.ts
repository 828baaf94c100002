import { execFileSync } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { hostname } from 'node:os';
import { join } from 'node:path';
import { z } from 'astro/zod';
import type { Finding } from '../../newspaper/finding.ts';
import { errorCodeOf, type Disk } from './disk.ts';
import { findingOfFile } from '../page/findings.ts';
import { diskProblem } from './disk-problem.ts';

/** The folder in content/ that is the importer's own; it is empty and gone when no import runs. */
export const workFolderName = '.import';
/** Relative to the content folder. */
export const lockPath = `${workFolderName}/lock`;

const lockSchema = z.strictObject({
  pid: z.number().int(),
  /** When that process began, as the system words it: process numbers are used again. */
  began: z.string().nullable(),
  host: z.string(),
  token: z.string(),
});
type Lock = z.output<typeof lockSchema>;

/** What is known of a process on this machine. */
export interface ProcessTable {
  isAlive(pid: number): boolean;
  /** When it began, in whatever words, the same at each call; null where the system does not tell. */
  beganAt(pid: number): string | null;
}

export interface ContentLock {
  /** False where another importer has taken the lock for abandoned and taken it over. */
  isHeld(): boolean;
  release(): void;
}

/**
 * Takes the lock of a content folder, so that two importers never write into it at once. A lock
 * whose process is gone (killed, or its number given to another process) is taken over.
 *
 * @param root the content folder; it must exist
 * @returns the lock, or a finding that says who holds it or why it could not be written
 */
export function lockContent(
  disk: Disk,
  root: string,
  processes: ProcessTable = ownProcesses,
): ContentLock | Finding {
  const workFolder = join(root, workFolderName);
  const path = join(root, lockPath);
  const token = randomUUID();
  const lock: Lock = {
    pid: process.pid,
    began: processes.beganAt(process.pid),
    host: hostname(),
    token,
  };
  const contents = Buffer.from(`${JSON.stringify(lock)}\n`);

  const own = join(workFolder, `lock-${token}`);
  const isHeld = (): boolean => {
    try {
      return readLock(disk, path)?.token === token;
    } catch (error) {
      if (errorCodeOf(error) === 'ENOENT') return false;
      throw error;
    }
  };
  for (let attempt = 0; attempt < 10; attempt += 1) {
    try {
      makeWorkFolder(disk, workFolder);
      // Written aside and linked: nobody ever sees a lock without its contents.
      disk.writeNewFile(own, contents);
      try {
        disk.linkFile(own, path);
        return {
          isHeld,
          release() {
            if (isHeld()) disk.removeFile(path);
            removeWorkFolder(disk, workFolder);
          },
        };
      } finally {
        disk.removeFile(own);
      }
    } catch (error) {
      // ENOENT: the importer before us took its work folder away between two of our steps.
      if (errorCodeOf(error) === 'ENOENT') continue;
      if (errorCodeOf(error) !== 'EEXIST') {
        tidyUp(disk, own, workFolder);
        return diskProblem(error, lockPath);
      }
    }
    try {
      const holder = readLock(disk, path);
      if (holder !== undefined && !isAbandoned(holder, processes)) return heldBy(holder);
      takeAway(disk, path, own, holder);
    } catch (error) {
      if (errorCodeOf(error) !== 'ENOENT') return diskProblem(error, lockPath);
    }
  }
  return findingOfFile('content-locked', lockPath);
}

function tidyUp(disk: Disk, own: string, workFolder: string): void {
  try {
    if (disk.entryAt(own) === 'file') disk.removeFile(own);
    removeWorkFolder(disk, workFolder);
  } catch (error) {
    if (errorCodeOf(error) === undefined) throw error;
  }
}

function makeWorkFolder(disk: Disk, workFolder: string): void {
  try {
    disk.makeFolder(workFolder);
  } catch (error) {
    if (errorCodeOf(error) !== 'EEXIST' || disk.entryAt(workFolder) !== 'folder') throw error;
  }
}

function removeWorkFolder(disk: Disk, workFolder: string): void {
  try {
    disk.removeFolder(workFolder);
  } catch (error) {
    // Not empty: an interrupted placement waits there for the next run.
    if (!['ENOTEMPTY', 'EEXIST', 'ENOENT'].includes(errorCodeOf(error) ?? '')) throw error;
  }
}

/** undefined where what stands there is no lock that an importer has written. */
function readLock(disk: Disk, path: string): Lock | undefined {
  const text = Buffer.from(disk.readFile(path)).toString();
  try {
    return lockSchema.parse(JSON.parse(text));
  } catch {
    return undefined;
  }
}

/** A lock from another machine (a shared folder) cannot be judged from here: it holds. */
function isAbandoned(holder: Lock, processes: ProcessTable): boolean {
  if (holder.host !== hostname()) return false;
  if (!processes.isAlive(holder.pid)) return true;
  const began = processes.beganAt(holder.pid);
  return began !== null && holder.began !== null && began !== holder.began;
}

/**
 * Moves an abandoned lock aside and deletes it. Two importers may come to the same judgement: the
 * slower one then moves the quicker one's fresh lock, sees that it is another, and puts it back.
 */
function takeAway(disk: Disk, path: string, aside: string, judged: Lock | undefined): void {
  disk.rename(path, aside);
  const moved = readLock(disk, aside);
  if (moved !== undefined && moved.token !== judged?.token) {
    try {
      disk.linkFile(aside, path);
    } catch (error) {
      if (errorCodeOf(error) !== 'EEXIST') throw error;
    }
  }
  disk.removeFile(aside);
}

function heldBy({ host, pid }: Lock): Finding {
  const id = host === hostname() ? 'content-locked:held' : 'content-locked:elsewhere';
  return findingOfFile(id, lockPath, { host, pid, path: lockPath });
}

const ownProcesses: ProcessTable = {
  isAlive(pid) {
    try {
      process.kill(pid, 0);
      return true;
    } catch (error) {
      // EPERM: it is there and belongs to somebody else.
      return errorCodeOf(error) === 'EPERM';
    }
  },
  beganAt(pid) {
    try {
      if (process.platform === 'linux') {
        // proc_pid_stat(5): field 22, counted after the name in brackets, which may hold blanks.
        const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
        return stat.slice(stat.lastIndexOf(')') + 2).split(' ')[19] ?? null;
      }
      if (process.platform === 'win32') return null;
      return execFileSync('ps', ['-p', String(pid), '-o', 'lstart='], { encoding: 'utf8' }).trim();
    } catch {
      return null;
    }
  },
};
