import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { filesMovedWith, redirectLines } from './lay-redirects.ts';

const site = mkdtempSync(join(tmpdir(), 'epaper-moved-'));
afterAll(() => rmSync(site, { recursive: true }));
for (const file of [
  '2024-03-14/01/the-lamp/index.html',
  '2024-03-14/01/the-lamp.md',
  '2024-03-14/01/the-lamp.json',
  '2024-03-14/01/index.html',
  '2024-03-14/index.html',
  '2024-03-14/edition.epub',
  '2024-03-14/booklet/index.html',
  'columns/quay/index.html',
  'columns/quay/2/index.html',
  'columns/quay/feed.xml',
  'columns/shore/index.html',
  'columns/shore/feed.xml',
  'about/index.html',
]) {
  mkdirSync(dirname(join(site, file)), { recursive: true });
  writeFileSync(join(site, file), file);
}

test.each([
  ['an article', '/2024-03-07/02/lamp/', '/2024-03-14/01/the-lamp/', ['.md', '.json']],
  ['an edition', '/2024-03-13/', '/2024-03-14/', ['booklet/', 'edition.epub']],
  ['a column', '/columns/pier/', '/columns/quay/', ['2/', 'feed.xml']],
  ['a column that has a feed left', '/columns/shore/', '/columns/quay/', ['2/']],
  ['an article that is a paragraph now', '/2024-03-07/02/lamp/', '/2024-03-14/01/the-lamp/#p2', []],
  ['an article that became a page of text', '/2024-03-07/02/lamp/', '/about/', []],
  ['a page of the paper', '/2024-03-14/02/', '/2024-03-14/01/', []],
  ['a page of text', '/contact/', '/about/', []],
])('%s takes along what is given away with it', (_, address, target, taken) => {
  expect(filesMovedWith(site, { address, target }).map((move) => move.address)).toEqual(
    taken.map((end) => (end.startsWith('.') ? address.replace(/\/$/, end) : address + end)),
  );
});

test('a line for a host stands under the base path', () => {
  expect(
    redirectLines(
      [{ address: '/columns/pier/feed.xml', target: '/columns/quay/feed.xml' }],
      '/paper/',
    ),
  ).toEqual(['/paper/columns/pier/feed.xml /paper/columns/quay/feed.xml 301']);
});
