import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { cutType, findHeadlineType } from './cut-type.ts';
import { cutTypeAside } from './type-cutter.ts';

const root = join(import.meta.dirname, '../..');
let folder = '';
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'epaper-cutter-'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

// `npm ci --omit=optional` leaves the type out, and then there is nothing to cut.
describe.runIf(findHeadlineType('zh-Hans', root) !== undefined)('cutTypeAside', () => {
  it('gives the bytes that cutType gives', async () => {
    const font = findHeadlineType('zh-Hans', root)!;
    const aside = ['头版要闻', '今日看点'].map((text) =>
      cutTypeAside(root, font, text, join(folder, 'aside')),
    );
    const here = await cutType(font, '头版要闻', join(folder, 'here'));
    expect(Buffer.from((await aside[0])!).equals(here)).toBe(true);
    expect((await aside[1])!.length).toBeGreaterThan(500);
  });

  it('fails where the font cannot be read, and cuts on afterwards', async () => {
    await expect(cutTypeAside(root, join(folder, 'no.ttf'), '头', folder)).rejects.toThrow(
      /ENOENT/,
    );
    const font = findHeadlineType('zh-Hans', root)!;
    expect((await cutTypeAside(root, font, '头', folder)).length).toBeGreaterThan(300);
  });
});
