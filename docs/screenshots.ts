/**
 * Takes the pictures of docs/screenshots/: `node docs/screenshots.ts [DIST] [--only NAME]`.
 *
 * The site must be built (`npm run build`); DIST is dist/ where none is named. Each kind of page is
 * taken at 390, 820 and 1440 px in light, dark and sepia, as WebP (the widest at three quarters of its size): the
 * upper two screens of it in light, one in the other papers.
 */
import { mkdirSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { chromium } from 'playwright-core';
import sharp from 'sharp';
import { launchServer } from '../tests/e2e/launch-server.ts';
import { asReader } from '../tests/e2e/reader.ts';
import { addressesOf } from '../tests/e2e/site-files.ts';
import { serveStatic } from '../tests/e2e/static-server.ts';

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { only: { type: 'string' }, help: { type: 'boolean', short: 'h' } },
});
if (values.help === true) {
  console.log(
    'node docs/screenshots.ts [DIST] [--only edition|page|article|section|columnist|archive|…]',
  );
  process.exit(0);
}

const root = fileURLToPath(new URL('..', import.meta.url));
const directory = resolve(positionals[0] ?? join(root, 'dist'));
const output = join(root, 'docs', 'screenshots');
const addresses = addressesOf(directory);
const find = (shape: RegExp): string => {
  const found = addresses.find((address) => shape.test(address));
  if (found === undefined) throw new Error(`${directory}: expected a page ${shape}, found none`);
  return found;
};

interface Picture {
  readonly name: string;
  readonly address: string;
  readonly width: number;
  readonly settings: Readonly<Record<string, string>>;
  /** Done before the picture is taken: a button is pressed. */
  readonly press?: string;
}

const pages = {
  edition: '/',
  page: find(/^\/\d{4}-\d\d-\d\d\/\d\d\/$/),
  article: find(/^\/\d{4}-\d\d-\d\d\/\d\d\/r[^/]+\/$/),
  section: find(/^\/sections\/[a-z]+\/$/),
  columnist: find(/^\/columnists\/[a-z]+\/$/),
  archive: find(/^\/archive\/\d{4}\/\d\d\/$/),
  search: `/search/?q=${encodeURIComponent('记者')}`,
  columnists: '/columnists/',
} as const;

const pictures: readonly Picture[] = [
  ...Object.entries(pages).flatMap(([name, address]) =>
    ['light', 'dark', 'sepia'].flatMap((theme) =>
      [390, 820, 1440].map((width) => ({
        name: `${name}-${theme}-${width}`,
        address,
        width,
        settings: { theme },
      })),
    ),
  ),
  {
    name: 'article-senior-390',
    address: pages.article,
    width: 390,
    settings: { mode: 'senior', theme: 'light' },
  },
  {
    name: 'article-vertical-1440',
    address: pages.article,
    width: 1440,
    settings: { writing: 'vertical', theme: 'light' },
  },
  {
    name: 'article-settings-1440',
    address: pages.article,
    width: 1440,
    settings: { theme: 'light' },
    press: '.tools button',
  },
  {
    name: 'article-collation-820',
    address: pages.article,
    width: 820,
    settings: { theme: 'light' },
    press: 'button[data-address]',
  },
  {
    name: 'collation-820',
    address: find(/\/collation\/\d\d\/$/),
    width: 820,
    settings: { theme: 'light' },
  },
];

mkdirSync(output, { recursive: true });
const server = await serveStatic(directory);
const chromiumServer = await launchServer();
const browser = await chromium.connect(chromiumServer.wsEndpoint());
let bytes = 0;
let count = 0;
for (const { name, address, width, settings, press } of pictures) {
  if (values.only !== undefined && !name.startsWith(values.only)) continue;
  const height = width < 500 ? 844 : 1000;
  const viewport = { width, height };
  const png = await asReader(
    browser,
    { settings, viewport, reducedMotion: 'reduce' },
    async ({ page }) => {
      await page.goto(server.origin + address);
      await page.evaluate(() => document.fonts.ready);
      if (press !== undefined) {
        await page.locator(press).first().click();
        await page.waitForTimeout(500);
      }
      const full = press === undefined && settings['writing'] === undefined;
      const whole = await page.evaluate(() => document.documentElement.scrollHeight);
      return page.screenshot({
        ...(full
          ? {
              fullPage: true,
              clip: {
                x: 0,
                y: 0,
                width,
                height: Math.min(whole, settings['theme'] === 'light' ? 2 * height : height),
              },
            }
          : {}),
      });
    },
  );
  const scale = width > 1000 ? 0.75 : 1;
  const webp = await sharp(png)
    .resize(width * scale)
    .webp({ quality: 60, effort: 6 })
    .toBuffer();
  writeFileSync(join(output, `${name}.webp`), webp);
  bytes += webp.length;
  count += 1;
}
await browser.close();
await chromiumServer.close();
await server.close();
console.log(`${count} pictures, ${Math.round(bytes / 1024)} kB, in docs/screenshots/`);
