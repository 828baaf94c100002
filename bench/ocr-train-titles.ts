/**
 * Trains the title table that src/importer/models/title-likeness.ts ships:
 *
 *   EPAPER_CORPUS=… node bench/ocr-train-titles.ts [--write]
 *
 * A linear model over hashed features (title-features.ts), logistic loss, Adagrad with L2: the
 * headlines of the broadcast news of 2022 and 2023 and of local news (corpus/local-news) against lines
 * cut out of their text, of the same lengths; tried on 2024 and on the local news of
 * tests/fixtures/pages. Rare features and small weights are left out, the others rounded.
 */
import { seededRandom } from '../tests/seeded-random.ts';
import { writeFileSync } from 'node:fs';
import { titleFeatures, titleWeightCount } from '../src/importer/models/title-features.ts';
import { countFeatures, packWeights, roundWeights, scale } from './ocr-pack-weights.ts';
import { loadFixtureNews, loadLocalNews, loadNews, type NewsArticle } from './ocr-news.ts';

interface Example {
  readonly text: string;
  readonly kind: 'title' | 'sentence' | 'line' | 'beginning' | 'end';
}

/** A headline, and the parts of it that print sets on lines of their own. */
function titlesOf(headline: string): string[] {
  const bare = headline.replace(/^【[^】]*】/u, '').replace(/[①-⑳]$/u, '');
  if (/快讯$/u.test(bare)) return [];
  const parts = bare.split(/\s+|——/u).filter((part) => part.length >= 5);
  return [...new Set([bare.replace(/——.*$/u, ''), ...parts])].filter(
    (title) => title.length >= 5 && title.length <= 40,
  );
}

function pick<Item>(items: readonly Item[], random: () => number): Item {
  return items[Math.floor(random() * items.length)]!;
}

/** A line of `length` characters of an article's text, as a column's edge or a lost stop leaves it. */
function cutLine(
  paragraphs: readonly string[],
  length: number,
  random: () => number,
): Example | undefined {
  const text = pick(paragraphs, random);
  const kind = random();
  if (kind < 0.25) {
    const sentences = text.split(/[。！？]”?/u).filter((one) => one.length >= 5);
    const near = sentences.filter((one) => Math.abs(one.length - length) <= 6);
    if (near.length > 0) return { text: pick(near, random), kind: 'sentence' };
  }
  if (text.length < length + 4) return undefined;
  if (kind < 0.4) return { text: text.slice(0, length), kind: 'beginning' };
  if (kind < 0.55) return { text: text.slice(-length - 1, -1), kind: 'end' };
  const from = 1 + Math.floor(random() * (text.length - length - 2));
  return { text: text.slice(from, from + length), kind: 'line' };
}

function makeExamples(articles: readonly NewsArticle[], random: () => number): Example[] {
  const found: Example[] = [];
  const seen = new Set<string>();
  for (const { headline } of articles) {
    for (const text of titlesOf(headline)) {
      if (seen.has(text)) continue;
      seen.add(text);
      found.push({ text, kind: 'title' });
    }
  }
  const lengths = found.map(({ text }) => text.length);
  const titles = found.length;
  while (found.length < titles * 5) {
    const length = Math.max(5, pick(lengths, random) + Math.floor(random() * 5) - 2);
    const cut = cutLine(pick(articles, random).paragraphs, length, random);
    if (cut !== undefined) found.push(cut);
  }
  return found;
}

/** There are fewer titles than boundaries: a word that stands in so many lines is kept. */
const rarestWord = 4;

function sumOf(weights: ArrayLike<number>, features: readonly number[]): number {
  let sum = 0;
  for (const feature of features) sum += weights[feature]!;
  return sum;
}

interface WeighedExample extends Example {
  readonly worth: number;
}

function train(examples: readonly WeighedExample[], random: () => number): Float32Array {
  const weights = new Float32Array(titleWeightCount);
  const squares = new Float32Array(titleWeightCount).fill(1e-2);
  const features = examples.map(({ text }) => titleFeatures(text));
  const seen = countFeatures(features.flat(), titleWeightCount);
  const order = examples.map((_, index) => index);
  for (let epoch = 0; epoch < 6; epoch += 1) {
    for (let at = order.length - 1; at > 0; at -= 1) {
      const other = Math.floor(random() * (at + 1));
      [order[at], order[other]] = [order[other]!, order[at]!];
    }
    for (const index of order) {
      // One feature in four sits out: the model must not lean on a name that only this news has.
      const used = features[index]!.filter(
        (feature) => seen[feature]! >= rarestWord && random() >= 0.25,
      );
      const { kind, worth } = examples[index]!;
      const title = kind === 'title';
      const error = (1 / (1 + Math.exp(-sumOf(weights, used))) - (title ? 1 : 0)) * worth;
      for (const feature of used) {
        const gradient = error * (title ? 2 : 1) + 2e-4 * weights[feature]!;
        squares[feature]! += gradient * gradient;
        weights[feature]! -= (0.1 * gradient) / Math.sqrt(squares[feature]!);
      }
    }
  }
  return weights;
}

const random = seededRandom(20261123);
/** A title of local news counts as much as so many of broadcast news, of which there is more. */
const localWorth = 5;
const training = [
  ...makeExamples(loadNews(['2022', '2023']), random).map((one) => ({ ...one, worth: 1 })),
  ...makeExamples(loadLocalNews(), random).map((one) => ({ ...one, worth: localWorth })),
];
const trials = [
  { name: 'broadcast 2024', examples: makeExamples(loadNews(['2024']), seededRandom(7)) },
  { name: 'local pages', examples: makeExamples(loadFixtureNews(), seededRandom(7)) },
];
console.log(
  `examples: ${training.length} to train on, ${trials.map(({ examples }) => examples.length).join(' and ')} to try`,
);
const weights = train(training, random);
const bytes = roundWeights(weights, () => 4);

const bars = [-8, -6, -4, -2, -1, 0, 1, 2, 4, 6, 8];
for (const { name, examples } of trials) {
  console.log(`${name}: log odds, in shares of each kind that come so high`);
  console.log(['kind'.padEnd(10), 'count', ...bars].join('\t'));
  for (const kind of ['title', 'sentence', 'beginning', 'end', 'line'] as const) {
    const scores = examples
      .filter((example) => example.kind === kind)
      .map(({ text }) => sumOf(bytes, titleFeatures(text)) * scale);
    const shares = bars.map((bar) =>
      (scores.filter((score) => score >= bar).length / scores.length).toFixed(3),
    );
    console.log([kind.padEnd(10), scores.length, ...shares].join('\t'));
  }
}
if (process.argv.includes('--write')) {
  const path = new URL('../src/importer/models/title-table.json', import.meta.url);
  writeFileSync(path, `${JSON.stringify(packWeights(bytes))}\n`);
  console.log('written: src/importer/models/title-table.json');
}
