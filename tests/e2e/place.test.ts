/** What a paper's language changes: lines that run down, the voice, the words of the interface. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, inject, test } from 'vitest';
import { openBrowser } from './browser.ts';
import { asReader } from './reader.ts';
import { addressesOf } from './site-files.ts';

const papers = inject('papers');
const browser = await openBrowser();
const desk = { viewport: { width: 1200, height: 900 } } as const;

describe.each([
  { name: 'zh-Hans', ...papers.chenbao, slug: 'duhe-jie-kai-mu' },
  { name: 'zh-Hant', ...papers.ribao, slug: 'deng-ta-chong-liang' },
])('vertical lines in $name', ({ origin, slug }) => {
  test('figures of a date stand upright, words turn, quotation marks are those of vertical lines', async () => {
    await asReader(browser, { ...desk, settings: { writing: 'vertical' } }, async ({ page }) => {
      await page.goto(`${origin}/2024-05-06/01/${slug}/`);
      await page.waitForFunction(() => document.querySelector('#p1 .vertical-together') !== null);
      const set = await page.evaluate(() => {
        const paragraph = document.querySelector('#p1')!;
        const size = Number.parseFloat(getComputedStyle(paragraph).fontSize);
        const boxes = [...paragraph.querySelectorAll<HTMLElement>('.vertical-together')].map(
          (element) => ({
            text: element.textContent,
            combined: getComputedStyle(element).textCombineUpright,
            // In the room of one character, and no wider than the line.
            height: element.getBoundingClientRect().height / size,
            width: element.getBoundingClientRect().width / size,
          }),
        );
        const word = document.createRange();
        const holder = [...document.querySelectorAll('.article-text p')].find(({ textContent }) =>
          textContent.includes('WiFi'),
        )!;
        const walker = document.createTreeWalker(holder, NodeFilter.SHOW_TEXT);
        while (walker.nextNode() !== null) {
          const text = walker.currentNode as Text;
          const at = text.data.indexOf('WiFi');
          if (at === -1) continue;
          word.setStart(text, at);
          word.setEnd(text, at + 4);
          break;
        }
        const { width, height } = word.getBoundingClientRect();
        const mixed = getComputedStyle(holder);
        return {
          boxes,
          word: { width: width / size, height: height / size },
          orientation: mixed.textOrientation,
          marks: [...paragraph.querySelectorAll<HTMLElement>('.vertical-mark')].map((mark) =>
            getComputedStyle(mark, '::before').content.replaceAll('"', ''),
          ),
          text: paragraph.textContent,
        };
      });
      // 5月5日，第12届 …, and no part of 2100.
      expect(set.boxes.map(({ text }) => text)).toEqual(expect.arrayContaining(['5', '12']));
      for (const { text, combined, height, width } of set.boxes) {
        expect(text).toMatch(/^\d{1,3}$/);
        expect(combined, text).toBe('all');
        expect(height, text).toBeLessThanOrEqual(1.1);
        expect(width, text).toBeLessThanOrEqual(2.2);
      }
      // A word lies on its side: longer down the line than across it.
      expect(set.orientation).toBe('mixed');
      expect(set.word.height).toBeGreaterThan(set.word.width);
      if (name(set.text) === 'curly') {
        expect(set.marks.length).toBeGreaterThan(1);
        expect(set.marks.every((mark) => /^[﹃﹄﹁﹂]/.test(mark))).toBe(true);
      } else {
        // 「」『』 are the marks of vertical lines: the type turns them.
        expect(set.text).toMatch(/「.*『.*』.*」/s);
        expect(set.marks).toEqual([]);
      }
    });
  });
});

const name = (text: string): 'curly' | 'corner' => (text.includes('“') ? 'curly' : 'corner');

describe.each([
  { paper: 'sample', tongue: 'zh-CN', address: undefined },
  { paper: 'ribao', tongue: 'zh-TW', address: '/2024-05-06/01/deng-ta-chong-liang/' },
  { paper: 'gazette', tongue: 'en', address: '/2024-03-14/01/the-lamp-is-lit-again/' },
] as const)('$paper', ({ paper, tongue, address }) => {
  const { origin, base, directory } = papers[paper];
  const addresses = addressesOf(directory);

  test(`is read aloud in ${tongue}`, async () => {
    const before = `
      window.said = [];
      class Utterance { constructor(text) { this.text = text; } addEventListener() {} }
      window.SpeechSynthesisUtterance = Utterance;
      const speech = { speak: (one) => said.push(one.lang), cancel() {}, pause() {}, resume() {},
        getVoices: () => [], addEventListener() {}, speaking: false, pending: false };
      Object.defineProperty(window, 'speechSynthesis', { value: speech, configurable: true });`;
    await asReader(browser, { ...desk, before }, async ({ page }) => {
      const article = address ?? addresses.find((one) => /\/\d\d\/[a-z-]+\/$/.test(one))!;
      await page.goto(origin + base.slice(0, -1) + article);
      await page.locator('#listen').click();
      await page.waitForFunction('said.length > 0');
      expect(await page.evaluate('said[0]')).toBe(tongue);
    });
  });

  test('every page of a kind has a title and a description of its own', () => {
    const seen = new Map<string, string>();
    const twice: string[] = [];
    for (const one of addresses) {
      const html = readFileSync(
        join(directory, one, one.endsWith('/') ? 'index.html' : ''),
        'utf8',
      );
      if (/<meta name="robots" content="noindex"/.test(html)) continue;
      const canonical = /<link rel="canonical" href="([^"]*)"/.exec(html)?.[1];
      const title = /<title>([^<]*)<\/title>/.exec(html)![1]!;
      const first = seen.get(title);
      // The front is the latest edition: it says so by its canonical address.
      if (first !== undefined && first !== canonical) twice.push(`${one}: ${title}`);
      seen.set(title, canonical!);
      expect(html, one).toMatch(/<meta name="description" content="[^"]{4,}"/);
    }
    expect(twice).toEqual([]);
  });
});

test('the English paper has no Chinese word, on the page, in its head or for the ear', () => {
  const { directory } = papers.gazette;
  const found = addressesOf(directory).flatMap((address) => {
    const file = join(directory, address, address.endsWith('/') ? 'index.html' : '');
    const html = readFileSync(file, 'utf8');
    return [...html.matchAll(/.{0,20}\p{Script=Han}+.{0,20}/gu)].map(
      ([text]) => `${address}: ${text}`,
    );
  });
  expect(found).toEqual([]);
});
