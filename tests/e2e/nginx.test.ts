/**
 * The configuration of docs/deploying.md, in a real nginx, as somebody would copy it. Where no nginx is
 * installed there is nothing to ask.
 */
import { execFileSync, spawn, spawnSync, type ChildProcess } from 'node:child_process';
import {
  cpSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  readdirSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { createServer, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';

const root = fileURLToPath(new URL('../..', import.meta.url));
const program = ['nginx', '/usr/sbin/nginx'].find((path) => spawnSync(path, ['-v']).status === 0);
const text = readFileSync(join(root, 'docs/deploying.md'), 'utf8').split('## nginx')[1]!;
const [configuration = '', commands = ''] = ['nginx', 'sh'].map(
  (language) => new RegExp(`\`\`\`${language}\n(.*?)\`\`\``, 's').exec(text)?.[1],
);

const papers = [
  { name: 'sample', base: '/', content: 'content' },
  { name: 'gazette', base: '/paper/', content: 'tests/fixtures/harbour-gazette' },
] as const;

test('the document has the configuration and the commands', () => {
  expect(configuration).toContain('server {');
  expect(commands).toContain('dist/_redirects');
});

describe.skipIf(program === undefined).each(papers)('$name', ({ name, base, content }) => {
  const scratch = mkdtempSync(join(tmpdir(), 'epaper-nginx-'));
  let origin = '';
  let server: ChildProcess | undefined;
  const ask = (path: string, headers: Record<string, string> = {}): Promise<Response> =>
    fetch(origin + path, { redirect: 'manual', headers });

  beforeAll(async () => {
    const paper = inject('papers')[name];
    cpSync(paper.directory, join(scratch, 'dist', base), { recursive: true });
    // As they are typed in the project's folder, where dist/ is what was built.
    const project = join(scratch, 'project');
    mkdirSync(project);
    cpSync(join(root, content, 'addresses'), join(project, 'content/addresses'), {
      recursive: true,
    });
    cpSync(paper.directory, join(project, 'dist'), { recursive: true });
    execFileSync('sh', ['-e'], {
      cwd: project,
      input: commands.replaceAll('/etc/nginx/', `${scratch}/`),
      env: { ...process.env, EPAPER_BASE: base },
    });
    const port = await freePort();
    origin = `http://127.0.0.1:${port}`;
    const own = configuration
      .replace('listen 80;', `listen 127.0.0.1:${port};`)
      .replace('/srv/paper/dist', `${scratch}/dist`)
      .replace(/\/etc\/nginx\/(?=\w+\.map)/g, `${scratch}/`)
      .replace(' /404.html', ` ${base}404.html`)
      .replace('location /_astro/', `location ${base}_astro/`);
    const temporary = ['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi'].map(
      (kind) => `${kind}_temp_path ${scratch}/${kind};`,
    );
    writeFileSync(
      join(scratch, 'nginx.conf'),
      `daemon off; master_process off; pid ${scratch}/pid; error_log ${scratch}/error.log;
events {}
http { access_log off; ${temporary.join(' ')}
${own}}`,
    );
    server = spawn(program!, ['-p', scratch, '-c', join(scratch, 'nginx.conf')]);
    let said = '';
    server.stderr?.on('data', (chunk: Buffer) => (said += chunk.toString()));
    for (let tries = 0; tries < 100; tries += 1) {
      if (server.exitCode !== null) throw new Error(`nginx does not start:\n${said}`);
      if (
        await ask(base).then(
          () => true,
          () => false,
        )
      )
        return;
      await setTimeout(100);
    }
    throw new Error(`nginx does not answer:\n${said}`);
  });
  afterAll(() => {
    server?.kill();
    rmSync(scratch, { recursive: true, force: true });
  });

  test('pages, and what is not there', async () => {
    const front = await ask(base);
    expect(front.status).toBe(200);
    expect(front.headers.get('content-type')).toBe('text/html; charset=utf-8');
    const archive = await ask(`${base}archive`);
    expect([archive.status, archive.headers.get('location')]).toEqual([301, `${base}archive/`]);
    const ownPage = readFileSync(join(scratch, 'dist', base, '404.html'), 'utf8');
    for (const path of [
      'nothing/',
      'nothing',
      '_astro/',
      '_astro/nothing.js',
      '.htaccess',
      '%00',
    ]) {
      const missing = await ask(base + path);
      // nginx itself refuses NUL.
      expect([404, 400], path).toContain(missing.status);
      if (missing.status === 404) expect(await missing.text(), path).toBe(ownPage);
    }
  });

  test('the headers of _headers, on every kind of answer', async () => {
    const said = readFileSync(join(scratch, 'dist', base, '_headers'), 'utf8');
    const wanted = [...said.split('/_astro/*')[0]!.matchAll(/^ {2}([\w-]+): (.*)$/gm)].map(
      ([, header, value]) => [header!, value!] as const,
    );
    expect(wanted.length).toBeGreaterThan(4);
    const script = readdirSync(join(scratch, 'dist', base, '_astro'))[0]!;
    for (const path of ['', 'nothing/', `_astro/${script}`, 'sw.js', 'archive']) {
      const { headers } = await ask(base + path);
      for (const [header, value] of wanted)
        expect(headers.get(header), `${path} ${header}`).toBe(value);
    }
    const year = (await ask(`${base}_astro/${script}`)).headers.get('cache-control');
    expect(year).toBe('max-age=315360000');
    expect((await ask(`${base}sw.js`)).headers.get('cache-control')).toBe('max-age=300');
  });

  test('text is sent compressed, under its own type', async () => {
    // The newest: no old address leads there.
    const article = readdirSync(join(scratch, 'dist', base), { recursive: true, encoding: 'utf8' })
      .filter((path) => /^\d{4}-\d\d-\d\d\/\d\d\/.*\.md$/.test(path))
      .sort()
      .at(-1)!;
    const picture = readdirSync(join(scratch, 'dist', base), { recursive: true, encoding: 'utf8' })
      .filter((path) => /\.(?:png|webp)$/.test(path))
      .sort()[0]!;
    const pictureType = `image/${picture.split('.').at(-1)!}`;
    const files: readonly (readonly [string, string, boolean])[] = [
      ['', 'text/html; charset=utf-8', true],
      [article, 'text/markdown; charset=utf-8', true],
      ['feed.xml', 'text/xml; charset=utf-8', true],
      ['feed.json', 'application/json', true],
      ['manifest.webmanifest', 'application/manifest+json', true],
      ['sw.js', 'application/javascript; charset=utf-8', true],
      [picture, pictureType, false],
    ];
    for (const [path, type, compressed] of files) {
      const { status, headers } = await ask(base + path, { 'accept-encoding': 'gzip' });
      expect([path, status, headers.get('content-type')]).toEqual([path, 200, type]);
      expect(headers.get('content-encoding'), path).toBe(compressed ? 'gzip' : null);
    }
  });

  test('old addresses: 301 to the new one, 410 for what was withdrawn', async () => {
    const redirects = join(scratch, 'dist', base, '_redirects');
    const lines = name === 'gazette' ? readFileSync(redirects, 'utf8').trim().split('\n') : [];
    expect(lines.length).toBe(name === 'gazette' ? 7 : 0);
    for (const line of lines) {
      const [from, to] = line.split(' ');
      const { status, headers } = await ask(from!);
      expect([from, status, headers.get('location')]).toEqual([from, 301, to]);
      expect((await ask(to!)).status, to).toBe(200);
    }
    if (name !== 'gazette') return;
    const gone = await ask(`${base}2024-03-07/01/the-crate/`);
    expect(gone.status).toBe(410);
    expect(await gone.text()).toContain('Printed twice by mistake.');
    expect(gone.headers.get('x-content-type-options')).toBe('nosniff');
  });
});

function freePort(): Promise<number> {
  return new Promise((resolve) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const { port } = server.address() as AddressInfo;
      server.close(() => resolve(port));
    });
  });
}
