import { mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { cpus, tmpdir, totalmem } from 'node:os';
import { join } from 'node:path';
import type { Bench, BenchResult, BenchTable } from './bench.ts';
import { openCorpus } from './corpus/open-corpus.ts';

const folder = import.meta.dirname;
const root = join(folder, '..');

/**
 * Benches are found by what they export, so that adding one is adding a file; a bench is called what
 * its file is called, so that running one loads no other.
 */
async function loadBenches(only: readonly string[]): Promise<readonly Bench[]> {
  const files = readdirSync(folder)
    .filter((file) => file.endsWith('.ts') && !file.endsWith('.test.ts') && file !== 'run.ts')
    .filter((file) => only.length === 0 || only.includes(file.replace('.ts', '')))
    .filter((file) =>
      /^export (?:async )?(?:function|const) run\b/mu.test(
        readFileSync(join(folder, file), 'utf8'),
      ),
    )
    .sort();
  return Promise.all(files.map(async (file) => (await import(join(folder, file))) as Bench));
}

/** A Han character or full-width mark takes two cells of a terminal. */
const widthInCells = (text: string): number =>
  [...text].reduce(
    (sum, character) =>
      sum +
      (/[\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe4f\uff00-\uff60]/u.test(
        character,
      )
        ? 2
        : 1),
    0,
  );

function renderTable(table: BenchTable): string {
  const lines = [table.head, ...table.rows].map((row) => row.map(String));
  const widths = table.head.map((_, column) =>
    Math.max(...lines.map((line) => widthInCells(line[column] ?? ''))),
  );
  const set = (line: readonly string[]): string =>
    line
      .map((cell, column) => {
        const pad = ' '.repeat(Math.max(0, widths[column]! - widthInCells(cell)));
        return /^[\d.,%\s×–-]+$/u.test(cell) ? pad + cell : cell + pad;
      })
      .join('  ')
      .trimEnd();
  const rule = widths.map((width) => '─'.repeat(width)).join('  ');
  return [table.title, set(lines[0]!), rule, ...lines.slice(1).map(set)].join('\n');
}

function help(benches: readonly Bench[]): string {
  return [
    '用法：npm run bench [-- <名称>…] [-- <名称> 选项…]',
    '',
    '不带名称时依次运行全部基准；表格打印在终端，JSON 写入 bench/results/。',
    '需要语料的基准：用环境变量 EPAPER_CORPUS 指向语料（文件夹或 .tar.gz）；',
    '没有设置时取 ../shared/corpora/*.tar.gz；两处都没有则说明并跳过。',
    '',
    ...benches.map((bench) => `  ${bench.name.padEnd(18)}${bench.describe}`),
  ].join('\n');
}

const args = process.argv.slice(2);
const names: string[] = [];
while (args[0] !== undefined && !args[0].startsWith('-')) names.push(args.shift()!);
const benches = await loadBenches(names);
if (
  names.length === 0 &&
  (args.includes('--help') || args.includes('-h') || args.includes('--list'))
) {
  console.log(help(benches));
  process.exit(0);
}
const unknown = names.filter((name) => !benches.some((bench) => bench.name === name));
if (unknown.length > 0) {
  console.error(`没有名为 ${unknown.join('、')} 的基准。\n\n${help(await loadBenches([]))}`);
  process.exit(2);
}

const chosen = benches.filter((bench) => names.length === 0 || names.includes(bench.name));
const scratch = mkdtempSync(join(tmpdir(), 'epaper-bench-'));
process.on('exit', () => rmSync(scratch, { recursive: true, force: true }));
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => process.exit(130));
let corpus: string | undefined;
let corpusOpened = false;
let met = true;
for (const bench of chosen) {
  console.log(`\n── ${bench.name} ── ${bench.describe}\n`);
  const began = performance.now();
  const own = join(scratch, bench.name);
  mkdirSync(own, { recursive: true });
  const result: BenchResult = await bench.run({
    args,
    scratch: own,
    say: (line) => console.log(line),
    corpus: () => {
      if (!corpusOpened) corpus = openCorpus(root, scratch);
      corpusOpened = true;
      return corpus;
    },
  });
  const seconds = (performance.now() - began) / 1000;
  if (result.skipped !== undefined) {
    console.log(`已跳过：${result.skipped}`);
    continue;
  }
  for (const table of result.tables ?? []) console.log(`${renderTable(table)}\n`);
  if (result.met === false) met = false;
  const results = join(folder, 'results');
  mkdirSync(results, { recursive: true });
  const file = join(results, `${bench.name}.json`);
  writeFileSync(
    file,
    `${JSON.stringify(
      {
        bench: bench.name,
        at: new Date().toISOString(),
        seconds: Number(seconds.toFixed(1)),
        machine: {
          node: process.version,
          platform: process.platform,
          cpus: cpus().length,
          memoryGb: Math.round(totalmem() / 2 ** 30),
        },
        ...result,
      },
      null,
      2,
    )}\n`,
  );
  console.log(`用时 ${seconds.toFixed(1)} 秒；结果写入 ${file}`);
}
process.exitCode = met ? 0 : 1;
