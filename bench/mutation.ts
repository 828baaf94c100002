/**
 * `node bench/mutation.ts ROOM… [--sample N] [--seed S] [--file PART,PART]`: Stryker changes one thing in
 * the room's code, its tests run, and a change that no test notices has survived. Prints the share
 * that was noticed, file by file, and every survivor at its line.
 *
 * Stryker brings 177 packages and 61 MB, so it is not among the project's own: it is installed in
 * .cache/mutation at the first run, at the versions below, and uses the project's Vitest.
 *
 * A large room is too long for one run. `--sample 300` draws lines by the seed that
 * bear 300 mutants.
 */
import { execFileSync } from 'node:child_process';
import {
  existsSync,
  mkdirSync,
  readFileSync,
  readdirSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { join, relative } from 'node:path';
import { parseArgs } from 'node:util';
import { pathToFileURL } from 'node:url';
import { seededRandom } from '../tests/seeded-random.ts';

const version = '10.1.1';
const root = join(import.meta.dirname, '..');
const tools = join(root, '.cache/mutation');

/** A room, and its own tests: those of other rooms cost seconds for each mutant. */
const rooms: Readonly<Record<string, readonly string[]>> = {
  newspaper: ['src/newspaper/**/*.test.ts'],
  manuscript: ['src/manuscript/**/*.test.ts'],
  typography: ['src/typography/**/*.test.ts'],
  'importer/repair': ['src/importer/repair/**/*.test.ts'],
};

/** What is read of the instrumenter's mutants: lines and columns count from 0. */
interface Mutant {
  readonly fileName: string;
  readonly mutatorName: string;
  readonly location: Readonly<Record<'start' | 'end', { line: number; column: number }>>;
}
interface Instrumenter {
  instrument: (
    files: readonly { name: string; mutate: boolean; content: string }[],
    options: object,
  ) => Promise<{ mutants: readonly Mutant[] }>;
}
/** mutation-testing-report-schema: lines and columns count from 1. */
interface Report {
  readonly files: Readonly<
    Record<
      string,
      {
        readonly mutants: readonly (Omit<Mutant, 'fileName'> & {
          readonly status: string;
          readonly replacement?: string;
        })[];
      }
    >
  >;
}

function install(): void {
  if (existsSync(join(tools, 'node_modules/@stryker-mutator/vitest-runner'))) return;
  mkdirSync(tools, { recursive: true });
  writeFileSync(join(tools, 'package.json'), '{ "private": true }\n');
  const packages = ['core', 'vitest-runner'].map((name) => `@stryker-mutator/${name}@${version}`);
  // Without its peers: Vitest has to be the one that the tests run on.
  execFileSync('npm', ['install', '--ignore-scripts', '--legacy-peer-deps', ...packages], {
    cwd: tools,
    stdio: 'inherit',
  });
  symlinkSync(join(root, 'node_modules/vitest'), join(tools, 'node_modules/vitest'));
}

const load = (name: string): Promise<unknown> =>
  import(pathToFileURL(join(tools, 'node_modules/@stryker-mutator', name)).href);

/**
 * Lines that bear mutants, drawn until they bear `size` of them, as ranges of Stryker's `mutate`
 * (line from 1, column from 0). A mutant of several lines is not drawn: that would bring all those
 * within it, and most of them empty a whole block, which any test notices.
 */
async function drawSample(files: readonly string[], size: number, seed: number): Promise<string[]> {
  const { Instrumenter } = (await load('instrumenter/dist/src/index.js')) as {
    Instrumenter: new (logger: object) => Instrumenter;
  };
  const silent = { debug() {}, info() {}, warn() {}, error() {}, isDebugEnabled: () => false };
  const { mutants } = await new Instrumenter(silent).instrument(
    files.map((name) => ({ name, mutate: true, content: readFileSync(join(root, name), 'utf8') })),
    { plugins: null, excludedMutations: [], ignorers: [] },
  );
  const onOneLine = mutants.filter(({ location: { start, end } }) => start.line === end.line);
  const lines = Object.entries(
    Object.groupBy(onOneLine, ({ fileName, location }) => `${fileName}:${location.start.line + 1}`),
  );
  const random = seededRandom(seed);
  const drawn: string[] = [];
  let count = 0;
  for (const { line, born } of lines
    .map(([line, born]) => ({ line, born: born!.length, at: random() }))
    .sort((a, b) => a.at - b.at)) {
    if (count >= size) break;
    count += born;
    drawn.push(`${line}:0-${line.slice(line.lastIndexOf(':') + 1)}:9999`);
  }
  console.log(`${count} of ${mutants.length} mutants, on ${drawn.length} lines, seed ${seed}`);
  return drawn;
}

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    sample: { type: 'string' },
    seed: { type: 'string', default: '1' },
    file: { type: 'string', default: '' },
  },
});
if (positionals.length === 0 || positionals.some((room) => rooms[room] === undefined)) {
  console.error(`node bench/mutation.ts ROOM…   ROOM: ${Object.keys(rooms).join(', ')}`);
  process.exit(2);
}
install();
for (const room of positionals) await mutate(room, rooms[room]!);

async function mutate(room: string, tests: readonly string[]): Promise<void> {
  const files = readdirSync(join(root, 'src', room), { recursive: true, encoding: 'utf8' })
    .map((path) => join('src', room, path))
    .filter((path) => path.endsWith('.ts') && !path.endsWith('.test.ts'))
    .filter((path) => values.file.split(',').some((part) => path.includes(part)))
    .sort();
  const report = join(tools, `${room.replace('/', '-')}.json`);
  const mutate =
    values.sample === undefined
      ? files
      : await drawSample(files, Number(values.sample), Number(values.seed));
  const configuration = join(tools, 'stryker.config.json');
  const plugin = (name: string): string => join(tools, 'node_modules/@stryker-mutator', name);
  writeFileSync(
    configuration,
    JSON.stringify({
      mutate,
      plugins: [join(plugin('vitest-runner'), 'dist/src/index.js')],
      testRunner: 'vitest',
      vitest: { configFile: 'bench/mutation/vitest.config.ts', related: true },
      coverageAnalysis: 'perTest',
      concurrency: 1,
      checkers: [],
      disableTypeChecks: false,
      timeoutMS: 60_000,
      ignorePatterns: ['/dist', '/.cache', '/docs/screenshots', '/bench/results'],
      tempDirName: join(tools, 'sandbox'),
      reporters: ['json', 'progress-append-only'],
      jsonReporter: { fileName: report },
      allowConsoleColors: false,
    }),
  );
  execFileSync(process.execPath, [join(plugin('core'), 'bin/stryker.js'), 'run', configuration], {
    cwd: root,
    stdio: 'inherit',
    env: { ...process.env, EPAPER_MUTATION_TESTS: JSON.stringify(tests) },
  });
  print(JSON.parse(readFileSync(report, 'utf8')) as Report);
}

function print(report: Report): void {
  const share = (part: number, whole: number): string =>
    whole === 0 ? '–' : `${((100 * part) / whole).toFixed(1)} %`;
  const rows = Object.entries(report.files).map(([path, { mutants }]) => {
    const count = (...states: string[]): number =>
      mutants.filter(({ status }) => states.includes(status)).length;
    const noticed = count('Killed', 'Timeout');
    const survived = count('Survived');
    const unseen = count('NoCoverage');
    return { path: relative('src', path), noticed, survived, unseen };
  });
  const all = rows.reduce((sum, row) => ({
    path: 'all',
    noticed: sum.noticed + row.noticed,
    survived: sum.survived + row.survived,
    unseen: sum.unseen + row.unseen,
  }));
  console.log('\nnoticed  survived  no test  share  file');
  for (const { path, noticed, survived, unseen } of [...rows, all]) {
    const rate = share(noticed, noticed + survived + unseen);
    console.log(`${noticed}\t${survived}\t${unseen}\t${rate}\t${path}`);
  }
  for (const [path, { mutants }] of Object.entries(report.files)) {
    const lines = readFileSync(join(root, path), 'utf8').split('\n');
    for (const { status, location, mutatorName, replacement = '' } of mutants) {
      if (status !== 'Survived' && status !== 'NoCoverage') continue;
      const { start } = location;
      console.log(
        `${path}:${start.line}:${start.column} ${status} ${mutatorName}: ${lines[start.line - 1]!.trim().slice(0, 90)} => ${replacement.replace(/\s+/g, ' ').slice(0, 60)}`,
      );
    }
  }
}
