/**
 * Trains the boundary table that src/ocr/decide-boundary.ts ships:
 *
 *   node bench/ocr-train-boundary.ts [--write]
 *
 * Two linear models over hashed features (see boundary-features.ts), logistic loss, Adagrad with
 * L2, trained on the news of 2022 and 2023 and tried on 2024; the weights are rounded to a byte.
 */
import { writeFileSync } from 'node:fs';
import {
  boundaryFeatures,
  completionFeatures,
  openingFeatures,
  weightCount,
} from '../src/ocr/boundary-features.ts';
import { makeBoundaryCases, type BoundaryCase } from './ocr-boundary-cases.ts';
import { loadNews, seeded } from './ocr-news.ts';

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
        if (random() < 0.2) continue;
        const feature = features[at]!;
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

/** Bytes of a weight table and what one step of a byte is worth. */
function quantise(weights: Float32Array): { scale: number; bytes: Int8Array } {
  let largest = 0;
  for (const weight of weights) largest = Math.max(largest, Math.abs(weight));
  const limit = Math.min(largest, 4);
  const scale = limit / 127;
  const bytes = new Int8Array(weights.length);
  for (let at = 0; at < weights.length; at += 1) {
    bytes[at] = Math.max(-127, Math.min(127, Math.round(weights[at]! / scale)));
  }
  return { scale, bytes };
}

function score(bytes: Int8Array, scale: number, features: readonly number[]): number {
  let sum = 0;
  for (const feature of features) sum += bytes[feature]!;
  return sum * scale;
}

const random = seeded(20221219);
const shares = { join: 6, 'stop-lost': 1, 'line-lost': 3, title: 0.5 };
const training = makeBoundaryCases(loadNews(['2022', '2023']), random, shares);
const trial = makeBoundaryCases(loadNews(['2024']), seeded(7), {
  ...shares,
  join: 2,
  'line-lost': 1,
});
console.log(`cases: ${training.length} to train on, ${trial.length} to try`);

const weights = new Float32Array(weightCount);
const joins = collect(
  training,
  ({ left, right }) => boundaryFeatures(left, right),
  ({ truth }) => truth === 'join',
  ({ truth }) => (truth === 'stop-lost' ? 2 : 1),
);
train(weights, joins, 5, random);
const completions = collect(
  training.filter(({ truth, left }) => truth !== 'title' && !/[：；]$/.test(left)),
  ({ left }) => completionFeatures(left),
  ({ truth }) => truth === 'stop-lost',
  ({ truth }) => (truth === 'stop-lost' ? 3 : 1),
);
train(weights, completions, 5, random);
interface Opening {
  readonly before: string;
  readonly right: string;
  readonly opens: boolean;
}

/** Sentences that begin a paragraph and sentences inside one, with what stands before them. */
function makeOpenings(years: readonly string[]): Opening[] {
  const found: Opening[] = [];
  for (const { paragraphs } of loadNews(years)) {
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
  makeOpenings(['2022', '2023']),
  ({ before, right }) => openingFeatures(before, right),
  ({ opens }) => opens,
  () => 1,
);
train(weights, openings, 4, random);
const table = quantise(weights);

function report(name: string, of: (boundary: BoundaryCase) => number | undefined): void {
  const byTruth = new Map<string, number[]>();
  for (const boundary of trial) {
    const value = of(boundary);
    if (value === undefined) continue;
    const values = byTruth.get(boundary.truth);
    if (values === undefined) byTruth.set(boundary.truth, [value]);
    else values.push(value);
  }
  console.log(name);
  for (const [truth, values] of byTruth) {
    const over = [-4, -3, -2, -1, 0, 1, 2, 3, 4, 5, 6, 8].map(
      (limit) =>
        `>${limit}: ${((100 * values.filter((v) => v > limit).length) / values.length).toFixed(2)}`,
    );
    console.log(`  ${truth.padEnd(10)} n=${values.length}  ${over.join('  ')}`);
  }
}
report('join score', ({ left, right }) =>
  score(table.bytes, table.scale, boundaryFeatures(left, right)),
);
report('completion score', ({ left, truth }) =>
  truth === 'title' ? undefined : score(table.bytes, table.scale, completionFeatures(left)),
);
for (const opens of [true, false]) {
  const values = makeOpenings(['2024'])
    .filter((opening) => opening.opens === opens)
    .map(({ before, right }) => score(table.bytes, table.scale, openingFeatures(before, right)));
  console.log(
    `opening ${opens} n=${values.length}`,
    [-4, -3, -2, -1, 0, 1, 2, 3, 4]
      .map(
        (limit) =>
          `>${limit}: ${((100 * values.filter((v) => v > limit).length) / values.length).toFixed(2)}`,
      )
      .join('  '),
  );
}

if (process.argv.includes('--write')) {
  const data = { scale: table.scale, weights: Buffer.from(table.bytes.buffer).toString('base64') };
  writeFileSync(
    new URL('../src/ocr/boundary-table.json', import.meta.url),
    `${JSON.stringify(data)}\n`,
  );
}
