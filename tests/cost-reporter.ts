/**
 * What each test file costs in CPU seconds, with the browser and the builds that it
 * starts; wall time says little on a machine that does other things as well. Linux alone.
 *
 * ```sh
 * npx vitest run --project e2e --reporter=default --reporter=./tests/cost-reporter.ts
 * ```
 *
 * Files must run one at a time (`--no-file-parallelism` for the unit project): what is used between
 * the start and the end of a file is the file's.
 */
import { readdirSync, readFileSync } from 'node:fs';
import type { Reporter, TestModule } from 'vitest/node';
import { cpuTimesOf } from './cpu-times.ts';

/** @returns CPU seconds of this process and of all below it, those that have ended too. */
function secondsOfTree(): number {
  const all = readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .flatMap((name) => {
      try {
        return [{ pid: Number(name), ...cpuTimesOf(readFileSync(`/proc/${name}/stat`, 'utf8')) }];
      } catch {
        return []; // Ended since it was listed.
      }
    });
  const seconds = (pid: number): number =>
    all
      .filter(({ parent }) => parent === pid)
      .reduce((sum, child) => sum + child.own + child.ended + seconds(child.pid), 0);
  const self = all.find(({ pid }) => pid === process.pid)!;
  return self.own + self.ended + seconds(process.pid);
}

export default class CostReporter implements Reporter {
  readonly #rows: { readonly file: string; readonly cpu: number; readonly wall: number }[] = [];
  #began = { cpu: 0, wall: performance.now() };

  #end(file: string): void {
    const now = { cpu: secondsOfTree(), wall: performance.now() };
    this.#rows.push({
      file,
      cpu: now.cpu - this.#began.cpu,
      wall: (now.wall - this.#began.wall) / 1000,
    });
    this.#began = now;
    const { cpu, wall } = this.#rows.at(-1)!;
    const [cpuText, wallText] = [cpu, wall].map((seconds) => seconds.toFixed(1).padStart(6));
    process.stdout.write(`${cpuText} CPU s ${wallText} s  ${file}\n`);
  }

  onTestRunStart(): void {
    this.#end('(before the first file)');
  }

  onTestModuleEnd(module: TestModule): void {
    this.#end(module.relativeModuleId);
  }

  onTestRunEnd(): void {
    this.#end('(after the last file)');
    const all = this.#rows.reduce((sum, { cpu }) => sum + cpu, 0);
    process.stdout.write(`${all.toFixed(1).padStart(6)} CPU s in all\n`);
  }
}
