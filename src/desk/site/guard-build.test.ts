import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Bilingual } from '../../newspaper/bilingual.ts';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { guardBuild } from './guard-build.ts';
import { completionVariable } from './mark-completion.ts';

let root = '';
let said: string[] = [];
const out = (): string => join(root, 'dist');
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'epaper-guard-'));
  said = [];
});
afterEach(() => rmSync(root, { recursive: true, force: true }));

const say = (sentence: Bilingual): void => void said.push(sentence.zh);
const complete = (env: Readonly<Record<string, string>>): Promise<number> => {
  writeFileSync(env[completionVariable]!, 'done');
  return Promise.resolve(0);
};
const never = (): Promise<number> => Promise.reject(new Error('must not begin'));

describe('guardBuild', () => {
  test('a build that came to its end answers 0, and leaves no lock', async () => {
    expect(await guardBuild(root, out(), complete, say)).toBe(0);
    expect(existsSync(join(root, '.cache/build.lock'))).toBe(false);
    expect(said).toEqual([]);
  });

  test('one that answers 0 without having come to its end has failed', async () => {
    expect(await guardBuild(root, out(), () => Promise.resolve(0), say)).toBe(1);
    expect(said.join()).toContain('没有走到头');
  });

  test('a failure is passed on', async () => {
    expect(await guardBuild(root, out(), () => Promise.resolve(3), say)).toBe(3);
  });

  test('a second build does not begin beside the first', async () => {
    const first = guardBuild(
      root,
      out(),
      async (env) => {
        expect(await guardBuild(root, join(root, 'other'), never, say)).toBe(1);
        return complete(env);
      },
      say,
    );
    expect(await first).toBe(0);
    expect(said.join()).toContain(`进程 ${process.pid}`);
  });

  test('the lock of a process that is gone holds nobody up', async () => {
    mkdirSync(join(root, '.cache'));
    writeFileSync(join(root, '.cache/build.lock'), '4194304999');
    expect(await guardBuild(root, out(), complete, say)).toBe(0);
  });

  test.runIf(process.platform === 'linux')('a place where no folder can be made', async () => {
    expect(await guardBuild(root, '/proc/nothing/dist', never, say)).toBe(1);
    expect(said).toHaveLength(1);
    expect(said[0]).toContain('/proc/nothing/dist');
  });

  test.each(['taken/dist', 'taken'])(
    'an output folder that cannot be is refused in one sentence: %s',
    async (folder) => {
      writeFileSync(join(root, 'taken'), 'a file');
      expect(await guardBuild(root, join(root, folder), never, say)).toBe(1);
      expect(said).toHaveLength(1);
      expect(said[0]).toContain(join(root, 'taken'));
      expect(said[0]).toContain('不是文件夹');
    },
  );
});
