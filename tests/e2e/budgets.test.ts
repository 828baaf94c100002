import { existsSync, readFileSync, statSync } from 'node:fs';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import { openBrowser } from './browser.ts';
import { asReader } from './reader.ts';
import { addressesOf, fileOf } from './site-files.ts';
import { serveStatic, type StaticServer } from './static-server.ts';
import { weighPage } from './weigh-page.ts';

const sites = [
  { name: 'the paper in content/', directory: inject('sites').sample, base: '/' },
  { name: 'another paper under /paper/', directory: inject('sites').gazette, base: '/paper/' },
  // Their articles hold every construct and component there is.
  { name: 'a paper in simplified characters', directory: inject('sites').chenbao, base: '/' },
  { name: 'a paper in traditional characters', directory: inject('sites').ribao, base: '/' },
] as const;

describe.each(sites)('$name', ({ directory, base }) => {
  const addresses = addressesOf(directory);
  const articles = addresses.filter((address) => /^\/\d{4}-\d\d-\d\d\/\d\d\/.+\/$/.test(address));

  test.each(articles)('%s: at most 25 kB of page and styles, 8 kB of script', (address) => {
    const { html, css, script } = weighPage(directory, base, address);
    expect(html + css).toBeLessThanOrEqual(25 * 1024);
    expect(script).toBeLessThanOrEqual(8 * 1024);
  });

  test('the front is at most 90 kB with its type', () => {
    const { html, css, script, type } = weighPage(directory, base, '/');
    expect(html + css + script + type).toBeLessThanOrEqual(90 * 1024);
  });

  test('no edition has more than 60 kB of type, and its licence lies beside it', () => {
    const cuts = new Set(
      addresses.flatMap((address) =>
        [
          ...readFileSync(fileOf(directory, address), 'utf8').matchAll(/\/type\/([\w.-]+\.woff2)/g),
        ].map(([, file]) => `${directory}/type/${file!}`),
      ),
    );
    for (const cut of cuts) expect(statSync(cut).size, cut).toBeLessThanOrEqual(60 * 1024);
    expect(existsSync(`${directory}/type/OFL.txt`)).toBe(cuts.size > 0);
  });

  test('a newspaper page is at most 40 kB with its styles and scripts, composed or as printed', () => {
    const pages = addresses.filter((address) =>
      /^\/\d{4}-\d\d-\d\d\/(?:facsimile\/)?\d\d\/$/.test(address),
    );
    expect(pages.length).toBeGreaterThan(0);
    for (const address of pages) {
      const { html, css, script } = weighPage(directory, base, address);
      expect(html + css + script, address).toBeLessThanOrEqual(40 * 1024);
    }
  });

  test('no page has more than 32 kB of page and styles but the texts of many articles at once', () => {
    const heavy = addresses
      .filter((address) => !/\/(?:booklet|collation\/\d\d)\/$/.test(address))
      .map((address) => [address, weighPage(directory, base, address)] as const)
      .filter(([, { html, css }]) => html + css > 32 * 1024);
    expect(heavy).toEqual([]);
  });
});

describe('as it is loaded', () => {
  const { directory, base } = sites[0];
  const addresses = addressesOf(directory);
  const article = addresses.find((address) => /^\/\d{4}-\d\d-\d\d\/\d\d\/ran-.+\/$/.test(address))!;
  const columnist = addresses.find((address) => /^\/columnists\/[a-z]+\/$/.test(address))!;
  let browser: Browser;
  let server: StaticServer;
  beforeAll(async () => {
    browser = await openBrowser();
    server = await serveStatic(directory, base);
  });
  afterAll(async () => {
    await browser.close();
    await server.close();
  });

  test.each(['/', article.replace(/[^/]+\/$/, ''), article, columnist])(
    '%s: nothing moves while the type arrives',
    async (address) => {
      const shiftAt = (width: number): Promise<number> =>
        asReader(
          browser,
          {
            viewport: { width, height: 844 },
            before: `window.shift = 0; new PerformanceObserver((list) => {
              for (const entry of list.getEntries()) shift += entry.value;
            }).observe({ type: 'layout-shift', buffered: true });`,
          },
          async ({ page: tab }) => {
            // The type comes when the page has long been shown without it, as on a slow line.
            await tab.route('**/*.woff2', async (route) => {
              await tab.waitForFunction(
                () => performance.getEntriesByName('first-contentful-paint').length > 0,
              );
              await tab.waitForTimeout(300);
              await route.continue();
            });
            await tab.goto(server.origin + address);
            await tab.evaluate(() => document.fonts.ready);
            await tab.waitForTimeout(300);
            return tab.evaluate<number>('shift');
          },
        );
      const widths = [390, 1280];
      for (const [at, shift] of (await Promise.all(widths.map(shiftAt))).entries())
        expect(shift, `${widths[at]} px`).toBeLessThan(0.01);
    },
  );

  test('the headlines are in the type that was cut for them', async () => {
    await asReader(browser, { viewport: { width: 1280, height: 800 } }, async ({ page: tab }) => {
      await tab.goto(server.origin + article);
      await tab.evaluate(() => document.fonts.ready);
      const faces = await tab.evaluate(() =>
        [...document.fonts].map(({ family, status }) => `${family.replaceAll('"', '')} ${status}`),
      );
      expect(faces.sort()).toEqual(['Headline Song loaded', 'Nameplate Song loaded']);
      // Every character of the headline is in the cut: none falls to another type.
      const session = await tab.context().newCDPSession(tab);
      await session.send('DOM.enable');
      await session.send('CSS.enable');
      const { root } = await session.send('DOM.getDocument');
      const { nodeId } = await session.send('DOM.querySelector', {
        nodeId: root.nodeId,
        selector: 'h1',
      });
      const { fonts } = await session.send('CSS.getPlatformFontsForNode', { nodeId });
      expect(fonts.map(({ isCustomFont }) => isCustomFont)).toEqual([true]);
    });
  });
});
