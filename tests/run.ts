/**
 * `npm test`: everything that must hold, one step after the other, and one last line that counts
 * it all: `N passed, N failed`. A step that is not a test run (formatting, types …) counts as one.
 *
 * Steps go on after a failure, so that one run tells everything there is to mend.
 */
import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { cpuTimesOf } from './cpu-times.ts';

interface Count {
  readonly passed: number;
  readonly failed: number;
}

interface Step {
  readonly name: string;
  readonly run: () => Promise<Count>;
}

const root = fileURLToPath(new URL('..', import.meta.url));
const scratch = mkdtempSync(join(tmpdir(), 'epaper-test-'));
const bin = (name: string): string => join(root, 'node_modules', name);

const steps: readonly Step[] = [
  {
    name: 'format',
    run: () => check([bin('prettier/bin/prettier.cjs'), '--check', '--log-level', 'warn', '.']),
  },
  {
    name: 'lint',
    run: () => check([bin('eslint/bin/eslint.js'), '.']),
  },
  {
    name: 'types',
    run: () => check([bin('astro/bin/astro.mjs'), 'check', '--minimumFailingSeverity', 'warning']),
  },
  { name: 'unit', run: () => vitest('unit') },
  { name: 'e2e', run: () => vitest('e2e') },
];

function node(args: readonly string[]): Promise<number> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [...args], {
      cwd: root,
      stdio: ['ignore', 'inherit', 'inherit'],
      env: {
        NODE_COMPILE_CACHE: join(root, '.cache/node'),
        ...process.env,
        ASTRO_TELEMETRY_DISABLED: '1',
      },
    });
    child.on('error', reject);
    child.on('close', (code) => resolve(code ?? 1));
  });
}

async function check(args: readonly string[]): Promise<Count> {
  const code = await node(args);
  return code === 0 ? { passed: 1, failed: 0 } : { passed: 0, failed: 1 };
}

/** Counts from Vitest's JSON; a run that dies before it writes any counts as one failure. */
async function vitest(project: string): Promise<Count> {
  const report = join(scratch, `${project}.json`);
  const code = await node([
    bin('vitest/vitest.mjs'),
    'run',
    '--project',
    project,
    '--reporter=default',
    '--reporter=json',
    `--outputFile.json=${report}`,
  ]);
  try {
    const { numPassedTests, numFailedTests } = JSON.parse(readFileSync(report, 'utf8')) as {
      numPassedTests: number;
      numFailedTests: number;
    };
    // A suite that fails to load fails no test; the exit code still tells.
    const failed = numFailedTests === 0 && code !== 0 ? 1 : numFailedTests;
    return { passed: numPassedTests, failed };
  } catch {
    return { passed: 0, failed: 1 };
  }
}

/** @returns CPU seconds of all that this process has started and that has ended; Linux alone says it */
function secondsOfChildren(): number | undefined {
  try {
    return cpuTimesOf(readFileSync('/proc/self/stat', 'utf8')).ended;
  } catch {
    return undefined;
  }
}

const only = process.argv.slice(2);
if (only.includes('--help')) {
  console.log(
    `npm test [-- STEP…]\n\nSteps: ${steps.map((step) => step.name).join(', ')}; all of them when none is named.`,
  );
  process.exit(0);
}
const unknown = only.filter((name) => !steps.some((step) => step.name === name));
if (unknown.length > 0) {
  console.error(
    `no such step: ${unknown.join(', ')}. Steps: ${steps.map((step) => step.name).join(', ')}`,
  );
  process.exit(2);
}

let passed = 0;
let failed = 0;
for (const step of steps) {
  if (only.length > 0 && !only.includes(step.name)) continue;
  const started = performance.now();
  const before = secondsOfChildren();
  const count = await step.run();
  passed += count.passed;
  failed += count.failed;
  const seconds = ((performance.now() - started) / 1000).toFixed(1);
  const after = secondsOfChildren();
  const cpu =
    before === undefined || after === undefined ? '' : ` (${(after - before).toFixed(0)} CPU s)`;
  console.log(
    `\n${count.failed === 0 ? '✓' : '✗'} ${step.name}: ${count.passed} passed, ${count.failed} failed, ${seconds} s${cpu}\n`,
  );
}
rmSync(scratch, { recursive: true, force: true });
console.log(`${passed} passed, ${failed} failed`);
process.exitCode = failed === 0 ? 0 : 1;
