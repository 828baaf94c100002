import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  isLedgerAddress,
  isLedgerFile,
  ledgerFileOf,
  ledgerMark,
  readLedger,
  writeLedger,
  type LedgerEntry,
} from './address-ledger.ts';

const path = 'addresses/2024.txt';
const read = (text: string) => {
  const { entries, findings } = readLedger(text, path);
  return { entries, ids: findings.map(({ id, line, column }) => `${id} ${line}:${column}`) };
};

test('a line is an address, where it went, or why it is gone', () => {
  expect(
    read(`# 说明
/2024-05-06/
/2024-05-06/01/chuan/ ~0a1b2c

/2024-05-06/01/jiu/ -> /2024-05-06/01/chuan/#p3
/2024-05-06/01/cuo/ gone 作者要求撤下
/2024-05-06/01/kong/ gone
`),
  ).toEqual({
    entries: [
      { address: '/2024-05-06/', line: 2 },
      { address: '/2024-05-06/01/chuan/', mark: '0a1b2c', line: 3 },
      { address: '/2024-05-06/01/jiu/', target: '/2024-05-06/01/chuan/#p3', line: 5 },
      { address: '/2024-05-06/01/cuo/', gone: '作者要求撤下', line: 6 },
      { address: '/2024-05-06/01/kong/', gone: '', line: 7 },
    ],
    ids: [],
  });
});

test('a merge of two branches leaves both lines: what became of the address counts', () => {
  const both = ['/2024-05-06/01/a/ ~0a1b2c', '/2024-05-06/01/a/ -> /2024-05-06/01/b/'];
  for (const lines of [both, both.toReversed(), [...both, ...both]]) {
    const { entries, ids } = read(lines.join('\n'));
    expect(ids).toEqual([]);
    expect(entries.map(({ target }) => target)).toEqual(['/2024-05-06/01/b/']);
  }
});

const a = '/2024-05-06/01/a/';
/** What somebody could write to lead readers elsewhere, or by mistake. */
const refused: readonly (readonly [line: string, told: string])[] = [
  ['https://evil.example/', 'address-shape 1:1'],
  ['//evil.example/', 'address-shape 1:1'],
  ['/../../etc/passwd/', 'address-shape 1:1'],
  ['/2024-05-06/../01/a/', 'address-shape 1:1'],
  ['/2024-05-06/01/a', 'address-shape 1:1'],
  ['2024-05-06/01/a/', 'address-shape 1:1'],
  ['/2024-02-30/', 'address-shape 1:1'],
  ['/2024-05-06/00/', 'address-shape 1:1'],
  ['/2024-05-06/1/', 'address-shape 1:1'],
  ['/2024-05-06/001/', 'address-shape 1:1'],
  ['/2024-05-06/01/A/', 'address-shape 1:1'],
  ['/2024-05-06/01/a/b/', 'address-shape 1:1'],
  ['/2024-05-06/01/%2e%2e/', 'address-shape 1:1'],
  ['/2024-05-06/01/con/', 'address-shape 1:1'],
  ['  /', 'address-shape 1:3'],
  ['/2023-05-06/', 'address-file 1:1'],
  ['/about/', 'address-file 1:1'],
  [`${a} -> https://evil.example/`, 'address-line 1:22'],
  [`${a} -> //evil.example/`, 'address-line 1:22'],
  [`${a} -> /\\evil.example/`, 'address-line 1:22'],
  [`${a} -> javascript:alert(1)`, 'address-line 1:22'],
  [`${a} -> /2024-05-06/01/b/?x=1`, 'address-line 1:22'],
  [`${a} -> /2024-05-06/01/b/#top`, 'address-line 1:22'],
  [`${a} -> /2024-05-06/01/b/#p0`, 'address-line 1:22'],
  [`${a} -> /2024-05-06/01/b/ /2024-05-06/01/c/`, 'address-line 1:22'],
  [`${a} -> /2024-05-06/01/b/"><script>`, 'address-line 1:22'],
  [`${a} ->`, 'address-line 1:21'],
  [`${a} => /2024-05-06/01/b/`, 'address-line 1:19'],
  [`${a} ~xyz`, 'address-line 1:19'],
  [`${a} ~0a1b2c -> /2024-05-06/`, 'address-line 1:19'],
  [`${a} gone ${'长'.repeat(201)}`, 'address-line 1:19'],
  [`${a} gone \u202e`, 'bidi-control 1:24'],
  [`${a} gone \u0007`, 'control-character 1:24'],
  [`${a} gone 一\u3164`, 'invisible-character 1:25'],
  [`${a} -> /2024-05-06/01/\u0430/`, 'address-line 1:22'],
  [`${a} gone\n${a} -> /2024-05-06/`, 'address-twice 2:1'],
  [`${a} -> /2024-05-06/\n${a} -> /2024-05-07/`, 'address-twice 2:1'],
];
describe('refused, at line and column', () => {
  test.each(refused)('%s', (line, told) => {
    expect(read(line).ids).toContain(told);
  });
});

const slug = fc.stringMatching(/^[a-z0-9]{1,5}(?:-[a-z0-9]{1,5}){0,2}$/);
const day = fc.date({
  min: new Date('2024-01-01'),
  max: new Date('2024-12-31'),
  noInvalidDate: true,
});
const dated = fc
  .tuple(day, fc.integer({ min: 1, max: 120 }), slug, fc.integer({ min: 0, max: 2 }))
  .map(([date, page, name, depth]) =>
    ['', date.toISOString().slice(0, 10), String(page).padStart(2, '0'), name]
      .slice(0, 2 + depth)
      .concat('')
      .join('/'),
  )
  .filter(isLedgerAddress);
const entry = fc.oneof(
  dated.map((address) => ({ address })),
  dated.map((address) => ({ address, mark: ledgerMark(address) })),
  fc.tuple(dated, dated).map(([address, target]) => ({ address, target })),
  fc
    .tuple(dated, fc.constantFrom('', '误登', '作者 要求 -> 撤下', '# 一'))
    .map(([address, gone]) => ({ address, gone })),
);
const ledgers = fc.uniqueArray(entry, { selector: ({ address }) => address, maxLength: 40 });
const withoutLines = (entries: readonly LedgerEntry[]) =>
  entries.map(({ line: _line, ...rest }) => rest);

test('what was written is read again; writing it again changes nothing', () => {
  fc.assert(
    fc.property(ledgers, (entries) => {
      const text = writeLedger(entries, undefined);
      const { entries: again, findings } = readLedger(text, path);
      expect(findings).toEqual([]);
      expect(new Set(withoutLines(again).map((one) => JSON.stringify(one)))).toEqual(
        new Set(entries.map((one) => JSON.stringify(one))),
      );
      expect(writeLedger(again.toReversed(), text)).toBe(text);
    }),
  );
});

test('no line but an address of this paper in the file of its year is ever an entry', () => {
  fc.assert(
    fc.property(
      fc.oneof(
        fc.string({ unit: 'binary' }),
        fc.string().map((text) => `${a} -> ${text}`),
      ),
      (text) => {
        for (const { address, target } of readLedger(text, path).entries) {
          expect(ledgerFileOf(address)).toBe(path);
          expect(target ?? address).toMatch(/^(?:\/[a-z0-9-]+)+\/(?:#p\d+)?$/);
        }
      },
    ),
    { numRuns: 2000 },
  );
});

test('comments at the head stay', () => {
  expect(writeLedger([{ address: a }], '# 一\r\n# 二\r\n/2024-01-01/\r\n')).toBe(
    `# 一\n# 二\n${a}\n`,
  );
});

test.each([
  ['addresses/2024.txt', true],
  ['addresses/paper.txt', true],
  ['addresses/2024.txt.orig', false],
  ['addresses/2024xtxt', false],
  ['addresses/20245.txt', false],
  ['addresses/202.txt', false],
  ['addresses/year.txt', false],
  ['articles/addresses/2024.txt', false],
  ['articles/2024-05-06/01/a/index.mdx', false],
])('%s is a file of the ledger: %s', (file, expected) => {
  expect(isLedgerFile(file)).toBe(expected);
});

test.each([
  ['/2024-05-06/', 'addresses/2024.txt'],
  ['/2024-05-06/01/a/', 'addresses/2024.txt'],
  ['/sections/2024-05-06/', 'addresses/paper.txt'],
  ['/about/', 'addresses/paper.txt'],
])('%s stands in %s', (address, file) => {
  expect(ledgerFileOf(address)).toBe(file);
});

test('an address with more blanks between its words', () => {
  const { entries, ids } = read(' \t/2024-05-06/01/a/ \t ->  \t/2024-05-06/01/b/  ');
  expect(ids).toEqual([]);
  expect(entries).toEqual([{ address: '/2024-05-06/01/a/', target: '/2024-05-06/01/b/', line: 1 }]);
});

test('comments at the head stay, those between the lines go', () => {
  const entries = [
    { address: '/b/' },
    { address: '/a/', mark: '0a1b2c' },
    { address: '/c/', gone: '' },
  ];
  const lines = '/a/ ~0a1b2c\n/b/\n/c/ gone\n';
  expect(writeLedger(entries, '# 甲\r\n# 乙\r\n/a/\r\n# 丙\r\n')).toBe(`# 甲\n# 乙\n${lines}`);
  expect(writeLedger(entries, '/a/\n# 丙\n').endsWith(`\n${lines}`)).toBe(true);
  expect(writeLedger(entries, undefined)).toBe(writeLedger(entries, ''));
});
