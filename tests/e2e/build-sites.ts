/**
 * What all browser tests stand on, made once a run: every fixture paper built and served, and one
 * Chromium. A new test file costs its own clicks and nothing else:
 *
 * ```ts
 * import { inject, test } from 'vitest';
 * import { openBrowser } from './browser.ts';
 * import { asReader } from './reader.ts';
 *
 * const { directory, origin, base } = inject('papers').sample;
 * const browser = await openBrowser(); // connects; 20 ms. Nothing need be closed
 *
 * test('…', () => asReader(browser, {}, async ({ page }) => { await page.goto(origin + base); }));
 * ```
 *
 * - Another paper (a language, a make-up): a row in `papers`, 3 CPU s. Think first whether a file in
 *   one of those that are there would do.
 * - A test that builds (other content, a fault) asks run-build.ts, once if it can: 3 CPU s each.
 * - A page that a reader changes nothing on can be shared by many tests (see routes.test.ts): a
 *   window of its own costs 70 ms, its styles and scripts as much again.
 * - axe is asked through axe.ts, 0.26 s a page.
 */
import { mkdirSync, rmSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { TestProject } from 'vitest/node';
import { launchServer } from './launch-server.ts';
import { buildSite } from './run-build.ts';
import { serveStatic } from './static-server.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));
const output = fileURLToPath(new URL('../.output', import.meta.url));

interface Paper {
  /** Content folder, relative to the project. */
  readonly content: string;
  /** Where it is served, with a slash at either end. */
  readonly base: string;
}

/** The papers that are built for all tests; `name` is what tests call them. */
const papers = {
  sample: { content: 'content', base: '/' },
  gazette: { content: 'tests/fixtures/harbour-gazette', base: '/paper/' },
  chenbao: { content: 'tests/fixtures/yanhe-chenbao', base: '/' },
  ribao: { content: 'tests/fixtures/gangwan-ribao', base: '/' },
} as const satisfies Readonly<Record<string, Paper>>;

export type PaperName = keyof typeof papers;

export interface BuiltPaper {
  /** The output folder, an absolute path. */
  readonly directory: string;
  readonly base: string;
  /** Of a server that answers as a plain host does, without a slash at the end. */
  readonly origin: string;
}

declare module 'vitest' {
  export interface ProvidedContext {
    papers: Readonly<Record<PaperName, BuiltPaper>>;
    /** Their folders alone. */
    sites: Readonly<Record<PaperName, string>>;
    /** Where the browser of this run listens. */
    chromium: string;
  }
}

export default async function buildSites(project: TestProject): Promise<() => Promise<void>> {
  rmSync(output, { recursive: true, force: true });
  mkdirSync(output, { recursive: true });
  const built: Record<string, BuiltPaper> = {};
  const closing: (() => Promise<void>)[] = [];
  // One after the other: two Astro builds at once on two cores take longer than two in a row.
  for (const [name, { content, base }] of Object.entries<Paper>(papers)) {
    const directory = `${output}/${name}`;
    await buildSite(directory, { EPAPER_CONTENT: root + content, EPAPER_BASE: base });
    const { origin, close } = await serveStatic(directory, base);
    built[name] = { directory, base, origin };
    closing.push(close);
  }
  const browser = await launchServer();
  closing.push(() => browser.close());
  project.provide('papers', built as Record<PaperName, BuiltPaper>);
  project.provide(
    'sites',
    Object.fromEntries(
      Object.entries(built).map(([name, { directory }]) => [name, directory]),
    ) as Record<PaperName, string>,
  );
  project.provide('chromium', browser.wsEndpoint());
  return async () => {
    await Promise.all(closing.map((close) => close()));
  };
}
