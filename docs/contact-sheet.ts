/**
 * Takes docs/screenshots/composed-pages.webp: `node docs/contact-sheet.ts`.
 *
 * One picture of what the engine sets: the page of the paper in content/ at three widths and on
 * paper, its front, and pages of the papers that tests are made of. It builds them itself.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { chromium } from 'playwright-core';
import sharp from 'sharp';
import { launchServer } from '../tests/e2e/launch-server.ts';
import { buildSite } from '../tests/e2e/run-build.ts';
import { addressesOf } from '../tests/e2e/site-files.ts';
import { serveStatic } from '../tests/e2e/static-server.ts';

const root = fileURLToPath(new URL('..', import.meta.url));
const isPage = (address: string): boolean => /^\/\d{4}-\d\d-\d\d\/\d\d\/$/.test(address);
const shots = [
  { content: 'content', width: 1440 },
  { content: 'content', width: 1100 },
  { content: 'content', width: 820 },
  { content: 'content', width: 1046, isPrinted: true },
  { content: 'content', width: 1440, isFront: true },
  { content: 'tests/fixtures/gangwan-ribao', width: 1100 },
  { content: 'tests/fixtures/harbour-gazette', width: 1100 },
  { content: 'tests/fixtures/yanhe-chenbao', width: 1100, isFront: true },
] as const;
const cell = { width: 400, height: 620, gap: 20 };

const scratch = mkdtempSync(join(tmpdir(), 'epaper-contact-'));
const chrome = await launchServer();
const browser = await chromium.connect(chrome.wsEndpoint());
const pictures: Buffer[] = [];
for (const content of new Set(shots.map((shot) => shot.content))) {
  const directory = join(scratch, content.replaceAll('/', '-'));
  await buildSite(directory, { EPAPER_CONTENT: join(root, content), EPAPER_BASE: '/' });
  const server = await serveStatic(directory);
  for (const shot of shots.filter((candidate) => candidate.content === content)) {
    const page = await browser.newPage({
      viewport: { width: shot.width, height: 1000 },
      javaScriptEnabled: false,
    });
    const address = 'isFront' in shot ? '/' : addressesOf(directory).find(isPage)!;
    if ('isPrinted' in shot) await page.emulateMedia({ media: 'print' });
    await page.goto(server.origin + address);
    const sheet = page.locator('isFront' in shot || 'isPrinted' in shot ? '.sheet' : '.page-sheet');
    pictures.push(await sheet.first().screenshot());
    await page.close();
  }
  await server.close();
}
await browser.close();
await chrome.close();
rmSync(scratch, { recursive: true, force: true });

const columns = 4;
const composite = await Promise.all(
  pictures.map(async (picture, index) => ({
    input: await sharp(picture)
      .resize({ width: cell.width, height: cell.height, fit: 'inside' })
      .toBuffer(),
    left: cell.gap + (index % columns) * (cell.width + cell.gap),
    top: cell.gap + Math.floor(index / columns) * (cell.height + cell.gap),
  })),
);
await sharp({
  create: {
    width: cell.gap + columns * (cell.width + cell.gap),
    height: cell.gap + Math.ceil(pictures.length / columns) * (cell.height + cell.gap),
    channels: 3,
    background: '#8a867e',
  },
})
  .composite(composite)
  .webp({ quality: 68 })
  .toFile(join(root, 'docs', 'screenshots', 'composed-pages.webp'));
