/**
 * What stands around a build: one at a time, an output folder that can be written, and an exit code
 * that is 0 only where the build came to its end.
 */
import {
  accessSync,
  constants,
  existsSync,
  lstatSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import type { Bilingual } from '../../newspaper/bilingual.ts';
import { isAlive } from './is-alive.ts';
import { diskFaultOf, diskSentence } from './disk-sentence.ts';
import { completionVariable } from './mark-completion.ts';

/**
 * Runs a build under guard.
 *
 * @param projectRoot absolute path; two builds of one project write the same `.astro/` and `.cache/`
 * @param output absolute path of the folder that it writes
 * @param run starts the build with these variables on top of the environment, and gives its exit code
 * @param say prints one sentence for the person who builds
 * @returns the exit code: 1 where the build may not begin, or ended early
 */
export async function guardBuild(
  projectRoot: string,
  output: string,
  run: (env: Readonly<Record<string, string>>) => Promise<number>,
  say: (sentence: Bilingual) => void,
): Promise<number> {
  const lock = join(projectRoot, '.cache/build.lock');
  const unusable = tryFolder(output) ?? tryFolder(dirname(lock));
  if (unusable !== undefined) {
    say(unusable);
    return 1;
  }
  const holder = takeLock(lock);
  if (holder !== undefined) {
    say({
      zh: `另一次构建正在进行（进程 ${holder}）：等它结束再来。若它早已不在，删去 ${lock}`,
      en: `Another build is running (process ${holder}): wait for its end. If it is long gone, remove ${lock}`,
    });
    return 1;
  }
  let scratch: string | undefined;
  try {
    scratch = mkdtempSync(join(tmpdir(), 'epaper-build-'));
    const mark = join(scratch, 'done');
    const code = await run({ [completionVariable]: mark });
    if (code !== 0 || existsSync(mark)) return code;
    say({
      zh: '构建没有走到头就退出了，输出不全：某个包或 content/ 里的程序结束了进程（process.exit）。',
      en: 'The build ended before its end, and its output is not whole: a package or a program of content/ ended the process (process.exit).',
    });
    return 1;
  } catch (error) {
    const fault = scratch === undefined ? diskFaultOf(error) : undefined;
    if (fault === undefined) throw error;
    say(diskSentence(fault, tmpdir()));
    return 1;
  } finally {
    if (scratch !== undefined) rmSync(scratch, { recursive: true, force: true });
    rmSync(lock, { force: true });
  }
}

/** @returns what is wrong with the folder; undefined where a file can be made in it */
function tryFolder(folder: string): Bilingual | undefined {
  try {
    const missing: string[] = [];
    let above = folder;
    while (!existsSync(above) && above !== dirname(above)) {
      missing.unshift(above);
      above = dirname(above);
    }
    // On a read-only disk mkdir answers ENOENT.
    if (lstatSync(above).isDirectory()) accessSync(above, constants.W_OK);
    // One by one: where the system makes no folders, as in /proc, a recursive mkdir of Node 24 never ends.
    for (const one of missing) mkdirSync(one);
    if (missing.length === 0) mkdirSync(folder, { recursive: true });
    const trial = join(folder, `.trial-${process.pid}`);
    try {
      writeFileSync(trial, 'a');
    } finally {
      rmSync(trial, { force: true });
    }
    return undefined;
  } catch (error) {
    const fault = diskFaultOf(error);
    if (fault === undefined) throw error;
    const { zh, en } = diskSentence(fault, folder);
    return {
      zh: `${zh}先把它理好，或用 --outDir 换一个。`,
      en: `${en} Mend that, or name another --outDir.`,
    };
  }
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
