import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { decodeSource } from '../src/importer/segment/decode-source.ts';
import { findUnpublishable } from '../src/importer/draft/find-unpublishable.ts';
import { renderPageFiles } from '../src/importer/draft/render-page-files.ts';
import { importPages } from '../src/importer/import-pages.ts';
import { unknownPaper, type KnownPaper } from '../src/importer/page/known-paper.ts';
import { parseIssueDate } from '../src/newspaper/issue-date.ts';
import { loadFixturePages } from '../tests/page-truth.ts';
import type { BenchOptions, BenchResult } from './bench.ts';
import { mutatePage } from './corpus/mutate-page.ts';
import { seededRandom } from '../tests/seeded-random.ts';

export const name = 'import-fuzz';
export const describe =
  '把测试版面弄坏一万种样子再导入：不崩溃，不丢字，被拒绝的都说得出原因，同一版两次导入结果相同。';

const help = `选项：
  --pages N    弄坏多少版（默认 10000）
  --seed S     随机数的种子（默认 1）：同样的种子得到同样的版面
  --from N     从第几版起（默认 0）：单独重跑出错的一版用 --from N --pages 1
  --keep DIR   把出错的版面存到这个文件夹`;

/** Slow is as good as crashed: the largest of these pages takes a fraction of a second. */
const maxSeconds = 20;

export interface FuzzFailure {
  readonly page: number;
  readonly base: string;
  readonly done: readonly string[];
  readonly what: string;
}

export interface FuzzOutcome {
  readonly pages: number;
  readonly imported: number;
  /** Finding id -> pages that were refused for it. */
  readonly refused: ReadonlyMap<string, number>;
  readonly failures: readonly FuzzFailure[];
  readonly slowestMs: number;
}

/** The pages that are damaged: the first page, and every fixture that is text. */
function basePages(): readonly { readonly name: string; readonly text: string }[] {
  const tests = new URL('../tests/fixtures/', import.meta.url);
  return [
    { name: 'first-page', text: readFileSync(new URL('first-page/page.md', tests), 'utf8') },
    ...loadFixturePages(new URL('pages/', tests))
      .filter((page) => page.truth.refused === undefined)
      .map((page) => ({ name: page.name, text: new TextDecoder().decode(page.bytes) })),
  ];
}

/**
 * Damages and imports `pages` pages; page `n` is the same whatever was run before it.
 *
 * @param watch is called with each failure as it happens, and the bytes that brought it about
 */
export function fuzzImport(
  {
    pages,
    seed,
    from = 0,
  }: { readonly pages: number; readonly seed: number; readonly from?: number },
  watch: (failure: FuzzFailure, bytes: Uint8Array) => void = () => undefined,
): FuzzOutcome {
  const bases = basePages();
  const refused = new Map<string, number>();
  const failures: FuzzFailure[] = [];
  let imported = 0;
  let slowestMs = 0;
  for (let page = from; page < from + pages; page += 1) {
    const random = seededRandom(seed * 1_000_003 + page);
    const base = bases[Math.floor(random() * bases.length)]!;
    const { bytes, done } = mutatePage(base.text, random);
    const began = performance.now();
    const result = importOnce(bytes);
    const ms = performance.now() - began;
    slowestMs = Math.max(slowestMs, ms);
    const what =
      ms > maxSeconds * 1000
        ? `took ${(ms / 1000).toFixed(1)} s`
        : 'fault' in result
          ? result.fault
          : undefined;
    if (what !== undefined) {
      const failure = { page, base: base.name, done, what };
      failures.push(failure);
      watch(failure, bytes);
    } else if ('refusedFor' in result) {
      refused.set(result.refusedFor, (refused.get(result.refusedFor) ?? 0) + 1);
    } else {
      imported += 1;
      // A whole second import of every page would double the time; of one in ten it tells as much.
      if (page % 10 === 0) {
        const again = importOnce(bytes);
        if (JSON.stringify(again) !== JSON.stringify(result)) {
          const failure = { page, base: base.name, done, what: 'a second import differs' };
          failures.push(failure);
          watch(failure, bytes);
        }
      }
    }
  }
  return { pages, imported, refused, failures, slowestMs };
}

/** What is wrong with the files of pages that nothing has damaged. */
export function checkFixtures(): readonly string[] {
  return basePages().flatMap(({ name: page, text }) => {
    const result = importOnce(new TextEncoder().encode(text));
    if ('fault' in result) return [`${page}: ${result.fault}`];
    return 'refusedFor' in result ? [`${page}: refused for ${result.refusedFor}`] : [];
  });
}

type Once =
  | { readonly fault: string }
  | { readonly refusedFor: string }
  | { readonly files: readonly (readonly [path: string, contents: string])[] };

/** Imports bytes as the command does, short of the disk. */
function importOnce(bytes: Uint8Array): Once {
  try {
    const decoded = decodeSource({ bytes, file: 'page.md' });
    if (decoded.kind === 'refused') return refusal(decoded.findings.map(({ id }) => id));
    const known: KnownPaper = unknownPaper;
    const pages = importPages({
      text: decoded.text,
      file: 'page.md',
      date: parseIssueDate('2030-05-01'),
      page: 1,
      known,
      imageExtension: (path) => (/\.(?:png|jpe?g)$/.test(path) ? 'png' : undefined),
    });
    if (pages.length === 0) return { fault: 'no page and no word about it' };
    const lineCount = decoded.text.split('\n').length;
    for (const finding of pages.flatMap((page) => page.findings)) {
      if (finding.line < 1 || finding.line > lineCount || finding.column < 1) {
        return {
          fault: `finding ${finding.id} stands at ${finding.line}:${finding.column} of ${lineCount} lines`,
        };
      }
      if (finding.id === 'conservation-broken') return { fault: finding.message };
      if (!(finding.message + finding.excerpt).isWellFormed()) {
        return { fault: `finding ${finding.id} cuts a character in half` };
      }
    }
    const readable = pages.filter((page) => !page.refused);
    if (readable.length === 0) {
      return refusal(
        pages.flatMap((page) =>
          page.findings.filter(({ severity }) => severity === 'error').map(({ id }) => id),
        ),
      );
    }
    const files: (readonly [path: string, contents: string])[] = [];
    const unpublishable: string[] = [];
    for (const page of readable) {
      const rendered = renderPageFiles(page, known);
      const refused = findUnpublishable(page, rendered, 'page.md');
      if (refused) unpublishable.push(refused.id);
      else files.push(...rendered.map(({ path, contents }) => [path, String(contents)] as const));
    }
    return files.length === 0 ? refusal(unpublishable) : { files };
  } catch (error) {
    return { fault: error instanceof Error ? (error.stack ?? error.message) : String(error) };
  }
}

function refusal(ids: readonly string[]): Once {
  return ids[0] === undefined ? { fault: 'refused without a word' } : { refusedFor: ids[0] };
}

export async function run(options: BenchOptions): Promise<BenchResult> {
  const { values } = parseArgs({
    args: [...options.args],
    allowPositionals: true,
    options: {
      pages: { type: 'string', default: '10000' },
      seed: { type: 'string', default: '1' },
      from: { type: 'string', default: '0' },
      keep: { type: 'string' },
      help: { type: 'boolean', default: false },
    },
  });
  if (values.help) return { skipped: help };
  const total = Number(values.pages);
  const from = Number(values.from);
  const seed = Number(values.seed);
  const sum = { imported: 0, slowestMs: 0, refused: new Map<string, number>() };
  const failures: FuzzFailure[] = [];
  const step = 500;
  for (let done = 0; done < total; done += step) {
    const part = fuzzImport(
      { pages: Math.min(step, total - done), seed, from: from + done },
      (failure, bytes) => {
        options.say(
          `第 ${failure.page} 版（${failure.base}；${failure.done.join('、')}）：${failure.what}`,
        );
        if (values.keep === undefined) return;
        mkdirSync(values.keep, { recursive: true });
        writeFileSync(join(values.keep, `${failure.page}.md`), bytes);
      },
    );
    sum.imported += part.imported;
    sum.slowestMs = Math.max(sum.slowestMs, part.slowestMs);
    for (const [id, times] of part.refused) sum.refused.set(id, (sum.refused.get(id) ?? 0) + times);
    failures.push(...part.failures);
    options.say(`${Math.min(done + step, total)} / ${total}`);
    await Promise.resolve();
  }
  const refusals = [...sum.refused].sort((left, right) => right[1] - left[1]);
  return {
    met: failures.length === 0,
    tables: [
      {
        title: `弄坏的版面（种子 ${seed}）`,
        head: ['版', '导入', '有理由地拒绝', '出错', '最慢 毫秒'],
        rows: [
          [
            total,
            sum.imported,
            refusals.reduce((count, [, times]) => count + times, 0),
            failures.length,
            Math.round(sum.slowestMs),
          ],
        ],
      },
      { title: '拒绝的理由', head: ['提示', '版'], rows: refusals },
    ],
    details: { failures },
  };
}

if (import.meta.main) {
  const result = await run({
    args: process.argv.slice(2),
    corpus: () => undefined,
    scratch: '',
    say: (line) => console.log(line),
  });
  console.log(result.skipped ?? JSON.stringify(result.tables, null, 1));
  process.exitCode = result.met === false ? 1 : 0;
}
