import { seededRandom } from '../../tests/seeded-random.ts';
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  readdirSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, expect, test } from 'vitest';
import { loadPaper } from './load-paper.ts';

/** EPAPER_DAMAGE=100000 for a long run; EPAPER_SEED repeats one, or begins elsewhere. */
const rounds = Number(process.env['EPAPER_DAMAGE'] ?? 150);
const seed = Number(process.env['EPAPER_SEED'] ?? 1);

const good = fileURLToPath(new URL('../../tests/fixtures/content-errors/good', import.meta.url));
const folder = mkdtempSync(join(tmpdir(), 'epaper-damaged-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** What stands in files that people, merges and tools have damaged. */
const shards = [
  ...[
    '---',
    '---\n',
    ':',
    '- ',
    '"',
    "'",
    '|',
    '>',
    '&a ',
    '*a',
    '!!js ',
    '<<: ',
    '{',
    '}',
    '[',
    ']',
  ],
  ...[
    '<',
    '>',
    '<Photo',
    '/>',
    '{1}',
    '`',
    '```\n',
    '#',
    '![',
    '](',
    'javascript:',
    '\\',
    '　',
    '\t',
  ],
  ...['\0', '\u202e', '\u200b', '\ud800', '\ufeff', '\r', '\u2028', '\u{e0041}', '\u3164'],
  ...[
    '<<<<<<< HEAD\n',
    '=======\n',
    '>>>>>>> theirs\n',
    ' -> ',
    ' gone ',
    '../',
    '//',
    '/2024-05-06/',
  ],
  ...[
    'null',
    '~',
    '.inf',
    '0x10',
    '1e9',
    '2024-02-30',
    '９',
    '：',
    '-1',
    '__proto__: ',
    'constructor: ',
  ],
];

/** One to four damages to a text, as a slip of the hand or of a merge makes them. */
function damage(text: string, random: () => number): string {
  let damaged = text;
  for (let left = 1 + Math.floor(random() * 4); left > 0; left -= 1) {
    const at = Math.floor(random() * (damaged.length + 1));
    const length = Math.floor(random() ** 3 * 60);
    const shard = shards[Math.floor(random() * shards.length)]!;
    const lines = damaged.split('\n');
    const line = Math.floor(random() * lines.length);
    const kinds: readonly (() => string)[] = [
      () => damaged.slice(0, at) + shard + damaged.slice(at),
      () => damaged.slice(0, at) + damaged.slice(at + length),
      () => damaged.slice(0, at) + shard.repeat(1 + length) + damaged.slice(at),
      () => lines.toSpliced(line, 1).join('\n'),
      () => lines.toSpliced(line, 0, lines[line]!).join('\n'),
      () => lines.toSpliced(line, 1, ` ${lines[line]!}`).join('\n'),
      () => damaged.slice(0, at),
      () => damaged.replaceAll('\n', '\r\n'),
    ];
    damaged = kinds[Math.floor(random() * kinds.length)]!();
  }
  return damaged;
}

test(`content damaged ${rounds} times is told, in its file and in its lines (from seed ${seed})`, () => {
  cpSync(good, folder, { recursive: true });
  mkdirSync(join(folder, 'addresses'));
  writeFileSync(
    join(folder, 'addresses/2024.txt'),
    '/2024-05-06/01/chuan/ ~0a1b2c\n/2024-05-06/01/jiu/ -> /2024-05-06/01/dukou/#p1\n/2024-05-06/01/mei/ gone 误登\n',
  );
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((path) => /\.(?:mdx|yaml|txt)$/.test(path))
    .sort();
  expect(files.length).toBeGreaterThan(8);
  let refused = 0;
  for (let round = 0; round < rounds; round += 1) {
    const random = seededRandom(seed * 1_000_003 + round);
    const path = files[Math.floor(random() * files.length)]!;
    const sound = readFileSync(join(folder, path), 'utf8');
    writeFileSync(join(folder, path), damage(sound, random));
    const from = performance.now();
    const { findings } = loadPaper(folder, {
      base: '/',
      engine: 'test',
      kept: () => undefined,
      hasBodies: () => false,
    });
    expect(performance.now() - from, `round ${round} of ${path}`).toBeLessThan(5000);
    for (const { file, line, column, message, action } of findings) {
      // A file of the ledger may be yet to be written.
      const told = existsSync(join(folder, file)) ? readFileSync(join(folder, file), 'utf8') : '';
      // Behind the last line is where a body should begin that is not there.
      const lines = told.split(/\r\n|\r|\n/);
      expect(line, `round ${round}: ${file}`).toBeLessThanOrEqual(lines.length + 1);
      expect(Math.min(line, column), `round ${round}: ${file}`).toBeGreaterThan(0);
      expect(message, `round ${round}: ${file}`).not.toMatch(/undefined|\[object|NaN/);
      expect(action, `round ${round}: ${file}`).not.toBe('');
    }
    refused += findings.some(({ severity }) => severity === 'error') ? 1 : 0;
    writeFileSync(join(folder, path), sound);
  }
  // Most damages are mistakes; a blank more or a word less is none.
  expect(refused).toBeGreaterThan(rounds * 0.4);
  expect(refused).toBeLessThan(rounds);
}, 3_600_000);
