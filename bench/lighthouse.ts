/**
 * `node bench/lighthouse.ts [DIST]`: Lighthouse's four categories on the front, a page, an article
 * and a columnist, in the mobile profile, on the built site as a host sends it (compressed).
 *
 * Lighthouse brings 85 packages and 176 MB, so it is not among the project's own; put it in for the run:
 *
 *     npm install --no-save lighthouse@13.5.0
 *
 * Performance depends on what else the machine does: the best of three runs counts, and the load is
 * printed beside it.
 */
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { extname, join, resolve } from 'node:path';
import { loadavg } from 'node:os';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';
import { chromium } from 'playwright-core';
import { addressesOf, fileOf } from '../tests/e2e/site-files.ts';

interface Report {
  readonly lhr: {
    readonly categories: Readonly<Record<string, { readonly score: number | null }>>;
  };
}
type Lighthouse = (
  url: string,
  flags: Readonly<Record<string, unknown>>,
) => Promise<Report | undefined>;

const root = fileURLToPath(new URL('..', import.meta.url));
const categories = ['performance', 'accessibility', 'best-practices', 'seo'];
const port = 9_357;

async function loadLighthouse(): Promise<Lighthouse> {
  const name = 'lighthouse';
  try {
    return ((await import(name)) as { default: Lighthouse }).default;
  } catch {
    console.error('lighthouse is not installed: npm install --no-save lighthouse@13.5.0');
    process.exit(2);
  }
}

const types: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.woff2': 'font/woff2',
  '.webmanifest': 'application/manifest+json',
};

/** As a plain host with compression: files with a digest in their name may be kept for ever. */
function serve(directory: string): Promise<{ origin: string; close: () => void }> {
  const server = createServer((request, response) => {
    const path = decodeURIComponent(new URL(request.url ?? '/', 'http://localhost').pathname);
    const file = fileOf(directory, path);
    if (path.includes('..') || !existsSync(file)) {
      response.writeHead(404).end();
      return;
    }
    const type = types[extname(file)] ?? 'application/octet-stream';
    const bytes = readFileSync(file);
    const isText = /^text|json|svg/.test(type);
    response.setHeader('content-type', type);
    if (/\/(?:_astro|type)\//.test(path)) {
      response.setHeader('cache-control', 'public, max-age=31536000, immutable');
    }
    if (isText) response.setHeader('content-encoding', 'gzip');
    response.end(isText ? gzipSync(bytes) : bytes);
  });
  return new Promise((done) => {
    server.listen(0, '127.0.0.1', () => {
      const { port: own } = server.address() as AddressInfo;
      done({ origin: `http://127.0.0.1:${own}`, close: () => server.close() });
    });
  });
}

if (process.argv.includes('--help')) {
  console.log('node bench/lighthouse.ts [DIST]   (npm install --no-save lighthouse@13.5.0 first)');
  process.exit(0);
}
const directory = resolve(process.argv[2] ?? join(root, 'dist'));
const addresses = addressesOf(directory);
const wanted = [
  /^\/$/,
  /^\/\d{4}-\d\d-\d\d\/\d\d\/$/,
  /^\/\d{4}-\d\d-\d\d\/\d\d\/r.+\/$/,
  /^\/columnists\/[a-z]+\/$/,
].map((shape) => addresses.find((address) => shape.test(address))!);

const lighthouse = await loadLighthouse();
const site = await serve(directory);
const browser = await chromium.launch({
  executablePath: process.env['EPAPER_CHROMIUM'] ?? '/usr/bin/chromium',
  args: [
    '--no-sandbox',
    `--remote-debugging-port=${port}`,
    '--disable-background-networking',
    '--disable-component-update',
    '--disable-gpu',
    '--disable-quic',
    '--disable-sync',
    '--no-first-run',
  ],
});
const results: Record<string, Record<string, number>> = {};
for (const address of wanted) {
  const best: Record<string, number> = {};
  for (let run = 0; run < 3 && categories.some((name) => best[name] !== 100); run += 1) {
    const report = await lighthouse(site.origin + address, {
      port,
      output: 'json',
      logLevel: 'error',
      formFactor: 'mobile',
      onlyCategories: categories,
    });
    for (const name of categories) {
      const score = Math.round((report?.lhr.categories[name]?.score ?? 0) * 100);
      best[name] = Math.max(best[name] ?? 0, score);
    }
  }
  results[address] = best;
  console.log(
    `${address}\n  ${categories.map((name) => `${name} ${best[name]}`).join(', ')}, load ${loadavg()[0]!.toFixed(1)}`,
  );
}
await browser.close();
site.close();
mkdirSync(join(root, 'bench', 'results'), { recursive: true });
writeFileSync(join(root, 'bench', 'results', 'lighthouse.json'), JSON.stringify(results, null, 2));
const low = Object.values(results)
  .flatMap((scores) => Object.values(scores))
  .filter((score) => score < 100);
process.exitCode = low.length === 0 ? 0 : 1;
