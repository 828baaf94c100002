import type { Page } from 'playwright-core';
import { describe, expect, inject, test } from 'vitest';
import { askAxe } from './axe.ts';
import { openBrowser } from './browser.ts';
import { asReader } from './reader.ts';
import { addressesOf } from './site-files.ts';

// A paper with several pages an edition.
const { directory, origin } = inject('papers').chenbao;
const pages = addressesOf(directory).filter((address) =>
  /^\/\d{4}-\d\d-\d\d\/\d\d\/$/.test(address),
);
const wide = { viewport: { width: 1366, height: 800 } } as const;
const browser = await openBrowser();

/** Width and height of the sheet, of its frame and of the document, in pixels. */
async function sizesOf(
  page: Page,
): Promise<Record<'sheet' | 'height' | 'frame' | 'beyond', number>> {
  return page.evaluate(async () => {
    const sheet = document.querySelector<HTMLElement>('.page-sheet')!;
    // A face that arrives late sets other lines, and is asked for when lines are first set.
    for (let before = -1, height = 0; before !== height;) {
      before = height;
      await document.fonts.ready;
      await new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)));
      await document.fonts.ready;
      height = sheet.offsetHeight;
    }
    const root = document.documentElement;
    return {
      sheet: sheet.offsetWidth,
      height: sheet.offsetHeight,
      frame: document.querySelector<HTMLElement>('.page-frame')!.offsetWidth,
      beyond: root.scrollWidth - root.clientWidth,
    };
  });
}

describe('a page on a wide screen', () => {
  test('is brought closer and put back, in its frame, by buttons and by keys', async () => {
    await asReader(browser, wide, async ({ page, problems }) => {
      await page.goto(origin + pages[0]!);
      const fitted = await sizesOf(page);
      await page.getByRole('button', { name: '放大', exact: true }).click();
      const close = await sizesOf(page);
      expect(close.sheet / fitted.sheet).toBeCloseTo(1.25, 1);
      expect(close.frame).toBe(fitted.frame);
      expect(close.beyond).toBe(0);
      expect(await askAxe(page)).toEqual([]);
      await page.keyboard.press('+');
      expect((await sizesOf(page)).sheet / fitted.sheet).toBeCloseTo(1.5, 1);
      await page.keyboard.press('-');
      await page.keyboard.press('-');
      expect((await sizesOf(page)).sheet).toBe(fitted.sheet);
      await page.keyboard.press('0');
      const whole = await sizesOf(page);
      expect(whole.height).toBeLessThanOrEqual(wide.viewport.height);
      const pressed = page.getByRole('button', { name: '看全版' });
      expect(await pressed.getAttribute('aria-pressed')).toBe('true');
      await page.keyboard.press('0');
      expect((await sizesOf(page)).sheet).toBe(fitted.sheet);
      expect(problems).toEqual([]);
    });
  });

  test('the whole page is there to choose from: a click opens the article', async () => {
    await asReader(browser, wide, async ({ page }) => {
      await page.goto(origin + pages[0]!);
      await page.keyboard.press('0');
      const article = page.locator('article[data-order="2"]');
      const address = await article.locator('h2 a').first().getAttribute('href');
      await article.locator('.module-text').click();
      await page.waitForURL((url) => url.pathname === address);
    });
  });

  test('arrows turn the pages, and the next one is seen as this one was', async () => {
    await asReader(browser, wide, async ({ page }) => {
      await page.goto(origin + pages[0]!);
      await page.keyboard.press('0');
      const next = await page.locator('main a[rel="next"]').first().getAttribute('href');
      await page.keyboard.press('ArrowRight');
      await page.waitForURL((url) => url.pathname === next);
      expect((await sizesOf(page)).height).toBeLessThanOrEqual(wide.viewport.height);
      await page.keyboard.press('ArrowLeft');
      await page.waitForURL((url) => url.pathname === pages[0]);
      // Closer than the frame, the arrows move the page: they turn nothing.
      await page.getByRole('button', { name: '满窗宽' }).click();
      await page.keyboard.press('+');
      await page.keyboard.press('ArrowRight');
      expect(new URL(page.url()).pathname).toBe(pages[0]);
    });
  });

  test('keys go to what is being written and to the reader who switched them off', async () => {
    await asReader(browser, { ...wide, settings: { keys: 'off' } }, async ({ page }) => {
      await page.goto(origin + pages[0]!);
      const fitted = await sizesOf(page);
      await page.keyboard.press('+');
      await page.keyboard.press('ArrowRight');
      expect(await sizesOf(page)).toEqual(fitted);
      expect(new URL(page.url()).pathname).toBe(pages[0]);
    });
  });

  test('without scripts is as wide as the window, and has no tools', async () => {
    await asReader(browser, { ...wide, javaScriptEnabled: false }, async ({ page }) => {
      await page.goto(origin + pages[0]!);
      expect(await page.locator('.page-tools').isVisible()).toBe(false);
      expect(
        await page.locator('.page-sheet').evaluate((sheet) => getComputedStyle(sheet).display),
      ).toBe('grid');
    });
  });
});

test('on a narrow screen there is nothing to zoom: keys change the type', async () => {
  await asReader(browser, { viewport: { width: 390, height: 844 } }, async ({ page }) => {
    await page.goto(origin + pages[0]!);
    expect(await page.locator('.page-tools').isVisible()).toBe(false);
    await page.keyboard.press('+');
    expect(await page.evaluate(() => document.documentElement.dataset['size'])).toBe('large');
  });
});

test('the front shows each page small, in letters, and leads to it', async () => {
  await asReader(browser, wide, async ({ page, problems }) => {
    const edition = pages[0]!.replace(/\d\d\/$/, '');
    await page.goto(origin + edition);
    const links = page.locator('.page-sheet-link');
    const own = pages.filter((address) => address.startsWith(edition));
    expect(await links.evaluateAll((all) => all.map((link) => link.getAttribute('href')))).toEqual(
      own,
    );
    for (const [index, address] of own.entries()) {
      const link = links.nth(index);
      expect(await link.locator('.visually-hidden').textContent()).toMatch(/^第\d\d版.*全版$/);
      // Letters and no picture: what the page says can be found on the front, by eye and by Ctrl+F.
      const first = await link.locator('text').first().textContent();
      await page.goto(origin + address);
      expect(await page.locator('.page-sheet').textContent()).toContain(first);
      await page.goBack();
    }
    expect(problems).toEqual([]);
  });
});
