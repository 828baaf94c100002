/**
 * Numbers a feature of a linear model whose weights lie in a hashed table: FNV-1a over UTF-16 units,
 * with the ends of two rounds of murmur3's finaliser, since the lowest bits choose the weight. Tables
 * are trained with it: a change here asks for all of them to be trained again.
 *
 * @param seed tells kinds of features apart
 * @returns 32 bits, signed; the caller masks them to its table
 */
export function hashFeature(seed: number, text: string): number {
  let value = (0x811c9dc5 ^ seed) >>> 0;
  for (let at = 0; at < text.length; at += 1) {
    value = Math.imul(value ^ text.charCodeAt(at), 0x01000193) >>> 0;
  }
  value ^= value >>> 15;
  value = Math.imul(value, 0x2c1b3c6d) >>> 0;
  return value ^ (value >>> 13);
}
