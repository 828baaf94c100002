import type { Page } from 'playwright-core';
import { describe, expect, inject, test } from 'vitest';
import { askAxe } from './axe.ts';
import { openBrowser } from './browser.ts';
import { asReader } from './reader.ts';

// A page of this paper has a scan and zones (tests/fixtures/make-scan.ts); its other page has none.
const { origin } = inject('papers').chenbao;
const composed = '/2024-05-06/01/';
const facsimile = '/2024-05-06/facsimile/01/';
const browser = await openBrowser();
const settings = [
  // Without motion: a page that is left while it comes in says that its transition was aborted.
  ['on a wide screen', { viewport: { width: 1440, height: 900 }, reducedMotion: 'reduce' }],
  [
    'on a telephone, without scripts',
    { viewport: { width: 390, height: 844 }, javaScriptEnabled: false },
  ],
] as const;

/** Each zone's edges in parts of the picture of the scan, as a reader sees it. */
function zonesOn(page: Page): Promise<{ name: string; href: string; edges: number[] }[]> {
  return page.evaluate(() => {
    const scan = document.querySelector('.facsimile img')!.getBoundingClientRect();
    return Array.from(document.querySelectorAll('.facsimile-zones a'), (link) => {
      const { left, top, right, bottom } = link.getBoundingClientRect();
      const edges = [
        (left - scan.left) / scan.width,
        (top - scan.top) / scan.height,
        (right - scan.left) / scan.width,
        (bottom - scan.top) / scan.height,
      ];
      return { name: link.getAttribute('aria-label')!, href: link.getAttribute('href')!, edges };
    });
  });
}

describe.each(settings)('the scan of a page, %s', (_where, options) => {
  test('is a step from the composed page, and back', async () => {
    await asReader(browser, options, async ({ page, problems }) => {
      await page.goto(origin + composed);
      await page.getByRole('link', { name: '影印版' }).click();
      expect(new URL(page.url()).pathname).toBe(facsimile);
      expect(await page.locator('.facsimile img').evaluate(isLoaded)).toBe(true);
      await page.getByRole('link', { name: '重排版' }).click();
      expect(new URL(page.url()).pathname).toBe(composed);
      expect(problems).toEqual([]);
    });
  });

  test('has a link with a name over each article, where it was printed', async () => {
    await asReader(browser, options, async ({ page }) => {
      await page.goto(origin + composed);
      const titles = await page
        .locator('article h2 a')
        .evaluateAll((links) => links.map((link) => link.getAttribute('href')));
      await page.goto(origin + facsimile);
      await page.locator('.facsimile img').evaluate(isLoaded);
      const zones = await zonesOn(page);
      expect(zones.map(({ href }) => href)).toEqual(titles);
      for (const { name, edges } of zones) {
        expect(name).not.toBe('');
        expect(edges.every((edge) => edge > 0 && edge < 1)).toBe(true);
      }
      // The lead of this page stands above all others, and they are as wide as it is.
      expect(zones[0]!.edges[3]).toBeLessThan(zones[1]!.edges[1]! + 0.01);
      expect(zones[0]!.edges[2]! - zones[0]!.edges[0]!).toBeGreaterThan(0.9);
      const root = await page.evaluate(() => {
        const { scrollWidth, clientWidth } = document.documentElement;
        return scrollWidth - clientWidth;
      });
      expect(root).toBe(0);
    });
  });
});

/** Waits until a picture is there; it may not have been begun. */
async function isLoaded(picture: Element): Promise<boolean> {
  const image = picture as HTMLImageElement;
  await image.decode();
  return image.naturalWidth > 0;
}

test('zones are reached by the Tab key, show it, and lead to their articles', async () => {
  await asReader(browser, settings[0][1], async ({ page }) => {
    await page.goto(origin + facsimile);
    const zone = page.locator('.facsimile-zones a').nth(1);
    const address = await zone.getAttribute('href');
    const strokeOf = (): Promise<string> =>
      zone
        .locator('rect')
        .first()
        .evaluate((rect) => getComputedStyle(rect).strokeOpacity);
    expect(await strokeOf()).toBe('0');
    await page.locator('.facsimile-zones a').first().focus();
    await page.keyboard.press('Tab');
    expect(await strokeOf()).toBe('1');
    expect(await askAxe(page)).toEqual([]);
    await page.keyboard.press('Enter');
    await page.waitForURL((url) => url.pathname === address);
  });
});

test('a click on the print opens the article; a closer look moves picture and zones together', async () => {
  await asReader(browser, settings[0][1], async ({ page }) => {
    await page.goto(origin + facsimile);
    await page.locator('.facsimile img').evaluate(isLoaded);
    const before = await zonesOn(page);
    await page.getByRole('button', { name: '放大', exact: true }).click();
    const after = await zonesOn(page);
    for (const [index, { edges }] of after.entries()) {
      for (const [side, edge] of edges.entries()) {
        expect(edge).toBeCloseTo(before[index]!.edges[side]!, 2);
      }
    }
    await page.locator('.facsimile-zones rect').first().click();
    await page.waitForURL((url) => url.pathname === before[0]!.href);
  });
});

test('a page without a scan says nothing of one', async () => {
  await asReader(browser, settings[0][1], async ({ page }) => {
    await page.goto(`${origin}/2024-05-06/02/`);
    expect(await page.getByRole('link', { name: '影印版' }).count()).toBe(0);
  });
});

test('under a base path, in English', async () => {
  const gazette = inject('papers').gazette;
  await asReader(browser, settings[0][1], async ({ page }) => {
    await page.goto(`${gazette.origin}/paper/2024-02-29/01/`);
    await page.getByRole('link', { name: 'As printed' }).click();
    await page.locator('.facsimile img').evaluate(isLoaded);
    const [zone] = await zonesOn(page);
    expect(zone!.href).toBe('/paper/2024-02-29/01/council-votes-to-keep-the-old-light/');
  });
});
