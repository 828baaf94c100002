import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { findPackedProgram, isWorthPacking, packProgram } from './packed-program.mjs';

describe('the packed importer', () => {
  let folder: string;
  beforeAll(async () => {
    // Below the project, where the packages that are not packed are found.
    const cache = fileURLToPath(new URL('../../.cache', import.meta.url));
    mkdirSync(cache, { recursive: true });
    folder = mkdtempSync(join(cache, 'packed-'));
    await packProgram(folder);
  }, 60_000);
  afterAll(() => {
    rmSync(folder, { recursive: true });
  });

  test('says what the sources say', () => {
    const packed = findPackedProgram(folder);
    expect(packed).toBeDefined();
    const page = fileURLToPath(
      new URL('../../tests/fixtures/pages/240-mistral-couplets.md', import.meta.url),
    );
    const run = (program: string): string => {
      const code = `const { runImport } = await import(${JSON.stringify(program)});
        process.exitCode = await runImport(process.argv.slice(1));`;
      const given = [page, '--date', '2024-01-01', '--dry-run', '--json', '--content', folder];
      return spawnSync(process.execPath, ['--input-type=module', '-e', code, '--', ...given], {
        encoding: 'utf8',
      }).stdout;
    };
    const report = run(packed!);
    expect(JSON.parse(report)).toHaveProperty('articles.0.order', 1);
    expect(report).toBe(run(new URL('import-command.ts', import.meta.url).href));
  }, 60_000);

  test('is not taken once a source has changed, nor without a record', () => {
    const record = join(folder, 'made-of.json');
    const made = JSON.parse(readFileSync(record, 'utf8')) as { stamps: Record<string, string> };
    expect(Object.keys(made.stamps)).toContain('src/importer/import-pages.ts');
    made.stamps['src/importer/import-pages.ts'] = '0 0';
    writeFileSync(record, JSON.stringify(made));
    expect(findPackedProgram(folder)).toBeUndefined();
    rmSync(record);
    expect(findPackedProgram(folder)).toBeUndefined();
  });
});

test.each([
  [['page.md', '--date', '2024-01-01'], 0, true],
  [['broken.md', '--yes'], 1, true],
  [['--help'], 0, false],
  [['-h'], 0, false],
  [['-yh'], 0, false],
  [['--dates', '2024-01-01'], 2, false],
])('%j, exit code %d: worth packing is %s', (args, exitCode, worth) => {
  expect(isWorthPacking(args, exitCode)).toBe(worth);
});
