import type { Page } from 'playwright-core';

/**
 * Waits until the service worker has kept a page. Playwright's `waitForFunction` does not wait for what an
 * asynchronous function gives: any promise is true to it.
 *
 * @param path of the page, from the root: `/paper/2024-03-14/01/`
 * @param text what the kept page holds; any page is right without it
 * @throws after half a minute
 */
export async function untilKept(tab: Page, path: string, text = ''): Promise<void> {
  const isKept = (): Promise<boolean> =>
    tab.evaluate(
      async ([path, text]) => (await (await caches.match(path!))?.text())?.includes(text!) ?? false,
      [path, text],
    );
  for (let tries = 0; !(await isKept()); tries += 1) {
    if (tries > 150) throw new Error(`not kept after half a minute: ${path}`);
    await tab.waitForTimeout(200);
  }
}
