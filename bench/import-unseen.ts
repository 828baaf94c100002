import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { parseArgs } from 'node:util';
import { importPages } from '../src/importer/import-pages.ts';
import type { ArticleDraft, BodyBlock } from '../src/importer/page/article-draft.ts';
import { unknownPaper } from '../src/importer/page/known-paper.ts';
import { decodeSource } from '../src/importer/segment/decode-source.ts';
import { parseIssueDate } from '../src/newspaper/issue-date.ts';
import {
  comparePages,
  loadFixturePages,
  type Comparison,
  type FixturePage,
  type TruthBody,
} from '../tests/page-truth.ts';
import type { BenchOptions, BenchResult } from './bench.ts';

export const name = 'import-unseen';
export const describe =
  '导入 bench/unseen 里的版面：没有照着它们改过导入程序。几版、几篇无误，几版错而没有提示（行读作诗、名单还是段落不计）。';

const help = `选项：
  --folder DIR   版面和期望所在的文件夹（默认 bench/unseen）
  --show         列出各处差别；看过的版面就不再是没有见过的，照着改过以后要移进 tests/fixtures/pages`;

export function run(options: BenchOptions): Promise<BenchResult> {
  const { values } = parseArgs({
    args: [...options.args],
    options: {
      folder: { type: 'string', default: join(import.meta.dirname, 'unseen') },
      show: { type: 'boolean', default: false },
      help: { type: 'boolean', default: false },
    },
  });
  if (values.help) return Promise.resolve({ skipped: help });
  const said = { right: '对', told: '错而有提示', silent: '错而没有提示' };
  const sum = { right: 0, told: 0, silent: 0, items: 0, exact: 0, inSilence: 0, reviews: 0 };
  const rows = loadFixturePages(pathToFileURL(`${values.folder}/`)).map((page) => {
    const { differences, itemsExact, reviews } = compare(page);
    const verdict =
      differences.length === 0
        ? 'right'
        : differences.every(({ flagged }) => flagged)
          ? 'told'
          : 'silent';
    const exact = itemsExact.filter(Boolean).length;
    const inSilence = itemsExact.filter((_, item) =>
      differences.some((one) => one.item === item && !one.flagged),
    ).length;
    sum[verdict] += 1;
    sum.items += itemsExact.length;
    sum.exact += exact;
    sum.inSilence += inSilence;
    sum.reviews += reviews;
    if (values.show) {
      for (const { field, expected, found, flagged } of differences) {
        const mark = flagged ? '' : '（没有提示）';
        options.say(`${page.name} ${field}${mark}\n  应为：${expected}\n  得到：${found}`);
      }
    }
    return [page.name, said[verdict], itemsExact.length, exact, inSilence, reviews];
  });
  const total = `${sum.right} 版对，${sum.told} 版有提示，${sum.silent} 版没有`;
  return Promise.resolve({
    tables: [
      {
        title: '没有见过的版面',
        head: ['版面', '结果', '篇', '无误', '错而没有提示', '待看'],
        rows: [...rows, ['合计', total, sum.items, sum.exact, sum.inSilence, sum.reviews]],
      },
    ],
    details: sum,
  });
}

function compare({ file, bytes, truth }: FixturePage): Comparison {
  const decoded = decodeSource({ bytes, file });
  if (decoded.kind === 'refused') throw new Error(`${file}: refused`);
  const pages = importPages({
    text: decoded.text,
    file,
    date: parseIssueDate(truth.request?.date ?? truth.page?.date ?? '2024-01-01'),
    page: truth.request?.page ?? 1,
    known: unknownPaper,
    imageExtension: () => 'jpg',
  });
  return comparePages(
    pages.map((page) => ({ ...page, articles: page.articles.map(inLines) })),
    { ...truth, items: truth.items.map((item) => ({ ...item, body: item.body.flatMap(linesOf) })) },
    decoded.text,
  );
}

function inLines(article: ArticleDraft): ArticleDraft {
  return { ...article, body: article.body.flatMap(blocksOf) };
}

/** Verse, lists and tables as the lines that they are printed in. */
function blocksOf(block: BodyBlock): readonly BodyBlock[] {
  const lines =
    block.type === 'verse'
      ? block.verses
      : block.type === 'list'
        ? block.items
        : block.type === 'table'
          ? block.rows.map((row) => row.join(' '))
          : undefined;
  return lines?.map((text) => ({ type: 'paragraph', text, lines: block.lines })) ?? [block];
}

function linesOf(block: TruthBody): readonly TruthBody[] {
  if (typeof block === 'string') return [block];
  if ('verse' in block) return block.verse;
  if ('list' in block) return block.list;
  if ('table' in block) return block.table.map((row) => row.join(' '));
  return [block];
}
