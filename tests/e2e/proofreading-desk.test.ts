/** A proofreader at the desk of `npm run dev`, from opening it to the file on disk. */
import { spawn, type ChildProcess } from 'node:child_process';
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, request } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, beforeEach, describe, expect, inject, test } from 'vitest';
import { askAxe } from './axe.ts';
import { openBrowser } from './browser.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));
const folder = mkdtempSync(join(tmpdir(), 'epaper-desk-'));
const content = join(folder, 'content');
const id = '2022-12-19/01/ran-dong-xiao-wei-xian-feng-li-liang';
const file = join(content, `articles/${id}.mdx`);
const decisions = join(content, 'sources/2022-12-19/01.decisions.yaml');

let dev: ChildProcess;
let port: number;
let origin: string;
let browser: Browser;
let sound: string;

beforeAll(async () => {
  cpSync(join(root, 'content'), content, { recursive: true });
  sound = readFileSync(file, 'utf8');
  port = await freePort();
  origin = `http://localhost:${port}`;
  dev = spawn(process.execPath, [join(root, 'src/desk/site.ts'), 'dev', '--port', String(port)], {
    cwd: root,
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { ...process.env, NODE_ENV: 'development', EPAPER_CONTENT: content, VITEST: '' },
  });
  let said = '';
  for (const stream of [dev.stdout!, dev.stderr!]) stream.on('data', (chunk) => (said += chunk));
  await until(
    async () => (await fetch(`${origin}/_desk/`).catch(() => undefined))?.status === 200,
    () => said,
  );
  browser = await openBrowser();
});

afterAll(() => {
  dev.kill();
  rmSync(folder, { recursive: true, force: true });
});

beforeEach(() => {
  writeFileSync(file, sound);
  rmSync(decisions, { force: true });
});

const now = (): string => readFileSync(file, 'utf8');

async function atDesk(
  use: (page: Page) => Promise<void>,
  options: Parameters<Browser['newContext']>[0] = {},
): Promise<void> {
  const context = await browser.newContext({ locale: 'zh-CN', ...options });
  const page = await context.newPage();
  const errors: string[] = [];
  page.on('pageerror', ({ message }) => {
    // An article's page fades into the next one, the desk does not: Chromium says so as an error.
    if (!message.includes('ViewTransition opt-in disabled')) errors.push(message);
  });
  await page.goto(`${origin}/_desk/${id}/`);
  try {
    await use(page);
    expect(errors).toEqual([]);
  } finally {
    await context.close();
  }
}

/** Does something that writes, and waits for the page to come again. */
async function written(page: Page, act: () => Promise<unknown>): Promise<void> {
  await Promise.all([page.waitForEvent('load'), act()]);
}

describe('a proofreader', () => {
  test('comes from the article, corrects a word, and takes it back to the byte', async () => {
    await atDesk(async (page) => {
      await page.goto(`${origin}/${id}/`);
      await page.getByRole('link', { name: '校对台' }).click();
      await page.waitForURL(`${origin}/_desk/${id}/`);
      await page.locator('#b1').getByRole('button', { name: '改字' }).click();
      const area = page.locator('#b1 textarea');
      await area.fill((await area.inputValue()).replace('榜上有名', '榜上也有名'));
      await written(page, () => page.keyboard.press('Control+Enter'));
      expect(now()).toBe(sound.replace('榜上有名', '榜上也有名'));
      await expect.poll(() => page.locator('#b1 ins.letter').textContent()).toBe('也');
      await written(page, () => page.keyboard.press('u'));
      expect(now()).toBe(sound);
    });
  });

  test('goes from place to place by one key, accepts one and puts another back', async () => {
    await atDesk(async (page) => {
      const waiting = page.locator('.waiting');
      const count = Number(/\d+/.exec((await waiting.textContent())!)![0]);
      expect(count).toBeGreaterThan(3);
      const current = page.locator('.stop[aria-current="true"]');
      await page.keyboard.press('n');
      await page.keyboard.press('a');
      expect(await waiting.textContent()).toContain(String(count - 1));
      for (let step = 0; step < count; step += 1) {
        if ((await current.textContent())!.includes('“人”像是“入”的误认')) break;
        await page.keyboard.press('j');
      }
      await written(page, () => page.keyboard.press('o'));
      expect(now()).toBe(sound.replace('”入园3年', '”人园3年'));
      // What was accepted is kept beside the source page: nobody is asked again, in any browser.
      expect(readFileSync(decisions, 'utf8')).toContain('action: accept');
      const left = async (): Promise<number> =>
        Number(/\d+/.exec((await waiting.textContent())!)![0]);
      expect(await left()).toBeLessThan(count);
      const before = await left();
      await page.keyboard.press('a');
      await page.keyboard.press('a');
      expect(await left()).toBe(before - 2);
      await expect
        .poll(() => readFileSync(decisions, 'utf8').match(/accept$/gm)!.length)
        .toBeGreaterThan(2);
      await written(page, () => page.keyboard.press('u'));
      expect(await left()).toBe(before - 1);
    });
  });

  test('splits and joins paragraphs', async () => {
    await atDesk(async (page) => {
      const row = page.locator('#b9');
      await row.getByRole('button', { name: '改字' }).click();
      await row.locator('textarea').evaluate((area: HTMLTextAreaElement) => {
        const at = area.value.indexOf('该公司坚持');
        area.setSelectionRange(at, at);
      });
      await written(page, () => row.getByRole('button', { name: '在光标处分段' }).click());
      expect(now()).toBe(sound.replace('该公司坚持', '\n\n该公司坚持'));
      await written(page, () =>
        page.locator('#b10').getByRole('button', { name: '并入上段' }).click(),
      );
      expect(now()).toBe(sound);
    });
  });

  test('marks the article as doubtful with a note, and as read without one', async () => {
    await atDesk(async (page) => {
      await page.locator('#note').fill('第 6 段的“入驻”待核');
      await written(page, () => page.getByRole('button', { name: '标为存疑' }).click());
      expect(now()).toContain('\nproof: doubtful\nproofNote: 第 6 段的“入驻”待核\n');
      await page.locator('body').click({ position: { x: 2, y: 2 } });
      await written(page, () => page.keyboard.press('r'));
      expect(now()).toBe(sound.replace(/proof: doubtful\nproofNote: .*\n/, 'proof: read\n'));
      expect(await page.locator('.waiting').textContent()).toContain('0');
    });
  });

  test('is told why a text is not written', async () => {
    await atDesk(async (page) => {
      await page.locator('#b1').getByRole('button', { name: '改字' }).click();
      await page.locator('#b1 textarea').fill('值<35');
      await page.keyboard.press('Control+Enter');
      await expect.poll(() => page.locator('.said').textContent()).toContain('反斜线');
      expect(await page.locator('#b1 textarea').inputValue()).toBe('值<35');
      expect(now()).toBe(sound);
    });
  });

  test('sees a file that was changed elsewhere, and is asked before it is written over', async () => {
    await atDesk(async (page) => {
      const elsewhere = sound.replace('榜上有名', '榜上列名');
      await page.locator('#b1').getByRole('button', { name: '改字' }).click();
      const area = page.locator('#b1 textarea');
      await area.fill('我的一段。');
      writeFileSync(file, elsewhere);
      await expect.poll(() => page.locator('.said').textContent()).toContain('在别处改过');
      await page.locator('#b1 textarea').press('Control+Enter');
      const dialog = page.getByRole('dialog');
      await dialog.waitFor();
      const both = await dialog.locator('pre').allTextContents();
      expect(both[0]).toContain('榜上列名');
      expect(both[1]).toBe('我的一段。');
      expect(now()).toBe(elsewhere);
      await written(page, () => dialog.getByRole('button', { name: '以我的为准' }).click());
      expect(now()).toContain('\n\n我的一段。\n\n');
      // Nothing is being written: the next change from outside is simply shown.
      writeFileSync(file, elsewhere);
      await expect.poll(() => page.locator('#b1 .standing').textContent()).toContain('榜上列名');
    });
  });

  test('sees what was changed elsewhere while its page was on its way', async () => {
    const elsewhere = sound.replace('榜上有名', '榜上列名');
    await atDesk(async (page) => {
      // The page has come, and does not listen yet.
      await page.route('**/events/**', (route) => {
        if (now() === sound) writeFileSync(file, elsewhere);
        return route.continue();
      });
      await page.reload();
      await expect.poll(() => page.locator('#b1 .standing').textContent()).toContain('榜上列名');
    });
  });

  test('works on a telephone in the dark, and with a screen reader', async () => {
    for (const options of [
      { viewport: { width: 390, height: 844 }, colorScheme: 'dark' as const },
      { viewport: { width: 1440, height: 900 } },
    ]) {
      await atDesk(async (page) => {
        await page.keyboard.press('n');
        await page.keyboard.press('e');
        expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(
          options.viewport.width,
        );
        expect(await askAxe(page)).toEqual([]);
      }, options);
    }
  });
});

test('the editor of /admin/ is there as soon as the paper says so, without a restart', async () => {
  const ask = (path: string): Promise<Response> => fetch(`${origin}/admin/${path}`);
  expect((await ask('')).status).toBe(404);
  const publication = join(content, 'publication.yaml');
  const before = readFileSync(publication, 'utf8');
  writeFileSync(publication, `${before}repository: https://github.com/owner/paper\nadmin: true\n`);
  expect(await (await ask('')).text()).toContain('cms-config-url');
  expect(await (await ask('config.json')).json()).toHaveProperty('collections');
  expect((await ask('admin.js')).headers.get('content-type')).toContain('text/javascript');
  expect((await ask('..%2fpackage.json')).status).toBe(404);
  writeFileSync(publication, before);
});

describe('nobody else', () => {
  test('a page of another origin writes nothing', async () => {
    const foreign = createServer((_, response) => response.end('<!doctype html><title>x</title>'));
    await new Promise<void>((resolve) => foreign.listen(0, '127.0.0.1', resolve));
    const { port: other } = foreign.address() as AddressInfo;
    const context = await browser.newContext();
    try {
      const page = await context.newPage();
      await page.goto(`http://127.0.0.1:${other}/`);
      const digest = /data-digest="(\w+)"/.exec(
        await (await fetch(`${origin}/_desk/${id}/`)).text(),
      )![1]!;
      const wish = JSON.stringify({
        article: id,
        digest,
        action: { kind: 'proof', status: 'unread' },
      });
      const answers = await page.evaluate(
        async ([address, body]) => {
          const tries: RequestInit[] = [
            { method: 'POST', body: body!, headers: { 'content-type': 'application/json' } },
            { method: 'POST', body: body!, mode: 'no-cors' },
            { method: 'GET' },
          ];
          return await Promise.all(
            tries.map(async (one) => {
              try {
                const response = await fetch(address!, one);
                return response.status;
              } catch {
                return 'kept away';
              }
            }),
          );
        },
        [`${origin}/_desk/edit/`, wish],
      );
      for (const answer of answers) expect([0, 403, 'kept away']).toContain(answer);
      expect(now()).toBe(sound);
    } finally {
      await context.close();
      foreign.close();
    }
  });

  test('another name for this machine gets no answer', async () => {
    const status = await new Promise<number>((resolve, reject) => {
      request(
        {
          port,
          host: '127.0.0.1',
          path: `/_desk/${id}/`,
          headers: { host: `evil.localhost:${port}` },
        },
        (response) => resolve(response.resume().statusCode!),
      )
        .on('error', reject)
        .end();
    });
    expect(status).toBe(403);
  });

  test('a built site holds nothing of it', () => {
    const { directory } = inject('papers').sample;
    const files = readdirSync(directory, { recursive: true, encoding: 'utf8' }).filter((name) =>
      /\.(?:html|js|css|json|xml|txt)$/.test(name),
    );
    expect(files.length).toBeGreaterThan(50);
    expect(
      files.filter((name) => /_desk|校对台/.test(readFileSync(join(directory, name), 'utf8'))),
    ).toEqual([]);
  });
});

async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, resolve));
  const { port: free } = server.address() as AddressInfo;
  await new Promise((resolve) => server.close(resolve));
  return free;
}

async function until(isSo: () => Promise<boolean>, said: () => string): Promise<void> {
  const end = Date.now() + 90_000;
  while (!(await isSo())) {
    if (Date.now() > end) throw new Error(`npm run dev did not answer:\n${said()}`);
    await new Promise((resolve) => setTimeout(resolve, 200));
  }
}
