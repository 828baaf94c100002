/** Parts of a numbered series, in runs: first and last, both included. */
export type PartRun = readonly [first: number, last: number];

export interface SeriesParts {
  readonly held: readonly PartRun[];
  /** Numbers up to the highest one held that are not in the collection. What follows it nobody knows. */
  readonly missing: readonly PartRun[];
}

/**
 * Sorts the parts of a series into runs.
 *
 * @param parts numbers from 1, in any order; some may stand twice
 */
export function seriesParts(parts: readonly number[]): SeriesParts {
  const held: [number, number][] = [];
  const missing: [number, number][] = [];
  let next = 1;
  for (const part of [...new Set(parts)].sort((left, right) => left - right)) {
    if (part > next) missing.push([next, part - 1]);
    const last = held.at(-1);
    if (last?.[1] === part - 1) last[1] = part;
    else held.push([part, part]);
    next = part + 1;
  }
  return { held, missing };
}
