/** How trained weights are written down: rounded, the small ones left out, and compressed. */
import { brotliCompressSync, constants } from 'node:zlib';
import type { PackedWeights } from '../src/importer/models/weight-table.ts';

/** The largest weight, in log odds; what is larger is cut to it. */
const largest = 4;
export const scale = largest / 127;
/** Weights below this (of 127) are left out: with them a table is half as large again, and no better. */
const smallest = 4;

/** How often a feature must stand in the training news to be kept: a rarer one is chance. */
export const rarest = 8;

/** Of each feature, how often it stands in `features`, up to 255. */
export function countFeatures(features: Iterable<number>, weightCount: number): Uint8Array {
  const seen = new Uint8Array(weightCount);
  for (const feature of features) if (seen[feature]! < 255) seen[feature]! += 1;
  return seen;
}

/**
 * Rounds weights to bytes.
 *
 * @param stepAt how coarse, in 1/127 of the largest weight, at each place
 */
export function roundWeights(weights: Float32Array, stepAt: (at: number) => number): Int8Array {
  return Int8Array.from(weights, (weight, at) => {
    const value = Math.max(-127, Math.min(127, Math.round(weight / scale)));
    const step = stepAt(at);
    return Math.abs(value) < smallest
      ? 0
      : Math.max(-127, Math.min(127, Math.round(value / step) * step));
  });
}

export function packWeights(bytes: Int8Array): PackedWeights {
  const packed = brotliCompressSync(Buffer.from(bytes.buffer), {
    params: { [constants.BROTLI_PARAM_QUALITY]: 11, [constants.BROTLI_PARAM_LGWIN]: 24 },
  });
  return { scale, weights: packed.toString('base64') };
}
