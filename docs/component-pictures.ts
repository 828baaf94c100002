/**
 * Takes a picture of each component for docs/writing.md, of its own example: `node docs/component-pictures.ts`.
 * It starts `npm run dev` on a paper of one article, and ends it.
 */
import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { chromium } from 'playwright-core';
import sharp from 'sharp';
import { newspaperComponents } from '../src/manuscript/newspaper-components.ts';
import { launchServer } from '../tests/e2e/launch-server.ts';
import { startDev } from './start-dev.ts';

const root = fileURLToPath(new URL('..', import.meta.url));
const address = `http://localhost:4328/2024-05-06/01/zu-jian/`;
const content = join(mkdtempSync(join(tmpdir(), 'epaper-components-')), 'content');
const names = Object.keys(newspaperComponents);

cpSync(join(root, 'tests/fixtures/yanhe-chenbao'), content, {
  recursive: true,
  filter: (path) => !path.includes('/articles') && !path.includes('/editions'),
});
const bridge = await sharp(
  join(root, 'tests/fixtures/gangwan-ribao/articles/2024-05-06/01/harbour.webp'),
)
  .jpeg()
  .toBuffer();
const write = (path: string, text: string | Buffer): void => {
  mkdirSync(dirname(join(content, path)), { recursive: true });
  writeFileSync(join(content, path), text);
};
write(
  'editions/2024-05-06.yaml',
  'date: 2024-05-06\ndateSource: printed\npages:\n  - number: 1\n  - number: 2\n  - number: 3\n',
);
write('articles/2024-05-06/01/bridge.jpg', bridge);
write(
  'articles/2024-05-06/01/zu-jian.mdx',
  [
    '---\nkind: article\ngenre: news\nedition: 2024-05-06\npage: 1\norder: 1\nheadline: 组件\nproof: read\n---\n',
    ...names.map((name) => `## ${name}\n\n${newspaperComponents[name]!.example}\n`),
  ].join('\n'),
);

const endDev = await startDev(address, content);
const server = await launchServer();
const browser = await chromium.connect(server.wsEndpoint());
try {
  const page = await browser.newPage({ viewport: { width: 820, height: 1000 }, locale: 'zh-CN' });
  await page.goto(address);
  for (const name of names) {
    const heading = page.locator('article :is(h2, h3)', { hasText: new RegExp(`^${name}$`) });
    const shown = heading.locator('xpath=following-sibling::*[1]');
    await shown.scrollIntoViewIfNeeded();
    await page.waitForTimeout(300);
    const file = `component-${name.toLowerCase()}.webp`;
    const picture = await sharp(await shown.screenshot())
      .webp({ quality: 70, effort: 6 })
      .toBuffer();
    writeFileSync(join(root, 'docs/screenshots', file), picture);
    console.log(`${file} ${Math.round(picture.length / 1024)} kB`);
  }
} finally {
  await browser.close();
  await server.close();
  endDev();
  rmSync(join(content, '..'), { recursive: true, force: true });
}
