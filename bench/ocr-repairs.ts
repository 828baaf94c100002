/**
 * How often each repair is wrong on clean news, and how much it mends of damaged news. The news of
 * 2024, on which nothing was trained (ocr-train-boundary, ocr-train-confusables).
 */
import { seededRandom } from '../tests/seeded-random.ts';
import { parseArgs } from 'node:util';
import type { Block } from '../src/importer/page/block.ts';
import { repairBlocks } from '../src/importer/repair/repair-blocks.ts';
import { repairs } from '../src/importer/repair/repairs.ts';
import { corpusMissing, type BenchOptions, type BenchResult } from './bench.ts';
import { readArticles } from './corpus/read-articles.ts';
import { damageArticle, type Damage } from './ocr-damage.ts';
import { loadNews } from './ocr-news.ts';

export const name = 'ocr-repairs';
export const describe =
  '逐项量修复：在干净文字上改错几处（无声的每万段不超过一处），在弄坏的文字上修好几成。';

interface Article {
  readonly headline: string;
  readonly paragraphs: readonly string[];
}
type NewsArticle = Article;

const context = { script: 'han-simplified' } as const;

export interface CleanRow {
  readonly repair: string;
  readonly paragraphs: number;
  /** Paragraphs changed without a finding, and with one. */
  readonly silent: number;
  readonly flagged: number;
  readonly per10000: number;
  readonly examples: readonly string[];
}

export interface DamageRow {
  readonly damage: string;
  readonly places: number;
  readonly paragraphs: number;
  /** Shares of the paragraphs, in per cent: exactly right, wrong with a finding, wrong without. */
  readonly verbatim: number;
  readonly flagged: number;
  readonly silent: number;
  readonly examples: readonly string[];
}

const asBlocks = (article: NewsArticle): Block[] =>
  article.paragraphs.map((text, index) => ({
    type: 'paragraph',
    text,
    lines: { first: index + 1, last: index + 1 },
  }));

/** Every repair alone, on clean articles. */
export function measureClean(articles: readonly NewsArticle[]): CleanRow[] {
  return repairs
    .filter(({ scripts }) => scripts.includes('han-simplified'))
    .map((repair) => {
      let paragraphs = 0;
      let silent = 0;
      let flagged = 0;
      const examples: string[] = [];
      for (const article of articles) {
        const heading: Block = {
          type: 'heading',
          depth: 2,
          text: article.headline,
          lines: { first: 9999, last: 9999 },
        };
        const blocks =
          repair.stage === 'page' ? [heading, ...asBlocks(article)] : asBlocks(article);
        paragraphs += blocks.length;
        const { notes, changes } = repairBlocks(blocks, repair.stage, context, [repair]);
        const noted = new Set(notes.map(({ line }) => line));
        const touched = new Set(changes.map(({ line }) => line));
        for (const line of touched) {
          if (noted.has(line)) flagged += 1;
          else silent += 1;
          const change = changes.find((one) => one.line === line)!;
          const text = blocks.map((block) => block.text).join('');
          examples.push(
            `${noted.has(line) ? '?' : '!'} ${text.slice(Math.max(0, change.offset - 10), change.offset)}[${change.kind}:${change.before}→${change.after}]${text.slice(change.offset + change.before.length, change.offset + change.before.length + 10)}`,
          );
        }
      }
      return {
        repair: repair.id,
        paragraphs,
        silent,
        flagged,
        per10000: (10000 * silent) / paragraphs,
        examples,
      };
    });
}

/** All repairs together, on articles damaged in the given ways. */
export function measureDamage(
  name: string,
  articles: readonly NewsArticle[],
  damages: readonly Damage[],
  share: number,
): DamageRow {
  const random = seededRandom(name.length * 7919 + 17);
  let places = 0;
  let paragraphs = 0;
  let verbatim = 0;
  let flagged = 0;
  let silent = 0;
  const examples: string[] = [];
  for (const article of articles) {
    const damaged = damageArticle(article.paragraphs, { random, damages: new Set(damages), share });
    for (const count of damaged.done.values()) places += count;
    const page = repairBlocks(damaged.blocks, 'page', context);
    const body = repairBlocks(page.blocks, 'body', context);
    const lines = [...page.notes, ...body.notes].map(({ line }) => line);
    const counts = new Map<string, number>();
    for (const { text } of body.blocks) counts.set(text, (counts.get(text) ?? 0) + 1);
    for (const [index, { text, damaged: lost }] of damaged.truth.entries()) {
      paragraphs += 1;
      const number = index + 1;
      const left = counts.get(text) ?? 0;
      if (left > 0) {
        counts.set(text, left - 1);
        verbatim += 1;
        continue;
      }
      // A finding counts where it stands on this paragraph, or on the one it was run together with.
      const near =
        lines.some((line) => Math.abs(line - number) <= (lost ? 1 : 0)) ||
        body.blocks.some(
          ({ lines: range }) =>
            range.first <= number &&
            number <= range.last &&
            lines.some((line) => range.first <= line && line <= range.last),
        );
      if (near) flagged += 1;
      else {
        silent += 1;
        const got = body.blocks
          .filter(({ lines: range }) => range.first <= number && number <= range.last)
          .map((block) => block.text)
          .join(' ¶ ');
        let at = 0;
        while (at < text.length && text[at] === got[at]) at += 1;
        examples.push(
          `${text.slice(Math.max(0, at - 15), at)}【${text.slice(at, at + 20)}】 got 【${got.slice(at, at + 25)}】 ${text.length}/${got.length}`,
        );
      }
    }
  }
  const percent = (count: number): number => (100 * count) / Math.max(1, paragraphs);
  return {
    damage: name,
    places,
    paragraphs,
    verbatim: percent(verbatim),
    flagged: percent(flagged),
    silent: percent(silent),
    examples,
  };
}

/**
 * The printed gaps inside quotes and titles (《以史为鉴、开创未来 埋头苦干、勇毅前行》), which the cleaned
 * articles have not: the corpus as it stands, in paragraphs that have no other blank.
 */
function measureGaps(corpus: string): CleanRow {
  const paragraphs = loadNews(['2024'], corpus)
    .flatMap((article) => article.paragraphs)
    .map((text) => text.replaceAll('\u3000', ' '))
    .filter(
      (text) =>
        /[。！？]$/.test(text) &&
        / /.test(text) &&
        !/[^\p{Script=Han}、，！] | [^\p{Script=Han}]|\p{Script=Han}[,;:!?()]/u.test(text) &&
        !/ /.test(text.replace(/《[^《》]*》|“[^“”]*”|【[^【】]*】|〈[^〈〉]*〉/g, '')),
    );
  let silent = 0;
  const examples: string[] = [];
  for (const [index, text] of paragraphs.entries()) {
    const block: Block = { type: 'paragraph', text, lines: { first: index + 1, last: index + 1 } };
    const { blocks, notes } = repairBlocks([block], 'body', context);
    if (blocks[0]!.text === text || notes.length > 0) continue;
    silent += 1;
    examples.push(`! ${text} -> ${blocks[0]!.text}`);
  }
  return {
    repair: 'close-line-joins: printed gaps',
    paragraphs: paragraphs.length,
    silent,
    flagged: 0,
    // Such paragraphs are a few in a thousand: the rate that counts is that over all paragraphs.
    per10000: (10000 * silent) / 29787,
    examples,
  };
}

const every: readonly Damage[] = [
  'line-joins',
  'column-breaks',
  'lost-breaks',
  'ghost-lines',
  'lost-stops',
  'lost-lines',
  'glyphs',
  'half-width',
  'straight-quotes',
  'traditional',
  'strokes',
];

/** Prints nothing itself: tables for bench/run.ts. */
export async function run(options: BenchOptions): Promise<BenchResult> {
  const { values } = parseArgs({
    args: [...options.args],
    options: {
      articles: { type: 'string', default: '1500' },
      examples: { type: 'boolean', default: false },
      only: { type: 'string' },
    },
  });
  const corpus = options.corpus();
  if (corpus === undefined) return { skipped: corpusMissing };
  // Slips of the corpus itself (％, ......, a radical for a character) are no clean text.
  const all = readArticles(corpus, '2024')
    .filter(
      ({ paragraphs }) =>
        !paragraphs.some((text) => /[％０-９\u3000\u2e80-\u2fdf]|\.{3}/.test(text)),
    )
    .map(({ headline, paragraphs }) => ({
      headline: headline.replaceAll('\u3000', ' '),
      paragraphs,
    }));
  // Every so-manieth article: all months in a short run.
  const step = Math.max(1, Math.floor(all.length / Number(values.articles)));
  const articles = all.filter((_, index) => index % step === 0);
  const clean = values.only === undefined ? [...measureClean(all), measureGaps(corpus)] : [];
  const alone = new Set<Damage>([
    'lost-breaks',
    'ghost-lines',
    'column-breaks',
    'lost-stops',
    'lost-lines',
  ]);
  const rows: DamageRow[] = [];
  const add = (label: string, damages: readonly Damage[], share: number): void => {
    if (values.only !== undefined && !label.startsWith(values.only)) return;
    rows.push(measureDamage(label, articles, damages, share));
  };
  add('none', [], 0);
  for (const damage of every) {
    add(damage, [damage], 1);
    if (alone.has(damage)) add(`${damage} + line-joins`, ['line-joins', damage], 1);
  }
  add('all at once', every, 0.3);
  if (values.examples) {
    for (const row of [...clean, ...rows]) {
      options.say('repair' in row ? row.repair : row.damage);
      for (const example of row.examples.slice(0, 40)) options.say(`    ${example}`);
    }
  }
  const tables = [
    {
      title: `干净文字（2024 年 ${all.length} 篇）`,
      head: ['修复', '段落', '无声改动', '有提示的改动', '无声改动／万段'],
      rows: clean.map((row) => [
        row.repair,
        row.paragraphs,
        row.silent,
        row.flagged,
        row.per10000.toFixed(2),
      ]),
    },
    {
      title: `弄坏的文字（${articles.length} 篇，全部修复一起）`,
      head: ['损坏', '处', '段落', '逐字无误 %', '有误有提示 %', '有误无提示 %'],
      rows: rows.map((row) => [
        row.damage,
        row.places,
        row.paragraphs,
        row.verbatim.toFixed(2),
        row.flagged.toFixed(2),
        row.silent.toFixed(2),
      ]),
    },
  ];
  return {
    tables,
    details: {
      clean: clean.map(({ examples: _, ...row }) => row),
      damage: rows.map(({ examples: _, ...row }) => row),
    },
    met: clean.every(({ per10000 }) => per10000 <= 1),
  };
}
