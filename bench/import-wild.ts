import { existsSync, mkdirSync, readFileSync, readdirSync } from 'node:fs';
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { parseArgs } from 'node:util';
import { parseIssueDate } from '../src/newspaper/issue-date.ts';
import type { ImportedPage } from '../src/importer/draft/imported-page.ts';
import { unknownPaper } from '../src/importer/page/known-paper.ts';
import { importPages } from '../src/importer/import-pages.ts';
import { decodeSource } from '../src/importer/segment/decode-source.ts';
import { comparePages, loadFixturePages, type FixturePage } from '../tests/page-truth.ts';
import type { BenchOptions, BenchResult } from './bench.ts';

export const name = 'import-wild';
export const describe =
  '导入 ../shared/wild 里的各个小版面，逐个说对了、错而有提示、还是错而没有提示（后者应为 0）。';

const help = `选项：
  --folder DIR   小版面所在的文件夹（默认 ../shared/wild）`;

const root = join(import.meta.dirname, '..');

export function run(options: BenchOptions): Promise<BenchResult> {
  const { values } = parseArgs({
    args: [...options.args],
    options: {
      folder: { type: 'string', default: join(root, '../shared/wild') },
      help: { type: 'boolean', default: false },
    },
  });
  const { folder } = values;
  if (values.help) return Promise.resolve({ skipped: help });
  if (!existsSync(folder)) return Promise.resolve({ skipped: `没有 ${folder}` });
  const truths = new URL('wild/', import.meta.url);
  const pages = loadFixturePages(truths, pathToFileURL(`${folder}/`));
  const rows = pages.map((page) => {
    const differences = differencesOf(page);
    for (const one of differences) {
      options.say(`${page.name} ${one.field}\n  应为：${one.expected}\n  得到：${one.found}`);
    }
    return [page.name, verdict(differences)];
  });
  rows.push([twoFiles, claimOnePage(join(folder, twoFiles), options.scratch)]);
  return Promise.resolve({
    met: rows.every(([, said]) => said !== silent),
    tables: [{ title: '野外的版面', head: ['版面', '结果'], rows }],
  });
}

const silent = '错而没有提示';

function verdict(differences: readonly { readonly flagged: boolean }[]): string {
  if (differences.length === 0) return '对';
  return differences.every(({ flagged }) => flagged) ? '错而有提示' : silent;
}

function differencesOf({ file, bytes, truth }: FixturePage) {
  const decoded = decodeSource({ bytes, file });
  if (decoded.kind === 'refused') {
    const isMeant = decoded.findings.some(({ id }) => id === truth.refused);
    return isMeant ? [] : [{ field: 'refused', expected: '', found: '', flagged: false }];
  }
  const imported: readonly ImportedPage[] = importPages({
    text: decoded.text,
    file,
    date: parseIssueDate('2024-01-01'),
    page: 1,
    known: unknownPaper,
    imageExtension: () => 'jpg',
  });
  return comparePages(imported, truth, decoded.text).differences;
}

const twoFiles = '03-two-files-one-page';

/** Two files that claim one page: both stand afterwards, or the second is refused. */
function claimOnePage(folder: string, scratch: string): string {
  const content = join(scratch, 'content');
  mkdirSync(content, { recursive: true });
  const { status } = spawnSync(process.execPath, [
    join(root, 'src/importer/command.mjs'),
    folder,
    '--content',
    content,
    '--yes',
  ]);
  const given = readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.md'))
    .map((file) => readFileSync(join(folder, file), 'utf8'));
  const sources = join(content, 'sources');
  const kept = readdirSync(sources, { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.md'))
    .map((file) => readFileSync(join(sources, file), 'utf8'));
  if (given.every((text) => kept.includes(text))) return '对';
  return status === 1 && kept.includes(given[0]!) ? '错而有提示' : silent;
}
