import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { checkAddresses } from '../../collections/check-addresses.ts';
import type { PaperAddresses } from '../../collections/standing-addresses.ts';
import { readLedger, writeLedger } from '../../manuscript/address-ledger.ts';
import { recordAddresses } from './record-addresses.ts';

const path = 'addresses/2024.txt';

function addressesOf(
  lines: readonly string[],
  pages: Readonly<Record<string, string | undefined>>,
): PaperAddresses {
  const sound = new Map(Object.entries(pages));
  const { entries, findings } = readLedger(lines.join('\n'), path);
  expect(findings).toEqual([]);
  return {
    ledger: entries.map((entry) => ({ ...entry, path })),
    sound,
    has: (address) => sound.has(address),
  };
}

const recorded = (
  lines: readonly string[],
  pages: Readonly<Record<string, string | undefined>>,
): string[] =>
  writeLedger(recordAddresses(addressesOf(lines, pages)), '#\n')
    .split('\n')
    .slice(1, -1);

const [one, two, three] = ['/2024-05-06/01/a/', '/2024-05-06/01/b/', '/2024-05-06/02/c/'] as const;
const [x, y] = ['~aaaaaa', '~bbbbbb'] as const;
type Pages = Readonly<Record<string, string | undefined>>;

const cases: readonly (readonly [
  what: string,
  before: readonly string[],
  pages: Pages,
  after: readonly string[],
])[] = [
  ['a new article', [], { [one]: 'aaaaaa' }, [`${one} ${x}`]],
  ['a page without a mark', [], { '/2024-05-06/': undefined }, ['/2024-05-06/']],
  ['a new name', [`${one} ${x}`], { [two]: 'aaaaaa' }, [`${one} -> ${two}`, `${two} ${x}`]],
  ['a correction keeps the mark', [`${one} ${x}`], { [one]: 'bbbbbb' }, [`${one} ${x}`]],
  ['a line by hand gets a mark', [one], { [one]: 'aaaaaa' }, [`${one} ${x}`]],
  [
    'another article in its place',
    [`${one} ${x}`],
    { [two]: 'bbbbbb' },
    [`${one} ${x}`, `${two} ${y}`],
  ],
  [
    'two that look alike',
    [`${one} ${x}`],
    { [two]: 'aaaaaa', [three]: 'aaaaaa' },
    [`${one} ${x}`, `${two} ${x}`, `${three} ${x}`],
  ],
  [
    'moved to another page under its name',
    [one],
    { '/2024-05-06/02/a/': 'bbbbbb' },
    [`${one} -> /2024-05-06/02/a/`, `/2024-05-06/02/a/ ${y}`],
  ],
  [
    'a whole edition of another day',
    ['/2024-05-06/', '/2024-05-06/01/', `${one} ${x}`],
    { '/2024-05-07/': undefined, '/2024-05-07/01/': undefined, '/2024-05-07/01/z/': 'aaaaaa' },
    [
      '/2024-05-06/ -> /2024-05-07/',
      '/2024-05-06/01/ -> /2024-05-07/01/',
      `${one} -> /2024-05-07/01/z/`,
      '/2024-05-07/',
      '/2024-05-07/01/',
      `/2024-05-07/01/z/ ${x}`,
    ],
  ],
  [
    'a second new name leads on in one step',
    [`${one} -> ${two}`, `${two} ${x}`],
    { [three]: 'aaaaaa' },
    [`${one} -> ${three}`, `${two} -> ${three}`, `${three} ${x}`],
  ],
  [
    'back to the first name',
    [`${one} -> ${two}`, `${two} ${x}`],
    { [one]: 'aaaaaa' },
    [`${one} ${x}`, `${two} ${x}`],
  ],
  [
    'there again after it was withdrawn',
    [`${one} gone 误登`],
    { [one]: 'aaaaaa' },
    [`${one} ${x}`],
  ],
  ['withdrawn stays', [`${one} gone 误登`], {}, [`${one} gone 误登`]],
  ['a person decides about what is lost', [`${one} ${x}`], {}, [`${one} ${x}`]],
];

describe('records what is new, and leads what was renamed to where it went', () => {
  test.each(cases)('%s', (_what, before, pages, after) => {
    expect(recorded(before, pages)).toEqual([...after].sort());
  });
});

const slugs = fc.constantFrom('a', 'b', 'c', 'd', 'e', 'f');
const marks = fc.constantFrom('aaaaaa', 'bbbbbb', 'cccccc', 'dddddd', undefined);
const pagesOf = fc
  .uniqueArray(fc.tuple(slugs, marks), { selector: ([slug]) => slug })
  .map((pairs) =>
    Object.fromEntries(pairs.map(([slug, mark]) => [`/2024-05-06/01/${slug}/`, mark])),
  );

test('through any series of names, no address is lost, and what is left to mend is a person’s', () => {
  fc.assert(
    fc.property(fc.array(pagesOf, { minLength: 1, maxLength: 6 }), (states) => {
      let lines: readonly string[] = [];
      const published = new Set<string>();
      for (const pages of states) {
        lines = recorded(lines, pages);
        expect(recorded(lines, pages)).toEqual(lines);
        for (const address of Object.keys(pages)) published.add(address);
        const addresses = addressesOf(lines, pages);
        expect(addresses.ledger!.map(({ address }) => address).sort()).toEqual(
          [...published].sort(),
        );
        const ids = new Set(checkAddresses(addresses.ledger!, addresses).map(({ id }) => id));
        for (const id of ['address-unrecorded', 'address-taken', 'address-chain', 'address-loop']) {
          expect(ids).not.toContain(id);
        }
      }
    }),
    { numRuns: 500 },
  );
});
