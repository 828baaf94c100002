/**
 * `npm run dev` while somebody makes mistakes: each is told in a sentence with its line, on the page and
 * in the terminal; all pages go on; and the page follows again as soon as it is mended.
 */
import { spawn, type ChildProcess } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { withoutVitest } from './run-build.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));
const folder = mkdtempSync(join(tmpdir(), 'epaper-dev-'));
const paper = join(folder, 'paper');
const article = 'articles/2024-05-06/01/du-kou-xiu-hao-le.mdx';
const own = '/2024-05-06/01/du-kou-xiu-hao-le/';
const otherPages = ['/', '/2024-05-06/01/', own];

let server: ChildProcess;
let address = '';
let printed = '';
/** What the overlay was told, newest last; '' where the page was told to load again. */
const overlays: string[] = [];

beforeAll(async () => {
  const run = (...args: string[]): Promise<number | null> =>
    new Promise((done) => {
      const child = spawn(process.execPath, ['src/desk/new.ts', ...args], {
        cwd: root,
        env: { ...process.env, EPAPER_CONTENT: paper },
        stdio: 'ignore',
      });
      child.on('close', done);
    });
  await run('paper', paper, '--name', '河口晚报', '--date', '2024-05-06', '--yes');
  await run('article', '--headline', '渡口修好了', '--yes');
  writeFileSync(
    join(paper, article),
    text(article).replace(/（在这里写正文：.*）/, '昨天，渡口修好了。'),
  );

  mkdirSync(join(paper, 'pages'));

  const port = await freePort();
  server = spawn(process.execPath, ['src/desk/site.ts', 'dev', '--port', String(port)], {
    cwd: root,
    env: {
      ...withoutVitest(process.env),
      EPAPER_CONTENT: paper,
      LANG: 'zh_CN.UTF-8',
      NODE_ENV: 'development',
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  server.stdout!.on('data', (chunk: Buffer) => (printed += chunk.toString()));
  server.stderr!.on('data', (chunk: Buffer) => (printed += chunk.toString()));
  await until(() => printed.includes('已打开：'), 'dev is up', 60);
  address = `http://localhost:${port}`;
  await openOverlay(port);
  expect((await get(own)).status).toBe(200);
}, 90_000);

afterAll(() => {
  server.kill();
  rmSync(folder, { recursive: true, force: true });
});

interface Mistake {
  readonly slip: string;
  readonly file: string;
  /** What becomes of the file's text; a file that is not there yet has none. */
  readonly make: (text: string) => string | Uint8Array;
  /** What is told: place and rule. */
  readonly told: string;
}

const mistakes: readonly Mistake[] = [
  {
    slip: '文章信息写坏',
    file: article,
    make: (sound) => sound.replace('headline: ', 'headline：'),
    told: `${article}:8:9  yaml-full-width-colon`,
  },
  {
    slip: '不认识的组件',
    file: article,
    make: (sound) => `${sound}\n<Foto src="a.jpg" />\n`,
    told: 'component-unknown',
  },
  {
    slip: '正文里的图片没有放',
    file: article,
    make: (sound) => `${sound}\n![渡口](du-kou.jpg)\n`,
    told: 'picture-missing',
  },
  {
    slip: '改名为 .jpg 的文字',
    file: 'articles/2024-05-06/01/a.jpg',
    make: () => '这不是图片',
    told: 'articles/2024-05-06/01/a.jpg:1:1  picture-format',
  },
  {
    slip: '报纸的说明写坏',
    file: 'publication.yaml',
    make: (sound) => sound.replace(/^timeZone: .*$/m, 'timeZone: 北京'),
    told: 'publication.yaml:14:11  field-value',
  },
  {
    slip: '一期的说明写坏',
    file: 'editions/2024-05-06.yaml',
    make: (sound) => sound.replace('date:', 'dat:'),
    told: 'editions/2024-05-06.yaml',
  },
  {
    slip: '说明页的文件名不能作网址',
    file: 'pages/关于.md',
    make: () => '---\ntitle: 关于\n---\n\n关于本报。\n',
    told: 'pages/关于.md:1:1  file-name',
  },
  {
    slip: '说明页的标签没有关',
    file: 'pages/about.md',
    make: () => '---\ntitle: 关于\n---\n\n关于<b>本报。\n',
    told: 'pages/about.md',
  },
];

test.each(mistakes)(
  '$slip',
  async ({ file, make, told }) => {
    const sound = read(file);
    overlays.length = 0;
    printed = '';
    try {
      put(file, make(sound ?? ''));
      await until(() => overlays.some((said) => said.includes(told)), `the overlay says ${told}`);
      expect(printed).toContain(told);
      for (const page of otherPages) {
        const { status, body } = await get(page);
        expect(status, `${page}\n${printed}`).toBe(200);
        expect(body, page).toContain('渡口修好了');
      }
      expect(printed).not.toMatch(/^\s+at /m);
    } finally {
      if (sound === undefined) rmSync(join(paper, file));
      else put(file, sound);
    }
    const mark = `第${mistakes.findIndex((one) => one.file === file && one.told === told) + 1}次`;
    put(article, text(article).replace(/渡口修好了。.*/, `渡口修好了。${mark}。`));
    await until(async () => (await get(own)).body.includes(mark), 'the page follows again');
    expect(printed).not.toMatch(/^\s+at /m);
  },
  20_000,
);

function text(file: string): string {
  return readFileSync(join(paper, file), 'utf8');
}

function read(file: string): string | undefined {
  try {
    return text(file);
  } catch {
    return undefined;
  }
}

function put(file: string, contents: string | Uint8Array): void {
  writeFileSync(join(paper, file), contents);
}

async function get(page: string): Promise<{ readonly status: number; readonly body: string }> {
  const answer = await fetch(address + page);
  return { status: answer.status, body: await answer.text() };
}

async function until(
  holds: () => boolean | Promise<boolean>,
  what: string,
  seconds = 15,
): Promise<void> {
  const end = Date.now() + seconds * 1000;
  while (!(await holds())) {
    if (Date.now() > end)
      throw new Error(`Not within ${seconds} s: ${what}\n${printed}\n${overlays.join('\n')}`);
    await new Promise((done) => setTimeout(done, 50));
  }
}

function freePort(): Promise<number> {
  return new Promise((done) => {
    const probe = createServer();
    probe.listen(0, 'localhost', () => {
      const { port } = probe.address() as AddressInfo;
      probe.close(() => done(port));
    });
  });
}

/** Listens as an open page does; Vite wants the token that it gives its client. */
async function openOverlay(port: number): Promise<void> {
  const client = await (await fetch(`http://localhost:${port}/@vite/client`)).text();
  const token = /wsToken = "([^"]+)"/.exec(client)?.[1] ?? '';
  const socket = new WebSocket(`ws://localhost:${port}/?token=${token}`, 'vite-hmr');
  socket.addEventListener('message', ({ data }) => {
    const message = JSON.parse(String(data)) as { type: string; err?: { message: string } };
    if (message.type === 'error') overlays.push(message.err!.message);
  });
  await new Promise<void>((done, fail) => {
    socket.addEventListener('open', () => done());
    socket.addEventListener('error', () => fail(new Error('no socket')));
  });
}
