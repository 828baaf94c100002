import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { chromium, type BrowserServer } from 'playwright-core';
import bundled, { inflate } from '@sparticuz/chromium';

const systemPlaces = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/usr/bin/google-chrome-stable',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
];

/** Flags that keep a test browser off the network and let it run as root in a container. */
const quiet = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

/**
 * Of the flags that the one from npm brings, for a cloud function (one process for all, no same-origin
 * policy, no site isolation), this one only: hinted glyphs would be whole pixels wide, and sheets are
 * measured. With the others tests would see a browser that no reader has.
 */
const ofBundled = ['--font-render-hinting=none'];

/**
 * Launches a headless Chromium for the whole run: EPAPER_CHROMIUM, the system's, or the one that
 * comes from npm with the libraries it needs (nss and the like), so that a bare machine needs no
 * install by hand.
 */
export async function launchServer(): Promise<BrowserServer> {
  const named = process.env['EPAPER_CHROMIUM'];
  const found =
    named === 'npm' ? undefined : (named ?? systemPlaces.find((path) => existsSync(path)));
  if (found !== undefined) return chromium.launchServer({ executablePath: found, args: quiet });
  const executablePath = await bundled.executablePath();
  return chromium.launchServer({
    executablePath,
    args: [...quiet, ...ofBundled],
    env: { ...definedEnv(), ...(await missingLibraries(executablePath)) },
  });
}

async function missingLibraries(executable: string): Promise<Record<string, string>> {
  if (process.platform !== 'linux') return {};
  const wanted = execFileSync('ldd', [executable], { encoding: 'utf8' });
  if (!wanted.includes('not found')) return {};
  const entry = createRequire(import.meta.url).resolve('@sparticuz/chromium');
  await inflate(join(dirname(entry), '..', 'bin', 'al2023.tar.br'));
  return { LD_LIBRARY_PATH: join(tmpdir(), 'al2023', 'lib') };
}

function definedEnv(): Record<string, string> {
  return Object.fromEntries(
    Object.entries(process.env).filter(
      (entry): entry is [string, string] => entry[1] !== undefined,
    ),
  );
}
