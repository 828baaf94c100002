import { cpSync, mkdtempSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import sharp from 'sharp';
import { afterAll, describe, expect, test } from 'vitest';
import { loadPaper, type LoadedPaper } from './load-paper.ts';

const good = fileURLToPath(new URL('../../tests/fixtures/content-errors/good/', import.meta.url));
const folders: string[] = [];
afterAll(() => {
  for (const folder of folders) rmSync(folder, { recursive: true, force: true });
});

const scan = await sharp({ create: { width: 40, height: 60, channels: 3, background: '#eee' } })
  .jpeg()
  .toBuffer();
const zones = `scan: 01.jpg
size: [400, 600]
zones:
  - article: dukou
    boxes: [[10, 20, 180, 560]]
  - article: chuan
    boxes: [[200, 20, 190, 300], [200, 330, 190, 250]]
`;

/** The sound folder with these files beside the source of its first page. */
function load(
  files: Readonly<Record<string, string | Uint8Array>>,
  scanFile?: string,
): LoadedPaper {
  const folder = mkdtempSync(join(tmpdir(), 'epaper-zones-'));
  folders.push(folder);
  cpSync(good, folder, { recursive: true });
  for (const [name, contents] of Object.entries(files)) {
    writeFileSync(join(folder, 'sources/2024-05-06', name), contents);
  }
  return read(folder, scanFile);
}

function read(folder: string, scanFile?: string): LoadedPaper {
  return loadPaper(folder, {
    base: '/',
    engine: 'test',
    scanFile,
    kept: () => undefined,
    hasBodies: () => false,
  });
}

const told = (files: Readonly<Record<string, string | Uint8Array>>): string[] =>
  load(files).findings.map(
    ({ file, line, column, id, severity }) => `${file} ${line}:${column} ${id} ${severity}`,
  );
const own = 'sources/2024-05-06/01.zones.yaml';

test('a page has its scan, with its size and the places of its articles', () => {
  const { findings, facsimiles } = load({ '01.jpg': scan, '01.zones.yaml': zones });
  expect(findings).toEqual([]);
  expect(facsimiles).toMatchObject([
    {
      id: '2024-05-06/01',
      data: {
        size: [400, 600],
        zones: [{ article: 'dukou' }, { article: 'chuan' }],
        picture: { file: 'sources/2024-05-06/01.jpg', width: 40, height: 60 },
      },
    },
  ]);
});

test('a scan without zones, and what else lies beside a source, is nothing to tell of', () => {
  const { findings, facsimiles } = load({ '01.jpg': scan, 'notes.txt': 'x' });
  expect({ findings, facsimiles }).toEqual({ findings: [], facsimiles: [] });
});

describe('told at its line', () => {
  test.each<[string, string, string]>([
    [
      'an article that is not there',
      zones.replace('dukou', 'duku'),
      `${own} 4:14 zone-unknown review`,
    ],
    [
      'a box beyond the page',
      zones.replace('180, 560', '480, 560'),
      `${own} 5:13 zone-outside review`,
    ],
    ['another proportion', zones.replace('400, 600', '400, 500'), `${own} 2:7 zones-size review`],
    ['an article twice', zones.replace('chuan', 'dukou'), `${own} 6:14 field-value error`],
    ['a box of three numbers', zones.replace('180, 560', '180'), `${own} 5:13 field-value error`],
    ['a scan that is missing', zones.replace('01.jpg', '02.jpg'), `${own} 1:7 scan-missing error`],
    ['a scan elsewhere', zones.replace('01.jpg', '../../x.jpg'), `${own} 1:7 field-value error`],
    [
      'a scan on the web',
      zones.replace('01.jpg', 'http://x/1.jpg'),
      `${own} 1:7 field-value error`,
    ],
  ])('%s', (_what, text, report) => {
    expect(told({ '01.jpg': scan, '01.zones.yaml': text })).toContain(report);
  });

  test.each<[string, string | Uint8Array, string]>([
    ['a drawing with a program', '<svg onload="x()"/>', 'picture-format'],
    ['a page', '<html><script>x()</script>', 'picture-format'],
    ['half a scan', scan.subarray(0, 200), 'picture-bytes'],
    ['nothing', '', 'picture-bytes'],
  ])('%s in the place of a scan', (_what, bytes, id) => {
    const { findings, facsimiles } = load({ '01.jpg': bytes, '01.zones.yaml': zones });
    expect(findings).toMatchObject([{ file: own, line: 1, column: 7, id, severity: 'error' }]);
    expect(facsimiles).toEqual([]);
  });

  test('zones of no page', () => {
    expect(told({ 'first.zones.yaml': zones })).toEqual([
      'sources/2024-05-06/first.zones.yaml 1:1 file-name error',
    ]);
  });
});

test('a scan is read again when it may have changed, and not otherwise', () => {
  const folder = mkdtempSync(join(tmpdir(), 'epaper-zones-'));
  folders.push(folder);
  cpSync(good, folder, { recursive: true });
  const file = join(folder, 'sources/2024-05-06/01.jpg');
  const kept = join(folder, '.kept/scans.json');
  writeFileSync(join(folder, 'sources/2024-05-06/01.zones.yaml'), zones);
  writeFileSync(file, scan);
  const digest = (): unknown =>
    (read(folder, kept).facsimiles[0]!.data['picture'] as never)['digest'];
  const first = digest();
  expect(digest()).toBe(first);
  writeFileSync(file, Buffer.concat([scan, Buffer.from([0xff, 0xd9])]));
  utimesSync(file, 1, 1);
  expect(digest()).not.toBe(first);
});
