/**
 * What a build costs as the archive grows, and what it costs when little has changed; beside it, in
 * the same run on equal content with equal kinds of page, what a user would pick instead.
 */
import { spawn, spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import {
  cpSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { loadavg } from 'node:os';
import { join, relative } from 'node:path';
import {
  placeArchive,
  readCorpus,
  readInvented,
  writeContent,
  writeEdition,
  type PlacedArchive,
} from './archive/make-archive.ts';
import {
  writeDefaultAstroSite,
  writeEleventySite,
  writeHugoSite,
} from './archive/write-other-sites.ts';
import type { BenchOptions, BenchResult } from './bench.ts';

export const name = 'build-scale';
export const describe =
  '1000、5000、24000 篇文章的存量：从头构建、什么都没改、加一期、改一篇、一位作者改名，各写了多少文件；旁边是 Hugo、Eleventy 和 Astro 默认的 MDX 做法。选项：--sizes 1000,5000、--without hugo,eleventy,astro。';

const root = join(import.meta.dirname, '..');
const defaultSizes = [1000, 5000, 24_000];
/** Above this Astro's default path takes minutes and gigabytes; smaller sizes show where it goes. */
const defaultAstroLimit = 5000;

interface Measure {
  readonly what: string;
  readonly articles: number;
  readonly seconds: number;
  /** User and system time together: what the run costs however busy the machine is. */
  readonly cpuSeconds: number;
  /** The largest process of the run. */
  readonly peakMb: number;
  readonly pages: number;
  readonly bytes: number;
  readonly load: number;
  /** Files that were put anew where others lay, those of the search index among them. */
  readonly written?: number;
  readonly writtenOfSearch?: number;
}

export async function run(options: BenchOptions): Promise<BenchResult> {
  const sizes = listOption(options.args, '--sizes')?.map(Number) ?? defaultSizes;
  const without = new Set(listOption(options.args, '--without') ?? []);
  const corpus = options.corpus();
  const days = (corpus === undefined ? undefined : readCorpus(corpus)) ?? readInvented();
  const measures: Measure[] = [];
  const identical: { articles: number; same: boolean }[] = [];
  const project = copyProject(join(options.scratch, 'project'));
  const eleventy = without.has('eleventy') ? undefined : installEleventy(options);
  const hugo =
    without.has('hugo') || spawnSync('hugo', ['version']).status !== 0 ? undefined : 'hugo';
  if (hugo === undefined) options.say('没有 hugo，不量（apt-get install hugo）');

  for (const articles of sizes) {
    // One edition more than is built at first: the one that is added.
    const archive = placeArchive(days, articles);
    const longer = placeArchive(
      days,
      articles + days[archive.editions.length % days.length]!.length,
    );
    const added = longer.editions.at(-1)!;
    const content = join(options.scratch, `content-${articles}`);
    const dist = join(options.scratch, `dist-${articles}`);
    writeContent(content, { ...longer, editions: archive.editions });
    // A file touched within the last two seconds is read again: nobody builds that soon.
    await new Promise((resolve) => setTimeout(resolve, 2500));
    const here = { project, content, dist };
    const build = async (what: string, place = here): Promise<void> => {
      const before = timesOf(place.dist);
      const measure = await measureRun(...astroBuild(place, options.scratch));
      const written = [...timesOf(place.dist)].filter(([file, time]) => before.get(file) !== time);
      measures.push({
        ...{ what, articles, ...measure, ...countFiles(place.dist) },
        written: written.length,
        writtenOfSearch: written.filter(([file]) => file.startsWith('search/')).length,
      });
      report(options, measures.at(-1)!);
    };
    await build('本站，从头');
    await build('本站，什么都没改');
    writeEdition(content, added);
    await build('本站，加一期');
    editOneArticle(content, archive);
    await build('本站，改一篇');
    renameColumnist(content, archive);
    await build('本站，一位作者改名');
    const incremental = treeDigest(dist);
    rmSync(dist, { recursive: true });
    rmSync(join(project, '.cache'), { recursive: true });
    // In other folders, each as deep as it pleases: no byte may tell where a site was built.
    const elsewhere = join(options.scratch, 'elsewhere', String(articles));
    const there = {
      // Of the copy: somebody may have changed the project meanwhile.
      project: copyProject(join(elsewhere, 'a/b/project'), project),
      content: join(elsewhere, 'content'),
      dist: join(elsewhere, 'out'),
    };
    cpSync(content, there.content, { recursive: true });
    await build('本站，改后另处从头', there);
    const same = treeDigest(there.dist) === incremental;
    options.say(`  增量与另一处从头的字节${same ? '相同' : '不同！'}`);
    identical.push({ articles, same });
    rmSync(elsewhere, { recursive: true });
    rmSync(content, { recursive: true });

    if (hugo !== undefined) {
      const folder = join(options.scratch, `hugo-${articles}`);
      writeHugoSite(folder, longer);
      const measure = await measureRun(hugo, ['--quiet'], folder, {});
      measures.push({ what: 'Hugo', articles, ...measure, ...countFiles(join(folder, 'public')) });
      report(options, measures.at(-1)!);
      rmSync(folder, { recursive: true });
    }
    if (eleventy !== undefined) {
      const folder = join(options.scratch, `eleventy-${articles}`);
      writeEleventySite(folder, longer);
      const measure = await measureRun(process.execPath, [eleventy, '--quiet'], folder, {});
      measures.push({
        what: 'Eleventy',
        articles,
        ...measure,
        ...countFiles(join(folder, '_site')),
      });
      report(options, measures.at(-1)!);
      rmSync(folder, { recursive: true });
    }
    if (!without.has('astro') && articles <= defaultAstroLimit) {
      const folder = join(options.scratch, `astro-${articles}`);
      writeDefaultAstroSite(folder, longer);
      symlinkSync(join(root, 'node_modules'), join(folder, 'node_modules'));
      const astro = join(root, 'node_modules/astro/bin/astro.mjs');
      for (const what of ['Astro 默认，从头', 'Astro 默认，什么都没改']) {
        const measure = await measureRun(process.execPath, [astro, 'build'], folder, {
          ASTRO_TELEMETRY_DISABLED: '1',
        });
        measures.push({ what, articles, ...measure, ...countFiles(join(folder, 'dist')) });
        report(options, measures.at(-1)!);
      }
      rmSync(folder, { recursive: true });
    }
  }

  const bars = compare(measures, identical);
  return {
    tables: [
      {
        title: '构建的代价（秒为墙上时间；处理器秒为用户与系统时间之和，不受机器忙闲影响）',
        head: [
          '做法',
          '文章',
          '秒',
          '处理器秒',
          '峰值 MB',
          '页',
          '页/秒',
          'MB',
          '负载',
          '写',
          '其中检索',
        ],
        rows: measures.map((measure) => [
          measure.what,
          measure.articles,
          measure.seconds.toFixed(1),
          measure.cpuSeconds.toFixed(1),
          Math.round(measure.peakMb),
          measure.pages,
          Math.round(measure.pages / measure.seconds),
          Math.round(measure.bytes / 1e6),
          measure.load.toFixed(1),
          measure.written ?? '',
          measure.writtenOfSearch ?? '',
        ]),
      },
      {
        title: `标准（${sizes.at(-1)} 篇，墙上时间）`,
        head: ['项', '应', '得', '达到'],
        rows: bars.map(({ what, bar, got, met }) => [what, bar, got, met ? '是' : '否']),
      },
    ],
    details: { corpus: corpus === undefined ? 'sample' : 'corpus', measures, identical },
    met: bars.every(({ met }) => met),
  };
}

interface Bar {
  readonly what: string;
  readonly bar: string;
  readonly got: string;
  readonly met: boolean;
}

/** What was promised of the largest archive, as far as its rivals were measured too. */
function compare(
  measures: readonly Measure[],
  identical: readonly { readonly articles: number; readonly same: boolean }[],
): Bar[] {
  const sizes = [...new Set(measures.map(({ articles }) => articles))];
  const [smallest, largest] = [Math.min(...sizes), Math.max(...sizes)];
  const find = (what: string, articles = largest): Measure | undefined =>
    measures.find((measure) => measure.what === what && measure.articles === articles);
  const bars: Bar[] = [];
  const ratio = (
    what: string,
    limit: number,
    above: number | undefined,
    below: number | undefined,
  ): void => {
    if (above === undefined || below === undefined) return;
    const got = above / below;
    bars.push({ what, bar: `≤ ${limit}`, got: got.toFixed(2), met: got <= limit });
  };
  const cold = find('本站，从头');
  const added = find('本站，加一期');
  ratio('从头 ÷ Eleventy', 1, cold?.seconds, find('Eleventy')?.seconds);
  ratio('从头 ÷ Hugo', 3, cold?.seconds, find('Hugo')?.seconds);
  ratio('加一期 ÷ Hugo 从头', 0.5, added?.seconds, find('Hugo')?.seconds);
  if (smallest !== largest) {
    const small = find('本站，从头', smallest);
    ratio(`加一期 ÷ ${smallest} 篇时`, 2, added?.seconds, find('本站，加一期', smallest)?.seconds);
    ratio(
      `从头每页 ÷ ${smallest} 篇时`,
      1,
      cold && cold.seconds / cold.pages,
      small && small.seconds / small.pages,
    );
  }
  if (cold !== undefined) {
    const got = cold.peakMb;
    bars.push({
      what: '从头的峰值 MB',
      bar: '≤ 1500',
      got: String(Math.round(got)),
      met: got <= 1500,
    });
  }
  const same = identical.every((one) => one.same);
  bars.push({
    what: '增量与另一处从头的字节',
    bar: '相同',
    got: same ? '相同' : '不同',
    met: same,
  });
  return bars;
}

function report({ say }: BenchOptions, measure: Measure): void {
  say(
    `  ${measure.what} ${measure.articles}：${measure.seconds.toFixed(1)} 秒，处理器 ${measure.cpuSeconds.toFixed(1)} 秒，${Math.round(measure.peakMb)} MB，${measure.pages} 页`,
  );
}

function listOption(args: readonly string[], option: string): string[] | undefined {
  const at = args.indexOf(option);
  return at === -1 ? undefined : args[at + 1]?.split(',');
}

/** A copy, so that the bench neither reads nor leaves anything in the project's caches. */
export function copyProject(folder: string, from = root): string {
  mkdirSync(folder, { recursive: true });
  for (const part of [
    'src',
    'public',
    'astro.config.mjs',
    'package.json',
    'package-lock.json',
    'tsconfig.json',
  ]) {
    cpSync(join(from, part), join(folder, part), { recursive: true });
  }
  symlinkSync(join(root, 'node_modules'), join(folder, 'node_modules'));
  return folder;
}

function installEleventy({ scratch, say }: BenchOptions): string | undefined {
  const named = process.env['EPAPER_ELEVENTY'];
  if (named !== undefined) return named;
  const folder = join(scratch, 'eleventy');
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, 'package.json'), '{ "private": true }\n');
  const installed = spawnSync(
    'npm',
    ['install', '--no-audit', '--no-fund', '@11ty/eleventy@3.1.8'],
    { cwd: folder },
  );
  const command = join(folder, 'node_modules/@11ty/eleventy/cmd.cjs');
  if (installed.status === 0 && existsSync(command)) return command;
  say('装不上 Eleventy，不量');
  return undefined;
}

/** The command line, folder and environment of a build, as `measureRun` takes them. */
export function astroBuild(
  place: { readonly project: string; readonly content: string; readonly dist: string },
  scratch: string,
): Parameters<typeof measureRun> {
  return [
    process.execPath,
    [join(root, 'node_modules/astro/bin/astro.mjs'), 'build', '--outDir', place.dist],
    place.project,
    {
      EPAPER_CONTENT: place.content,
      ASTRO_TELEMETRY_DISABLED: '1',
      // As `npm run build` does.
      NODE_COMPILE_CACHE: join(scratch, 'compiled'),
      MALLOC_ARENA_MAX: '2',
    },
  ];
}

/**
 * Runs a command to its end.
 *
 * @throws Error with what it said, where it fails
 */
export async function measureRun(
  command: string,
  args: readonly string[],
  cwd: string,
  env: Readonly<Record<string, string>>,
): Promise<Pick<Measure, 'seconds' | 'cpuSeconds' | 'peakMb' | 'load'>> {
  const [load = 0] = loadavg();
  const child = spawn(
    process.execPath,
    [join(import.meta.dirname, 'archive/measure-child.ts'), command, ...args],
    {
      cwd,
      env: { ...process.env, ...env },
      stdio: ['ignore', 'pipe', 'pipe'],
    },
  );
  let output = '';
  let errors = '';
  child.stdout.on('data', (chunk: Buffer) => (output += chunk.toString()));
  child.stderr.on('data', (chunk: Buffer) => (errors += chunk.toString()));
  const code = await new Promise<number | null>((resolve, reject) => {
    child.on('error', reject);
    child.on('close', resolve);
  });
  if (code !== 0)
    throw new Error(
      `${command} ${args.join(' ')} 退出 ${code}\n${output.slice(-4000)}\n${errors.slice(-4000)}`,
    );
  const measured = JSON.parse(output.slice(output.lastIndexOf('\n{') + 1)) as Omit<
    Measure,
    'what' | 'articles' | 'pages' | 'bytes' | 'load'
  >;
  return { ...measured, load };
}

function countFiles(folder: string): Pick<Measure, 'pages' | 'bytes'> {
  let pages = 0;
  let bytes = 0;
  for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile()) continue;
    bytes += statSync(join(entry.parentPath, entry.name)).size;
    if (entry.name.endsWith('.html')) pages += 1;
  }
  return { pages, bytes };
}

/** When each file below a folder was written, by its path; empty where there is no folder. */
function timesOf(folder: string): Map<string, number> {
  if (!existsSync(folder)) return new Map();
  return new Map(
    readdirSync(folder, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => join(entry.parentPath, entry.name))
      .map((file) => [relative(folder, file).replaceAll('\\', '/'), statSync(file).mtimeMs]),
  );
}

/** Stands for every path and byte below a folder. */
export function treeDigest(folder: string): string {
  const hash = createHash('sha1');
  const files = readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(folder.length))
    .sort();
  for (const file of files) hash.update(`${file}\0`).update(readFileSync(join(folder, file)));
  return hash.digest('hex');
}

/** One of the middle of the archive, as a correction years later is. */
function editOneArticle(content: string, { editions }: PlacedArchive): void {
  const { articles } = editions[Math.floor(editions.length / 2)]!;
  const { date, page, slug } = articles[0]!;
  const file = join(content, `articles/${date}/${String(page).padStart(2, '0')}/${slug}.mdx`);
  writeFileSync(file, `${readFileSync(file, 'utf8')}\n后来查明，并非如此。\n`);
}

/** One with many pieces; in the articles' own bylines the printed name stays. */
function renameColumnist(content: string, { columnists }: PlacedArchive): void {
  const { id, name } = columnists[Math.floor(columnists.length / 2)]!;
  const file = join(content, `columnists/${id}.yaml`);
  writeFileSync(file, readFileSync(file, 'utf8').replace(name, `${name}改`));
}
