import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser } from 'playwright-core';
import { getDocumentProxy } from 'unpdf';
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import { writeContent } from '../../bench/archive/make-archive.ts';
import { inventArticles } from '../../src/composition/invented-items.ts';
import { openBrowser } from './browser.ts';
import { measureSheet, type SheetMeasure } from './measure-sheet.ts';
import { pdfLetters } from './pdf-letters.ts';
import { asReader } from './reader.ts';
import { buildSite } from './run-build.ts';
import { addressesOf } from './site-files.ts';
import { serveStatic, type StaticServer } from './static-server.ts';

const isPage = (address: string): boolean => /^\/\d{4}-\d\d-\d\d\/\d\d\/$/.test(address);
const mostWhite = 0.08;

/** Pages of invented words, a page of each number of articles: the corpus of the bench is not everywhere. */
const counts = [1, 2, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 19, 25] as const;
const scratch = mkdtempSync(join(tmpdir(), 'epaper-composition-'));

const sites: Record<string, { addresses: string[]; server: StaticServer }> = {};
let browser: Browser;

beforeAll(async () => {
  const editions = counts.map((count, index) => {
    const date = new Date(Date.UTC(2005, 0, 1 + index)).toISOString().slice(0, 10);
    return {
      date,
      pages: [1],
      articles: inventArticles(index, count, count > 12 ? 120 : 550).map((article, place) => ({
        headline: article.headline.join(''),
        paragraphs: article.paragraphs,
        date,
        page: 1,
        order: place + 1,
        slug: `item-${place + 1}`,
        section: 'yaowen',
        bylines: [],
      })),
    };
  });
  const content = join(scratch, 'content');
  writeContent(content, {
    editions,
    sections: [{ id: 'yaowen', name: '要闻' }],
    columns: [],
    columnists: [],
  });
  const invented = join(scratch, 'site');
  await buildSite(invented, { EPAPER_CONTENT: content });
  browser = await openBrowser();
  for (const [name, directory, base] of [
    ['invented', invented, '/'],
    ['sample', inject('sites').sample, '/'],
    ['gazette', inject('sites').gazette, '/paper/'],
    ['chenbao', inject('sites').chenbao, '/'],
    ['ribao', inject('sites').ribao, '/'],
  ] as const) {
    sites[name] = {
      addresses: addressesOf(directory).filter(isPage),
      server: await serveStatic(directory, base),
    };
  }
});

afterAll(async () => {
  await browser.close();
  for (const { server } of Object.values(sites)) await server.close();
  rmSync(scratch, { recursive: true, force: true });
});

const widths = [1440, 1200, 1100, 820] as const;

type Measured = readonly { readonly address: string; readonly measure: SheetMeasure }[];

/** Each page is opened once: what a width changes, the style sheet does. */
async function measureAll(name: string): Promise<ReadonlyMap<number, Measured>> {
  const { addresses, server } = sites[name]!;
  const measured = new Map(widths.map((width) => [width as number, [] as Measured[number][]]));
  await asReader(browser, { viewport: { width: 1440, height: 900 } }, async ({ page }) => {
    for (const address of addresses) {
      await page.goto(server.origin + (name === 'gazette' ? `/paper${address}` : address));
      for (const width of widths) {
        await page.setViewportSize({ width, height: 900 });
        await page.evaluate(() => document.fonts.ready);
        measured.get(width)!.push({ address, measure: await measureSheet(page) });
      }
    }
  });
  return measured;
}

// A gazette in English, a paper in traditional characters, one with every construct there is.
describe.each(['invented', 'sample', 'gazette', 'ribao', 'chenbao'])('the pages of %s', (name) => {
  let measured: ReadonlyMap<number, Measured>;
  beforeAll(async () => {
    measured = await measureAll(name);
  });

  test.each(widths)('at %d px: whole, in order, in rank, hardly white', (width) => {
    expect(measured.get(width)!.length).toBeGreaterThan(0);
    for (const { address, measure } of measured.get(width)!) {
      const about = `${address} at ${width} px`;
      expect(measure.tracks, about).toBeGreaterThan(0);
      expect(measure.overflowing, about).toEqual([]);
      expect(measure.clippedCharacters, about).toBe(0);
      expect(measure.overlapping, about).toEqual([]);
      expect(measure.outOfOrder, about).toEqual([]);
      const sizes = measure.headlineSizes.filter((size) => size > 0);
      for (const [index, size] of sizes.entries()) {
        expect(size, about).toBeLessThanOrEqual((sizes[index - 1] ?? Infinity) + 0.1);
      }
      // A page of one article or two has what its last column lacks, and nobody to fill it.
      if (measure.modules >= 4 && (name === 'invented' || name === 'sample')) {
        expect(measure.white, about).toBeLessThanOrEqual(mostWhite);
      }
    }
  });
});

describe('a page on paper', () => {
  test.each(['sample', 'invented'])(
    '%s: one sheet, in its type, with all of its text',
    async (name) => {
      const { addresses, server } = sites[name]!;
      for (const address of addresses.slice(-4)) {
        await asReader(browser, { viewport: { width: 1440, height: 900 } }, async ({ page }) => {
          await page.goto(server.origin + address);
          await page.evaluate(() => document.fonts.ready);
          const wanted = await page.evaluate(() =>
            Array.from(document.querySelectorAll('.page-sheet h2'), (element) =>
              element.textContent!.replaceAll(/\s/g, ''),
            ),
          );
          const pdf = await getDocumentProxy(
            new Uint8Array(await page.pdf({ preferCSSPageSize: true, printBackground: true })),
          );
          expect(pdf.numPages, address).toBe(1);
          const sheet = await pdf.getPage(1);
          const [, , width, height] = sheet.view;
          expect(width!, address).toBeGreaterThan(800);
          expect(await typeOf(sheet), address).toEqual({
            fonts: expect.arrayContaining([expect.any(String)]),
            missing: [],
          });
          const { items } = await sheet.getTextContent();
          let text = '';
          for (const item of items) {
            if (!('str' in item) || item.str.trim() === '') continue;
            text += item.str;
            const [, , , , x, y] = item.transform as number[];
            expect(x! >= 0 && x! + item.width <= width! + 1, item.str).toBe(true);
            expect(y! >= 0 && y! <= height!, item.str).toBe(true);
          }
          const letters = pdfLetters(text);
          for (const headline of wanted) {
            expect(letters.includes(pdfLetters(headline).slice(0, 4)), headline).toBe(true);
          }
        });
      }
    },
  );
});

type PdfPage = Awaited<ReturnType<Awaited<ReturnType<typeof getDocumentProxy>>['getPage']>>;

/** Faces that a page is set in, and those among them that are not in the file. */
async function typeOf(sheet: PdfPage): Promise<{ fonts: string[]; missing: string[] }> {
  const { argsArray, fnArray } = await sheet.getOperatorList();
  const names = new Set(
    fnArray.flatMap((operator, index) =>
      operator === setFont ? [String((argsArray[index] as unknown[])[0])] : [],
    ),
  );
  const fonts: { name: string; missingFile?: boolean; isType3Font?: boolean }[] = [...names].map(
    (name) => sheet.commonObjs.get(name) as never,
  );
  return {
    fonts: fonts.map(({ name }) => name),
    missing: fonts
      .filter(({ missingFile, isType3Font }) => missingFile === true && isType3Font !== true)
      .map(({ name }) => name),
  };
}
/** OPS.setFont of pdf.js. */
const setFont = 37;

test('comment keeps its ground on paper, even where the browser prints no grounds', async () => {
  const { addresses, server } = sites['sample']!;
  await asReader(browser, { viewport: { width: 1440, height: 900 } }, async ({ page }) => {
    await page.goto(server.origin + addresses[0]!);
    await page.emulateMedia({ media: 'print' });
    const tint = await page.evaluate(() => {
      const ground = document.querySelector('[data-enclosure="ground"]')!;
      const numbers = getComputedStyle(ground).backgroundColor.match(/\d+/g)!;
      return `#${numbers.map((part) => Number(part).toString(16).padStart(2, '0')).join('')}`;
    });
    expect(tint).not.toBe('#ffffff');
    const pdf = await getDocumentProxy(
      new Uint8Array(await page.pdf({ preferCSSPageSize: true, printBackground: false })),
    );
    expect(pdf.numPages).toBe(1);
    const { argsArray, fnArray } = await (await pdf.getPage(1)).getOperatorList();
    const fills = fnArray.flatMap((operator, index) =>
      operator === setFillColor ? [String(argsArray[index])] : [],
    );
    expect(fills).toContain(tint);
  });
});
/** OPS.setFillRGBColor of pdf.js. */
const setFillColor = 59;
