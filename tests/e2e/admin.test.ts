/** The editor at /admin/, from the build's hook to the file that it writes, in a real browser. */
import { cpSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import type { AstroIntegration } from 'astro';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { adminEditor } from '../../src/desk/cms/admin-editor.ts';
import { openBrowser } from './browser.ts';
import { serveStatic, type StaticServer } from './static-server.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));
const folder = mkdtempSync(join(tmpdir(), 'epaper-admin-'));
const content = join(folder, 'content');
const dist = join(folder, 'dist');
const article = 'articles/2024-05-06/01/deng-ta-chong-liang.mdx';

let server: StaticServer;
let browser: Browser;

beforeAll(async () => {
  cpSync(join(root, 'tests/fixtures/gangwan-ribao'), content, { recursive: true });
  expect(await lay()).toEqual([]);
  const publication = readFileSync(join(content, 'publication.yaml'), 'utf8');
  writeFileSync(
    join(content, 'publication.yaml'),
    `${publication}repository: https://github.com/gangwan/paper\nadmin: true\n`,
  );
  expect((await lay()).length).toBeLessThan(30);
  server = await serveStatic(dist, '/paper/');
  browser = await openBrowser();
});

afterAll(async () => {
  await server.close();
  rmSync(folder, { recursive: true, force: true });
});

/** What `astro build` does at its end. @returns the files that there are */
async function lay(): Promise<string[]> {
  const { hooks } = adminEditor(content, root, join(root, '.cache'));
  type Hooks = Required<AstroIntegration['hooks']>;
  const told = { logger: { error: (text: string) => expect(text).toBe('') } };
  (hooks['astro:config:done'] as (given: object) => void)({ config: { base: '/paper/' } });
  await (hooks['astro:build:done'] as unknown as Hooks['astro:build:done'])({
    dir: pathToFileURL(`${dist}/`),
    ...told,
  } as never);
  return filesBelow(dist);
}

function filesBelow(at: string): string[] {
  try {
    return readdirSync(at, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => relative(at, join(entry.parentPath, entry.name)));
  } catch {
    return [];
  }
}

test('lists the paper, and writes the one line that was changed', async () => {
  const context = await browser.newContext({ locale: 'zh-CN' });
  const page = await context.newPage();
  const origin = server.origin.replace('127.0.0.1', 'localhost');
  const errors: string[] = [];
  const foreign: string[] = [];
  page.on('pageerror', ({ message }) => errors.push(message));
  page.on('request', (request) => {
    const { protocol, host } = new URL(request.url());
    if (protocol.startsWith('http') && host !== new URL(origin).host) foreign.push(request.url());
  });
  // The folder that a person would choose: a repository in the browser's own file system.
  const files = filesBelow(content)
    .filter((path) => /\.(?:yaml|mdx)$/.test(path))
    .map((path) => [path, readFileSync(join(content, path), 'utf8')] as const);
  const config = await page.goto(`${origin}/paper/admin/config.json`);
  expect(((await config!.json()) as { collections: unknown[] }).collections).toHaveLength(6);
  await page.evaluate(async (all) => {
    const own = await navigator.storage.getDirectory();
    const repository = await own.getDirectoryHandle('paper', { create: true });
    await repository.getDirectoryHandle('.git', { create: true });
    for (const [path, text] of all) {
      const steps = path.split('/');
      let at = repository;
      for (const step of steps.slice(0, -1)) {
        at = await at.getDirectoryHandle(step, { create: true });
      }
      const handle = await at.getFileHandle(steps.at(-1)!, { create: true });
      const stream = await handle.createWritable();
      await stream.write(text);
      await stream.close();
    }
  }, files);
  await page.addInitScript(() => {
    Object.assign(window, {
      showDirectoryPicker: async () =>
        (await navigator.storage.getDirectory()).getDirectoryHandle('paper'),
    });
  });

  await page.goto(`${origin}/paper/admin/`);
  await page.getByText('使用本地仓库').click();
  for (const label of ['文章', '各期', '版块', '栏目', '作者', '说明页']) {
    await page.getByText(label, { exact: true }).first().waitFor();
  }
  await page.goto(`${origin}/paper/admin/#/collections/articles`);
  await page.getByText('燈塔十四年後重亮').first().click();
  await page.getByRole('textbox', { name: '主题' }).fill('燈塔今夜重亮');
  await page.getByRole('button', { name: '保存' }).click();
  await page.getByText('条目已保存').waitFor();
  const written = await page.evaluate(async (path) => {
    let at = await (await navigator.storage.getDirectory()).getDirectoryHandle('paper');
    const steps = path.split('/');
    for (const step of steps.slice(0, -1)) at = await at.getDirectoryHandle(step);
    return (await (await at.getFileHandle(steps.at(-1)!)).getFile()).text();
  }, article);
  const before = readFileSync(join(content, article), 'utf8').split('\n');
  const changed = written.split('\n').filter((line) => !before.includes(line));
  expect(changed).toContain('headline: 燈塔今夜重亮');
  expect(written.slice(written.indexOf('\n---\n'))).toBe(
    before.join('\n').slice(before.join('\n').indexOf('\n---\n')),
  );
  expect([errors, foreign]).toEqual([[], []]);
  await context.close();
});

test('is off unless the paper says so, and no page of the paper has anything of it', () => {
  const { sample } = inject('papers');
  expect(filesBelow(sample.directory).filter((path) => path.startsWith('admin'))).toEqual([]);
  const pages = filesBelow(sample.directory).filter((path) => path.endsWith('.html'));
  for (const path of pages) {
    expect(readFileSync(join(sample.directory, path), 'utf8')).not.toContain('/admin/');
  }
});
