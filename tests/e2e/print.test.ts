import { readFileSync } from 'node:fs';
import { rehype } from 'rehype';
import { visit } from 'unist-util-visit';
import type { Element, Text } from 'hast';
import type { Browser } from 'playwright-core';
import { extractText, getDocumentProxy, getMeta } from 'unpdf';
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import { openBrowser } from './browser.ts';
import { pdfLetters } from './pdf-letters.ts';
import { asReader } from './reader.ts';
import { addressesOf, fileOf } from './site-files.ts';
import { serveStatic, type StaticServer } from './static-server.ts';

const directory = inject('sites').sample;
const addresses = addressesOf(directory);
const article = addresses.find((address) => /^\/\d{4}-\d\d-\d\d\/\d\d\/ran-.+\/$/.test(address))!;
const edition = /^\/\d{4}-\d\d-\d\d\//.exec(article)![0];
const booklet = `${edition}booklet/`;

let browser: Browser;
let server: StaticServer;
beforeAll(async () => {
  browser = await openBrowser();
  server = await serveStatic(directory);
});
afterAll(async () => {
  await browser.close();
  await server.close();
});

interface Sheet {
  readonly width: number;
  readonly height: number;
  /** As `pdfLetters` gives it. */
  readonly text: string;
}

/** Prints a page as a reader would who presses Ctrl+P, whatever theme they read in. */
async function print(address: string): Promise<{ sheets: Sheet[]; title: string }> {
  return asReader(
    browser,
    { settings: { theme: 'dark', mode: 'senior', writing: 'vertical' } },
    async ({ page: tab }) => {
      await tab.goto(server.origin + address);
      await tab.evaluate(() => document.fonts.ready);
      const bytes = await tab.pdf({ preferCSSPageSize: true, printBackground: true, tagged: true });
      const pdf = await getDocumentProxy(new Uint8Array(bytes));
      const { text } = await extractText(pdf, { mergePages: false });
      const sheets = await Promise.all(
        text.map(async (own, index) => {
          const [, , width, height] = (await pdf.getPage(index + 1)).view;
          return { width: width!, height: height!, text: pdfLetters(own) };
        }),
      );
      const { info } = await getMeta(pdf);
      return { sheets, title: String(info['Title']) };
    },
  );
}

/** The texts of elements of a built page, as `pdfLetters` gives them. */
function textsOf(address: string, wanted: (element: Element) => boolean): string[] {
  const texts: string[] = [];
  visit(rehype().parse(readFileSync(fileOf(directory, address))), 'element', (element: Element) => {
    if (!wanted(element)) return;
    let text = '';
    visit(element, 'text', (node: Text) => {
      text += node.value;
    });
    texts.push(pdfLetters(text));
  });
  return texts;
}

const classesOf = ({ properties }: Element): unknown[] =>
  Array.isArray(properties.className) ? properties.className : [];
const isHeadline = (element: Element): boolean =>
  element.tagName === 'h1' && !classesOf(element).includes('untitled');
const isParagraph = ({ tagName, properties }: Element): boolean =>
  tagName === 'p' && /^p\d+$/.test(String(properties.id));

/** A column may end, and another article's begin, after the first line of a paragraph. */
const opening = (text: string): string => text.slice(0, 8);

describe('an article on paper', () => {
  test('is A4, numbered, whole, and has no apparatus of the screen', async () => {
    const { sheets, title } = await print(article);
    expect(sheets.length).toBeGreaterThanOrEqual(1);
    expect(sheets.length).toBeLessThanOrEqual(3);
    for (const { width, height } of sheets) {
      expect([Math.round(width), Math.round(height)]).toEqual([595, 842]);
    }
    const all = sheets.map(({ text }) => text).join('');
    const [headline] = textsOf(article, isHeadline);
    expect(all).toContain(headline);
    const paragraphs = textsOf(article, isParagraph);
    for (const paragraph of paragraphs) expect(all).toContain(opening(paragraph));
    const places = paragraphs.map((paragraph) => all.indexOf(opening(paragraph)));
    expect(places).toEqual(places.toSorted((left, right) => left - right));
    for (const tool of [
      '阅读设置',
      '朗读',
      '上一篇',
      '下一篇',
      '本版其他文章',
      '跳到正文',
      '在文中显示校勘',
    ]) {
      expect(all, tool).not.toContain(tool);
    }
    expect(title).not.toBe('');
  });

  test('is black on white whatever the screen was', async () => {
    await asReader(
      browser,
      { settings: { theme: 'dark' }, colorScheme: 'dark' },
      async ({ page: tab }) => {
        await tab.goto(server.origin + article);
        await tab.emulateMedia({ media: 'print', colorScheme: 'dark' });
        const colours = await tab.evaluate(() => {
          const body = getComputedStyle(document.querySelector('.article-text p')!);
          return [
            body.color,
            getComputedStyle(document.documentElement).backgroundColor,
            body.writingMode,
          ];
        });
        expect(colours).toEqual(['rgb(0, 0, 0)', 'rgb(255, 255, 255)', 'horizontal-tb']);
      },
    );
  });
});

describe('an edition as a booklet', () => {
  test('has its nameplate, its contents, every article, and numbered sheets', async () => {
    const { sheets } = await print(booklet);
    const articles = addresses.filter(
      (address) =>
        address.startsWith(edition) &&
        /\/\d\d\/.+\/$/.test(address) &&
        !address.includes('/collation/'),
    );
    expect(sheets.length).toBeGreaterThan(2);
    const [name] = textsOf(booklet, (element) => classesOf(element).includes('booklet-name'));
    expect(sheets[0]!.text).toContain(name);
    const rest = sheets
      .slice(1)
      .map(({ text }) => text)
      .join('');
    for (const address of articles) {
      for (const paragraph of textsOf(address, isParagraph)) {
        expect(rest, address).toContain(opening(paragraph));
      }
      const [headline] = textsOf(address, isHeadline);
      if (headline !== undefined) expect(sheets[0]!.text, address).toContain(headline);
    }
    // Every sheet but the cover says which it is.
    for (const [index, { text }] of sheets.entries()) {
      if (index > 0) expect(text).toContain(String(index + 1));
    }
  });
});
