import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import subsetFont from 'subset-font';
import { readFileSync } from 'node:fs';
import { cutType, findHeadlineType } from './cut-type.ts';
import { packWoff2 } from './woff2.ts';

// The reference encoder and decoder (Google's, compiled), which subset-font brings along.
const { convert } = createRequire(createRequire(import.meta.url).resolve('subset-font'))(
  'fontverter',
) as { convert: (font: Buffer, format: 'sfnt' | 'woff2') => Promise<Buffer> };

const font = findHeadlineType('zh-Hans', process.cwd());
const cache = mkdtempSync(join(tmpdir(), 'epaper-type-'));
afterAll(() => {
  rmSync(cache, { recursive: true });
});

function tablesOf(sfnt: Buffer): Map<string, string> {
  return new Map(
    Array.from({ length: sfnt.readUInt16BE(4) }, (_, index) => {
      const at = 12 + index * 16;
      const start = sfnt.readUInt32BE(at + 8);
      const bytes = sfnt.subarray(start, start + sfnt.readUInt32BE(at + 12));
      return [sfnt.toString('latin1', at, at + 4), bytes.toString('base64')];
    }),
  );
}

describe('findHeadlineType', () => {
  test('a language without a Song type has none', () => {
    expect(findHeadlineType('en', process.cwd())).toBeUndefined();
  });
  test('nor has one whose package is not there', () => {
    expect(findHeadlineType('zh-Hans', tmpdir())).toBeUndefined();
  });
});

// `npm ci --omit=optional` leaves the type out, and then there is nothing to cut.
describe.runIf(font !== undefined)('with the type installed', () => {
  const text = '报纸“先锋”力量：一根水管，连着民生大事——ABC 123é';

  test('what is packed unpacks to the same outlines as by the reference encoder', async () => {
    const sfnt = await subsetFont(readFileSync(font!), text, { targetFormat: 'sfnt' });
    const ours = tablesOf(await convert(Buffer.from(await packWoff2(sfnt)), 'sfnt'));
    const theirs = tablesOf(await convert(await convert(sfnt, 'woff2'), 'sfnt'));
    expect([...ours.keys()].sort()).toEqual([...theirs.keys()].sort());
    for (const [tag, bytes] of theirs) {
      // head holds the checksum of the whole file, which depends on the order of its tables.
      if (tag !== 'head') expect(ours.get(tag), tag).toBe(bytes);
    }
  });

  test('a cut is small, repeatable, and kept', async () => {
    const first = await cutType(font!, text, cache);
    expect(Buffer.from(first).toString('latin1', 0, 4)).toBe('wOF2');
    expect(first.length).toBeLessThan(12_000);
    const kept = readdirSync(cache).length;
    expect(Buffer.from(await cutType(font!, text, cache)).equals(Buffer.from(first))).toBe(true);
    expect(readdirSync(cache)).toHaveLength(kept);
  });

  test('a cut holds the same whatever case it came from: the common one, one with a rare character, the whole font', async () => {
    const whole = await subsetFont(readFileSync(font!), '勠力同心', { targetFormat: 'sfnt' });
    const plain = await cutType(font!, '力同心', join(cache, 'common'));
    const rare = await cutType(font!, '勠力同心', join(cache, 'rare'));
    expect(Buffer.from(rare).equals(await packWoff2(whole))).toBe(true);
    const again = await cutType(font!, '力同心', join(cache, 'again'));
    expect(Buffer.from(again).equals(plain)).toBe(true);
  });

  test('bytes that are no font are refused', async () => {
    await expect(packWoff2(new Uint8Array(64))).rejects.toThrow(RangeError);
  });
});
