import { mkdirSync, rmSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { TestProject } from 'vitest/node';
import { buildSite } from './run-build.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));
const output = fileURLToPath(new URL('../.output', import.meta.url));

declare module 'vitest' {
  export interface ProvidedContext {
    /** Folders of the sites that were built for this run. */
    sites: { readonly sample: string; readonly gazette: string };
  }
}

/** Builds each site once for all browser tests: the repository's own paper, and another one under a base path. */
export default async function buildSites(project: TestProject): Promise<void> {
  rmSync(output, { recursive: true, force: true });
  mkdirSync(output, { recursive: true });
  const sample = `${output}/sample`;
  const gazette = `${output}/gazette`;
  // One after the other: two Astro builds at once on two cores take longer than two in a row.
  await buildSite(sample, {});
  await buildSite(gazette, {
    EPAPER_CONTENT: `${root}tests/fixtures/harbour-gazette`,
    EPAPER_BASE: '/paper/',
  });
  project.provide('sites', { sample, gazette });
}
