import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import { settingsKey, type Settings } from '../../src/client/settings.ts';
import { askAxe } from './axe.ts';
import { openBrowser } from './browser.ts';
import { asReader, type ReaderOptions } from './reader.ts';
import { addressesOf } from './site-files.ts';
import { serveStatic, type StaticServer } from './static-server.ts';

const directory = inject('sites').sample;
const addresses = addressesOf(directory);
const first = (shape: RegExp): string => addresses.find((address) => shape.test(address))!;
const article = first(/^\/\d{4}-\d\d-\d\d\/\d\d\/ran-dong.*\/$/);
const page = first(/^\/\d{4}-\d\d-\d\d\/\d\d\/$/);
const edition = first(/^\/\d{4}-\d\d-\d\d\/$/);
const columnist = first(/^\/columnists\/[a-z]+\/$/);
const collation = first(/\/collation\/\d\d\/$/);
const kinds = ['/', page, article, columnist, collation, '/archive/'];

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

const phone = { viewport: { width: 390, height: 844 } } as const;
const desk = { viewport: { width: 1280, height: 800 } } as const;

describe('every theme and mode', () => {
  // Another paper or another size does not change what a page is made of: there axe is asked only
  // for what may differ. In forced colours the browser takes colours of its own, which axe cannot see.
  const colours = ['color-contrast', 'link-in-text-block'];
  const standards = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];
  const sizes = ['target-size', 'scrollable-region-focusable', 'meta-viewport'];
  const modes: [name: string, options: ReaderOptions, rules?: readonly string[]][] = [
    ['light', { settings: { theme: 'light' } }],
    ['dark', { settings: { theme: 'dark' } }, colours],
    ['dark as the system', { colorScheme: 'dark' }, colours],
    ['sepia', { settings: { theme: 'sepia' } }, colours],
    ['senior', { settings: { mode: 'senior' } }, [...colours, ...sizes]],
    ['senior in the dark', { settings: { mode: 'senior', theme: 'dark' } }, colours],
    ['largest type, loose lines', { settings: { size: 'largest', leading: 'loose' } }, sizes],
    ['vertical', { settings: { writing: 'vertical' } }, [...colours, ...sizes]],
    ['forced colours', { forcedColors: 'active' }, sizes],
  ];
  test.each(modes)(
    '%s: axe finds nothing, nothing scrolls sideways',
    async (_name, options, rules) => {
      await asReader(browser, { ...phone, ...options }, async ({ page: tab, problems }) => {
        for (const address of kinds) {
          await tab.goto(server.origin + address);
          expect(await askAxe(tab, rules ? { rules } : { tags: standards }), address).toEqual([]);
          const overflow = await tab.evaluate(
            () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
          );
          expect(overflow, address).toBeLessThanOrEqual(0);
        }
        expect(problems).toEqual([]);
      });
    },
  );

  test('at 400 % (1280 px seen as 320) nothing scrolls sideways and nothing is cut off', async () => {
    await asReader(browser, { viewport: { width: 320, height: 256 } }, async ({ page: tab }) => {
      for (const address of addresses) {
        await tab.goto(server.origin + address);
        const wide = await tab.evaluate(() =>
          [...document.querySelectorAll('body *')]
            .filter((element) => !element.closest('.visually-hidden, [hidden], .skip'))
            .filter((element) => element.getBoundingClientRect().right > innerWidth + 1)
            .map((element) => `${element.tagName} ${element.className}`),
        );
        expect(wide, address).toEqual([]);
      }
    });
  });

  test('in senior mode whatever can be pressed is 44 px high', async () => {
    await asReader(browser, { ...phone, settings: { mode: 'senior' } }, async ({ page: tab }) => {
      await tab.goto(server.origin + article);
      await tab.locator('.tools button').first().click();
      const small = await tab.evaluate(() =>
        [
          ...document.querySelectorAll<HTMLElement>(
            '.navigation a, .tools button, .settings label, .settings button, .neighbour, .short-lines a',
          ),
        ]
          .filter((element) => element.checkVisibility())
          .map(
            (element) =>
              [element.textContent.trim(), element.getBoundingClientRect().height] as const,
          )
          .filter(([, height]) => height < 44),
      );
      expect(small).toEqual([]);
      const size = await tab
        .locator('.article-text p')
        .first()
        .evaluate((element) => Number.parseFloat(getComputedStyle(element).fontSize));
      expect(size).toBeGreaterThanOrEqual(24);
    });
  });

  test('nothing moves for a reader who asked for no motion', async () => {
    await asReader(browser, { ...desk, reducedMotion: 'reduce' }, async ({ page: tab }) => {
      await tab.goto(server.origin + article);
      const moving = await tab.evaluate(() =>
        [...document.querySelectorAll('*')]
          .map((element) => getComputedStyle(element))
          .filter(
            (style) =>
              Number.parseFloat(style.transitionDuration) > 0 || style.animationName !== 'none',
          ),
      );
      expect(moving).toEqual([]);
    });
  });
});

describe('without scripts', () => {
  test('there are no tools, and no hole where they would be', async () => {
    await asReader(browser, { ...phone, javaScriptEnabled: false }, async ({ page: tab }) => {
      await tab.goto(server.origin + article);
      for (const part of ['.tools', '.settings', '.keys', '.bar', 'button']) {
        for (const element of await tab.locator(part).all()) {
          expect(await element.isVisible(), part).toBe(false);
        }
      }
    });
  });

  test('the collation is a page of its own, and shows what was tidied at a tick', async () => {
    await asReader(browser, { ...desk, javaScriptEnabled: false }, async ({ page: tab }) => {
      await tab.goto(server.origin + article);
      await tab.locator('.apparatus a[href*="/collation/"]').first().click();
      expect(new URL(tab.url()).pathname).toBe(collation);
      expect(await tab.locator('.c del').first().isVisible()).toBe(true);
      const tidied = tab.locator('del.m').first();
      expect(await tidied.isVisible()).toBe(false);
      await tab.locator('#mechanical').check();
      expect(await tidied.isVisible()).toBe(true);
    });
  });
});

describe('the content security policy', () => {
  test('runs the scripts of the paper and no other', async () => {
    await asReader(browser, desk, async ({ page: tab, problems }) => {
      for (const address of [...kinds, '/offline/']) await tab.goto(server.origin + address);
      expect(problems).toEqual([]);
      await tab.goto(server.origin + article);
      await tab.evaluate(() => {
        const script = document.createElement('script');
        script.textContent = 'window.foreign = true';
        document.body.append(script);
        document.body.insertAdjacentHTML(
          'beforeend',
          '<img src="x" onerror="window.foreign = true">',
        );
      });
      await tab.waitForTimeout(200);
      expect(await tab.evaluate('window.foreign')).toBeUndefined();
      expect(problems.join()).toContain('Content Security Policy');
    });
  });
});

describe('settings', () => {
  test('act at once, last, and reach the other window', async () => {
    await asReader(browser, desk, async ({ page: tab, problems }) => {
      const other = await tab.context().newPage();
      await other.goto(server.origin + page);
      await tab.goto(server.origin + article);
      await tab.locator('.tools button').first().click();
      await tab.locator('input[name="theme"][value="dark"]').check({ force: true });
      await tab.locator('input[name="size"][value="larger"]').check({ force: true });
      await tab.locator('input[name="mode"]').check();
      const data = (): Promise<Record<string, string | undefined>> =>
        tab.evaluate(() => ({ ...document.documentElement.dataset }));
      expect(await data()).toMatchObject({ theme: 'dark', size: 'larger', mode: 'senior' });
      expect(await tab.evaluate(() => getComputedStyle(document.documentElement).colorScheme)).toBe(
        'dark',
      );
      await other.waitForFunction(() => document.documentElement.dataset['theme'] === 'dark');

      await tab.reload();
      expect(await data()).toMatchObject({ theme: 'dark', size: 'larger', mode: 'senior' });
      expect(await tab.locator('input[name="theme"][value="dark"]').isChecked()).toBe(true);
      await tab.locator('.tools button').first().click();
      await tab.locator('.settings button[type="reset"]').click();
      const after = await data();
      expect([after['theme'], after['size'], after['mode']]).toEqual([
        undefined,
        undefined,
        undefined,
      ]);
      expect(await tab.evaluate((key) => localStorage.getItem(key), settingsKey)).toBe('{}');
      expect(problems).toEqual([]);
    });
  });

  test('never flash: the first paint is in the theme that was kept', async () => {
    await asReader(
      browser,
      {
        ...desk,
        settings: { theme: 'dark' },
        // What the page looks like each time it is about to be drawn.
        before: `window.seen = []; (function look() {
          if (document.body) seen.push(getComputedStyle(document.documentElement).backgroundColor);
          if (seen.length < 30) requestAnimationFrame(look);
        })();`,
      },
      async ({ page: tab }) => {
        await tab.goto(server.origin + article);
        await tab.waitForFunction(
          () => (globalThis as unknown as { seen: string[] }).seen.length >= 30,
        );
        const seen = new Set(await tab.evaluate<string[]>('seen'));
        expect([...seen]).toHaveLength(1);
        expect([...seen][0]).not.toBe('rgb(250, 247, 240)');
      },
    );
  });

  test('a browser that keeps nothing reads on', async () => {
    await asReader(
      browser,
      {
        ...desk,
        before: `Object.defineProperty(window, 'localStorage', { get() { throw new Error('denied'); } });`,
      },
      async ({ page: tab, problems }) => {
        await tab.goto(server.origin + article);
        await tab.keyboard.press('t');
        expect(await tab.evaluate(() => document.documentElement.dataset['theme'])).toBe('light');
        expect(problems).toEqual([]);
      },
    );
  });
});

describe('the keyboard', () => {
  test('single keys do what the sheet says, and the sheet can be left', async () => {
    await asReader(browser, desk, async ({ page: tab }) => {
      await tab.goto(server.origin + article);
      const focused = (): Promise<string> => tab.evaluate(() => document.activeElement?.id ?? '');
      await tab.keyboard.press('j');
      await tab.keyboard.press('j');
      expect(await focused()).toBe('p2');
      await tab.keyboard.press('k');
      expect(await focused()).toBe('p1');
      await tab.keyboard.press('+');
      expect(await tab.evaluate(() => document.documentElement.dataset['size'])).toBe('large');
      await tab.keyboard.press('-');
      await tab.keyboard.press('?');
      expect(await tab.locator('#keys').isVisible()).toBe(true);
      expect(await tab.locator('#keys kbd').count()).toBeGreaterThan(8);
      const violations = await askAxe(tab, { within: '#keys' });
      expect(violations).toEqual([]);
      // A letter within the sheet is no command.
      await tab.keyboard.press('n');
      expect(new URL(tab.url()).pathname).toBe(article);
      await tab.keyboard.press('Escape');
      expect(await tab.locator('#keys').isVisible()).toBe(false);
      await Promise.all([
        tab.waitForURL((url) => url.pathname !== article),
        tab.keyboard.press('n'),
      ]);
      await Promise.all([
        tab.waitForURL((url) => url.pathname === article),
        tab.keyboard.press('p'),
      ]);
    });
  });

  test('can be had without single keys', async () => {
    await asReader(browser, { ...desk, settings: { keys: 'off' } }, async ({ page: tab }) => {
      await tab.goto(server.origin + article);
      await tab.keyboard.press('t');
      expect(await tab.evaluate(() => document.documentElement.dataset['theme'])).toBeUndefined();
    });
  });

  test('Tab goes through the page in reading order, every stop can be seen', async () => {
    await asReader(browser, desk, async ({ page: tab }) => {
      await tab.goto(server.origin + page);
      const stops: { order: number; outlined: boolean; text: string }[] = [];
      for (let count = 0; count < 40; count += 1) {
        await tab.keyboard.press('Tab');
        const stop = await tab.evaluate(() => {
          const element = document.activeElement;
          if (element === null || element === document.body) return null;
          const all = [...document.querySelectorAll('*')];
          const style = getComputedStyle(element);
          return {
            order: all.indexOf(element),
            outlined: style.outlineStyle !== 'none' && Number.parseFloat(style.outlineWidth) >= 1,
            text: element.textContent.trim().slice(0, 20),
          };
        });
        if (stop === null) break;
        stops.push(stop);
      }
      expect(stops.length).toBeGreaterThan(8);
      expect(stops[0]!.text).not.toBe('');
      expect(stops.filter(({ outlined }) => !outlined)).toEqual([]);
      expect(stops.map(({ order }) => order)).toEqual(
        stops.map(({ order }) => order).toSorted((left, right) => left - right),
      );
    });
  });

  test('the headlines of a page come to the ear in the order of the paper', async () => {
    await asReader(browser, desk, async ({ page: tab }) => {
      await tab.goto(server.origin + page);
      const links = await tab
        .locator('main article a[href*="/20"]')
        .evaluateAll((all) => [
          ...new Set(all.map((link) => (link as HTMLAnchorElement).pathname)),
        ]);
      const walked: string[] = [];
      await tab.goto(server.origin + links[0]!);
      for (;;) {
        walked.push(new URL(tab.url()).pathname);
        const next = tab.locator('a[rel="next"]');
        if ((await next.count()) === 0) break;
        await Promise.all([tab.waitForEvent('load'), next.click()]);
      }
      expect(links.slice(0, walked.length)).toEqual(walked);
    });
  });
});

/** A voice that says nothing and remembers all; `end()` is what a real one does after each breath. */
const voice = `
  window.said = [];
  window.SpeechSynthesisUtterance = class { constructor(text) { this.text = text; } };
  Object.defineProperty(window, 'speechSynthesis', { value: {
    speak(utterance) { said.push(utterance); },
    cancel() {},
    getVoices() { return [{ lang: 'zh-CN', localService: true, name: 'stub' }]; },
  }});
  window.end = async (count = 1) => {
    while (count-- > 0) { said.at(-1).onend(); await new Promise((done) => setTimeout(done)); }
  };
`;

/** A string would be evaluated in the page, which its content security policy forbids. */
async function untilSaid(tab: Page, count: number): Promise<void> {
  await tab.waitForFunction(
    (least) => (globalThis as unknown as { said: unknown[] }).said.length >= least,
    count,
  );
}

describe('reading aloud', () => {
  const text = (): string => `said.map(({ text }) => text)`;

  test('an article, sentence by sentence, the sentence marked', async () => {
    await asReader(browser, { ...desk, before: voice }, async ({ page: tab, problems }) => {
      await tab.goto(server.origin + article);
      const headline = await tab.locator('h1').innerText();
      const [opening] = (await tab.locator('#p1').innerText()).split('；');
      await tab.locator('#listen').click();
      await untilSaid(tab, 1);
      expect(await tab.evaluate<string[]>(text())).toEqual([headline]);
      const marked = (): Promise<string> =>
        tab.evaluate(() => [...[...(CSS.highlights.get('spoken') ?? [])]].map(String).join(''));
      expect(await marked()).toBe(headline);
      // Deck and byline, then the first paragraph.
      await tab.evaluate('end()');
      await untilSaid(tab, 2);
      while (!(await marked()).startsWith(opening!)) await tab.evaluate('end()');
      expect(await tab.evaluate<string>('said.at(-1).lang')).toBe('zh-CN');
      expect(
        await tab.evaluate<number>('Math.max(...said.map(({ text }) => text.length))'),
      ).toBeLessThanOrEqual(60);

      await tab.locator('#player [data-do="toggle"]').click();
      const before = await tab.evaluate<number>('said.length');
      await tab.evaluate('end()');
      expect(await tab.evaluate<number>('said.length')).toBe(before);
      await tab.locator('#player [data-do="stop"]').click();
      expect(await tab.locator('#player').isVisible()).toBe(false);
      expect(await marked()).toBe('');
      expect(problems).toEqual([]);
    });
  });

  test('a whole page, article after article, without leaving it', async () => {
    await asReader(browser, { ...desk, before: voice }, async ({ page: tab, problems }) => {
      await tab.goto(server.origin + page);
      const articles = addresses.filter((address) => address.startsWith(page) && address !== page);
      await tab.locator('#listen').click();
      await untilSaid(tab, 1);
      for (let count = 0; count < 400; count += 1) {
        if (!(await tab.locator('#player').isVisible())) break;
        await tab.evaluate('end(5)').catch(() => undefined);
      }
      const said = (await tab.evaluate<string[]>(text())).join('');
      for (const address of articles) {
        const own = await (await fetch(server.origin + address)).text();
        const opening = /<p\b[^>]*\bid="p1"[^>]*>([\s\S]*?)<\/p>/.exec(own)![1]!;
        expect(said, address).toContain(opening.replaceAll(/<[^>]*>/g, '').slice(0, 12));
      }
      expect(new URL(tab.url()).pathname).toBe(page);
      expect(problems).toEqual([]);
    });
  });

  test('is not offered where there is no speech', async () => {
    await asReader(
      browser,
      {
        ...desk,
        before: `delete window.speechSynthesis; delete Window.prototype.speechSynthesis;`,
      },
      async ({ page: tab, problems }) => {
        await tab.goto(server.origin + article);
        expect(await tab.locator('#listen').isVisible()).toBe(false);
        expect(problems).toEqual([]);
      },
    );
  });
});

describe('vertical lines', () => {
  test('run from the right, turn with the wheel and the keys', async () => {
    await asReader(
      browser,
      { ...desk, settings: { writing: 'vertical' } },
      async ({ page: tab }) => {
        await tab.goto(server.origin + article);
        const frame = tab.locator('main article');
        expect(await frame.evaluate((element) => getComputedStyle(element).writingMode)).toBe(
          'vertical-rl',
        );
        const boxes = await tab
          .locator('#p1, #p3')
          .evaluateAll((all) => all.map((element) => element.getBoundingClientRect().right));
        expect(boxes[0]).toBeGreaterThan(boxes[1]!);
        await frame.hover();
        await tab.mouse.wheel(0, 400);
        await tab.waitForFunction(() => document.querySelector('main article')!.scrollLeft < 0);
        await frame.focus();
        const before = await frame.evaluate((element) => element.scrollLeft);
        await tab.keyboard.press('ArrowLeft');
        await tab.waitForFunction(
          (then) => document.querySelector('main article')!.scrollLeft < then,
          before,
        );
      },
    );
  });
});

describe('the place a reader left', () => {
  test('is offered on return, and not to one who follows a link to a paragraph', async () => {
    await asReader(browser, phone, async ({ page: tab }) => {
      await tab.goto(server.origin + article);
      await tab.locator('#p6').scrollIntoViewIfNeeded();
      await tab.evaluate(() => document.querySelector('#p6')!.scrollIntoView({ block: 'start' }));
      await tab.waitForTimeout(200);
      await tab.goto(server.origin + page);
      await tab.goto(server.origin + article);
      const offer = tab.locator('#place');
      expect(await offer.isVisible()).toBe(true);
      expect(await offer.innerText()).toMatch(/[56]/);
      await offer.locator('a').click();
      expect(new URL(tab.url()).hash).toMatch(/^#p[56]$/);
      expect(await offer.isVisible()).toBe(false);
      await tab.goto(`${server.origin}${edition}`);
      await tab.goto(`${server.origin}${article}#p2`);
      expect(await offer.isVisible()).toBe(false);
    });
  });

  test('is forgotten at the end', async () => {
    await asReader(browser, phone, async ({ page: tab }) => {
      await tab.goto(server.origin + article);
      await tab.locator('.article-text p').last().scrollIntoViewIfNeeded();
      await tab.waitForTimeout(200);
      await tab.goto(server.origin + page);
      await tab.goto(server.origin + article);
      expect(await tab.locator('#place').isVisible()).toBe(false);
    });
  });
});

describe('taking a text along', () => {
  /** What was copied and shared is kept on the window; `copies` says whether the browser lets it. */
  const clipboard = (copies: boolean): string => `
    Object.defineProperty(navigator, 'clipboard', { value: {
      writeText: (text) => ${copies ? '(window.copied = text, Promise.resolve())' : "Promise.reject(new DOMException('', 'NotAllowedError'))"},
    } });
    document.execCommand = () => false;
    navigator.share = (what) => (window.shared = what, Promise.resolve());
  `;
  const open = async (tab: Page): Promise<void> => {
    await tab.goto(server.origin + article);
    await tab.locator('.trails summary').press('Enter');
  };

  test('a paragraph goes with its address, by the keyboard, to the clipboard or to another app', async () => {
    await asReader(browser, { ...phone, before: clipboard(true) }, async ({ page: tab }) => {
      await open(tab);
      const button = tab.locator('button[data-quote="2"]');
      await button.press('Enter');
      expect(await button.innerText()).toBe('已复制');
      await tab.getByRole('status').getByText('已复制').waitFor({ state: 'attached' });
      const quotation = await tab.locator('#p2').evaluate((element) => {
        for (const apart of element.querySelectorAll('a[href^="#s"]')) apart.remove();
        return element.textContent.trim();
      });
      const url = `${server.origin}${article}#p2`;
      expect(await tab.evaluate('window.copied')).toBe(`${quotation}\n${url}`);
      await tab.locator('button[data-quote="2"] ~ button').press('Enter');
      expect(await tab.evaluate('window.shared')).toEqual({
        title: await tab.title(),
        text: quotation,
        url,
      });
    });
  });

  test('where the browser will not copy, the text stands there, selected', async () => {
    await asReader(
      browser,
      { ...phone, before: clipboard(false) },
      async ({ page: tab, problems }) => {
        await open(tab);
        await tab.locator('button[data-copy="cite-print"]').click();
        const field = tab.locator('textarea.to-copy');
        const reference = await tab.locator('#cite-print').innerText();
        expect(await field.inputValue()).toBe(reference);
        expect(await tab.evaluate('getSelection().toString()')).toBe(reference);
        const { width, x } = (await field.boundingBox())!;
        expect(x + width).toBeLessThanOrEqual(390);
        await tab.locator('button[data-quote="1"]').click();
        expect(await field.inputValue()).toContain(`${article}#p1`);
        expect(problems).toEqual([]);
      },
    );
  });
});

describe('collation', () => {
  test('can be switched on in the article and put away', async () => {
    await asReader(browser, desk, async ({ page: tab, problems }) => {
      await tab.goto(server.origin + article);
      const text = (): Promise<string> => tab.locator('.article-text').innerHTML();
      const before = await text();
      const button = tab.locator('.apparatus button[data-address]');
      await button.click();
      await tab.locator('.article-text .c').first().waitFor();
      expect(await tab.locator('.article-text .c del').first().innerText()).toBe('人');
      expect(await tab.locator('.article-text .c ins').first().innerText()).toBe('入');
      expect(await tab.locator('.article-text del.m').first().isVisible()).toBe(false);
      const violations = await askAxe(tab);
      expect(violations).toEqual([]);
      await button.click();
      expect(await text()).toBe(before);
      expect(problems).toEqual([]);
    });
  });

  test('what stands once the changes are made is the article, letter for letter', async () => {
    const settings: Partial<Settings> = {};
    await asReader(browser, { ...desk, settings }, async ({ page: tab }) => {
      await tab.goto(server.origin + collation);
      const passages = await tab.locator(`section[id] p[data-of^="p"]`).evaluateAll((all) =>
        all.map((passage) => {
          const text = passage.querySelector('.collation-text')!.cloneNode(true) as Element;
          for (const gone of text.querySelectorAll('del, .visually-hidden, ins.break'))
            gone.remove();
          return [
            passage.closest('section')!.id,
            (passage as HTMLElement).dataset['of']!,
            text.textContent,
          ] as const;
        }),
      );
      expect(passages.length).toBeGreaterThan(30);
      for (const slug of new Set(passages.map(([id]) => id))) {
        await tab.goto(`${server.origin}${page}${slug}/`);
        const own = await tab
          .locator('.article-text p[id^="p"]')
          .evaluateAll((all) =>
            all.map((paragraph) => [paragraph.id, paragraph.textContent] as const),
          );
        const read = passages.filter(([id]) => id === slug).map(([, id, text]) => [id, text]);
        expect(read).toEqual(own.map(([id, text]) => [id, text]));
      }
    });
  });
});
