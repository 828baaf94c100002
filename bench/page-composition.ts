import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { chromium } from 'playwright-core';
import sharp from 'sharp';
import { launchServer } from '../tests/e2e/launch-server.ts';
import { measureSheet, type SheetMeasure } from '../tests/e2e/measure-sheet.ts';
import { buildSite } from '../tests/e2e/run-build.ts';
import { serveStatic } from '../tests/e2e/static-server.ts';
import { weighPage } from '../tests/e2e/weigh-page.ts';
import {
  readCorpus,
  writeContent,
  type PlacedEdition,
  type RawArticle,
} from './archive/make-archive.ts';
import { corpusMissing, type Bench, type BenchResult } from './bench.ts';

export const name = 'page-composition';
export const describe =
  '把真实新闻排成 60 个普通版（4–12 篇）和 10 个简讯版（13–25 篇），在浏览器里量：溢出、缺字、叠压、次序、题的大小、空白。空白应不过 8 %。';

const ordinaryPages = 60;
const briefPages = 10;
/** In one page of news; the longest articles of the corpus are transcripts of an hour. */
const longest = { ordinary: 1800, brief: 260 } as const;
const mostWhite = 0.08;
/** Page, styles and scripts, compressed. */
const mostBytes = 40 * 1024;
const widths = [1440, 1200, 1100] as const;

/** Pages of 4 to 12 articles, then of 13 to 25 short ones: an edition a page. */
function pagesOf(articles: readonly RawArticle[]): PlacedEdition[] {
  const lengthOf = ({ paragraphs }: RawArticle): number => paragraphs.join('').length;
  const ordinary = articles.filter((article) => lengthOf(article) <= longest.ordinary).values();
  const brief = articles.filter((article) => lengthOf(article) <= longest.brief).values();
  return Array.from({ length: ordinaryPages + briefPages }, (_page, index): PlacedEdition => {
    const isBrief = index >= ordinaryPages;
    const count = isBrief ? 13 + ((index * 5) % 13) : 4 + ((index * 7) % 9);
    const date = new Date(Date.UTC(2005, 0, 1 + index)).toISOString().slice(0, 10);
    return {
      date,
      pages: [1],
      articles: Array.from({ length: count }, (_article, place) => ({
        ...(isBrief ? brief : ordinary).next().value!,
        date,
        page: 1,
        order: place + 1,
        slug: `item-${place + 1}`,
        section: 'yaowen',
        bylines: [],
      })).map(({ kicker: _kicker, ...article }) => article),
    };
  });
}

const kilobytes = (bytes: number): string => (bytes / 1024).toFixed(1);

const inOrder = (sizes: readonly number[]): boolean =>
  sizes.every((size, index) => index === 0 || size <= sizes[index - 1]! + 0.1);

export const run: Bench['run'] = async ({ args, corpus, scratch, say }): Promise<BenchResult> => {
  const folder = corpus();
  const days = folder === undefined ? undefined : readCorpus(folder);
  if (days === undefined) return { skipped: corpusMissing };
  const editions = pagesOf(days.flat());
  const content = join(scratch, 'content');
  writeContent(content, {
    editions,
    sections: [{ id: 'yaowen', name: '要闻' }],
    columns: [],
    columnists: [],
  });
  const site = join(scratch, 'site');
  await buildSite(site, { EPAPER_CONTENT: content });
  say(`${editions.length} pages built`);
  const weights = editions.map(({ date }) => {
    const { html, css, script } = weighPage(site, '/', `/${date}/01/`);
    return html + css + script;
  });
  const server = await serveStatic(site);
  const chrome = await launchServer();
  const browser = await chromium.connect(chrome.wsEndpoint());
  const sheets: Buffer[] = [];
  const measures: { date: string; width: number; measure: SheetMeasure }[] = [];
  try {
    for (const width of widths) {
      const page = await browser.newPage({ viewport: { width, height: 1000 } });
      for (const { date } of editions) {
        await page.goto(`${server.origin}/${date}/01/`);
        await page.evaluate(() => document.fonts.ready);
        measures.push({ date, width, measure: await measureSheet(page) });
        if (width === widths[0] && args.includes('--pictures')) {
          const picture = await page.locator('.page-sheet').screenshot();
          sheets.push(await sharp(picture).resize({ width: 420 }).png().toBuffer());
        }
      }
      await page.close();
    }
  } finally {
    await browser.close();
    await chrome.close();
    await server.close();
  }
  if (sheets.length > 0) say(await writeContactSheets(sheets));

  const rows = widths.map((width) => {
    const own = measures.filter((entry) => entry.width === width).map(({ measure }) => measure);
    const whites = own.map(({ white }) => white).sort((left, right) => left - right);
    const count = (test: (measure: SheetMeasure) => boolean): number => own.filter(test).length;
    return [
      width,
      own.length,
      count(({ tracks }) => tracks > 0),
      count(({ overflowing }) => overflowing.length > 0),
      own.reduce((sum, { clippedCharacters }) => sum + clippedCharacters, 0),
      count(({ overlapping }) => overlapping.length > 0),
      count(({ outOfOrder }) => outOfOrder.length > 0),
      count(({ headlineSizes }) => !inOrder(headlineSizes)),
      Math.max(...own.flatMap(({ headlineLines }) => headlineLines)),
      `${(100 * whites[Math.floor(whites.length / 2)]!).toFixed(1)} %`,
      `${(100 * whites.at(-1)!).toFixed(1)} %`,
    ];
  });
  return {
    tables: [
      {
        title: '排成的版',
        head: [
          '窗宽',
          '版',
          '排成',
          '溢出',
          '缺字',
          '叠压',
          '乱序',
          '题序不合',
          '题最多行',
          '空白中位',
          '空白最多',
        ],
        rows,
      },
      {
        title: '一版多重（页、样式、脚本，gzip）',
        head: ['中位 kB', '最重 kB'],
        rows: [
          [
            kilobytes(weights.toSorted((left, right) => left - right)[weights.length >> 1]!),
            kilobytes(Math.max(...weights)),
          ],
        ],
      },
    ],
    details: measures,
    met:
      weights.every((weight) => weight <= mostBytes) &&
      measures.every(
        ({ measure }) =>
          measure.tracks > 0 &&
          measure.overflowing.length === 0 &&
          measure.clippedCharacters === 0 &&
          measure.overlapping.length === 0 &&
          measure.outOfOrder.length === 0 &&
          inOrder(measure.headlineSizes) &&
          measure.white <= mostWhite,
      ),
  };
};

/** Five pages a row. They show texts of the corpus, so they stay out of the repository. */
async function writeContactSheets(sheets: readonly Buffer[]): Promise<string> {
  const folder = join(import.meta.dirname, 'results');
  mkdirSync(folder, { recursive: true });
  const cell = { width: 440, height: 700 };
  for (let from = 0; from < sheets.length; from += 10) {
    const some = sheets.slice(from, from + 10);
    const composite = await Promise.all(
      some.map(async (input, index) => ({
        input: await sharp(input).resize({ width: 420, height: 680, fit: 'inside' }).toBuffer(),
        left: 10 + (index % 5) * cell.width,
        top: 10 + Math.floor(index / 5) * cell.height,
      })),
    );
    const sheet = await sharp({
      create: { width: 5 * cell.width, height: 2 * cell.height, channels: 3, background: '#888' },
    })
      .composite(composite)
      .png()
      .toBuffer();
    writeFileSync(join(folder, `pages-${String(from / 10 + 1).padStart(2, '0')}.png`), sheet);
  }
  return `contact sheets in ${folder}`;
}
