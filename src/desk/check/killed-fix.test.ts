import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, expect, test } from 'vitest';
import { scanFolder } from '../../collections/list-content-files.ts';
import { fixFiles } from './fix-files.ts';
import { writeAddresses } from './record-addresses.ts';

const here = (file: string): string => fileURLToPath(new URL(file, import.meta.url));
const folder = mkdtempSync(join(tmpdir(), 'epaper-killed-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** As text it runs in a process of its own, so it knows nothing but what it is given. */
function mend(root: string, fix: typeof fixFiles, write: typeof writeAddresses): void {
  const finding = { id: 'x', severity: 'error', line: 1, column: 1, excerpt: '' } as const;
  const words = { message: '', action: '', english: { message: '', action: '' } };
  fix(root, [{ ...finding, ...words, file: 'a.mdx', fix: { start: 0, end: 3, text: 'new' } }]);
  const ledger = [{ address: '/2024-05-06/', line: 1, path: 'addresses/2024.txt' }];
  const entries = ['/2024-05-06/', '/2024-05-07/', '/about/'].map((address) => ({ address }));
  write(root, ledger, entries, []);
}

/** Writes what `check --fix` writes, and is killed before the n-th operation that changes the disk. */
const script = `
import fs from 'node:fs';
import { syncBuiltinESMExports } from 'node:module';
const [root, last] = process.argv.slice(1);
let done = 0;
for (const name of ['openSync', 'writeSync', 'fsyncSync', 'renameSync', 'linkSync', 'rmSync', 'mkdirSync']) {
  const real = fs[name];
  fs[name] = (...given) => {
    done += 1;
    if (done === Number(last)) process.kill(process.pid, 'SIGKILL');
    return real(...given);
  };
}
syncBuiltinESMExports();
const { fixFiles } = await import(${JSON.stringify(here('fix-files.ts'))});
const { writeAddresses } = await import(${JSON.stringify(here('record-addresses.ts'))});
done = 0;
(${mend.toString()})(root, fixFiles, writeAddresses);
process.stdout.write(String(done));
`;

function run(last: number): { readonly died: boolean; readonly done: number } {
  const { signal, stdout, stderr } = spawnSync(
    process.execPath,
    ['--input-type=module', '-e', script, folder, String(last)],
    { encoding: 'utf8' },
  );
  expect(stderr).toBe('');
  return { died: signal === 'SIGKILL', done: Number(stdout) };
}

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
  const { done } = run(0);
  expect(done).toBeGreaterThanOrEqual(10);
  for (let last = 1; last <= done; last += 1) {
    reset();
    expect(run(last).died, `operation ${last}`).toBe(true);
    const names = scanFolder(folder).files.map(({ path }) => path);
    for (const [file, before, after] of states) {
      const text = names.includes(file) ? readFileSync(join(folder, file), 'utf8') : undefined;
      if (text !== before) expect(text, `${file} after operation ${last}`).toMatch(after);
    }
    // What was left behind is no file of the paper, and the next attempt does all.
    expect(names.filter((name) => !states.some(([file]) => file === name))).toEqual([]);
    mend(folder, fixFiles, writeAddresses);
    for (const [file, , after] of states) {
      expect(readFileSync(join(folder, file), 'utf8'), `${file} after ${last}`).toMatch(after);
    }
  }
  expect(readdirSync(folder).length).toBeGreaterThan(1);
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
