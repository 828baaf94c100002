import { expect, test } from 'vitest';
import { addressOf, withBase } from './address.ts';

const place = { edition: '2022-12-19', page: 4, slug: 'a-b' };

// Published once, each of them stands for good.
test.each([
  [addressOf.front(), '/'],
  [addressOf.edition('2022-12-19'), '/2022-12-19/'],
  [addressOf.booklet('2022-12-19'), '/2022-12-19/booklet/'],
  [addressOf.page('2022-12-19', 1), '/2022-12-19/01/'],
  [addressOf.page('2022-12-19', 112), '/2022-12-19/112/'],
  [addressOf.facsimile('2022-12-19', 2), '/2022-12-19/facsimile/02/'],
  [addressOf.scan('2022-12-19', 2, 1200), '/2022-12-19/facsimile/02-1200.webp'],
  [addressOf.article(place), '/2022-12-19/04/a-b/'],
  [addressOf.articleMarkdown(place), '/2022-12-19/04/a-b.md'],
  [addressOf.articleJson(place), '/2022-12-19/04/a-b.json'],
  [addressOf.sections(), '/sections/'],
  [addressOf.section('yaowen'), '/sections/yaowen/'],
  [addressOf.section('yaowen', 2), '/sections/yaowen/2/'],
  [addressOf.columns(), '/columns/'],
  [addressOf.column('letters'), '/columns/letters/'],
  [addressOf.column('letters', 3), '/columns/letters/3/'],
  [addressOf.columnists(), '/columnists/'],
  [addressOf.columnist('ma'), '/columnists/ma/'],
  [addressOf.columnist('ma', 1), '/columnists/ma/1/'],
  [addressOf.feed('/', 'rss'), '/feed.xml'],
  [addressOf.feed('/sections/yaowen/', 'atom'), '/sections/yaowen/atom.xml'],
  [addressOf.feed('/columns/letters/', 'json'), '/columns/letters/feed.json'],
  [addressOf.editionJson('2022-12-19'), '/2022-12-19/edition.json'],
  [addressOf.editionSchema(), '/edition.schema.json'],
  [addressOf.bag('2022-12-19'), '/2022-12-19/bag.zip'],
  [addressOf.epub('2022-12-19'), '/2022-12-19/edition.epub'],
  [addressOf.sharePicture('/2022-12-19/'), '/2022-12-19/share.jpg'],
  [addressOf.sitemapIndex(), '/sitemap-index.xml'],
  [addressOf.sitemap('2022'), '/sitemaps/2022.xml'],
  [addressOf.opdsRoot(), '/opds/'],
  [addressOf.opdsXml(), '/opds/catalog.xml'],
  [addressOf.opdsXml('2'), '/opds/2/catalog.xml'],
  [addressOf.opdsJson(), '/opds/catalog.json'],
  [addressOf.opdsJson('2'), '/opds/2/catalog.json'],
  [addressOf.feeds(), '/feeds/'],
  [addressOf.pageName('yaowen'), '/page-names/yaowen/'],
  [addressOf.search(), '/search/'],
  [addressOf.archive(), '/archive/'],
  [addressOf.archiveYear('2022'), '/archive/2022/'],
  [addressOf.archiveMonth('2022', '12'), '/archive/2022/12/'],
])('%s is that of docs and bookmarks', (address, expected) => {
  expect(address).toBe(expected);
});

test.each([
  ['/', '/archive/'],
  ['', '/archive/'],
  ['/paper', '/paper/archive/'],
  ['/paper/', '/paper/archive/'],
  ['/a/paper//', '/a/paper/archive/'],
])('under the base %j', (base, address) => {
  expect(withBase(base, '/archive/')).toBe(address);
});
