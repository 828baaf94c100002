import { brotliDecompressSync } from 'node:zlib';

/** A model's weights as its JSON file keeps them. */
export interface PackedWeights {
  /** What one step of a byte is worth. */
  readonly scale: number;
  /** Signed bytes, most of them 0: compressed by Brotli, in base64. */
  readonly weights: string;
}

/** The weights of a table, a signed byte each; throws where the file is damaged. */
function unpackWeights({ weights }: PackedWeights): Int8Array {
  const bytes = brotliDecompressSync(Buffer.from(weights, 'base64'));
  return new Int8Array(bytes.buffer, bytes.byteOffset, bytes.byteLength);
}

/** A linear model over a table of weights, which is unpacked when the model is first asked. */
export class LinearModel {
  readonly #table: PackedWeights;
  #weights: Int8Array | undefined;

  constructor(table: PackedWeights) {
    this.#table = table;
  }

  /** What the weights of these features (places in the table) come to. */
  sum(features: readonly number[]): number {
    const weights = (this.#weights ??= unpackWeights(this.#table));
    let sum = 0;
    for (const feature of features) sum += weights[feature]!;
    return sum * this.#table.scale;
  }
}
