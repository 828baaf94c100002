/**
 * Trains the boundary table that src/importer/models/decide-boundary.ts ships:
 *
 *   EPAPER_CORPUS=… node bench/ocr-train-boundary.ts [--write]
 *
 * Three linear models over hashed features (see boundary-features.ts), logistic loss, Adagrad with
 * L2, trained on the broadcast news of 2022 and 2023 and on local news (corpus/local-news), tried on
 * the broadcast news of 2024 and on the local news of tests/fixtures/pages; rare features and small
 * weights are left out, the others rounded.
 */
import { seededRandom } from '../tests/seeded-random.ts';
import { writeFileSync } from 'node:fs';
import {
  boundaryFeatures,
  completionFeatures,
  joinHead,
  openingFeatures,
  weightCount,
} from '../src/importer/models/boundary-features.ts';
import { countFeatures, packWeights, rarest, roundWeights, scale } from './ocr-pack-weights.ts';
import { makeBoundaryCases, type BoundaryCase } from './ocr-boundary-cases.ts';
import { loadFixtureNews, loadLocalNews, loadNews, type NewsArticle } from './ocr-news.ts';

interface Examples {
  /** `width` features an example, one after another. */
  readonly features: Int32Array;
  readonly width: number;
  readonly labels: Uint8Array;
  /** How much an example counts. */
  readonly worth: Float32Array;
}

function collect<Case>(
  cases: readonly Case[],
  of: (boundary: Case) => readonly number[],
  isTrue: (boundary: Case) => boolean,
  worth: (boundary: Case) => number,
): Examples {
  const width = of(cases[0]!).length;
  const features = new Int32Array(cases.length * width);
  for (const [index, boundary] of cases.entries()) features.set(of(boundary), index * width);
  return {
    features,
    width,
    labels: Uint8Array.from(cases, (boundary) => (isTrue(boundary) ? 1 : 0)),
    worth: Float32Array.from(cases, worth),
  };
}

function train(
  weights: Float32Array,
  examples: Examples,
  epochs: number,
  random: () => number,
): void {
  const { features, width, labels, worth } = examples;
  const seen = countFeatures(features, weightCount);
  const squares = new Float32Array(weightCount).fill(1e-2);
  const order = Int32Array.from(labels, (_, index) => index);
  const used = new Int32Array(width);
  const rate = 0.15;
  const decay = 1e-4;
  for (let epoch = 0; epoch < epochs; epoch += 1) {
    for (let at = order.length - 1; at > 0; at -= 1) {
      const other = Math.floor(random() * (at + 1));
      const kept = order[at]!;
      order[at] = order[other]!;
      order[other] = kept;
    }
    for (const example of order) {
      // One feature in five sits out: the model must not lean on a phrase that only this news has.
      let sum = 0;
      let count = 0;
      for (let at = example * width; at < (example + 1) * width; at += 1) {
        const feature = features[at]!;
        if (seen[feature]! < rarest || random() < 0.2) continue;
        sum += weights[feature]!;
        used[count++] = feature;
      }
      const error = (1 / (1 + Math.exp(-sum)) - labels[example]!) * worth[example]!;
      for (let at = 0; at < count; at += 1) {
        const feature = used[at]!;
        const gradient = error + decay * weights[feature]!;
        squares[feature]! += gradient * gradient;
        weights[feature]! -= (rate * gradient) / Math.sqrt(squares[feature]!);
      }
    }
  }
}

function score(bytes: Int8Array, scale: number, features: readonly number[]): number {
  let sum = 0;
  for (const feature of features) sum += bytes[feature]!;
  return sum * scale;
}

const random = seededRandom(20221219);
const shares = { join: 6, 'stop-lost': 1, 'line-lost': 3, title: 0.5 };
/** A boundary of local news counts as much as so many of broadcast news, of which there is more. */
const localWorth = 5;
interface WeighedCase extends BoundaryCase {
  readonly worth: number;
}
const training: WeighedCase[] = [
  ...makeBoundaryCases(loadNews(['2022', '2023']), random, shares).map((one) => ({
    ...one,
    worth: 1,
  })),
  ...makeBoundaryCases(loadLocalNews(), random, { ...shares, join: 12, 'stop-lost': 2 }).map(
    (one) => ({ ...one, worth: localWorth }),
  ),
];
const trialShares = { ...shares, join: 2, 'line-lost': 1 };
const trials = [
  { name: 'broadcast 2024', articles: loadNews(['2024']) },
  { name: 'local pages', articles: loadFixtureNews() },
].map((trial) => ({
  ...trial,
  cases: makeBoundaryCases(trial.articles, seededRandom(7), trialShares),
}));
console.log(
  `cases: ${training.length} to train on, ${trials.map(({ cases }) => cases.length).join(' and ')} to try`,
);

const weights = new Float32Array(weightCount);
const joins = collect(
  training,
  ({ left, right }) => boundaryFeatures(left, right),
  ({ truth }) => truth === 'join',
  ({ truth, worth }) => worth * (truth === 'stop-lost' ? 2 : 1),
);
train(weights, joins, 5, random);
const completions = collect(
  training.filter(({ truth, left }) => truth !== 'title' && !/[：；]$/.test(left)),
  ({ left }) => completionFeatures(left),
  ({ truth }) => truth === 'stop-lost',
  ({ truth, worth }) => worth * (truth === 'stop-lost' ? 3 : 1),
);
train(weights, completions, 5, random);
interface Opening {
  readonly before: string;
  readonly right: string;
  readonly opens: boolean;
}

/** Sentences that begin a paragraph and sentences inside one, with what stands before them. */
function makeOpenings(articles: readonly NewsArticle[]): Opening[] {
  const found: Opening[] = [];
  for (const { paragraphs } of articles) {
    for (const [index, text] of paragraphs.entries()) {
      const next = paragraphs[index + 1];
      if (next !== undefined && /[。！？]”?$/.test(text) && /[，。]/.test(next)) {
        found.push({ before: text, right: next, opens: true });
      }
      for (const match of text.matchAll(/[。！？]”?(?=.{8})/g)) {
        const at = match.index + match[0].length;
        found.push({ before: text.slice(0, at), right: text.slice(at), opens: false });
      }
    }
  }
  return found;
}
const openings = collect(
  [
    ...makeOpenings(loadNews(['2022', '2023'])).map((one) => ({ ...one, worth: 1 })),
    ...makeOpenings(loadLocalNews()).map((one) => ({ ...one, worth: localWorth * 2 })),
  ],
  ({ before, right }) => openingFeatures(before, right),
  ({ opens }) => opens,
  ({ worth }) => worth,
);
train(weights, openings, 4, random);
// Words tell more across a boundary than beside it, and bear coarser steps.
const bytes = roundWeights(weights, (at) => (at < joinHead.size ? 8 : 4));

const of = (features: readonly number[]): number => score(bytes, scale, features);

/** Shares of the values of each kind that lie over each bar, in hundredths. */
function report(name: string, byKind: ReadonlyMap<string, readonly number[]>): void {
  console.log(name);
  for (const [kind, values] of byKind) {
    const over = [-4, -3, -2, -1, 0, 1, 2, 3, 4, 5, 6, 8].map(
      (limit) =>
        `>${limit}: ${((100 * values.filter((v) => v > limit).length) / values.length).toFixed(2)}`,
    );
    console.log(`  ${kind.padEnd(10)} n=${values.length}  ${over.join('  ')}`);
  }
}

function groupByTruth(
  cases: readonly BoundaryCase[],
  value: (boundary: BoundaryCase) => number,
): Map<string, number[]> {
  const groups = new Map<string, number[]>();
  for (const boundary of cases) {
    const values = groups.get(boundary.truth) ?? [];
    values.push(value(boundary));
    groups.set(boundary.truth, values);
  }
  return groups;
}

for (const { name, articles, cases } of trials) {
  report(
    `${name}: join score`,
    groupByTruth(cases, ({ left, right }) => of(boundaryFeatures(left, right))),
  );
  report(
    `${name}: completion score`,
    groupByTruth(
      cases.filter(({ truth }) => truth !== 'title'),
      ({ left }) => of(completionFeatures(left)),
    ),
  );
  const openings = new Map<string, number[]>([
    ['opens', []],
    ['inside', []],
  ]);
  for (const { before, right, opens } of makeOpenings(articles)) {
    openings.get(opens ? 'opens' : 'inside')!.push(of(openingFeatures(before, right)));
  }
  report(`${name}: opening score`, openings);
}

if (process.argv.includes('--write')) {
  writeFileSync(
    new URL('../src/importer/models/boundary-table.json', import.meta.url),
    `${JSON.stringify(packWeights(bytes))}\n`,
  );
}
