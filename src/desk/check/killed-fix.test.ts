import { mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, expect, test } from 'vitest';
import {
  killableProcess,
  killBeforeEach,
  type KillableProcess,
} from '../../../tests/killable-process.ts';
import { scanFolder } from '../../collections/list-content-files.ts';
import { fixFiles } from './fix-files.ts';
import { writeAddresses } from './record-addresses.ts';

const here = (file: string): string => fileURLToPath(new URL(file, import.meta.url));
const folder = mkdtempSync(join(tmpdir(), 'epaper-killed-'));

const writers = { fixFiles, writeAddresses };

/** Writes what `check --fix` writes. */
function mend(root: string, { fixFiles: fix, writeAddresses: write }: typeof writers): void {
  const finding = { id: 'x', severity: 'error', line: 1, column: 1, excerpt: '' } as const;
  const words = { message: '', action: '', english: { message: '', action: '' } };
  fix(root, [{ ...finding, ...words, file: 'a.mdx', fix: { start: 0, end: 3, text: 'new' } }]);
  const ledger = [{ address: '/2024-05-06/', line: 1, path: 'addresses/2024.txt' }];
  const entries = ['/2024-05-06/', '/2024-05-07/', '/about/'].map((address) => ({ address }));
  write(root, ledger, entries, []);
}

let killable: KillableProcess;
beforeAll(async () => {
  killable = await killableProcess([here('fix-files.ts'), here('record-addresses.ts')], mend);
});
afterAll(() => {
  killable.remove();
  rmSync(folder, { recursive: true, force: true });
});

test('killed before every operation: each file is the old one or the new one, and nothing is in the way', () => {
  const states: readonly (readonly [file: string, before: string | undefined, after: RegExp])[] = [
    ['a.mdx', 'old text', /^new text$/],
    ['addresses/2024.txt', '/2024-05-06/\n', /\n\/2024-05-06\/\n\/2024-05-07\/\n$/],
    ['addresses/paper.txt', undefined, /\n\/about\/\n$/],
  ];
  const reset = (): void => {
    rmSync(folder, { recursive: true, force: true });
    mkdirSync(join(folder, 'addresses'), { recursive: true });
    for (const [file, before] of states)
      if (before !== undefined) writeFileSync(join(folder, file), before);
  };
  reset();
  const { stderr, ended: [done] = [0] } = killable.run(folder, 0);
  expect(stderr).toBe('');
  expect(done).toBeGreaterThanOrEqual(10);
  const torn = killBeforeEach(killable, folder, done, reset, (last) => {
    const names = scanFolder(folder).files.map(({ path }) => path);
    for (const [file, before, after] of states) {
      const text = names.includes(file) ? readFileSync(join(folder, file), 'utf8') : undefined;
      if (text !== before) expect(text, `${file} after operation ${last}`).toMatch(after);
    }
    // What was left behind is no file of the paper, and the next attempt does all.
    expect(names.filter((name) => !states.some(([file]) => file === name))).toEqual([]);
    mend(folder, writers);
    for (const [file, , after] of states) {
      expect(readFileSync(join(folder, file), 'utf8'), `${file} after ${last}`).toMatch(after);
    }
  });
  expect(readdirSync(folder).length).toBeGreaterThan(1);
  // A file that is being written is there before three operations: write, fsync, rename.
  expect(torn).toBeGreaterThanOrEqual(9);
}, 60_000);

// What holds for these writes holds for the desk's: each of its actions is one of them.
test('the desk and the commands change files by put-file.ts alone', () => {
  const desk = here('..');
  const changing =
    /\b(?:write|append|rename|copy|cp|truncate|open|link|symlink|ftruncate|createWriteStream)\w*(?:Sync)?\b/;
  const found = readdirSync(desk, { recursive: true, encoding: 'utf8' })
    .filter((path) => path.endsWith('.ts') && !path.endsWith('.test.ts') && path !== 'put-file.ts')
    .flatMap((path) =>
      [
        ...readFileSync(join(desk, path), 'utf8').matchAll(
          /import \{([^}]*)\} from 'node:fs(?:\/promises)?'/g,
        ),
      ]
        .flatMap(([, names]) => names!.split(','))
        .filter((name) => changing.test(name))
        .map((name) => `${path}: ${name.trim()}`),
    );
  // The site's own folders: a build writes no file of content/.
  expect(found.filter((one) => !one.startsWith('site/') && !one.startsWith('cms/'))).toEqual([]);
});
