import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { faultyDisk } from '../../../tests/faulty-disk.ts';
import { lockContent, type ContentLock } from './lock-content.ts';
import { nodeDisk } from './node-disk.ts';

const scratch = mkdtempSync(join(tmpdir(), 'lock-content-'));
afterAll(() => rmSync(scratch, { recursive: true, force: true }));
const freshFolder = (): string => mkdtempSync(join(scratch, 'content-'));

function mustLock(...values: Parameters<typeof lockContent>): ContentLock {
  const lock = lockContent(...values);
  if (!('isHeld' in lock)) throw new Error(JSON.stringify(lock));
  return lock;
}

describe('lockContent', () => {
  it('lets one importer in, names it to the second, and leaves no trace', () => {
    const root = freshFolder();
    const lock = mustLock(nodeDisk, root);
    expect(lock.isHeld()).toBe(true);
    expect(lockContent(nodeDisk, root)).toMatchObject({
      id: 'content-locked',
      message: expect.stringContaining(String(process.pid)),
    });
    expect(lock.isHeld()).toBe(true);
    lock.release();
    expect(readdirSync(root)).toEqual([]);
    mustLock(nodeDisk, root).release();
  });

  it('takes over from a process that is gone', () => {
    const root = freshFolder();
    const first = mustLock(nodeDisk, root);
    const gone = { isAlive: () => false, beganAt: () => null };
    const second = mustLock(nodeDisk, root, gone);
    expect([first.isHeld(), second.isHeld()]).toEqual([false, true]);
    first.release();
    expect(second.isHeld()).toBe(true);
    second.release();
    expect(readdirSync(root)).toEqual([]);
  });

  it('takes over where the number now belongs to another process', () => {
    const root = freshFolder();
    const clock = (began: string) => ({ isAlive: () => true, beganAt: () => began });
    mustLock(nodeDisk, root, clock('Monday'));
    expect(lockContent(nodeDisk, root, clock('Monday'))).toMatchObject({ id: 'content-locked' });
    mustLock(nodeDisk, root, clock('Tuesday')).release();
  });

  it('never judges a lock of another machine, and says which file to delete', () => {
    const root = freshFolder();
    mustLock(nodeDisk, root);
    const path = join(root, '.import/lock');
    const elsewhere = { ...(JSON.parse(readFileSync(path, 'utf8')) as object), host: 'elsewhere' };
    writeFileSync(path, JSON.stringify(elsewhere));
    expect(
      lockContent(nodeDisk, root, { isAlive: () => false, beganAt: () => null }),
    ).toMatchObject({ id: 'content-locked', action: expect.stringContaining('.import/lock') });
  });

  it('takes what is no lock for none', () => {
    const root = freshFolder();
    mkdirSync(join(root, '.import'));
    writeFileSync(join(root, '.import/lock'), '');
    mustLock(nodeDisk, root).release();
  });

  it('puts a lock back that it has moved by mistake', () => {
    const root = freshFolder();
    mustLock(nodeDisk, root);
    // While the slow one judges the first lock, a quick one takes over.
    const gone = { isAlive: () => false, beganAt: () => null };
    let quick: ContentLock | undefined;
    const slow = lockContent(nodeDisk, root, {
      isAlive() {
        if (quick) return true;
        quick = mustLock(nodeDisk, root, gone);
        return false;
      },
      beganAt: () => null,
    });
    expect(slow).toMatchObject({ id: 'content-locked' });
    expect(quick?.isHeld()).toBe(true);
  });

  it('says so where it cannot be written, and leaves no half lock', () => {
    for (let at = 1; at < 5; at += 1) {
      const root = freshFolder();
      const disk = faultyDisk(nodeDisk, { at, how: 'ENOSPC', onlyWrites: true, lasting: true });
      const lock = lockContent(disk, root);
      if ('isHeld' in lock) continue;
      expect(lock).toMatchObject({ id: 'disk-failure' });
      expect(readdirSync(root)).toEqual([]);
    }
  });
});
