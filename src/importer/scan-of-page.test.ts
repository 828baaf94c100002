import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import sharp from 'sharp';
import { afterAll, expect, it } from 'vitest';
import { loadPaper } from '../collections/load-paper.ts';
import { parseIssueDate } from '../newspaper/issue-date.ts';
import { ContentImporter } from './content-importer.ts';
import { loadKnownPaper } from './place/load-known-paper.ts';
import { nodeDisk } from './place/node-disk.ts';
import { openContent } from './place/open-content.ts';

const scratch = mkdtempSync(join(tmpdir(), 'scan-of-page-'));
afterAll(() => rmSync(scratch, { recursive: true, force: true }));
const date = parseIssueDate('2030-05-01');
const alto = readFileSync(
  new URL('../../tests/fixtures/pages/079-alto-two-columns.xml', import.meta.url),
  'utf8',
);
const scan = await sharp({ create: { width: 360, height: 520, channels: 3, background: '#eee' } })
  .jpeg()
  .toBuffer();

async function importFrom(folder: string, root: string): Promise<void> {
  const content = openContent(nodeDisk, root, { isAlive: () => false, beganAt: () => null });
  if (!('root' in content)) throw new Error('locked');
  const { paper } = loadKnownPaper(nodeDisk, content.root, [date]);
  const path = join(folder, 'p1.xml');
  await new ContentImporter(nodeDisk, content.root, content, paper).importFile({
    path,
    file: 'p1.xml',
    bytes: readFileSync(path),
    date,
    page: 1,
    pageGiven: false,
  });
  content.close();
}

it('keeps the scan of a page and its zones; zones that a person has changed stay', async () => {
  const folder = mkdtempSync(join(scratch, 'in-'));
  const root = mkdtempSync(join(scratch, 'content-'));
  writeFileSync(join(folder, 'p1.xml'), alto);
  writeFileSync(join(folder, 'p1.jpg'), scan);
  await importFrom(folder, root);
  const file = join(root, 'sources/2030-05-01/01.zones.yaml');
  const written = readFileSync(file, 'utf8');
  expect(readFileSync(join(root, 'sources/2030-05-01/01.jpg')).equals(scan)).toBe(true);
  const load = () =>
    loadPaper(root, { base: '/', engine: 'x', kept: () => undefined, hasBodies: () => false });
  const { facsimiles, findings } = load();
  expect(findings.filter(({ file: path }) => path.startsWith('sources/'))).toEqual([]);
  expect(facsimiles).toMatchObject([{ id: '2030-05-01/01', data: { size: [3600, 5200] } }]);

  // Nobody has touched it: it follows the scan, which is away now.
  rmSync(join(folder, 'p1.jpg'));
  await importFrom(folder, root);
  expect(readFileSync(file, 'utf8')).not.toContain('scan:');

  const changed = written.replace('[150, 150,', '[140, 150,');
  writeFileSync(file, changed);
  await importFrom(folder, root);
  expect(readFileSync(file, 'utf8')).toBe(changed);
});

it('a picture that is none, and a file that is no layout, are passed over', async () => {
  const folder = mkdtempSync(join(scratch, 'in-'));
  const root = mkdtempSync(join(scratch, 'content-'));
  writeFileSync(join(folder, 'p1.xml'), alto);
  writeFileSync(join(folder, 'p1.jpg'), '<svg onload="x()"/>');
  writeFileSync(join(folder, 'p1.json'), '[[[[');
  await importFrom(folder, root);
  const zones = readFileSync(join(root, 'sources/2030-05-01/01.zones.yaml'), 'utf8');
  expect(zones).not.toContain('scan:');
  expect(() => readFileSync(join(root, 'sources/2030-05-01/01.jpg'))).toThrow('ENOENT');
});
