/** One of several builds that print the paper between them, each on its own machine. */
export interface Shard {
  /** From 1. */
  readonly number: number;
  readonly count: number;
}

/**
 * Reads `2/4`: the second of four.
 *
 * @param text EPAPER_SHARD; undefined or empty for a build of everything
 * @throws RangeError for anything else
 */
export function parseShard(text: string | undefined): Shard | undefined {
  if (text === undefined || text === '') return undefined;
  const match = /^([1-9]\d*)\/([1-9]\d*)$/.exec(text);
  const [number, count] = [Number(match?.[1]), Number(match?.[2])];
  if (!match || number > count) {
    throw new RangeError(`EPAPER_SHARD 应为 1/4 到 4/4 这样的写法，现为 ${text}`);
  }
  return { number, count };
}

/**
 * Says whether a shard prints a file. All files below a date go together, since they are made of the
 * same bodies: an edition's, and those of a segment of the search's index, which are made at once. What a file says does not depend on who prints it, so the shards laid over one
 * another are the whole paper, byte for byte.
 *
 * @param path below the output folder
 */
export function isInShard(path: string, { number, count }: Shard): boolean {
  const unit = /^(?:search\/)?\d{4}-\d{2}-\d{2}(?=\/)/.exec(path)?.[0] ?? path;
  return (hash(unit) % count) + 1 === number;
}

/** FNV-1a: the same on every machine. */
function hash(text: string): number {
  let value = 0x811c9dc5;
  for (let index = 0; index < text.length; index += 1) {
    value = Math.imul(value ^ text.charCodeAt(index), 0x01000193) >>> 0;
  }
  return value;
}
