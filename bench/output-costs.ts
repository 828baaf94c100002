/** What each output of publication.yaml costs a build: all on, and each one off. */
import { appendFileSync, cpSync, readdirSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { outputsOf, type Outputs } from '../src/newspaper/outputs.ts';
import { placeArchive, readCorpus, readInvented, writeContent } from './archive/make-archive.ts';
import { astroBuild, copyProject, measureRun } from './build-scale.ts';
import type { BenchOptions, BenchResult } from './bench.ts';

export const name = 'output-costs';
export const describe =
  '每样输出（publication.yaml 的 outputs）要多少处理器秒、文件、MB：全开从头构建，再逐样关掉；各量 --rounds 次，取最小。选项：--articles 1000、--rounds 2。';

const off: readonly (readonly [setting: string, value: string])[] = Object.entries(
  outputsOf({}) satisfies Outputs,
).map(([output, value]) => [output, typeof value === 'string' ? 'none' : 'false']);

interface Cost {
  readonly cpuSeconds: number;
  readonly files: number;
  readonly bytes: number;
}

export async function run(options: BenchOptions): Promise<BenchResult> {
  const articles = numberOption(options.args, '--articles') ?? 1000;
  const rounds = numberOption(options.args, '--rounds') ?? 2;
  const corpus = options.corpus();
  const days = (corpus === undefined ? undefined : readCorpus(corpus)) ?? readInvented();
  const content = join(options.scratch, 'content');
  writeContent(content, placeArchive(days, articles));
  // A file touched within the last two seconds is read again: nobody builds that soon.
  await new Promise((resolve) => setTimeout(resolve, 2500));
  const project = copyProject(join(options.scratch, 'project'));

  const papers = [
    { what: '全开', lines: '' },
    ...off.map(([output, value]) => ({ what: output, lines: `  ${output}: ${value}\n` })),
    { what: '全关', lines: off.map(([output, value]) => `  ${output}: ${value}\n`).join('') },
  ];
  const costs = new Map<string, Cost>();
  for (let round = 0; round < rounds; round += 1) {
    for (const { what, lines } of papers) {
      const paper = join(options.scratch, 'paper');
      const dist = join(options.scratch, 'dist');
      cpSync(content, paper, { recursive: true, preserveTimestamps: true });
      if (lines !== '') appendFileSync(join(paper, 'publication.yaml'), `\noutputs:\n${lines}`);
      const { cpuSeconds } = await measureRun(
        ...astroBuild({ project, content: paper, dist }, options.scratch),
      );
      const before = costs.get(what)?.cpuSeconds ?? Infinity;
      costs.set(what, { ...sizeOf(dist), cpuSeconds: Math.min(before, cpuSeconds) });
      options.say(`  ${what}：处理器 ${cpuSeconds.toFixed(1)} 秒`);
      for (const folder of [paper, dist, join(project, '.cache')]) {
        rmSync(folder, { recursive: true, force: true });
      }
    }
  }

  const all = costs.get('全开')!;
  const row = (what: string, { cpuSeconds, files, bytes }: Cost): (string | number)[] => [
    what,
    cpuSeconds.toFixed(1),
    files,
    (bytes / 1e6).toFixed(1),
  ];
  return {
    tables: [
      {
        title: `${articles} 篇从头构建；各样输出一行是关掉它省下的`,
        head: ['输出', '处理器秒', '文件', 'MB'],
        rows: papers.map(({ what }) => {
          const cost = costs.get(what)!;
          if (what === '全开' || what === '全关') return row(what, cost);
          return row(what, {
            cpuSeconds: all.cpuSeconds - cost.cpuSeconds,
            files: all.files - cost.files,
            bytes: all.bytes - cost.bytes,
          });
        }),
      },
    ],
    details: { articles, rounds, costs: Object.fromEntries(costs) },
  };
}

function numberOption(args: readonly string[], option: string): number | undefined {
  const at = args.indexOf(option);
  return at === -1 ? undefined : Number(args[at + 1]);
}

function sizeOf(folder: string): Pick<Cost, 'files' | 'bytes'> {
  const files = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) =>
    entry.isFile(),
  );
  return {
    files: files.length,
    bytes: files.reduce((sum, entry) => sum + statSync(join(entry.parentPath, entry.name)).size, 0),
  };
}
