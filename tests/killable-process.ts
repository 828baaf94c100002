import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { rolldown } from 'rolldown';
import { expect } from 'vitest';

export interface KillableProcess {
  /** @param last the operation on the disk before which it is killed, from 1; 0 for none */
  run(folder: string, last: number): KilledRun;
  remove(): void;
}

export interface KilledRun {
  readonly signal: string | null;
  readonly stderr: string;
  /** Of one that was not killed: how many operations it did, and what it gave. */
  readonly ended?: readonly [done: number, given: unknown];
}

/**
 * Something to be done in a process of its own, which is killed before its n-th operation that changes
 * the disk. The modules are packed into one file: each process would load hundreds one by one. They are
 * loaded before operations are counted, and what only reads does not count, for readFileSync opens files
 * as well.
 *
 * @param modules absolute paths
 * @param act as text it runs there, so it knows nothing but what it is given: a folder, and what the
 *   modules export
 */
export async function killableProcess<Exports>(
  modules: readonly string[],
  act: (folder: string, exports: Exports) => unknown,
): Promise<KillableProcess> {
  // Below the project, where the packages that are not packed are found.
  const cache = fileURLToPath(new URL('../.cache', import.meta.url));
  mkdirSync(cache, { recursive: true });
  const scratch = mkdtempSync(join(cache, 'killable-'));
  const input = join(scratch, 'modules.ts');
  const all = modules.map((path) => `export * from ${JSON.stringify(path)};`);
  writeFileSync(input, all.join('\n'));
  const packed = join(scratch, 'modules.mjs');
  const external = /^@node-rs\//;
  const pack = await rolldown({ input, platform: 'node', external, logLevel: 'silent' });
  await pack.write({ file: packed, codeSplitting: false });
  await pack.close();
  const script = `
import fs from 'node:fs';
import { syncBuiltinESMExports } from 'node:module';
const [folder, last] = process.argv.slice(1);
const exports = await import(${JSON.stringify(pathToFileURL(packed).href)});
let done = 0;
for (const name of ['openSync', 'writeSync', 'fsyncSync', 'renameSync', 'linkSync', 'rmSync', 'mkdirSync', 'writeFileSync']) {
  const real = fs[name];
  fs[name] = (...given) => {
    const changes = name !== 'openSync' || (given[1] ?? 'r') !== 'r';
    if (changes && (done += 1) === Number(last)) process.kill(process.pid, 'SIGKILL');
    return real(...given);
  };
}
syncBuiltinESMExports();
const given = (${act.toString()})(folder, exports);
process.stdout.write(JSON.stringify([done, given]));
`;
  return {
    run(folder, last) {
      const { signal, stdout, stderr } = spawnSync(
        process.execPath,
        ['--input-type=module', '-e', script, folder, String(last)],
        { encoding: 'utf8' },
      );
      const ended = stdout === '' ? {} : { ended: JSON.parse(stdout) as [number, unknown] };
      return { signal, stderr, ...ended };
    },
    remove: () => rmSync(scratch, { recursive: true, force: true }),
  };
}

/**
 * Kills what is to be done before each of its operations, one after the other.
 *
 * @param folder it is done in
 * @param done how many operations it does when nobody kills it
 * @param reset brings the folder back to what it was
 * @param look is told of each kill, while the folder is as that left it
 * @returns how many kills left a file behind that was being written
 */
export function killBeforeEach(
  killable: KillableProcess,
  folder: string,
  done: number,
  reset: () => void,
  look: (operation: number) => void,
): number {
  let torn = 0;
  for (let last = 1; last <= done; last += 1) {
    reset();
    expect(killable.run(folder, last), `operation ${last}`).toEqual({
      signal: 'SIGKILL',
      stderr: '',
    });
    torn += Number(
      readdirSync(folder, { recursive: true }).some((name) => /\.tmp$/.test(String(name))),
    );
    look(last);
  }
  return torn;
}
