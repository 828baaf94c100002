import { brotliDecompressSync } from 'node:zlib';

/** A model's weights as its JSON file keeps them. */
export interface PackedWeights {
  /** What one step of a byte is worth. */
  readonly scale: number;
  /** Signed bytes, most of them 0: compressed by Brotli, in base64. */
  readonly weights: string;
}

/** The weights of a table, a signed byte each; throws where the file is damaged. */
export function unpackWeights({ weights }: PackedWeights): Int8Array {
  const bytes = brotliDecompressSync(Buffer.from(weights, 'base64'));
  return new Int8Array(bytes.buffer, bytes.byteOffset, bytes.byteLength);
}
