import type { Site } from '../archive/load-site.ts';

const standing = new WeakMap<Site, Map<string, string>>();

/** Parts of pages that are set already, by name, for one reading of content/ (dev reads at each request). */
export function partsSetOnce(site: Site): Map<string, string> {
  let parts = standing.get(site);
  if (parts === undefined) {
    parts = new Map();
    standing.set(site, parts);
  }
  return parts;
}
