import type { Site } from '../archive/load-site.ts';
import { memoizeWeakly } from '../archive/memoize.ts';

/** Parts of pages that are set already, by name, for one reading of content/ (dev reads at each request). */
export const partsSetOnce = memoizeWeakly((_: Site) => new Map<string, string>());
