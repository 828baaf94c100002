import { seededRandom } from '../seeded-random.ts';
import { createHash } from 'node:crypto';
import {
  cpSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  readdirSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import sharp from 'sharp';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { EditedPaper, fieldsOf, schemasOf } from './random-edits.ts';
import { buildSite, runBuild } from './run-build.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));
const gazette = join(root, 'tests/fixtures/harbour-gazette');
/** EPAPER_EDITS=250 for a long run, EPAPER_ROUND=63 edits before each build (4 CPU s); EPAPER_SEED repeats one. */
const edits = Number(process.env['EPAPER_EDITS'] ?? 30);
const seed = Number(process.env['EPAPER_SEED'] ?? Math.floor(Math.random() * 1e9));
const editsARound = Number(process.env['EPAPER_ROUND'] ?? 10);

const scratch = mkdtempSync(join(tmpdir(), 'epaper-incremental-'));
afterAll(() => rmSync(scratch, { recursive: true, force: true }));

/** Path of each file below the folder, with a digest of its bytes. */
function digestsBelow(folder: string): Record<string, string> {
  return Object.fromEntries(
    readdirSync(folder, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => join(entry.parentPath, entry.name))
      .sort()
      .map((file) => [
        relative(folder, file),
        createHash('sha1').update(readFileSync(file)).digest('hex'),
      ]),
  );
}

function timesBelow(folder: string): Map<string, number> {
  return new Map(
    Object.keys(digestsBelow(folder)).map((path) => [path, statSync(join(folder, path)).mtimeMs]),
  );
}

const content = join(scratch, 'content');
const standing = join(scratch, 'standing');
const build = (env: Record<string, string> = {}): ReturnType<typeof runBuild> =>
  runBuild(standing, { EPAPER_CONTENT: content, ...env });

/** Of another path, so that nothing that was kept can be found again. */
async function cleanBuild(): Promise<Record<string, string>> {
  const copy = join(scratch, 'copy');
  const clean = join(scratch, 'clean');
  for (const folder of [copy, clean]) rmSync(folder, { recursive: true, force: true });
  cpSync(content, copy, { recursive: true });
  mkdirSync(clean);
  await buildSite(clean, { EPAPER_CONTENT: copy });
  return digestsBelow(clean);
}

let paper: EditedPaper;
beforeAll(async () => {
  cpSync(gazette, content, { recursive: true });
  const pictures = ['#123c5a', '#b0231a'].map((background, at) =>
    sharp({ create: { width: 640, height: 360 + 60 * at, channels: 3, background } })
      .png()
      .toBuffer(),
  );
  paper = new EditedPaper(content, seededRandom(seed), await Promise.all(pictures));
  await buildSite(standing, { EPAPER_CONTENT: content });
});

test.each(Object.entries(schemasOf))('the edits know every field of %s', (kind, schema) => {
  expect(Object.keys(fieldsOf[kind]!).sort()).toEqual(Object.keys(schema.shape).sort());
});

test('what nobody changed keeps its time; a strange file goes, a damaged one is made again', async () => {
  const before = timesBelow(standing);
  writeFileSync(join(standing, '2024-03-07/old.html'), 'of another site');
  const front = join(standing, '2024-03-07/index.html');
  const page = readFileSync(front, 'utf8');
  writeFileSync(front, page.slice(0, 100));
  const { code, said } = await build();
  expect(code).toBe(0);
  expect(said).toContain('2024-03-07/old.html');
  expect(readFileSync(front, 'utf8')).toBe(page);
  const after = timesBelow(standing);
  const path = '2024-03-07/index.html';
  expect(after.get(path)).not.toBe(before.get(path));
  before.delete(path);
  after.delete(path);
  expect(after).toEqual(before);
});

test('files of the cache that were torn are made again', async () => {
  const before = digestsBelow(standing);
  const cache = join(root, '.cache/astro', cacheName(content));
  const files = readdirSync(cache, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && /^(?:articles|\d{4}-.*)\.json$/.test(entry.name))
    .map((entry) => join(entry.parentPath, entry.name));
  expect(files.length).toBeGreaterThan(2);
  for (const file of files) {
    const bytes = readFileSync(file);
    // Of the right length, as after a power cut: the end is zeros.
    writeFileSync(file, bytes.fill(0, Math.floor(bytes.length / 2)));
  }
  rmSync(join(standing, '2024-02-29'), { recursive: true });
  expect(await build()).toMatchObject({ code: 0 });
  expect(digestsBelow(standing)).toEqual(before);
});

/** As astro.config.mjs names the cache of a content folder. */
function cacheName(folder: string): string {
  return createHash('sha256').update(folder).digest('hex').slice(0, 12);
}

test(`after ${edits} edits nothing stale is kept, and the bytes are those of a clean build (seed ${seed})`, async () => {
  const history: string[] = [];
  for (let done = 0; done < edits; done += editsARound) {
    // The last round edits what is on every page.
    const wide = done + editsARound >= edits;
    const round = Array.from({ length: editsARound }, () => paper.editOnce(wide));
    history.push(...round);
    const { code, said } = await build({ EPAPER_PRESS: 'proof' });
    expect(code, `${history.join('\n')}\n${said}`).toBe(0);
  }
  expect(digestsBelow(standing), history.join('\n')).toEqual(await cleanBuild());
}, 3_600_000);
