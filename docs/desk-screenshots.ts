/**
 * Takes the pictures of the proofreading desk for docs/proofreading.md: `node docs/desk-screenshots.ts`.
 * The desk is part of `npm run dev`, which this starts and ends.
 */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { chromium } from 'playwright-core';
import sharp from 'sharp';
import { launchServer } from '../tests/e2e/launch-server.ts';
import { startDev } from './start-dev.ts';

const root = fileURLToPath(new URL('..', import.meta.url));
const desk = 'http://localhost:4329/_desk/';
const article = `${desk}2022-12-19/01/ran-dong-xiao-wei-xian-feng-li-liang/`;

const pictures = [
  { name: 'desk-front-820', address: desk, width: 820, height: 420, dark: false, keys: '' },
  {
    name: 'desk-light-1440',
    address: article,
    width: 1440,
    height: 1000,
    dark: false,
    keys: 'nnnn',
  },
  {
    name: 'desk-edit-1440',
    address: article,
    width: 1440,
    height: 900,
    dark: false,
    keys: 'nnnne',
  },
  { name: 'desk-dark-390', address: article, width: 390, height: 844, dark: true, keys: 'nnnn' },
] as const;

const endDev = await startDev(desk);
const server = await launchServer();
const browser = await chromium.connect(server.wsEndpoint());
try {
  for (const { name, address, width, height, dark, keys } of pictures) {
    const context = await browser.newContext({
      viewport: { width, height },
      colorScheme: dark ? 'dark' : 'light',
      locale: 'zh-CN',
    });
    const page = await context.newPage();
    await page.goto(address);
    for (const key of keys) await page.keyboard.press(key);
    await page.waitForTimeout(300);
    const picture = await sharp(await page.screenshot())
      .resize(width > 1000 ? width * 0.75 : width)
      .webp({ quality: 60, effort: 6 })
      .toBuffer();
    writeFileSync(join(root, 'docs/screenshots', `${name}.webp`), picture);
    console.log(`${name}.webp ${Math.round(picture.length / 1024)} kB`);
    await context.close();
  }
} finally {
  await browser.close();
  await server.close();
  endDev();
}
