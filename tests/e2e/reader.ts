import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { settingsKey, type Settings } from '../../src/client/settings.ts';

/** A window of a reader: what it showed on the console, and the settings it came with. */
export interface Reader {
  readonly page: Page;
  /** Errors and warnings of the console, and failures of scripts and requests. */
  readonly problems: readonly string[];
}

export interface ReaderOptions extends BrowserContextOptions {
  readonly settings?: Partial<Settings>;
  /** Runs in every page before its own scripts. */
  readonly before?: string;
}

/** Opens a window, hands it over, and closes it. The service worker is off unless it is asked for. */
export async function asReader<Result>(
  browser: Browser,
  { settings, before, ...options }: ReaderOptions,
  read: (reader: Reader) => Promise<Result>,
): Promise<Result> {
  const context = await browser.newContext({ serviceWorkers: 'block', ...options });
  const problems: string[] = [];
  try {
    if (settings !== undefined) {
      // Once: what the reader changes afterwards must last.
      await context.addInitScript(
        ([key, text]) => {
          if (sessionStorage.getItem('seeded') === null) localStorage.setItem(key!, text!);
          sessionStorage.setItem('seeded', 'yes');
        },
        [settingsKey, JSON.stringify(settings)],
      );
    }
    if (before !== undefined) await context.addInitScript(before);
    const page = await context.newPage();
    page.on('console', (message) => {
      const known = message.text().includes('Service Worker registration blocked');
      if (/error|warning/.test(message.type()) && !known) problems.push(message.text());
    });
    page.on('pageerror', (error) => {
      // Chromium's word where a page is left while it comes in; no script of ours asked for it.
      if (!error.message.includes('ViewTransition opt-in disabled')) problems.push(String(error));
    });
    return await read({ page, problems });
  } finally {
    await context.close();
  }
}
