import {
  appendFileSync,
  cpSync,
  mkdtempSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import { openBrowser } from './browser.ts';
import { asReader } from './reader.ts';
import { buildSite } from './run-build.ts';
import { addressesOf, fileOf } from './site-files.ts';
import { serveStatic } from './static-server.ts';
import { untilKept } from './until-kept.ts';

const fixture = fileURLToPath(new URL('../fixtures/harbour-gazette', import.meta.url));

let browser: Browser;
beforeAll(async () => {
  browser = await openBrowser();
});
afterAll(async () => {
  await browser.close();
});

const sites = [
  { name: 'the paper in content/', directory: inject('sites').sample, base: '/' },
  { name: 'another paper under /paper/', directory: inject('sites').gazette, base: '/paper/' },
] as const;

describe.each(sites)('$name', ({ directory, base }) => {
  const addresses = addressesOf(directory);
  const edition = addresses.findLast((address) => /^\/\d{4}-\d\d-\d\d\/$/.test(address))!;
  const inEdition = addresses.filter(
    (address) => address.startsWith(edition) && /\/\d\d\/[^/]+\/$/.test(address),
  );

  test('an edition that was opened is read without a network, the front is not taken from store', async () => {
    // A copy, so that the paper can come out anew under the reader.
    const copy = mkdtempSync(join(tmpdir(), 'epaper-offline-'));
    cpSync(directory, copy, { recursive: true });
    const server = await serveStatic(copy, base);
    const at = (address: string): string => server.origin + base.slice(0, -1) + address;
    try {
      await asReader(browser, { serviceWorkers: 'allow' }, async ({ page: tab }) => {
        await tab.goto(at('/'));
        for (const address of [edition, ...inEdition]) {
          await untilKept(tab, base.slice(0, -1) + address);
        }

        await tab.context().setOffline(true);
        for (const address of [edition, ...inEdition]) {
          const response = await tab.goto(at(address));
          expect(response?.status(), address).toBe(200);
          // The page that says there is no network has an address of its own.
          expect(await tab.locator('link[rel=canonical]').getAttribute('href'), address).toMatch(
            new RegExp(`${address}$`),
          );
          const styled = await tab.evaluate(() =>
            [...document.styleSheets].reduce((sum, sheet) => sum + sheet.cssRules.length, 0),
          );
          expect(styled, address).toBeGreaterThan(100);
        }

        // The front would be the front of some day past; what is kept is offered by its date instead.
        await tab.goto(at('/'));
        expect(
          await tab
            .locator('main a')
            .evaluateAll((all) => all.map((link) => (link as HTMLAnchorElement).pathname)),
        ).toContain(base.slice(0, -1) + edition);
        await tab.locator(`main a[href$="${edition}"]`).click();
        expect(await tab.locator('h1').count()).toBe(1);
        await tab.goto(at('/archive/'));
        expect(await tab.locator('main a').count()).toBeGreaterThan(0);

        // The network is back, and the paper has come out anew.
        const front = fileOf(copy, '/');
        writeFileSync(
          front,
          readFileSync(front, 'utf8').replace('<main', '<main data-news="fresh"'),
        );
        const changed = fileOf(copy, inEdition[0]!);
        writeFileSync(
          changed,
          readFileSync(changed, 'utf8').replace('<main', '<main data-news="fresh"'),
        );
        await tab.context().setOffline(false);
        await tab.goto(at('/'));
        expect(await tab.locator('main').getAttribute('data-news')).toBe('fresh');
        await tab.goto(at(inEdition[0]!));
        expect(await tab.locator('main').getAttribute('data-news')).toBe('fresh');
        // And the correction is what is read the next time there is no network.
        await untilKept(tab, base.slice(0, -1) + inEdition[0]!, 'data-news');
        await tab.context().setOffline(true);
        // The edition may still be on its way into store.
        await expect
          .poll(async () => {
            await tab.reload();
            return tab.locator('main').getAttribute('data-news');
          })
          .toBe('fresh');
      });
    } finally {
      await server.close();
      rmSync(copy, { recursive: true });
    }
  });

  // One paper shows it: the publisher gives offline reading up, and takes it up again.
  test.runIf(base !== '/')('a worker that is retired goes, with all it kept', async () => {
    const scratch = mkdtempSync(join(tmpdir(), 'epaper-retired-'));
    const deployed = join(scratch, 'dist');
    const content = join(scratch, 'content');
    cpSync(fixture, content, { recursive: true });
    appendFileSync(join(content, 'publication.yaml'), '\noutputs: { offline: false }\n');
    const without = join(scratch, 'without');
    await buildSite(without, { EPAPER_CONTENT: content });
    const deploy = (site: string): void => {
      // As hosts do it, all at once: a worker that is at its keeping asks for a file at any moment.
      const next = `${deployed}-next`;
      cpSync(site, next, { recursive: true });
      rmSync(deployed, { recursive: true, force: true });
      renameSync(next, deployed);
    };
    deploy(directory);
    const server = await serveStatic(deployed, base);
    const article = server.origin + base.slice(0, -1) + inEdition.at(-1)!;
    const left = (tab: Page): Promise<readonly [stores: number, worker: boolean]> =>
      tab.evaluate(async () => [
        (await caches.keys()).filter((name) => name.startsWith('epaper ')).length,
        (await navigator.serviceWorker.getRegistration()) !== undefined,
      ]);
    try {
      await asReader(browser, { serviceWorkers: 'allow' }, async ({ page: tab }) => {
        await tab.goto(server.origin + base);
        await untilKept(tab, new URL(article).pathname);
        deploy(without);
        await tab.goto(article);
        await expect.poll(() => left(tab)).toEqual([0, false]);
        await tab.context().setOffline(true);
        await expect(tab.goto(article)).rejects.toThrow('ERR_INTERNET_DISCONNECTED');
        await tab.context().setOffline(false);
        await tab.goto(article);
        expect(await left(tab)).toEqual([0, false]);

        deploy(directory);
        await tab.goto(article);
        await untilKept(tab, new URL(article).pathname);
        await tab.context().setOffline(true);
        expect((await tab.goto(article))?.status()).toBe(200);
      });
    } finally {
      await server.close();
      rmSync(scratch, { recursive: true });
    }
  });

  test('can be installed', async () => {
    const server = await serveStatic(directory, base);
    const manifest = (await (
      await fetch(`${server.origin}${base}manifest.webmanifest`)
    ).json()) as {
      start_url: string;
      scope: string;
      name: string;
      icons: { src: string; sizes: string; purpose: string }[];
    };
    expect(manifest).toMatchObject({ start_url: base, scope: base, display: 'standalone' });
    const own = ['192x192 any', '512x512 any', '512x512 maskable'];
    // The Gazette brings one icon that has no size of its own, and no other.
    expect(manifest.icons.map(({ sizes, purpose }) => `${sizes} ${purpose}`)).toEqual(
      base === '/' ? [...own, 'any any'] : ['any any'],
    );
    const icon = await (await fetch(server.origin + manifest.icons.at(-1)!.src)).text();
    expect(icon).toContain(base === '/' ? '>聊<' : '>H<');
    for (const { src, sizes } of manifest.icons.slice(0, -1)) {
      const png = Buffer.from(await (await fetch(server.origin + src)).arrayBuffer());
      expect(`${png.readUInt32BE(16)}x${png.readUInt32BE(20)}`).toBe(sizes);
    }
    await server.close();
  });
});
