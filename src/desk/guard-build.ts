/**
 * What stands around a build: one at a time, an output folder that can be written, and an exit code
 * that is 0 only where the build came to its end.
 */
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  statfsSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { completionVariable } from './mark-completion.ts';

/**
 * Runs a build under guard.
 *
 * @param projectRoot absolute path; two builds of one project write the same `.astro/` and `.cache/`
 * @param args as after `astro build`
 * @param run starts the build with these variables on top of the environment, and gives its exit code
 * @param say prints one sentence for the person who builds
 * @returns the exit code: 1 where the build may not begin, or ended early
 */
export async function guardBuild(
  projectRoot: string,
  args: readonly string[],
  run: (env: Readonly<Record<string, string>>) => Promise<number>,
  say: (sentence: string) => void,
): Promise<number> {
  const output = outputFolder(projectRoot, args);
  const unusable = tryFolder(output);
  if (unusable !== undefined) {
    say(unusable);
    return 1;
  }
  const lock = join(projectRoot, '.cache/build.lock');
  const holder = takeLock(lock);
  if (holder !== undefined) {
    say(`另一次构建正在进行（进程 ${holder}）：等它结束再来。若它早已不在，删去 ${lock}`);
    return 1;
  }
  const scratch = mkdtempSync(join(tmpdir(), 'epaper-build-'));
  const mark = join(scratch, 'done');
  try {
    const code = await run({ [completionVariable]: mark });
    if (code !== 0 && existsSync(output)) {
      const { bavail, bsize } = statfsSync(output);
      const full = explainFullDisk(output, bavail * bsize);
      if (full !== undefined) say(full);
    }
    if (code !== 0 || existsSync(mark)) return code;
    say('构建没有走到头就退出了，输出不全：某个包或 content/ 里的程序结束了进程（process.exit）。');
    return 1;
  } finally {
    rmSync(scratch, { recursive: true, force: true });
    rmSync(lock, { force: true });
  }
}

/** Where `astro build` will write: `--outDir DIR`, `--outDir=DIR`, or dist/. */
function outputFolder(projectRoot: string, args: readonly string[]): string {
  const at = args.findIndex((arg) => /^--out-?dir$/i.test(arg));
  const joined = args.find((arg) => /^--out-?dir=/i.test(arg));
  return resolve(projectRoot, joined?.replace(/^[^=]*=/, '') ?? (at < 0 ? 'dist' : args[at + 1]!));
}

/** @returns what is wrong with the folder; undefined where a file can be made in it */
function tryFolder(folder: string): string | undefined {
  try {
    mkdirSync(folder, { recursive: true });
    const trial = join(folder, `.trial-${process.pid}`);
    try {
      writeFileSync(trial, 'a');
    } finally {
      rmSync(trial, { force: true });
    }
    return undefined;
  } catch (error) {
    return explainDiskError(error, folder);
  }
}

const reasons: Readonly<Record<string, string>> = {
  EACCES: '没有写的权限',
  EPERM: '没有写的权限',
  EROFS: '是只读的',
  ENOSPC: '所在的磁盘满了',
  EDQUOT: '超过了磁盘配额',
  ENOTDIR: '的路上有一个文件，不是文件夹',
  EEXIST: '是一个文件，不是文件夹',
  ENOENT: '不能建立',
};

/** One sentence for a folder that cannot be written. */
function explainDiskError(error: unknown, folder: string): string {
  const { code, message } = error as NodeJS.ErrnoException;
  return `输出到 ${folder} 不成：它${reasons[code ?? ''] ?? `写不进去（${message}）`}。换一个 --outDir，或先把它理好。`;
}

/**
 * One sentence below the stack trace of a build that failed for want of room: what was cut off may
 * have left a little.
 *
 * @param free in bytes
 * @returns undefined where there is room
 */
export function explainFullDisk(folder: string, free: number): string | undefined {
  if (free >= 1024 * 1024) return undefined;
  return `${folder} 所在的磁盘满了，只剩 ${Math.floor(free / 1024)} kB，输出不全。腾出地方，再构建一次。`;
}

/** @returns the process that holds the lock, if it is alive; undefined where the lock is ours now */
function takeLock(file: string): number | undefined {
  mkdirSync(dirname(file), { recursive: true });
  for (let attempt = 0; ; attempt += 1) {
    try {
      writeFileSync(file, String(process.pid), { flag: 'wx' });
      return undefined;
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST' || attempt > 2) throw error;
      const holder = Number(readFileSync(file, 'utf8'));
      if (isAlive(holder)) return holder;
      rmSync(file, { force: true });
    }
  }
}

function isAlive(pid: number): boolean {
  if (!Number.isInteger(pid) || pid <= 0) return false;
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}
