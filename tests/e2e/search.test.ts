import type { Page } from 'playwright-core';
import { describe, expect, inject, test } from 'vitest';
import { openBrowser } from './browser.ts';
import { asReader } from './reader.ts';
import { untilKept } from './until-kept.ts';

const browser = await openBrowser();
const { sample, gazette } = inject('papers');

/** Waits for the answer, and gives the number that it says. */
async function total(page: Page): Promise<number> {
  await page.waitForSelector('#results[data-total]', { state: 'attached' });
  return Number(await page.getAttribute('#results', 'data-total'));
}

async function searchFor(page: Page, text: string): Promise<number> {
  await page.evaluate(() => delete document.getElementById('results')!.dataset['total']);
  await page.fill('#search-query', text);
  await page.press('#search-query', 'Enter');
  return total(page);
}

describe('the search page', () => {
  test('finds a phrase, says how many, marks it, and leads to its paragraph', () =>
    asReader(browser, { reducedMotion: 'reduce' }, async ({ page, problems }) => {
      await page.goto(`${sample.origin}/`);
      await page.keyboard.press('/');
      await page.waitForURL('**/search/');
      expect(await page.evaluate(() => document.activeElement?.id)).toBe('search-query');

      expect(await searchFor(page, '自动化生产设备')).toBe(1);
      expect(page.url()).toContain(`/search/?q=${encodeURIComponent('自动化生产设备')}`);
      expect(await page.textContent('#search-status')).toBe('找到 1 篇。');
      expect(await page.textContent('#results li h2 a')).toContain('燃动小微');
      await page.waitForSelector('.result-snippet mark');
      expect(await page.textContent('.result-snippet mark')).toBe('自动化生产设备');
      await page.click('.result-snippet a');
      await page.waitForURL('**#p1');
      const marked = await page.evaluate(() =>
        [...(CSS.highlights.get('hit') ?? [])].map((range) => (range as Range).toString()),
      );
      expect(marked).toEqual(['自动化生产设备']);
      expect(problems).toEqual([]);

      await page.goBack();
      expect(await total(page)).toBe(1);
    }));

  test.each(['自动化生产设备', '百余名工人正在加紧生产', '知识产权'])(
    'the snippet of “%s” leads to the paragraph that holds it, on the screen and marked',
    (phrase) =>
      asReader(browser, { reducedMotion: 'reduce' }, async ({ page, problems }) => {
        await page.goto(`${sample.origin}/search/?q=${encodeURIComponent(phrase)}`);
        await total(page);
        await page.waitForSelector('.result-snippet mark');
        const addresses = await page
          .locator('.result-snippet a:has(mark)')
          .evaluateAll((links) => links.map((link) => (link as HTMLAnchorElement).href));
        for (const address of addresses) {
          const { hash } = new URL(address);
          expect(hash).toMatch(/^#p\d+$/);
          await page.goto(address);
          const there = await page.evaluate((id) => {
            const paragraph = document.getElementById(id)!;
            const ranges = [...(CSS.highlights.get('hit') ?? [])] as globalThis.Range[];
            const { top, bottom } = ranges[0]?.getBoundingClientRect() ?? { top: -1, bottom: -1 };
            return {
              texts: ranges.map((range) => range.toString()),
              inside: ranges.every(({ startContainer, endContainer }) =>
                [startContainer, endContainer].every((node) => paragraph.contains(node)),
              ),
              onScreen: top >= 0 && bottom <= innerHeight,
            };
          }, hash.slice(1));
          expect(there.texts.length).toBeGreaterThan(0);
          expect(new Set(there.texts)).toEqual(new Set([phrase]));
          expect(there).toMatchObject({ inside: true, onScreen: true });
        }
        expect(problems).toEqual([]);
      }),
  );

  test('a window of results at first, and no button for one or two more', () =>
    asReader(browser, {}, async ({ page }) => {
      const shown = page.locator('#results > li');
      await page.goto(`${sample.origin}/search/?q=${encodeURIComponent('记者')}`);
      const few = await total(page);
      expect([6, 7]).toContain(few);
      await expect.poll(() => shown.count()).toBe(few);
      expect(await page.locator('#search-more').isVisible()).toBe(false);

      await page.goto(`${gazette.origin}${gazette.base}search/?q=the`);
      const many = await total(page);
      expect(many).toBeGreaterThan(7);
      await expect.poll(() => shown.count()).toBe(5);
      // By the keyboard: a click whose results push the button away is taken for a miss by Playwright.
      await page.press('#search-more', 'Enter');
      await expect.poll(() => shown.count()).toBe(many <= 12 ? many : 10);
    }));

  test('a pasted sentence asks for a few files of the index, and is looked up in the article itself', () =>
    asReader(browser, {}, async ({ page, problems }) => {
      await page.goto(`${sample.origin}/search/?q=${encodeURIComponent('自动化生产设备')}`);
      await total(page);
      await page.waitForSelector('.result-snippet a');
      await page.click('.result-snippet a');
      await page.waitForURL('**#p1');
      const sentences = await page
        .locator('.article-text p')
        .evaluateAll((paragraphs) =>
          paragraphs.flatMap(
            ({ textContent }) =>
              textContent.match(/\p{Script=Han}[\p{Script=Han}，、。；]{20,70}/gu) ?? [],
          ),
        );
      const [sentence = ''] = sentences.toSorted((left, right) => right.length - left.length);
      expect(sentence.length).toBeGreaterThan(24);
      await page.goto(`${sample.origin}/search/`);
      const asked: string[] = [];
      page.on('request', (request) => asked.push(new URL(request.url()).pathname));
      expect(await searchFor(page, sentence)).toBe(1);
      expect(asked.filter((path) => /\/t\d+\.bin$/.test(path)).length).toBeLessThan(6);
      expect(asked.filter((path) => /\/\d\d\/[a-z].*\.json$/.test(path)).length).toBeGreaterThan(0);
      // A character that is not there, at the end.
      expect(await searchFor(page, `${sentence}鑫`)).toBe(0);
      expect(problems).toEqual([]);
    }));

  test('traditional characters, several words, what is not wanted', () =>
    asReader(browser, {}, async ({ page, problems }) => {
      await page.goto(`${sample.origin}/search/?q=${encodeURIComponent('燃動小微')}`);
      expect(await total(page)).toBe(1);
      const all = await searchFor(page, '记者');
      expect(all).toBeGreaterThan(1);
      expect(await searchFor(page, '记者 自动化')).toBe(1);
      expect(await searchFor(page, '记者 -自动化')).toBe(all - 1);
      expect(await searchFor(page, '没有的话')).toBe(0);
      expect(await page.textContent('#search-status')).toBe('没有找到“没有的话”。');
      expect(problems).toEqual([]);
    }));

  test('texts of one block that no sentence joins are no phrase, and a snippet shows one of them', () =>
    asReader(browser, {}, async ({ page, problems }) => {
      await page.route('**/ran-dong-*.json', async (route) => {
        const answer = await route.fetch();
        const document = (await answer.json()) as { html: string };
        document.html =
          '<aside class="pull-quote" id="p1"><p>自动化<ruby>生<rt>shēng</rt></ruby><em>产</em>设备</p><p>张三</p></aside>' +
          document.html.replaceAll('自动化生产设备', '');
        await route.fulfill({ json: document });
      });
      await page.goto(`${sample.origin}/search/?q=${encodeURIComponent('自动化生产设备')}`);
      expect(await total(page)).toBe(1);
      await page.waitForSelector('.result-snippet mark');
      expect(await page.textContent('.result-snippet')).toBe('自动化生产设备');
      expect(problems).toEqual([]);
    }));

  test('what cannot be searched is said; of what is not found the parts are offered', () =>
    asReader(browser, {}, async ({ page, problems }) => {
      await page.goto(`${sample.origin}/search/?q=${encodeURIComponent('“”，')}`);
      await page.waitForFunction(() =>
        document.getElementById('search-status')!.textContent.includes('只有标点'),
      );
      expect(await searchFor(page, '自动化 没有的话')).toBe(0);
      const parts = page.locator('#search-others a');
      expect(await parts.allTextContents()).toEqual(['自动化', '没有的话']);
      await parts.first().click();
      expect(await total(page)).toBe(1);
      expect(await page.locator('#search-others').isHidden()).toBe(true);
      // What is wanted is offered whole where a minus took all of it.
      expect(await searchFor(page, '知识产权 -专利')).toBe(0);
      expect((await parts.allTextContents())[0]).toBe('知识产权');
      // As the paper prints it, with a blank or without.
      expect(await searchFor(page, '本报记者王军豪')).toBe(1);
      expect(problems).toEqual([]);
    }));

  test('markup in a query is text; a pasted page is refused with the limit', () =>
    asReader(browser, {}, async ({ page, problems }) => {
      await page.goto(`${sample.origin}/search/`);
      const attack = '<img src=x onerror=alert(1)>';
      expect(await searchFor(page, attack)).toBe(0);
      expect(await page.textContent('#search-status')).toContain(attack);
      expect(await page.locator('main img').count()).toBe(0);
      await page.fill('#search-query', '长'.repeat(2_000));
      await page.waitForFunction(() =>
        document.getElementById('search-status')!.textContent.includes('100 个字'),
      );
      expect(await page.locator('#results li').count()).toBe(0);
      expect(problems).toEqual([]);
    }));

  test('a choice that an address asks for is a name, and no property that all objects have', () =>
    asReader(browser, {}, async ({ page, problems }) => {
      const choices = { section: 'constructor', columnist: '__proto__', genre: 'toString' };
      const asked = new URLSearchParams({ q: '小微', ...choices, sort: '<b>' });
      await page.goto(`${sample.origin}/search/?${asked}`);
      expect(await total(page)).toBe(0);
      for (const [name, value] of Object.entries(choices)) {
        await page.waitForFunction(
          ([field, text]) =>
            document.querySelector<HTMLSelectElement>(`select[name=${field}]`)?.selectedOptions[0]
              ?.textContent === text,
          [name, `${value} (0)`],
        );
      }
      expect(problems).toEqual([]);
    }));

  test('nothing is asked for while an input method composes', () =>
    asReader(browser, {}, async ({ page }) => {
      await page.goto(`${sample.origin}/search/`);
      const session = await page.context().newCDPSession(page);
      await page.focus('#search-query');
      await session.send('Input.imeSetComposition', {
        text: 'ji zhe',
        selectionStart: 6,
        selectionEnd: 6,
      });
      await page.waitForTimeout(600);
      expect(await page.getAttribute('#results', 'data-total')).toBeNull();
      expect(page.url()).not.toContain('q=');
      await session.send('Input.insertText', { text: '记者' });
      expect(await total(page)).toBeGreaterThan(1);
    }));

  test('choices count, narrow, and stand in the address', () =>
    asReader(browser, {}, async ({ page, problems }) => {
      await page.goto(`${sample.origin}/search/?q=${encodeURIComponent('聊城')}`);
      const all = await total(page);
      await page.click('.search-facets summary');
      await page.waitForSelector('select[name="genre"] option:nth-child(2)', { state: 'attached' });
      const options = await page
        .locator('select[name="genre"] option')
        .evaluateAll((found) => found.map((option) => (option as HTMLOptionElement).value));
      const label = await page.locator('select[name="genre"] option').nth(1).textContent();
      await page.selectOption('select[name="genre"]', options[1]!);
      await page.waitForURL(`**genre=${options[1]}`);
      const narrowed = await total(page);
      expect(label).toContain(`(${narrowed})`);
      expect(narrowed).toBeLessThan(all);
      await page.reload();
      expect(await total(page)).toBe(narrowed);
      expect(problems).toEqual([]);
    }));

  test.each([
    ['is not there', 404, ''],
    ['is broken', 200, 'no such bytes'],
  ])('the page says so where a file of the index %s', (_, code, body) =>
    asReader(browser, {}, async ({ page }) => {
      await page.route('**/search/*/t*.bin*', (route) => route.fulfill({ status: code, body }));
      await page.goto(`${sample.origin}/search/?q=${encodeURIComponent('记者')}`);
      await page.waitForFunction(() =>
        document.getElementById('search-status')!.textContent.includes('没有取到'),
      );
      expect(await page.getAttribute('#results', 'data-total')).toBeNull();
    }),
  );

  test('names that do not arrive: their ids stand in the choices, and the next query asks again', () =>
    asReader(browser, {}, async ({ page }) => {
      let asked = 0;
      await page.route('**/search/names.json', (route) => {
        asked += 1;
        return asked === 1 ? route.fulfill({ status: 503 }) : route.continue();
      });
      await page.goto(`${sample.origin}/search/?q=${encodeURIComponent('记者')}`);
      await total(page);
      await page.click('.search-facets summary');
      const said = (): Promise<string> => page.textContent('#search-status').then(String);
      await expect.poll(said).toMatch(/^找到 \d+ 篇。.*名称没有取到.*重取。$/);
      const columnists = page.locator('select[name="columnist"] option');
      expect(await columnists.nth(1).textContent()).toMatch(/^[a-z-]+ \(\d+\)$/);
      await searchFor(page, '自动化');
      await expect.poll(said).toMatch(/^找到 \d+ 篇。$/);
      expect(await columnists.nth(1).textContent()).toMatch(/^\p{Script=Han}+ \(\d+\)$/u);
    }));

  test('where the paper is printed anew during a visit, the index is opened anew', () =>
    asReader(browser, {}, async ({ page }) => {
      await page.goto(`${sample.origin}/search/?q=${encodeURIComponent('记者')}`);
      const all = await total(page);
      const opened: string[] = [];
      page.on('request', (request) => {
        if (request.url().endsWith('/search/index.json')) opened.push(request.url());
      });
      // The first file that is asked for has gone from the host. (`times: 1` ends the interception while
      // other files are on their way, and one of them may never come.)
      let asked = 0;
      await page.route('**/search/*/t*.bin*', (route) => {
        asked += 1;
        return asked === 1 ? route.fulfill({ status: 404 }) : route.continue();
      });
      expect(await searchFor(page, '自动化生产设备')).toBe(1);
      expect(opened).toHaveLength(1);
      expect(await searchFor(page, '记者')).toBe(all);
    }));

  test('without scripts the page says so, and leads to the indexes', () =>
    asReader(browser, { javaScriptEnabled: false }, async ({ page }) => {
      await page.goto(`${sample.origin}/search/`);
      expect(await page.textContent('main')).toContain('检索要用脚本');
      expect(await page.locator('.search-indexes a').count()).toBe(4);
    }));

  test('another paper, under a base path, in its language', () =>
    asReader(browser, {}, async ({ page, problems }) => {
      await page.goto(`${gazette.origin}${gazette.base}search/?q=harbour`);
      expect(await total(page)).toBeGreaterThan(0);
      expect(await page.textContent('#search-status')).toMatch(/^Found/);
      expect(
        await page.locator('#results li').first().locator('.result-place').innerText(),
      ).toMatch(/^\d{1,2} [A-Z][a-z]+ 2024\s+Page \d\s/);
      const address = await page.getAttribute('#results li a', 'href');
      expect(address).toMatch(new RegExp(`^${gazette.base}\\d{4}-`));
      expect((await page.goto(gazette.origin + address!))!.status()).toBe(200);
      expect(problems).toEqual([]);
    }));

  test('without a network the kept editions are searched', () =>
    asReader(browser, { serviceWorkers: 'allow' }, async ({ page }) => {
      await page.goto(`${sample.origin}/2022-12-19/`);
      for (const path of ['/search/', '/search/fold.bin', '/2022-12-19/01/'])
        await untilKept(page, path);
      await page.context().setOffline(true);
      const asked: string[] = [];
      page.on('request', (request) => asked.push(new URL(request.url()).pathname));
      await page.goto(`${sample.origin}/search/?q=${encodeURIComponent('自动化生产设备')}`);
      expect(await total(page)).toBe(1);
      expect(await page.textContent('#search-status')).toContain('没有网络');
      await page.waitForSelector('.result-snippet mark');
      expect(asked.filter((path) => path.startsWith('/2022-12-19/'))).toEqual([]);
      expect(await searchFor(page, '自動化生產設備')).toBe(1);
    }));
});
