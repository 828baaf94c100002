import { mkdirSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { basename, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, expect, inject, test } from 'vitest';
import { runAstro } from './run-build.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));
const output = join(root, 'tests/.output');
const plain = join(output, 'plain');
// Where astro.config.mjs lies: it takes the project from its own place.
const config = join(root, 'astro.plain.config.mjs');
afterAll(() => rmSync(config, { force: true }));

const filesBelow = (folder: string): Map<string, string> =>
  new Map(
    readdirSync(folder, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => join(entry.parentPath, entry.name))
      .sort()
      .map((file) => [relative(folder, file), readFileSync(file).toString('latin1')]),
  );

test('without its one line of astro.config.mjs, incremental printing is gone and the bytes are the same', async () => {
  const text = readFileSync(join(root, 'astro.config.mjs'), 'utf8');
  const without = text.replace(/^ *incrementalPrinting\(content\),\n/m, '');
  expect(without.split('\n')).toHaveLength(text.split('\n').length - 1);
  writeFileSync(config, without);
  mkdirSync(plain, { recursive: true });
  const { code, said } = await runAstro('build', '--outDir', plain, '--config', basename(config));
  expect(code, said).toBe(0);
  expect(said).not.toContain('newspaper:press');
  const ours = filesBelow(inject('papers').sample.directory);
  const theirs = filesBelow(plain);
  expect([...ours.keys()]).toEqual([...theirs.keys()]);
  expect(
    [...ours].filter(([path, bytes]) => theirs.get(path) !== bytes).map(([path]) => path),
  ).toEqual([]);
});
