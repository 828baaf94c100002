import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { openBrowser } from './browser.ts';
import { asReader } from './reader.ts';
import { fileOf } from './site-files.ts';

const { directory, base, origin } = inject('papers').gazette;
const moved = '2024-02-29/01/council-votes-to-keep-the-light/';
const target = '2024-02-29/01/council-votes-to-keep-the-old-light/';
const gone = '2024-03-07/01/the-crate/';

let browser: Browser;
beforeAll(async () => {
  browser = await openBrowser();
});
afterAll(() => browser.close());

test.each([
  ['', true, ''],
  ['#p2', true, '#p2'],
  // Without scripts the page is the right one, from its beginning.
  ['#p2', false, ''],
])('an old address%s leads to the new one, scripts %s', async (hash, javaScriptEnabled, kept) => {
  await asReader(browser, { javaScriptEnabled }, async ({ page, problems }) => {
    await page.goto(`${origin}${base}${moved}${hash}`);
    await page.waitForURL(`${origin}${base}${target}${kept}`);
    expect(await page.locator('h1').innerText()).not.toContain('Moved');
    expect(problems).toEqual([]);
  });
});

test('a withdrawn page says so and why, and leads to the archive', async () => {
  await asReader(browser, {}, async ({ page, problems }) => {
    await page.goto(`${origin}${base}${gone}`);
    expect(await page.locator('main').innerText()).toContain('Printed twice by mistake.');
    expect(await page.locator('meta[name=robots]').getAttribute('content')).toBe('noindex');
    await page.locator('main a').click();
    expect(new URL(page.url()).pathname).toBe(`${base}archive/`);
    expect(problems).toEqual([]);
  });
});

const person = ['columnists/t-penhale', 'columnists/tom-penhale'] as const;
/** What is given away with a page is kept alive with it: an article's texts, a person's feeds. */
const withPages = [
  ...['.md', '.json'].map((end) => [moved, target].map((page) => page.replace(/\/$/, end))),
  ...['atom.xml', 'feed.json', 'feed.xml'].map((feed) => person.map((page) => `${page}/${feed}`)),
];

test('files of a page that moved are the new page’s', () => {
  for (const [old, now] of withPages) {
    expect(readFileSync(join(directory, old!), 'utf8'), old).toBe(
      readFileSync(join(directory, now!), 'utf8'),
    );
  }
});

test('hosts are told, search engines are not', () => {
  const pages = [[moved, target], person.map((page) => `${page}/`)];
  expect(readFileSync(join(directory, '_redirects'), 'utf8').split('\n')).toEqual([
    ...[...pages, ...withPages].map(([old, now]) => `${base}${old} ${base}${now} 301`),
    '',
  ]);
  const map = readFileSync(join(directory, 'sitemaps/2024.xml'), 'utf8');
  expect(map).toContain(target);
  expect(map).not.toContain(moved);
  const old = readFileSync(fileOf(directory, `/${moved}`), 'utf8');
  expect(old).toContain(`<link rel="canonical" href="`);
  expect(old.length).toBeLessThan(2000);
});
