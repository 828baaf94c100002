/**
 * What finding costs: our index and those of the libraries that a static site would take, on the same
 * archive, each in a process of its own; and whether any piece of Chinese is found exactly.
 */
import { spawnSync } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { corpusMissing, type BenchOptions, type BenchResult } from './bench.ts';
import type { EngineMeasure } from './search/measure-engine.ts';

export const name = 'search';
export const describe =
  '检索：本站的索引与 Pagefind、MiniSearch、FlexSearch、Orama 在同一份存量上，建索引的时间、内存、大小，读者第一次检索要取多少，任意两到四十个字查得准不准。选项：--articles 24000、--engines ours,pagefind,pagefind-quoted。';

const packages: Readonly<Record<string, string>> = {
  pagefind: 'pagefind@1.6.0',
  'pagefind-quoted': 'pagefind@1.6.0',
  minisearch: 'minisearch@7.2.0',
  flexsearch: 'flexsearch@0.8.212',
  orama: '@orama/orama@3.1.18',
};

export function run({ args, corpus, scratch, say }: BenchOptions): Promise<BenchResult> {
  const folder = corpus();
  if (folder === undefined) return Promise.resolve({ skipped: corpusMissing });
  const option = (key: string, usual: string): string =>
    args.includes(key) ? args[args.indexOf(key) + 1]! : usual;
  const articles = option('--articles', '24000');
  const engines = option('--engines', 'ours,pagefind,minisearch,flexsearch,orama').split(',');
  const modules = join(scratch, 'modules');
  mkdirSync(modules, { recursive: true });
  writeFileSync(join(modules, 'package.json'), '{ "private": true }\n');

  const measures: (EngineMeasure & { readonly engine: string })[] = [];
  const failed: string[] = [];
  for (const engine of engines) {
    const wanted = packages[engine];
    if (wanted !== undefined) {
      const arguments_ = ['install', '--no-audit', '--no-fund', '--ignore-scripts', wanted];
      if (spawnSync('npm', arguments_, { cwd: modules }).status !== 0) {
        say(`  装不上 ${wanted}，不量`);
        continue;
      }
    }
    const { status, stdout, stderr } = spawnSync(
      process.execPath,
      [
        '--max-old-space-size=8192',
        join(import.meta.dirname, 'search/measure-engine.ts'),
        engine,
        folder,
        number(articles),
        modules,
      ],
      { encoding: 'utf8', maxBuffer: 2 ** 26, timeout: 15 * 60_000 },
    );
    if (status !== 0) {
      failed.push(engine);
      say(`  ${engine}：没有做完（内存 8 GB、15 分钟为限）\n${stderr.slice(-600)}`);
      continue;
    }
    const measure = JSON.parse(stdout.slice(stdout.lastIndexOf('\n{') + 1)) as EngineMeasure;
    measures.push({ engine, ...measure });
    say(`  ${engine}：${measure.seconds} 秒，${measure.peakMb} MB，${mega(measure.bytes)} MB`);
  }

  const ours = measures.find(({ engine }) => engine === 'ours');
  const bars = ours === undefined ? [] : barsOf(ours);
  return Promise.resolve({
    tables: [
      {
        title: `${articles} 篇，每种长度 100 次；“准”为与逐篇查看所得完全相同的次数`,
        head: [
          '做法',
          '建索引秒',
          '处理器秒',
          '峰值 MB',
          '文件',
          '共 MB',
          '2 字准',
          '3 字准',
          '4 字准',
          '6 字准',
          '8 字准',
          '10 字准',
          '14 字准',
          '20 字准',
          '40 字准',
          '首查 KB（2 字，中位）',
          '首查 KB（最多）',
          '每查毫秒',
        ],
        rows: measures.map((measure) => [
          measure.engine,
          measure.seconds,
          measure.cpuSeconds,
          measure.peakMb,
          measure.files,
          mega(measure.bytes),
          ...Object.values(measure.exact).map(([, right]) => right),
          kilo(measure.firstQuery[2]![0]),
          kilo(Math.max(...Object.values(measure.firstQuery).map(([, largest]) => largest))),
          measure.milliseconds,
        ]),
      },
      {
        title: '本站的标准',
        head: ['项', '应', '得', '达到'],
        rows: bars.map(({ what, bar, got, met }) => [what, bar, got, met ? '是' : '否']),
      },
    ],
    details: { measures, failed },
    met: bars.every(({ met }) => met),
  });
}

const mega = (bytes: number): string => (bytes / 1e6).toFixed(1);
const kilo = (bytes: number): string => (bytes / 1e3).toFixed(0);
const number = (text: string): string => String(Number(text));

interface Bar {
  readonly what: string;
  readonly bar: string;
  readonly got: string;
  readonly met: boolean;
}

function barsOf(ours: EngineMeasure): Bar[] {
  const row = (what: string, limit: number, got: number, unit: string): Bar => ({
    what,
    bar: `≤ ${limit} ${unit}`,
    got: `${got} ${unit}`,
    met: got <= limit,
  });
  const asked = Object.values(ours.exact).reduce((sum, [count]) => sum + count, 0);
  const exact = Object.values(ours.exact).reduce((sum, [, count]) => sum + count, 0);
  const medians = Object.values(ours.firstQuery).map(([median]) => median / 1e3);
  const largest = Object.values(ours.firstQuery).map(([, most]) => most / 1e3);
  const common = Object.values(ours.commonPhrases).map((bytes) => bytes / 1e3);
  return [
    { what: '准', bar: `${asked}`, got: `${exact}`, met: exact === asked },
    row('建索引（处理器时间）', 40, ours.cpuSeconds, '秒'),
    row('峰值（连同语料）', 1_500, ours.peakMb, 'MB'),
    row('文件', 3_000, ours.files, '个'),
    row('首查（各长度中位的最大）', 150, Math.round(Math.max(...medians)), 'KB'),
    row('首查（抽到的最大）', 150, Math.round(Math.max(...largest)), 'KB'),
    row('首查（“中国人民”等常见语的最大）', 150, Math.round(Math.max(...common)), 'KB'),
    row('加一期后重做（处理器时间）', 3, ours.addSeconds ?? 0, '秒'),
  ];
}
