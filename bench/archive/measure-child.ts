// Runs a command and says what it cost: a process of its own, since rusage of children is a sum over
// all that a process has waited for.
import { spawnSync } from 'node:child_process';
import { readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const [command = '', ...args] = process.argv.slice(2);
const report = join(tmpdir(), `epaper-measure-${process.pid}`);
const start = performance.now();
// GNU time reads the child's rusage, which Node does not give: %e wall, %U user, %S system, %M kB.
const result = spawnSync('/usr/bin/time', ['-f', '%U %S %M', '-o', report, command, ...args], {
  stdio: ['ignore', 'ignore', 'inherit'],
});
const seconds = (performance.now() - start) / 1000;
if (result.status !== 0) process.exit(result.status ?? 1);
const [user = 0, system = 0, peak = 0] = readFileSync(report, 'utf8').trim().split(' ').map(Number);
rmSync(report);
console.log(`\n${JSON.stringify({ seconds, cpuSeconds: user + system, peakMb: peak / 1024 })}`);
