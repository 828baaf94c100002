import { readFileSync } from 'node:fs';
import { createContext, runInContext } from 'node:vm';
import { describe, expect, test } from 'vitest';

const worker = readFileSync(new URL('service-worker.js', import.meta.url), 'utf8');
const retired = readFileSync(new URL('retired-service-worker.js', import.meta.url), 'utf8');
const origin = 'https://paper.example';

type Listener = (event: object) => void;
/** HTML, a status, the network breaks off within the page (undefined), or no answer ever ends (null). */
type Pages = Readonly<Record<string, string | number | undefined | null>>;

const brokenOff = (): ReadableStream =>
  new ReadableStream({
    pull: (to) => {
      to.error(new TypeError('broken off'));
    },
  });

const untilAborted = (signal: AbortSignal | undefined): Promise<never> =>
  new Promise((_, reject) => {
    signal?.addEventListener('abort', () => reject(new TypeError('given up')));
  });

/**
 * A browser with one site: the service worker runs as it stands, on the Cache API's rules that it
 * leans on (Service Workers, 5.4 and 5.5). That real browsers do the same is for
 * tests/e2e/reading-offline.test.ts to show.
 */
class Browser {
  readonly stores = new Map<string, Map<string, Response>>();
  /** What the server has: HTML, or a status. Undefined: there is no network. */
  pages: Pages | undefined;
  isRegistered = true;
  #listeners = new Map<string, Listener>();

  readonly #pathOf = (request: string | { url: string }): string =>
    new URL(typeof request === 'string' ? request : request.url, origin).pathname;

  readonly #fetch = (
    request: string | { url: string },
    { signal }: { signal?: AbortSignal } = {},
  ): Promise<Response> => {
    if (this.pages === undefined) return Promise.reject(new TypeError('no network'));
    const path = this.#pathOf(request);
    const page = path in this.pages ? this.pages[path] : 404;
    if (page === null) return untilAborted(signal);
    return Promise.resolve(
      typeof page === 'number'
        ? new Response('failed', { status: page })
        : new Response(page ?? brokenOff(), { headers: { 'content-type': 'text/html' } }),
    );
  };

  readonly #open = (name: string): object => {
    const store = this.stores.get(name) ?? new Map<string, Response>();
    this.stores.set(name, store);
    return {
      match: (request: string) => Promise.resolve(store.get(this.#pathOf(request))?.clone()),
      put: async (request: string, response: Response) => {
        // As Chromium does: what stood goes first.
        store.delete(this.#pathOf(request));
        store.set(this.#pathOf(request), new Response(await response.arrayBuffer(), response));
      },
      delete: (request: string) => Promise.resolve(store.delete(this.#pathOf(request))),
    };
  };

  async start(script: string, base: string, version: string): Promise<void> {
    this.#listeners = new Map();
    const self = {
      addEventListener: (type: string, listener: Listener) => this.#listeners.set(type, listener),
      skipWaiting: () => Promise.resolve(),
      location: new URL(`${base}sw.js`, origin),
      registration: {
        unregister: () => Promise.resolve((this.isRegistered = false)),
      },
    };
    const caches = {
      keys: () => Promise.resolve([...this.stores.keys()]),
      open: (name: string) => Promise.resolve(this.#open(name)),
      delete: (name: string) => Promise.resolve(this.stores.delete(name)),
      match: (request: string) =>
        Promise.resolve(
          [...this.stores.values()]
            .find((store) => store.has(this.#pathOf(request)))
            ?.get(this.#pathOf(request))
            ?.clone(),
        ),
    };
    runInContext(
      script,
      createContext({
        ...{ self, caches, clients: { claim: () => Promise.resolve() }, fetch: this.#fetch },
        ...{ URL, Response, Promise, setTimeout, BASE: base, VERSION: version },
        // A minute is a moment here.
        AbortSignal: { timeout: (time: number) => AbortSignal.timeout(time / 6_000) },
      }),
    );
    await this.#send('install', {});
    await this.#send('activate', {});
  }

  async #send(type: string, event: object): Promise<Response | undefined> {
    const waits: Promise<unknown>[] = [];
    let answer: Promise<Response> | undefined;
    this.#listeners.get(type)?.({
      ...event,
      waitUntil: (wait: Promise<unknown>) => waits.push(wait),
      respondWith: (given: Promise<Response>) => (answer = given),
    });
    await Promise.all(waits);
    return answer;
  }

  keep(edition: string): Promise<unknown> {
    return this.#send('message', { data: { keep: edition } });
  }

  /** What a reader who follows a link sees; undefined: what the browser shows without a worker. */
  async visit(path: string): Promise<string | undefined> {
    const request = { url: origin + path, method: 'GET', mode: 'navigate' };
    const answer = await this.#send('fetch', { request });
    const shown = answer && `${answer.status} ${await answer.text()}`;
    // What comes late is put into the store behind the answer.
    await new Promise((resolve) => setTimeout(resolve, 0));
    return shown;
  }

  paths(): string[] {
    return [...this.stores.values()].flatMap((store) => [...store.keys()]).sort();
  }
}

const links = (...addresses: string[]): string =>
  addresses.map((address) => `<a href="${address}">x</a>`).join('');

describe.each(['/', '/paper/', '/a[1]/', '/%E6%8A%A5/'])('at %s', (base) => {
  const day = `${base}2024-05-06/`;
  const article = `${day}01/chuan/`;
  const site = (text: string): Pages => ({
    [`${base}offline/`]: 'offline',
    [`${base}search/`]: 'search',
    [`${base}search/fold.bin`]: 'table',
    [day]: `front ${links(`${day}01/`, `${base}archive/`, 'https://elsewhere.example/', '%', 'http://[')}`,
    [`${day}01/`]: `page ${links(article, `${day}01/dukou/`)}`,
    [article]: text,
    [`${day}01/dukou/`]: 'another',
  });

  async function reader(): Promise<Browser> {
    const browser = new Browser();
    browser.pages = site('first');
    await browser.start(worker, base, 'one');
    await browser.keep(day);
    return browser;
  }

  test('an edition is kept whole, and nothing else', async () => {
    const browser = await reader();
    expect(browser.paths()).toEqual(
      [
        day,
        `${day}01/`,
        article,
        `${day}01/dukou/`,
        `${base}offline/`,
        `${base}search/`,
        `${base}search/fold.bin`,
      ].sort(),
    );
    browser.pages = undefined;
    expect(await browser.visit(article)).toBe('200 first');
    expect(await browser.visit(base)).toBe('200 offline');
    expect(await browser.visit(`${base}2024-05-07/`)).toBe('200 offline');
  });

  test('an edition of another site is not kept', async () => {
    const browser = await reader();
    const before = browser.paths();
    await browser.keep('https://elsewhere.example/2024-05-06/');
    await browser.keep(`${base}archive/`);
    await browser.keep('/elsewhere/2024-05-06/');
    expect(browser.paths()).toEqual(before);
  });

  test('over two deployments: the new text is shown, and is what is kept', async () => {
    const browser = await reader();
    browser.pages = site('second');
    await browser.start(worker, base, 'two');
    expect([...browser.stores.keys()].filter((name) => name.startsWith('epaper shell'))).toEqual([
      'epaper shell two',
    ]);
    expect(await browser.visit(article)).toBe('200 second');
    browser.pages = undefined;
    expect(await browser.visit(article)).toBe('200 second');
    expect(await browser.visit(`${day}01/dukou/`)).toBe('200 another');
  });

  test.each([404, 410])(
    'a withdrawn article (%i) is not read from store for ever',
    async (status) => {
      const browser = await reader();
      browser.pages = { ...site('first'), [article]: status };
      expect(await browser.visit(article)).toBe(`${status} failed`);
      browser.pages = undefined;
      expect(await browser.visit(article)).toBe('200 offline');
    },
  );

  test('a page that says it is withdrawn takes the place of the article', async () => {
    const browser = await reader();
    browser.pages = site('withdrawn');
    await browser.visit(article);
    browser.pages = undefined;
    expect(await browser.visit(article)).toBe('200 withdrawn');
  });

  test.each([500, 502, 503])('a server that fails (%i) is no network', async (status) => {
    const browser = await reader();
    browser.pages = { ...site('first'), [article]: status };
    expect(await browser.visit(article)).toBe('200 first');
    browser.pages = undefined;
    expect(await browser.visit(article)).toBe('200 first');
  });

  test('a network that breaks off within a page takes nothing from what is kept', async () => {
    const browser = await reader();
    browser.pages = { ...site('second'), [article]: undefined };
    expect(await browser.visit(article)).toBe('200 first');
    await browser.keep(day);
    browser.pages = { ...site('second'), [`${day}01/`]: undefined };
    expect(await browser.visit(`${day}01/dukou/`)).toBe('200 another');
    await browser.keep(day);
    browser.pages = undefined;
    expect(await browser.visit(article)).toBe('200 first');
    expect(await browser.visit(`${day}01/dukou/`)).toBe('200 another');
    expect(await browser.visit(`${day}01/`)).toMatch(/^200 page/);
  });

  test('an answer that never ends is given up, and the next pages are kept', async () => {
    const browser = await reader();
    browser.pages = { ...site('second'), [`${day}01/dukou/`]: 'new', [article]: null };
    await browser.keep(day);
    browser.pages = undefined;
    expect(await browser.visit(article)).toBe('200 first');
    expect(await browser.visit(`${day}01/dukou/`)).toBe('200 new');
  });

  test('a failing page that was never kept is shown as it is', async () => {
    const browser = await reader();
    browser.pages = { ...site('first'), [`${base}archive/`]: 503 };
    expect(await browser.visit(`${base}archive/`)).toBe('503 failed');
  });

  test('no more than seven editions', async () => {
    const browser = await reader();
    for (let at = 10; at < 20; at += 1) {
      const edition = `${base}2024-05-${at}/`;
      browser.pages = { ...site('first'), [edition]: 'front' };
      await browser.keep(edition);
    }
    expect(
      [...browser.stores.keys()].filter((name) => name.startsWith('epaper edition')),
    ).toHaveLength(7);
    expect(browser.paths()).not.toContain(article);
    expect(browser.paths()).toContain(`${base}2024-05-19/`);
  });

  test('retired: what was kept goes, what others keep stays, and the worker too', async () => {
    const browser = await reader();
    browser.stores.set('of another site', new Map());
    await browser.start(retired, base, '');
    expect([...browser.stores.keys()]).toEqual(['of another site']);
    expect(browser.isRegistered).toBe(false);
    expect(await browser.visit(article)).toBeUndefined();
  });
});
