import { x } from 'xastscript';
import { paperTime } from '../paper-time.ts';
import { writeXml } from '../write-xml.ts';
import { openAccess, type Catalogue } from './catalog.ts';

const type = 'application/atom+xml;profile=opds-catalog;kind=acquisition';

/** A page of the catalogue as OPDS 1.2 (https://specs.opds.io/opds-1.2), an acquisition feed. */
export function renderOpdsXml(catalogue: Catalogue): string {
  const { addresses, timeZone } = catalogue;
  const link = (rel: string, href: string | undefined, of = type) =>
    href === undefined ? [] : [x('link', { rel, href, type: of })];
  return writeXml(
    x(
      'feed',
      {
        xmlns: 'http://www.w3.org/2005/Atom',
        'xmlns:dc': 'http://purl.org/dc/terms/',
        'xml:lang': catalogue.language,
      },
      [
        x('id', addresses.self),
        x('title', catalogue.title),
        x('updated', paperTime(catalogue.updated, timeZone)),
        x('author', [x('name', catalogue.publisher)]),
        ...link('self', addresses.self),
        ...link('start', addresses.start),
        ...link('next', addresses.older),
        ...link('previous', addresses.newer),
        ...link('alternate', addresses.web, 'text/html'),
        ...catalogue.editions.map((edition) =>
          x('entry', [
            x('id', edition.address),
            x('title', edition.title),
            x('updated', paperTime(edition.updated, timeZone)),
            x('published', paperTime(edition.date, timeZone)),
            x('author', [x('name', catalogue.paper)]),
            x('dc:issued', edition.date),
            x('dc:language', catalogue.language),
            x('dc:publisher', catalogue.publisher),
            x('summary', edition.summary),
            ...link(openAccess, edition.epub, 'application/epub+zip'),
            ...link('http://opds-spec.org/image', edition.picture, 'image/jpeg'),
            ...link('http://opds-spec.org/image/thumbnail', edition.picture, 'image/jpeg'),
            ...link('alternate', edition.address, 'text/html'),
          ]),
        ),
      ],
    ),
  );
}
