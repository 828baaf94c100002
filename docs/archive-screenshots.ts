/**
 * Takes the pictures of a large archive for docs/screenshots/: `node docs/archive-screenshots.ts DIST [NAME…]`.
 *
 * DIST is built from a content folder of bench/archive/make-archive.ts; docs/scale.md says how. Search
 * and the indexes are taken at 390 and 1440 px, the upper two screens of each.
 */
import { writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { chromium, type Page } from 'playwright-core';
import sharp from 'sharp';
import { launchServer } from '../tests/e2e/launch-server.ts';
import { serveStatic } from '../tests/e2e/static-server.ts';

const [directory, ...names] = process.argv.slice(2);
if (directory === undefined || directory.startsWith('-')) {
  console.error('node docs/archive-screenshots.ts DIST [NAME…]');
  process.exit(directory === undefined ? 2 : 0);
}

const openChoices = async (page: Page): Promise<void> => {
  await page.click('.search-facets summary');
  await page.waitForSelector('select[name="year"] option:nth-child(2)', { state: 'attached' });
};
const seen = async (page: Page): Promise<void> => {
  await page.waitForSelector('#results[data-total]', { state: 'attached' });
  // Snippets come when a result is on the screen.
  await page.evaluate(() => document.querySelector('#results li:last-child')?.scrollIntoView());
  await page.waitForLoadState('networkidle');
  await page.evaluate(() => scrollTo(0, 0));
};

const pages: readonly {
  readonly name: string;
  readonly address: string;
  readonly before?: (page: Page) => Promise<void>;
}[] = [
  { name: 'search', address: `/search/?q=${encodeURIComponent('合作社')}`, before: seen },
  {
    name: 'search-choices',
    address: `/search/?q=${encodeURIComponent('"合作社" 村民 -会议')}&year=2005`,
    before: async (page) => {
      await seen(page);
      if ((await page.getAttribute('.search-facets', 'open')) === null) await openChoices(page);
    },
  },
  { name: 'sections', address: '/sections/' },
  { name: 'section', address: '/sections/yaowen/' },
  { name: 'columns', address: '/columns/' },
  { name: 'columnists', address: '/columnists/' },
  { name: 'columnist', address: '/columnists/p010/' },
  { name: 'archive', address: '/archive/' },
  { name: 'year', address: '/archive/2005/' },
];

const server = await serveStatic(resolve(directory));
const chromiumServer = await launchServer();
const browser = await chromium.connect(chromiumServer.wsEndpoint());
const output = join(import.meta.dirname, 'screenshots');
for (const { name, address, before } of pages) {
  if (names.length > 0 && !names.includes(name)) continue;
  for (const [width, height] of [
    [390, 844],
    [1440, 1000],
  ] as const) {
    const context = await browser.newContext({
      viewport: { width, height },
      serviceWorkers: 'block',
      reducedMotion: 'reduce',
    });
    const page = await context.newPage();
    await page.goto(server.origin + address);
    await before?.(page);
    await page.evaluate(() => document.fonts.ready);
    const whole = await page.evaluate(() => document.documentElement.scrollHeight);
    const png = await page.screenshot({
      fullPage: true,
      clip: { x: 0, y: 0, width, height: Math.min(whole, 2 * height) },
    });
    const webp = await sharp(png)
      .resize(width > 1000 ? width * 0.75 : width)
      .webp({ quality: 60, effort: 6 })
      .toBuffer();
    writeFileSync(join(output, `at-size-${name}-${width}.webp`), webp);
    await context.close();
  }
}
await browser.close();
await chromiumServer.close();
await server.close();
