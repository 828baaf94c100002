/**
 * `node bench/mutation.ts ROOM… [--file PART,…] [--tests PART,…] [--sample N] [--seed S]`: changes one
 * thing at a time in the room's code, and its tests run. A change that no test notices has survived.
 * Prints the share that was noticed, file by file, and every survivor at its line.
 *
 * The changes are those of Stryker's instrumenter, all of them in one code, each behind a switch. The
 * tests run in one process, without Vitest's workers: only those that meet the changed code, and no
 * longer than until one fails. Stryker's own runner loads the room's tests anew for each regular
 * expression and each table, and takes 8 s for it where this takes a tenth of one.
 *
 * Stryker brings 177 packages and 61 MB, so it is not among the project's own: it is installed in
 * .cache/mutation at the first run, at the versions below.
 *
 * `--file` and `--tests` take a part of a path: one repair and its test are tried in a minute.
 * `--sample 300` draws 300 mutants by the seed.
 */
import { execFileSync, fork, spawnSync, type ChildProcess } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { parseArgs } from 'node:util';
import { pathToFileURL } from 'node:url';
import { seededRandom } from '../tests/seeded-random.ts';
import type { Answer, Coverage, Order, Trial } from './mutation/run-mutants.ts';

const packages = ['@stryker-mutator/instrumenter@10.1.1', 'expect@30.5.2'];
const root = join(import.meta.dirname, '..');
const tools = join(root, '.cache/mutation');

/** The tests of a room are its own: those of other rooms cost seconds for each mutant. */
const rooms = ['newspaper', 'manuscript', 'typography', 'importer/repair'];

/** Above this a test is one of speed, and takes more time than it finds faults. */
const longestTest = 1_500;
/** A mutant may take so many seconds of the processor: it hangs, and that is noticed. */
const patience = 30;
/** Modules that are loaded anew stay in memory: the process is ended after so many. */
const batch = 150;

/** What is read of the instrumenter's mutants: lines and columns count from 0. */
interface Mutant {
  readonly id: string;
  readonly fileName: string;
  readonly mutatorName: string;
  readonly replacement: string;
  readonly location: { readonly start: { readonly line: number; readonly column: number } };
}
type Instrumenter = new (logger: object) => {
  instrument: (
    files: readonly { name: string; mutate: boolean; content: string }[],
    options: object,
  ) => Promise<{
    mutants: readonly Mutant[];
    files: readonly { name: string; content: string }[];
  }>;
};
type Verdict = 'noticed' | 'survived' | 'no test';

function install(): void {
  if (existsSync(join(tools, 'node_modules/expect/package.json'))) return;
  mkdirSync(tools, { recursive: true });
  writeFileSync(join(tools, 'package.json'), '{ "private": true }\n');
  execFileSync('npm', ['install', '--ignore-scripts', '--legacy-peer-deps', ...packages], {
    cwd: tools,
    stdio: 'inherit',
  });
}

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    sample: { type: 'string' },
    seed: { type: 'string', default: '1' },
    file: { type: 'string', default: '' },
    tests: { type: 'string', default: '' },
  },
});
if (positionals.length === 0 || positionals.some((room) => !rooms.includes(room))) {
  console.error(`node bench/mutation.ts ROOM…   ROOM: ${rooms.join(', ')}`);
  process.exit(2);
}
install();
const { Instrumenter } = (await import(
  pathToFileURL(join(tools, 'node_modules/@stryker-mutator/instrumenter/dist/src/index.js')).href
)) as { Instrumenter: Instrumenter };
for (const room of positionals) await mutate(room);

async function mutate(room: string): Promise<void> {
  const paths = readdirSync(join(root, 'src', room), { recursive: true, encoding: 'utf8' })
    .filter((path) => path.endsWith('.ts'))
    .map((path) => join(root, 'src', room, path))
    .sort();
  const among = (parts: string, path: string): boolean =>
    parts.split(',').some((part) => path.includes(part));
  const isTest = (path: string): boolean => path.endsWith('.test.ts');
  const tests = paths.filter((path) => isTest(path) && among(values.tests, path));
  const sources = paths.filter((path) => !isTest(path) && among(values.file, path));
  const silent = { debug() {}, info() {}, warn() {}, error() {}, isDebugEnabled: () => false };
  const { mutants, files } = await new Instrumenter(silent).instrument(
    sources.map((name) => ({ name, mutate: true, content: readFileSync(name, 'utf8') })),
    { plugins: null, excludedMutations: [], ignorers: [] },
  );
  const work = join(tools, `${room.replace('/', '-')}-${process.pid}.json`);
  writeFileSync(
    work,
    JSON.stringify({
      files: Object.fromEntries(files.map(({ name, content }) => [name, content])),
      tests,
      root,
    }),
  );
  const child = startProcess(work);
  let coverage: Coverage | undefined;
  await ask(child, { kind: 'cover' }, (answer) => {
    if (answer.kind === 'covered') coverage = answer.coverage;
  });
  if (coverage === undefined) throw new Error('The tests do not run over the instrumented code.');
  const random = seededRandom(Number(values.seed));
  const drawn = mutants
    .map((mutant) => ({ mutant, at: random() }))
    .sort((a, b) => a.at - b.at)
    .slice(0, values.sample === undefined ? undefined : Number(values.sample))
    .map(({ mutant }) => mutant);
  console.log(
    `${room}: ${drawn.length} of ${mutants.length} mutants${values.sample === undefined ? '' : `, seed ${values.seed}`}; ${Object.keys(coverage.tests).length} tests, ${coverage.failing.length} of them fail without a mutant`,
  );
  const verdicts = await tryAll(work, child, planTrials(drawn, mutants, coverage), coverage);
  print(
    drawn.toSorted((a, b) => Number(a.id) - Number(b.id)),
    verdicts,
  );
}

/** Which tests try which mutant, the quickest first. */
function planTrials(
  drawn: readonly Mutant[],
  mutants: readonly Mutant[],
  { atLoad, tests, failing }: Coverage,
): Trial[] {
  const usable = Object.entries(tests)
    .filter(([id, { ms }]) => ms <= longestTest && !failing.includes(id))
    .sort(([, a], [, b]) => a.ms - b.ms);
  const loading = new Set(atLoad);
  const fileOf = new Map(mutants.map(({ id, fileName }) => [id, fileName]));
  const testsOf = new Map<string, string[]>();
  const testsOfFile = new Map<string, Set<string>>();
  for (const [test, { mutants: met }] of usable) {
    for (const id of met) {
      testsOf.set(id, [...(testsOf.get(id) ?? []), test]);
      const file = fileOf.get(id)!;
      testsOfFile.set(file, (testsOfFile.get(file) ?? new Set()).add(test));
    }
  }
  const all = usable.map(([test]) => test);
  return drawn.map(({ id, fileName: file }): Trial => {
    const reload = loading.has(id);
    // What is met at load shows in a test of any function beside it; tables have none.
    const found = reload ? [...(testsOfFile.get(file) ?? all)] : (testsOf.get(id) ?? []);
    return { id, file, reload, tests: found };
  });
}

/** In the order drawn: what has been tried at any time is a sample of the whole. */
async function tryAll(
  work: string,
  first: ChildProcess,
  trials: readonly Trial[],
  { snapshots, tests, failing }: Coverage,
): Promise<ReadonlyMap<string, Verdict>> {
  const verdicts = new Map<string, Verdict>();
  for (const { id, tests } of trials) if (tests.length === 0) verdicts.set(id, 'no test');
  const barred = Object.entries(tests)
    .filter(([id, { ms }]) => ms > longestTest || failing.includes(id))
    .map(([id]) => id);
  const rest = (): Trial[] => trials.filter(({ id }) => !verdicts.has(id));
  let next: ChildProcess | undefined = first;
  while (rest().length > 0) {
    const child = next ?? startProcess(work);
    next = undefined;
    const before = verdicts.size;
    const order: Order = { kind: 'try', trials: rest().slice(0, batch), barred, snapshots };
    await ask(child, order, (answer) => {
      // One that is begun and gives no answer hangs, or takes the process with it.
      if (answer.kind === 'begun') verdicts.set(answer.id, 'noticed');
      if (answer.kind !== 'tried') return;
      verdicts.set(answer.id, answer.by === undefined ? 'survived' : 'noticed');
      if (verdicts.size % 25 === 0) {
        const noticed = [...verdicts.values()].filter((verdict) => verdict === 'noticed').length;
        console.log(`${noticed} noticed of ${verdicts.size}, of ${trials.length}`);
      }
    });
    child.kill();
    if (verdicts.size === before) throw new Error('No mutant could be tried.');
  }
  first.kill();
  return verdicts;
}

function startProcess(work: string): ChildProcess {
  return fork(join(import.meta.dirname, 'mutation/run-mutants.ts'), {
    cwd: root,
    env: { ...process.env, EPAPER_MUTATION_WORK: work, EPAPER_MUTATION_TOOLS: tools },
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
  });
}

/** Has a process follow an order to its end, or until it works for too long without a word. */
function ask(child: ChildProcess, order: Order, take: (answer: Answer) => void): Promise<void> {
  return new Promise((resolve) => {
    let before = 0;
    let heard = true;
    // On a busy machine the clock says nothing of a loop that does not end.
    const watch = setInterval(() => {
      if (order.kind === 'cover') return;
      const used = secondsUsed(child.pid!);
      if (heard) [heard, before] = [false, used];
      else if (used - before > patience) child.kill('SIGKILL');
    }, 3_000);
    const end = (): void => {
      clearInterval(watch);
      child.removeAllListeners();
      resolve();
    };
    child.on('message', (answer: Answer) => {
      heard = true;
      if (answer.kind === 'done') end();
      else take(answer);
    });
    child.on('exit', end);
    child.send(order);
  });
}

/** Seconds of the processor that a process has used. */
function secondsUsed(pid: number): number {
  const { stdout } = spawnSync('ps', ['-o', 'time=', '-p', String(pid)], { encoding: 'utf8' });
  return stdout
    .trim()
    .split(/[-:]/)
    .reduce((sum, part) => sum * 60 + Number(part), 0);
}

function print(mutants: readonly Mutant[], verdicts: ReadonlyMap<string, Verdict>): void {
  const row = (name: string, some: readonly Mutant[]): string => {
    const count = (verdict: Verdict): number =>
      some.filter(({ id }) => verdicts.get(id) === verdict).length;
    const noticed = count('noticed');
    const share = some.length === 0 ? '–' : `${((100 * noticed) / some.length).toFixed(1)} %`;
    return `${noticed}\t${count('survived')}\t${count('no test')}\t${share}\t${name}`;
  };
  console.log('\nnoticed\tsurvived\tno test\tshare\tfile');
  const byFile = Object.groupBy(mutants, ({ fileName }) => fileName);
  for (const [path, some = []] of Object.entries(byFile)) {
    console.log(row(relative(join(root, 'src'), path), some));
  }
  console.log(row('all', mutants));
  for (const [path, some = []] of Object.entries(byFile)) {
    const lines = readFileSync(path, 'utf8').split('\n');
    for (const { id, location, mutatorName, replacement } of some) {
      const verdict = verdicts.get(id);
      if (verdict === 'noticed') continue;
      const { line, column } = location.start;
      console.log(
        `${relative(root, path)}:${line + 1}:${column + 1} ${verdict} ${mutatorName}: ${lines[line]!.trim().slice(0, 90)} => ${replacement.replace(/\s+/g, ' ').slice(0, 60)}`,
      );
    }
  }
}
