/**
 * Takes the contact sheets of docs/screenshots/: `node docs/contact-sheet.ts [--only NAME]`.
 *
 * - composed-pages.webp: what the engine sets. The page of the paper in content/ at four widths and on
 *   paper, its front, and pages of the papers that tests are made of, two of them as they were printed.
 * - kitchen-sink-LANGUAGE.webp: the article of each language that holds every construct and component,
 *   by day, by night, on paper and in the booklet; below in vertical lines and on its newspaper page.
 *
 * It builds the papers itself.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { chromium, type Browser } from 'playwright-core';
import sharp, { type OverlayOptions } from 'sharp';
import type { Settings } from '../src/client/settings.ts';
import { launchServer } from '../tests/e2e/launch-server.ts';
import { asReader } from '../tests/e2e/reader.ts';
import { buildSite } from '../tests/e2e/run-build.ts';
import { serveStatic } from '../tests/e2e/static-server.ts';

interface Shot {
  /** A content folder, relative to the project. */
  readonly content: string;
  readonly address: string;
  /** Of the window, in CSS pixels. */
  readonly width: number;
  /** What of the page is taken. */
  readonly of: string;
  readonly isPrinted?: true;
  readonly settings?: Partial<Settings>;
  /** The frame on the sheet that it fills in one direction. */
  readonly frame: { readonly width: number; readonly height: number };
}

interface Sheet {
  readonly name: string;
  readonly rows: readonly (readonly Shot[])[];
}

const small = { width: 400, height: 620 };
const sample = { content: 'content', address: '/2022-12-19/01/', frame: small };
const ribao = 'tests/fixtures/gangwan-ribao';
const gazette = 'tests/fixtures/harbour-gazette';
const chenbao = 'tests/fixtures/yanhe-chenbao';

/** One article in every setting that it has. */
function kitchenSink(language: string, content: string, page: string, slug: string): Sheet {
  const long = { width: 470, height: 4000 };
  const wide = { width: 960, height: 1400 };
  const article = { content, address: `${page}${slug}/`, width: 820, of: 'main .article' } as const;
  return {
    name: `kitchen-sink-${language}`,
    rows: [
      [
        { ...article, frame: long },
        { ...article, settings: { theme: 'dark' }, frame: long },
        { ...article, width: 794, isPrinted: true, frame: long },
        {
          ...article,
          address: page.replace(/\d\d\/$/, 'booklet/'),
          of: `[id$="-${slug}"]`,
          frame: long,
        },
      ],
      [
        // An English paper has no vertical lines.
        ...(language === 'en'
          ? []
          : [{ ...article, width: 1440, settings: { writing: 'vertical' }, frame: wide } as const]),
        { ...article, address: page, width: 1440, of: '.page-sheet', frame: wide },
      ],
    ],
  };
}

const sheets: readonly Sheet[] = [
  {
    name: 'composed-pages',
    rows: [
      [
        { ...sample, width: 1440, of: '.page-sheet' },
        { ...sample, width: 1200, of: '.page-sheet' },
        { ...sample, width: 1000, of: '.page-sheet' },
        { ...sample, width: 820, of: '.page-sheet' },
      ],
      [
        { ...sample, width: 1046, of: '.sheet', isPrinted: true },
        { ...sample, address: '/', width: 1440, of: '.sheet' },
        ...[
          { content: ribao, address: '/2024-05-06/01/' },
          { content: gazette, address: '/2024-03-14/01/' },
        ].map((page) => ({ ...page, width: 1200, of: '.page-sheet', frame: small })),
      ],
      [
        { content: chenbao, address: '/', width: 1100, of: '.sheet', frame: small },
        ...['/2024-05-06/01/', '/2024-05-06/facsimile/01/'].map((address) => ({
          content: chenbao,
          address,
          width: 1200,
          of: '.page-sheet',
          frame: small,
        })),
        {
          content: gazette,
          address: '/2024-02-29/facsimile/01/',
          width: 1200,
          of: '.page-sheet',
          frame: small,
        },
      ],
    ],
  },
  kitchenSink('zh-Hans', chenbao, '/2024-05-06/01/', 'duhe-jie-kai-mu'),
  kitchenSink('zh-Hant', ribao, '/2024-05-06/01/', 'deng-ta-chong-liang'),
  kitchenSink('en', gazette, '/2024-03-14/01/', 'the-lamp-is-lit-again'),
];

const { only } = parseArgs({ options: { only: { type: 'string' } } }).values;
const wanted = sheets.filter(({ name }) => only === undefined || name.startsWith(only));
const scratch = mkdtempSync(join(tmpdir(), 'epaper-contact-'));
const chrome = await launchServer();
const browser = await chromium.connect(chrome.wsEndpoint());
const root = fileURLToPath(new URL('..', import.meta.url));
const pictures = new Map<Shot, Buffer>();
const shots = wanted.flatMap(({ rows }) => rows.flat());
for (const content of new Set(shots.map((shot) => shot.content))) {
  const directory = join(scratch, content.replaceAll('/', '-'));
  await buildSite(directory, { EPAPER_CONTENT: join(root, content), EPAPER_BASE: '/' });
  const server = await serveStatic(directory);
  for (const shot of shots) {
    if (shot.content === content) pictures.set(shot, await take(browser, server.origin, shot));
  }
  await server.close();
}
await browser.close();
await chrome.close();
rmSync(scratch, { recursive: true, force: true });
for (const sheet of wanted) await lay(sheet);

async function take(from: Browser, origin: string, shot: Shot): Promise<Buffer> {
  const { address, width, of, isPrinted, settings = { theme: 'light' }, frame } = shot;
  const viewport = { width, height: 1000 };
  const png = await asReader(
    from,
    { settings, viewport, reducedMotion: 'reduce' },
    async ({ page }) => {
      if (isPrinted) await page.emulateMedia({ media: 'print' });
      await page.goto(origin + address);
      await page.evaluate(async () => {
        for (const image of document.images) image.loading = 'eager';
        await Promise.all(
          [...document.images].map((image) => image.decode().catch(() => undefined)),
        );
        await document.fonts.ready;
      });
      return page.locator(of).first().screenshot();
    },
  );
  return sharp(png)
    .resize({ ...frame, fit: 'inside' })
    .toBuffer();
}

/** Puts the pictures of a sheet row below row, the rows as high as their highest. */
async function lay({ name, rows }: Sheet): Promise<void> {
  const gap = 20;
  const overlays: OverlayOptions[] = [];
  let width = 0;
  let top = gap;
  for (const row of rows) {
    let left = gap;
    let height = 0;
    for (const shot of row) {
      const input = pictures.get(shot)!;
      overlays.push({ input, left, top });
      left += shot.frame.width + gap;
      height = Math.max(height, (await sharp(input).metadata()).height);
    }
    width = Math.max(width, left);
    top += height + gap;
  }
  await sharp({ create: { width, height: top, channels: 3, background: '#8a867e' } })
    .composite(overlays)
    .webp({ quality: 62, effort: 6 })
    .toFile(join(root, 'docs', 'screenshots', `${name}.webp`));
}
