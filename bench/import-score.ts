import { seededRandom } from '../tests/seeded-random.ts';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { importPages } from '../src/importer/import-pages.ts';
import { groupByCause } from '../src/importer/report.ts';
import type { Finding } from '../src/newspaper/finding.ts';
import { unknownPaper } from '../src/importer/page/known-paper.ts';
import { parseIssueDate } from '../src/newspaper/issue-date.ts';
import { comparePages, type Difference } from '../tests/page-truth.ts';
import { corpusMissing, type BenchOptions, type BenchResult } from './bench.ts';
import { damageKinds } from './corpus/damage.ts';
import { readArticles } from './corpus/read-articles.ts';
import { setItem } from './corpus/set-items.ts';
import { dialects, setPage, type Dialect, type SetPage } from './corpus/set-page.ts';

export const name = 'import-score';
export const describe =
  '把语料中的真实文章排成版面、按各识别工具的样子弄坏、再导入，逐栏比对（正文逐字 ≥98%，无声之误 ≤0.3%，整篇无误 ≥95%）。';

const help = `选项：
  --pages N       每种工具的版数（默认 16）
  --dialect NAME  只测一种工具（${dialects.join('、')}）
  --year YYYY     所用语料的年份（默认 2024；2022、2023 年供训练，不用于评分）
  --seed N        随机种子（默认 1）
  --clean         一字不坏地排：看一个干净的版上每篇有几处待看（≤ 0.34）
  --show N        打印最差的 N 处（--clean 时连同待看的各处）
  --keep DIR      把每一版的文本和差异写入 DIR`;

/** Pages of the held-out year, the same for the same seed. */
export function makePages(
  corpus: string,
  options: {
    year: string;
    seed: number;
    pages: number;
    only?: readonly Dialect[];
    isClean?: boolean;
  },
): readonly SetPage[] {
  const articles = readArticles(corpus, options.year);
  const made: SetPage[] = [];
  for (const dialect of options.only ?? dialects) {
    const random = seededRandom(options.seed * 7919 + dialects.indexOf(dialect) * 104_729);
    for (let page = 0; page < options.pages; page += 1) {
      const first = Math.floor(random() * articles.length);
      const count = 5 + Math.floor(random() * 6);
      const items = Array.from({ length: count }, (_, index) =>
        // Neighbours of one day tell of the same events; strides mix the year.
        setItem(articles[(first + index * 37) % articles.length]!, random),
      );
      made.push(setPage(dialect, items, random, options.isClean));
    }
  }
  return made;
}

interface Tally {
  items: number;
  exact: number;
  paragraphs: number;
  verbatim: number;
  flagged: number;
  silent: number;
  fields: number;
  fieldsSilent: number;
  reviews: number;
}
const emptyTally = (): Tally => ({
  items: 0,
  exact: 0,
  paragraphs: 0,
  verbatim: 0,
  flagged: 0,
  silent: 0,
  fields: 0,
  fieldsSilent: 0,
  reviews: 0,
});
const share = (part: number, whole: number): string =>
  whole === 0 ? '–' : `${((100 * part) / whole).toFixed(2)}%`;

/** About one thing to look at in three items, on a page whose text is as it was printed. */
const mostLooks = 0.34;

/** A field of an item that the score counts beside its paragraphs. */
const fieldsAnItem = 8;

export async function run(options: BenchOptions): Promise<BenchResult> {
  const { values } = parseArgs({
    args: [...options.args],
    options: {
      pages: { type: 'string', default: '16' },
      dialect: { type: 'string' },
      year: { type: 'string', default: '2024' },
      seed: { type: 'string', default: '1' },
      clean: { type: 'boolean', default: false },
      show: { type: 'string', default: '0' },
      keep: { type: 'string' },
      help: { type: 'boolean', default: false },
    },
  });
  if (values.help) return { skipped: help };
  const corpus = options.corpus();
  if (corpus === undefined) return { skipped: corpusMissing };
  const only = dialects.filter((dialect) => dialect === values.dialect);
  const pages = makePages(corpus, {
    year: values.year,
    seed: Number(values.seed),
    pages: Number(values.pages),
    isClean: values.clean,
    ...(values.dialect === undefined ? {} : { only }),
  });
  const byDialect = new Map<string, Tally>();
  const byKind = new Map<
    string,
    { paragraphs: number; verbatim: number; flagged: number; silent: number }
  >();
  const worst: { page: number; dialect: Dialect; difference: Difference; headline: string }[] = [];
  if (values.keep !== undefined) mkdirSync(values.keep, { recursive: true });
  const total = emptyTally();
  const looks: { page: number; dialect: Dialect; finding: Finding }[] = [];
  pages.forEach((page, index) => {
    const imported = importPages({
      text: page.text,
      file: page.dialect === 'alto' ? 'page.xml' : 'page.md',
      date: parseIssueDate('2024-01-01'),
      page: 1,
      known: unknownPaper,
      imageExtension: (path) => (path.includes('png') ? 'png' : 'jpg'),
    });
    const comparison = comparePages(imported, page.truth, page.text);
    const toLookAt = groupByCause(
      imported.flatMap(({ findings }) => findings.filter(({ severity }) => severity !== 'info')),
    );
    if (values.clean)
      for (const { finding } of toLookAt)
        looks.push({ page: index, dialect: page.dialect, finding });
    const tally = byDialect.get(page.dialect) ?? emptyTally();
    byDialect.set(page.dialect, tally);
    for (const sum of [tally, total]) {
      sum.items += page.truth.items.length;
      sum.exact += comparison.itemsExact.filter(Boolean).length;
      sum.paragraphs += comparison.paragraphs;
      sum.verbatim += comparison.paragraphsVerbatim;
      sum.reviews += toLookAt.length;
      sum.fields += page.truth.items.length * fieldsAnItem;
    }
    const wrong = new Map<string, Difference>();
    for (const difference of comparison.differences) {
      const inBody = difference.field.startsWith('body');
      // All paragraphs of an item that did not come out are wrong with it.
      const lost =
        difference.field === 'item' ? (page.damage[difference.item]?.length ?? 0) : Number(inBody);
      for (const sum of [tally, total]) {
        if (difference.flagged) sum.flagged += lost;
        else sum.silent += lost;
        if (!inBody && !difference.flagged) sum.fieldsSilent += 1;
      }
      wrong.set(`${difference.item} ${difference.field}`, difference);
      worst.push({
        page: index,
        dialect: page.dialect,
        difference,
        headline: page.truth.items[difference.item]?.headline ?? '',
      });
    }
    page.damage.forEach((paragraphs, item) => {
      paragraphs.forEach((paragraph, place) => {
        const difference = wrong.get(`${item} body ${place + 1}`) ?? wrong.get(`${item} item`);
        for (const kind of paragraph.kinds) {
          const sum = byKind.get(kind) ?? { paragraphs: 0, verbatim: 0, flagged: 0, silent: 0 };
          byKind.set(kind, sum);
          sum.paragraphs += 1;
          if (difference === undefined) sum.verbatim += 1;
          else if (difference.flagged) sum.flagged += 1;
          else sum.silent += 1;
        }
      });
    });
    if (values.keep !== undefined) {
      const file = join(values.keep, `${String(index).padStart(3, '0')}-${page.dialect}`);
      writeFileSync(`${file}.md`, page.text);
      writeFileSync(`${file}.json`, JSON.stringify({ ...comparison, truth: page.truth }, null, 1));
    }
  });

  const row = (label: string, sum: Tally): readonly (string | number)[] => [
    label,
    sum.items,
    share(sum.exact, sum.items),
    sum.paragraphs,
    share(sum.verbatim, sum.paragraphs),
    share(sum.flagged, sum.paragraphs),
    share(sum.silent, sum.paragraphs),
    share(sum.fieldsSilent, sum.fields),
    (sum.reviews / Math.max(1, sum.items)).toFixed(2),
  ];
  const shown = Number(values.show);
  if (shown > 0) {
    // Silent faults first; within them one of each field and tool before the second of any.
    const seen = new Map<string, number>();
    const ranked = worst
      .map((one) => {
        const key = `${one.difference.flagged} ${one.dialect} ${one.difference.field.replace(/\d+/u, '')}`;
        const turn = seen.get(key) ?? 0;
        seen.set(key, turn + 1);
        return { ...one, turn };
      })
      .sort(
        (left, right) =>
          Number(left.difference.flagged) - Number(right.difference.flagged) ||
          left.turn - right.turn,
      );
    for (const { page, dialect, difference, headline } of ranked.slice(0, shown)) {
      options.say(
        `${difference.flagged ? '已标' : '无声'}  第 ${page} 版（${dialect}）〈${headline}〉${difference.field}\n  应为：${difference.expected}\n  得到：${difference.found}\n`,
      );
    }
  }
  if (shown > 0) {
    for (const { page, dialect, finding } of looks.slice(0, shown)) {
      options.say(
        `待看  第 ${page} 版（${dialect}）第 ${finding.line} 行 ${finding.id} ${finding.excerpt}`,
      );
    }
  }
  const looksAnItem = total.reviews / Math.max(1, total.items);
  const met =
    (!values.clean || looksAnItem <= mostLooks) &&
    total.verbatim >= 0.98 * total.paragraphs &&
    total.silent <= 0.003 * total.paragraphs &&
    total.exact >= 0.95 * total.items;
  return {
    met,
    tables: [
      {
        title: `导入评分（${values.year} 年语料，种子 ${values.seed}，${pages.length} 版）`,
        head: [
          '工具',
          '篇',
          '整篇无误',
          '段',
          '逐字无误',
          '误而已标',
          '误而无声',
          '栏目之误无声',
          '每篇待看',
        ],
        rows: [...[...byDialect].map(([label, sum]) => row(label, sum)), row('合计', total)],
      },
      {
        title: '按损坏种类（一段可有数种）',
        head: ['损坏', '段', '逐字无误', '误而已标', '误而无声'],
        rows: damageKinds.flatMap((kind) => {
          const sum = byKind.get(kind);
          return sum === undefined
            ? []
            : [
                [
                  kind,
                  sum.paragraphs,
                  share(sum.verbatim, sum.paragraphs),
                  share(sum.flagged, sum.paragraphs),
                  share(sum.silent, sum.paragraphs),
                ],
              ];
        }),
      },
      {
        title: '标准',
        head: ['项', '应', '得'],
        rows: [
          ['逐字无误', '≥ 98%', share(total.verbatim, total.paragraphs)],
          ['误而无声', '≤ 0.3%', share(total.silent, total.paragraphs)],
          ['整篇无误', '≥ 95%', share(total.exact, total.items)],
          ...(values.clean ? [['每篇待看', `≤ ${mostLooks}`, looksAnItem.toFixed(2)]] : []),
        ],
      },
    ],
    details: {
      total,
      byDialect: Object.fromEntries(byDialect),
      byKind: Object.fromEntries(byKind),
    },
  };
}
