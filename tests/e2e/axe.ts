import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { AxeResults, RunOptions } from 'axe-core';
import type { Page } from 'playwright-core';

const source = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

export interface AxeQuestion {
  /** A selector: only what is in it is looked at. */
  readonly within?: string;
  /** Ids of rules; axe's own choice where none is named. */
  readonly rules?: readonly string[] | undefined;
  /** Or all rules of these tags. */
  readonly tags?: readonly string[];
}

/**
 * Asks axe what is wrong with the page that is open, as lines `rule: element | element`.
 *
 * Not through @axe-core/playwright: it opens a second page for each question and carries back what
 * was found in order as well (0.9 s a page against 0.26 s). It is there for pages with frames; the
 * paper has none, and a frame fails the Content-Security-Policy.
 */
export async function askAxe(
  page: Page,
  { within, rules, tags }: AxeQuestion = {},
): Promise<string[]> {
  const options: RunOptions = {
    resultTypes: ['violations'],
    ...(rules && { runOnly: { type: 'rule', values: [...rules] } }),
    ...(tags && { runOnly: { type: 'tag', values: [...tags] } }),
  };
  await page.evaluate(source);
  const { violations } = await page.evaluate(
    ([where, how]) =>
      (globalThis as unknown as { axe: typeof import('axe-core') }).axe.run(
        where === undefined ? document : where,
        how,
      ) as Promise<Pick<AxeResults, 'violations'>>,
    [within, options] as const,
  );
  return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' | ')}`);
}
