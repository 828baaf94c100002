import { expect, inject, test } from 'vitest';
import { openBrowser } from './browser.ts';

const { sample } = inject('papers');

test('the browser of these tests has the same-origin policy that readers’ browsers have', async () => {
  const page = await (await openBrowser()).newPage();
  const ask = (address: string): Promise<string> =>
    page.evaluate((wanted) => fetch(wanted).then((answer) => answer.text(), String), address);
  // From a page of its own, any text is to be had; from one of another origin, none.
  await page.goto(`${sample.origin}/robots.txt`);
  expect(await ask(`${sample.origin}/robots.txt`)).toContain('User-agent');
  await page.goto('about:blank');
  expect(await ask(`${sample.origin}/robots.txt`)).toContain('Failed to fetch');
  await page.close();
});
