import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { Delivery } from './delivery.ts';

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'epaper-delivery-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const page = (text: string): Uint8Array<ArrayBuffer> => new TextEncoder().encode(text);

describe('Delivery', () => {
  it('lays files into folders that it makes, and says how they stand', async () => {
    const delivery = new Delivery(join(folder, 'dist'));
    await delivery.write('index.html', page('头版'));
    await delivery.write('2022-12-19/01/one/index.html', page('一'));
    await delivery.write('2022-12-19/01/two/index.html', page('二二'));
    const files = await delivery.end();
    expect([...files.keys()]).toEqual([
      'index.html',
      '2022-12-19/01/one/index.html',
      '2022-12-19/01/two/index.html',
    ]);
    for (const [path, { size, mtimeMs }] of files) {
      const found = statSync(join(folder, 'dist', path));
      expect([size, mtimeMs]).toEqual([found.size, found.mtimeMs]);
    }
    expect(readFileSync(join(folder, 'dist/2022-12-19/01/two/index.html'), 'utf8')).toBe('二二');
  });

  it('holds many megabytes back until they are written', async () => {
    const delivery = new Delivery(folder);
    const count = 30;
    for (let index = 0; index < count; index += 1) {
      await delivery.write(`${index}.bin`, new Uint8Array(4 * 2 ** 20).fill(index));
    }
    expect((await delivery.end()).size).toBe(count);
    expect(readFileSync(join(folder, '29.bin')).every((byte) => byte === 29)).toBe(true);
  });

  it('fails with what writing failed with', async () => {
    writeFileSync(join(folder, 'taken'), 'a file where a folder is wanted');
    const delivery = new Delivery(folder);
    await delivery.write('taken/page/index.html', page('页'));
    await expect(delivery.end()).rejects.toThrow(/ENOTDIR/);
    await expect(delivery.write('later.html', page('页'))).rejects.toThrow(/ENOTDIR/);
  });
});
