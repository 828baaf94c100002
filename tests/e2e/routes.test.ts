import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import { askAxe } from './axe.ts';
import { openBrowser } from './browser.ts';
import { addressesOf } from './site-files.ts';

const sites = [
  { name: 'the paper in content/', ...inject('papers').sample },
  { name: 'another paper under /paper/', ...inject('papers').gazette },
];

let browser: Browser;
beforeAll(async () => {
  browser = await openBrowser();
});
afterAll(async () => {
  await browser.close();
});

describe.each(sites)('$name', ({ directory, base, origin }) => {
  const addresses = addressesOf(directory);
  function urlOf(address: string): string {
    return origin + base.slice(0, -1) + address;
  }

  test('has every kind of page', () => {
    for (const expected of [
      /^\/$/,
      /^\/\d{4}-\d{2}-\d{2}\/$/,
      /^\/\d{4}-\d{2}-\d{2}\/\d{2}\/$/,
      /^\/\d{4}-\d{2}-\d{2}\/\d{2}\/[a-z0-9-]+\/$/,
      /^\/sections\/$/,
      /^\/sections\/[a-z0-9-]+\/$/,
      /^\/columns\/$/,
      /^\/columns\/[a-z0-9-]+\/$/,
      /^\/columnists\/$/,
      /^\/columnists\/[a-z0-9-]+\/$/,
      /^\/archive\/$/,
      /^\/archive\/\d{4}\/$/,
      /^\/archive\/\d{4}\/\d{2}\/$/,
      /^\/about\/$/,
      /^\/404\.html$/,
    ]) {
      expect(addresses, String(expected)).toContainEqual(expect.stringMatching(expected));
    }
  });

  /** What goes wrong on a page of a window: errors, warnings, requests that fail or leave the site. */
  function watchFor(problems: string[], page: Page): void {
    page.on('console', (message) => {
      if (message.type() === 'error' || message.type() === 'warning') problems.push(message.text());
    });
    page.on('pageerror', (error) => problems.push(String(error)));
    page.on('requestfailed', (request) => problems.push(`failed: ${request.url()}`));
    page.on('request', (request) => {
      if (!request.url().startsWith(origin) && !/^(?:data|blob):/.test(request.url())) {
        problems.push(`asks elsewhere: ${request.url()}`);
      }
    });
  }

  async function withPage(
    options: Parameters<Browser['newContext']>[0],
    use: (page: Page) => Promise<void>,
  ): Promise<void> {
    const context = await browser.newContext(options);
    try {
      await use(await context.newPage());
    } finally {
      await context.close();
    }
  }

  describe('every page', () => {
    const problems: string[] = [];
    let page: Page;
    beforeAll(async () => {
      const context = await browser.newContext({ viewport: { width: 390, height: 844 } });
      page = await context.newPage();
      watchFor(problems, page);
    });
    afterAll(() => page.context().close());

    test.each(addresses)('%s opens without an error, and axe finds nothing', async (address) => {
      problems.length = 0;
      const response = await page.goto(urlOf(address));
      expect(response?.status()).toBe(200);
      const overflow = await page.evaluate(
        () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
      );
      expect(overflow, 'no sideways scrolling on a phone').toBeLessThanOrEqual(0);
      expect(await askAxe(page)).toEqual([]);
      expect(problems).toEqual([]);
    });
  });

  test('the heading of a list is broken between words on a narrow phone', async () => {
    await withPage({ viewport: { width: 320, height: 700 } }, async (page) => {
      for (const address of ['/opds/', '/feeds/', '/archive/', '/columns/', '/columnists/']) {
        await page.goto(urlOf(address));
        const broken = await page.locator('.list-head h1').evaluate((heading) => {
          const text = heading.firstChild as Text;
          const topOf = (at: number): number => {
            const range = document.createRange();
            range.setStart(text, at);
            range.setEnd(text, at + 1);
            return range.getBoundingClientRect().top;
          };
          return [...text.data.matchAll(/[\p{L}\p{N}]{2,}/gu)]
            .filter(({ 0: word, index }) => topOf(index) !== topOf(index + word.length - 1))
            .map(([word]) => word);
        });
        expect(broken, address).toEqual([]);
      }
    });
  });

  test('an unknown address answers 404 with a page that leads on', async () => {
    await withPage({}, async (page) => {
      const response = await page.goto(urlOf('/no-such-page/'));
      expect(response?.status()).toBe(404);
      expect(await page.locator('main a[href]').count()).toBeGreaterThan(0);
    });
  });

  test('the dark page has no violation either', async () => {
    await withPage(
      { colorScheme: 'dark', viewport: { width: 1440, height: 900 } },
      async (page) => {
        const article = addresses.find(
          (address) => /\/\d{2}\/.+\/$/.test(address) && address.startsWith('/2'),
        )!;
        for (const address of ['/', article, '/archive/']) {
          await page.goto(urlOf(address));
          expect(await askAxe(page), address).toEqual([]);
        }
      },
    );
  });

  test('a reader with scripts off gets from the front to the last article by links alone', async () => {
    await withPage({ javaScriptEnabled: false }, async (page) => {
      await page.goto(urlOf('/'));
      const seen = new Set<string>();
      let next = page.locator('main a[href*="/20"]').first();
      await next.click();
      while (page.url() !== '' && !seen.has(page.url())) {
        seen.add(page.url());
        expect((await page.locator('main').innerText()).trim().length).toBeGreaterThan(20);
        next = page.locator('main a[rel="next"], nav a[rel="next"]').first();
        if ((await next.count()) === 0) break;
        await next.click();
      }
      expect(seen.size).toBeGreaterThan(1);
    });
  });
});
