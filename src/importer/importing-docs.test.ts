import { readFileSync, readdirSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { findingCatalogue } from './page/findings.ts';

const root = new URL('../../', import.meta.url);
const documented = new Set(
  [...readFileSync(new URL('docs/importing.md', root), 'utf8').matchAll(/^### `([a-z-]+)`$/gm)].map(
    (match) => match[1]!,
  ),
);

describe('docs/importing.md', () => {
  test('has a heading for every finding of the importer', () => {
    const missing = Object.keys(findingCatalogue).filter(
      (id) => !documented.has(id.replace(/:.*/u, '')),
    );
    expect(missing).toEqual([]);
  });

  test('every finding says in Chinese what it is and what to do', () => {
    for (const kind of Object.values(findingCatalogue)) {
      // What the disk says has words for each of its codes: place/disk-problem.
      expect(kind.message).toMatch(/\p{Script=Han}|^\{message\}/u);
      expect(kind.action).toMatch(/\p{Script=Han}|^\{action\}$/u);
    }
  });

  test('every finding of the catalogue is reported somewhere', () => {
    const folder = new URL('src/importer/', root);
    const sources = readdirSync(folder, { recursive: true, encoding: 'utf8' })
      .filter((file) => /(?<!\.test|findings)\.ts$/.test(file))
      .map((file) => readFileSync(new URL(file, folder), 'utf8'));
    const unused = Object.keys(findingCatalogue).filter(
      (id) => !sources.some((source) => source.includes(`'${id}'`)),
    );
    expect(unused).toEqual([]);
  });
});
