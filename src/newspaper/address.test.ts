import { expect, test } from 'vitest';
import { addressOf, withBase } from './address.ts';

test('addresses are those of docs and bookmarks', () => {
  expect(addressOf.page('2022-12-19', 1)).toBe('/2022-12-19/01/');
  expect(addressOf.page('2022-12-19', 112)).toBe('/2022-12-19/112/');
  expect(addressOf.article({ edition: '2022-12-19', page: 4, slug: 'a-b' })).toBe(
    '/2022-12-19/04/a-b/',
  );
  expect(addressOf.section('yaowen')).toBe('/sections/yaowen/');
  expect(addressOf.section('yaowen', 2)).toBe('/sections/yaowen/2/');
  expect(addressOf.archiveMonth('2022', '12')).toBe('/archive/2022/12/');
});

test.each([
  ['/', '/archive/'],
  ['', '/archive/'],
  ['/paper', '/paper/archive/'],
  ['/paper/', '/paper/archive/'],
])('under the base %j', (base, address) => {
  expect(withBase(base, '/archive/')).toBe(address);
});
