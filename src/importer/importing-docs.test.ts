import { readFileSync, readdirSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { findingCatalogue } from './page/findings.ts';

const root = new URL('../../', import.meta.url);
const documented = new Set(
  [...readFileSync(new URL('docs/importing.md', root), 'utf8').matchAll(/^### `([a-z-]+)`$/gm)].map(
    (match) => match[1]!,
  ),
);

/** Ids that the sources of a folder report, as they stand before a severity or after a reporter's bracket. */
function reportedIn(folder: string): string[] {
  const files = readdirSync(new URL(folder, root)).filter(
    (file) => file.endsWith('.ts') && !file.endsWith('.test.ts'),
  );
  return files.flatMap((file) => {
    const source = readFileSync(new URL(folder + file, root), 'utf8');
    return [
      ...source.matchAll(/\bid: '([a-z]+(?:-[a-z]+)*)',\s*severity/g),
      ...source.matchAll(/\breport\(\s*'([a-z]+(?:-[a-z]+)+)'/g),
      ...source.matchAll(/\bpathFinding\(\s*'([a-z]+(?:-[a-z]+)+)'/g),
    ].map((match) => match[1]!);
  });
}

describe('docs/importing.md', () => {
  test('has a heading for every finding of the importer', () => {
    const missing = Object.keys(findingCatalogue).filter(
      (id) => !documented.has(id.replace(/:.*/u, '')),
    );
    expect(missing).toEqual([]);
  });

  test.each([
    'src/importer/segment/',
    'src/importer/repair/repairs/',
    'src/importer/repair/',
    'src/importer/merge/',
    'src/importer/place/',
    'src/importer/review/',
  ])('has a heading for what %s reports', (folder) => {
    const missing = [...new Set(reportedIn(folder))].filter((id) => !documented.has(id));
    expect(missing).toEqual([]);
  });

  test('every finding says in Chinese what it is and what to do', () => {
    for (const kind of Object.values(findingCatalogue)) {
      expect(kind.message).toMatch(/\p{Script=Han}/u);
      expect(kind.action).toMatch(/\p{Script=Han}/u);
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
