import { errorCodeOf, type Disk } from '../src/importer/place/disk.ts';

/** What a process that was killed would have thrown, if it could have. */
export class Killed extends Error {}

export interface Fault {
  /** Number of the operation it happens at, from 1; reading counts too. */
  readonly at: number;
  /** `die`: nothing after it happens at all. A code: the operation fails with it. */
  readonly how: 'die' | 'ENOSPC' | 'EACCES' | 'EIO';
  /** Fails from there on, not once. */
  readonly lasting?: boolean;
  /** Only operations that need room on the disk; a full disk still renames and deletes. */
  readonly onlyWrites?: boolean;
  /** In the place of throwing Killed: ends the process itself. */
  readonly kill?: () => void;
}

/**
 * A disk that fails or dies at a given operation, for tests. A write that dies or fails leaves half
 * of its bytes behind, as a real one does.
 */
export function faultyDisk(disk: Disk, fault: Fault): Disk & { readonly operations: () => number } {
  let operations = 0;
  let dead = false;

  const before = (name: keyof Disk, halfDone?: () => void): void => {
    if (dead) throw new Killed();
    const writes = ['makeFolder', 'writeNewFile', 'linkFile'].includes(name);
    if (fault.onlyWrites && !writes) return;
    operations += 1;
    if (fault.lasting ? operations < fault.at : operations !== fault.at) return;
    halfDone?.();
    if (fault.how === 'die') {
      dead = true;
      fault.kill?.();
      throw new Killed();
    }
    throw Object.assign(new Error(`${fault.how}: injected, ${name}`), { code: fault.how });
  };

  const wrapped = {
    operations: () => operations,
    writeNewFile(path: string, contents: Uint8Array): void {
      before('writeNewFile', () => {
        try {
          disk.writeNewFile(path, contents.subarray(0, contents.length / 2));
        } catch (error) {
          if (errorCodeOf(error) !== 'EEXIST') throw error;
        }
      });
      disk.writeNewFile(path, contents);
    },
  } as Disk & { readonly operations: () => number };
  const names = [
    'entryAt',
    'realPath',
    'readFolder',
    'readFile',
    'makeFolder',
    'linkFile',
    'rename',
    'removeFile',
    'removeFolder',
    'syncFolder',
  ] as const;
  for (const name of names) {
    const operation = disk[name] as (...values: readonly string[]) => unknown;
    Object.assign(wrapped, {
      [name]: (...values: readonly string[]): unknown => {
        before(name);
        return operation(...values);
      },
    });
  }
  return wrapped;
}
