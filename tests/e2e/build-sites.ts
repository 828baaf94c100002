import { spawn } from 'node:child_process';
import { mkdirSync, rmSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { TestProject } from 'vitest/node';

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
  await build(sample, {});
  await build(gazette, {
    EPAPER_CONTENT: `${root}tests/fixtures/harbour-gazette`,
    EPAPER_BASE: '/paper/',
  });
  project.provide('sites', { sample, gazette });
}

function build(outDir: string, env: Record<string, string>): Promise<void> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, ['src/desk/astro.ts', 'build', '--outDir', outDir], {
      cwd: root,
      env: { ...process.env, ...env },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    let said = '';
    child.stdout.on('data', (chunk: Buffer) => (said += chunk.toString()));
    child.stderr.on('data', (chunk: Buffer) => (said += chunk.toString()));
    child.on('error', reject);
    child.on('close', (code) =>
      code === 0 ? resolve() : reject(new Error(`astro build exited ${code}\n${said}`)),
    );
  });
}
