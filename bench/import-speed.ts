import { seededRandom } from '../tests/seeded-random.ts';
import { spawn } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { loadFixturePages } from '../tests/page-truth.ts';
import type { BenchOptions, BenchResult } from './bench.ts';
import { readArticles } from './corpus/read-articles.ts';
import { setItem } from './corpus/set-items.ts';
import { mutatePage } from './corpus/mutate-page.ts';
import { setPage } from './corpus/set-page.ts';

export const name = 'import-speed';
export const describe =
  '一个进程导入 10、100、1000 版：每秒版数、内存峰值、是否随版数线性（经真实的 import 命令，写入临时文件夹）。';

const help = `选项：
  --pages LIST    各次的版数（默认 10,100,1000）
  --once          不再导入第二次
  --mutated       用弄坏的测试版面，不用语料`;

const root = join(import.meta.dirname, '..');

/**
 * What `npm run import` gives Node. It cannot be set from within: with the 16 MB of V8 by default the
 * short-lived of each page takes 130 MB more, for 3 % less CPU time.
 */
export const importFlags = /node ((?:--\S+ )*)src\/importer\/command/u
  .exec(readFileSync(join(root, 'package.json'), 'utf8'))![1]!
  .split(' ')
  .filter(Boolean);

/** Newspaper pages of the corpus where it is there, of the fixtures repeated where it is not. */
export function makePages(corpus: string | undefined, count: number): readonly string[] {
  if (corpus === undefined) {
    const fixtures = loadFixturePages(new URL('../tests/fixtures/pages/', import.meta.url)).filter(
      (fixture) => fixture.file.endsWith('.md') && fixture.truth.refused === undefined,
    );
    return Array.from({ length: count }, (_, index) =>
      new TextDecoder().decode(fixtures[index % fixtures.length]!.bytes),
    );
  }
  const articles = readArticles(corpus, '2024');
  const random = seededRandom(42);
  return Array.from({ length: count }, (_, page) => {
    const items = Array.from({ length: 8 }, (_unused, index) =>
      setItem(articles[(page * 8 + index) % articles.length]!, random),
    );
    return setPage(page % 3 === 0 ? 'mineru' : 'marker', items, random).text;
  });
}

/** One page a file, eight pages an edition, in the folder layout that the command reads. */
export function writePages(folder: string, pages: readonly (string | Uint8Array)[]): void {
  pages.forEach((text, index) => {
    const day = new Date(Date.UTC(2020, 0, 1) + Math.floor(index / 8) * 86_400_000);
    const edition = join(folder, day.toISOString().slice(0, 10));
    mkdirSync(edition, { recursive: true });
    writeFileSync(join(edition, `${String((index % 8) + 1).padStart(2, '0')}.md`), text);
  });
}

interface Measured {
  readonly code: number | null;
  readonly seconds: number;
  /** User and system time: what the wall clock would say on a machine with nothing else to do. */
  readonly cpuSeconds: number;
  readonly peakMb: number;
  readonly errors: string;
}

/** A first import's peak so far, when so many pages stand in the content folder. */
interface MemoryAlong {
  readonly pages: number;
  readonly peakMb: number;
}

const alongSteps = [100, 200, 300, 500, 700, 1000];

/**
 * Runs the command and reads its peak resident memory from /proc, every 20 ms.
 *
 * @param content the folder that is written; its pages are counted twice a second
 */
function measure(
  args: readonly string[],
  content: string,
): Promise<Measured & { readonly along: readonly MemoryAlong[] }> {
  return new Promise((resolve) => {
    const began = performance.now();
    const command = [...importFlags, join(root, 'src/importer/command.mjs')];
    const child = spawn(process.execPath, [...command, ...args], {
      cwd: root,
      stdio: ['ignore', 'ignore', 'pipe'],
    });
    let errors = '';
    child.stderr.on('data', (data: Buffer) => {
      errors = (errors + data.toString('utf8')).slice(-2000);
    });
    let peakKb = 0;
    const status = `/proc/${child.pid}/status`;
    const stat = `/proc/${child.pid}/stat`;
    const along: MemoryAlong[] = [];
    const count = setInterval(() => {
      const pages = countFiles(join(content, 'sources'), '.md');
      const step = alongSteps[along.length];
      if (step !== undefined && pages >= step) {
        along.push({ pages, peakMb: Math.round(peakKb / 1024) });
      }
    }, 500);
    let ticks = 0;
    const watch = setInterval(() => {
      try {
        const found = /VmHWM:\s+(\d+) kB/u.exec(readFileSync(status, 'utf8'));
        peakKb = Math.max(peakKb, Number(found?.[1] ?? 0));
        // Fields 14 and 15 of proc_pid_stat(5), counted after the name in brackets; 100 ticks a second.
        const fields = readFileSync(stat, 'utf8').split(') ')[1]!.split(' ');
        ticks = Math.max(ticks, Number(fields[11]) + Number(fields[12]));
      } catch {
        // The process has ended between two looks, or this system has no /proc.
      }
    }, 20);
    child.on('close', (code) => {
      clearInterval(watch);
      clearInterval(count);
      resolve({
        code,
        errors,
        seconds: (performance.now() - began) / 1000,
        cpuSeconds: ticks / 100,
        peakMb: Math.round(peakKb / 1024),
        along,
      });
    });
  });
}

const countFiles = (folder: string, ending: string): number =>
  existsSync(folder)
    ? readdirSync(folder, { recursive: true }).filter((file) => String(file).endsWith(ending))
        .length
    : 0;

export async function run(options: BenchOptions): Promise<BenchResult> {
  const { values } = parseArgs({
    args: [...options.args],
    allowPositionals: true,
    options: {
      pages: { type: 'string', default: '10,100,1000' },
      once: { type: 'boolean', default: false },
      mutated: { type: 'boolean', default: false },
      help: { type: 'boolean', default: false },
    },
  });
  if (values.help) return { skipped: help };
  const corpus = values.mutated ? undefined : options.corpus();
  const random = seededRandom(7);
  const memory: (string | number)[][] = [];
  const rows: (string | number)[][] = [];
  const details: unknown[] = [];
  let met = true;
  for (const count of values.pages.split(',').map(Number)) {
    const input = join(options.scratch, `pages-${count}`);
    const content = join(options.scratch, `content-${count}`);
    mkdirSync(content, { recursive: true });
    const pages = makePages(corpus, count);
    writePages(input, values.mutated ? pages.map((text) => mutatePage(text, random).bytes) : pages);
    const given = [input, '--content', content, '--yes', '--json'];
    const first = await measure(given, content);
    const again = values.once ? undefined : await measure(given, content);
    for (const { pages: imported, peakMb } of first.along) memory.push([count, imported, peakMb]);
    const articles = countFiles(join(content, 'articles'), '.mdx');
    const codes = [first.code, ...(again ? [again.code] : [])];
    // Of damaged pages some are refused.
    if (codes.some((code) => code !== 0 && !(values.mutated && code === 1))) {
      met = false;
      options.say(`${count} 版：命令以 ${codes.join(' / ')} 结束\n${first.errors}`);
    }
    rows.push([
      count,
      articles,
      first.seconds.toFixed(2),
      (count / first.seconds).toFixed(1),
      first.cpuSeconds === 0 ? '–' : first.cpuSeconds.toFixed(1),
      first.peakMb === 0 ? '–' : first.peakMb,
      again ? again.seconds.toFixed(2) : '–',
      again?.cpuSeconds ? again.cpuSeconds.toFixed(1) : '–',
      again?.peakMb ? again.peakMb : '–',
    ]);
    details.push({ pages: count, articles, first, again });
    rmSync(input, { recursive: true });
    rmSync(content, { recursive: true });
  }
  return {
    met,
    tables: [
      {
        title: `导入速度（${corpus === undefined ? '测试版面' : '2024 年语料排成的版面，每版 8 篇'}）`,
        head: [
          '版',
          '篇',
          '首次 秒',
          '版/秒',
          'CPU 秒',
          '内存峰值 MB',
          '再次 秒',
          'CPU 秒',
          '再次内存 MB',
        ],
        rows,
      },
      { title: '首次导入途中的内存峰值', head: ['共几版', '已写', 'MB'], rows: memory },
    ],
    details,
  };
}
