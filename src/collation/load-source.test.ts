import { createHash } from 'node:crypto';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { loadSourcePage, sourceDigest } from './load-source.ts';

const root = mkdtempSync(join(tmpdir(), 'epaper-source-'));
mkdirSync(join(root, 'sources/2024-03-07'), { recursive: true });
const write = (name: string, content: string | Uint8Array): void =>
  writeFileSync(join(root, 'sources/2024-03-07', name), content);
afterAll(() => {
  rmSync(root, { recursive: true });
});
const load = (name: string): ReturnType<typeof loadSourcePage> =>
  loadSourcePage(root, `sources/2024-03-07/${name}`);

test('lines whatever ends them, without a byte order mark', () => {
  write('01.md', '\ufeff一\r\n\r\n二\r三\n四');
  expect(load('01.md')?.lines).toEqual(['一', '', '二', '三', '四']);
  expect(load('01.md')?.isAsImported).toBeUndefined();
});

test('what is not there, or not UTF-8, cannot be compared', () => {
  write('02.md', Uint8Array.of(0xb1, 0xa8));
  expect(load('02.md')).toBeNull();
  expect(load('03.md')).toBeNull();
});

test('a paragraph on record is told from one that was edited', () => {
  const digest = createHash('sha256').update('入园之初').digest('base64url').slice(0, 8);
  write('04.md', '人园之初');
  write(
    '04.import.json',
    JSON.stringify({ version: 1, files: { 'a.mdx': { body: `x ${digest}` } } }),
  );
  expect(load('04.md')?.isAsImported?.('入园之初')).toBe(true);
  expect(load('04.md')?.isAsImported?.('入园之始')).toBe(false);
});

test('a damaged record is none', () => {
  write('05.md', '一');
  write('05.import.json', '{');
  expect(load('05.md')?.isAsImported).toBeUndefined();
});

test('a digest changes with the page and with its record, and with nothing else', () => {
  const digest = (): string => sourceDigest(root, 'sources/2024-03-07/06.md');
  expect(digest()).toBe('');
  write('06.md', '一');
  const first = digest();
  expect(digest()).toBe(first);
  write('06.import.json', '{}');
  const second = digest();
  expect(second).not.toBe(first);
  write('06.md', '二');
  expect(digest()).not.toBe(second);
});
