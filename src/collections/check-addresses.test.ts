import { describe, expect, test } from 'vitest';
import { readLedger } from '../manuscript/address-ledger.ts';
import { checkAddresses } from './check-addresses.ts';

const path = 'addresses/2024.txt';
const at = (slug: string): string => `/2024-05-06/01/${slug}/`;

function told(ledger: string, standing: readonly string[]): string[] {
  const { entries } = readLedger(ledger, path);
  const sound = new Map(standing.map((slug) => [at(slug), undefined]));
  return checkAddresses(
    entries.map((entry) => ({ ...entry, path })),
    { sound, has: (address) => sound.has(address) },
  ).map(({ id, line, severity }) => `${severity} ${id} ${line}`);
}

/** The lines, the pages that there are, and what is told. */
const cases: readonly (readonly [lines: readonly string[], pages: string[], told: string[]])[] = [
  [[at('a')], ['a'], []],
  [[at('a')], [], ['error address-vanished 1']],
  [[at('a')], ['a', 'b', 'c'], ['review address-unrecorded 1']],
  [[`${at('a')} -> ${at('b')}`, at('b')], ['b'], []],
  [[`${at('a')} -> ${at('b')}#p2`, at('b')], ['b'], []],
  [[`${at('a')} gone`], [], []],
  [[`${at('a')} gone`], ['a'], ['error address-taken 1']],
  [[`${at('a')} -> ${at('b')}`, at('b')], ['a', 'b'], ['error address-taken 1']],
  [[`${at('a')} -> ${at('b')}`], [], ['error address-target 1']],
  [[`${at('a')} -> ${at('b')}`, `${at('b')} gone`], [], ['error address-target 1']],
  [
    [`${at('a')} -> ${at('b')}`, `${at('b')} -> ${at('c')}#p1`, at('c')],
    ['c'],
    ['error address-chain 1'],
  ],
  [[`${at('a')} -> ${at('a')}`], [], ['error address-loop 1']],
  [
    [`${at('a')} -> ${at('b')}`, `${at('b')} -> ${at('c')}`, `${at('c')} -> ${at('a')}`],
    [],
    ['error address-loop 1', 'error address-loop 2', 'error address-loop 3'],
  ],
];

describe('each address has a page, leads to one in one step, or is withdrawn', () => {
  test.each(cases)('%j with %j', (lines, pages, expected) => {
    expect(told(lines.join('\n'), pages)).toEqual(expected);
  });
});

test('an edition that is lost is told in twenty lines and a number', () => {
  const lost = Array.from({ length: 300 }, (_, index) => at(`a${index}`));
  expect(told(lost.join('\n'), [])).toHaveLength(21);
});

test('24,000 addresses are read and checked in good time', () => {
  const slugs = Array.from({ length: 24_000 }, (_, index) => `a-headline-of-some-length-${index}`);
  const text = slugs.map((slug) => `${at(slug)} ~0a1b2c`).join('\n');
  const from = performance.now();
  expect(told(text, slugs)).toEqual([]);
  expect(performance.now() - from).toBeLessThan(2000);
});
