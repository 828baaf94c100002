import { paperTime } from '../paper-time.ts';
import { writeJson } from '../write-json.ts';
import { openAccess, type Catalogue } from './catalog.ts';

const type = 'application/opds+json';

/** A page of the catalogue as OPDS 2.0 (https://drafts.opds.io/opds-2.0). */
export function renderOpdsJson(catalogue: Catalogue): string {
  const { addresses, timeZone } = catalogue;
  const link = (rel: string, href: string | undefined) =>
    href === undefined ? [] : [{ rel, href, type }];
  return writeJson({
    metadata: {
      title: catalogue.title,
      modified: paperTime(catalogue.updated, timeZone),
      numberOfItems: catalogue.count,
    },
    links: [
      ...link('self', addresses.self),
      ...link('start', addresses.start),
      ...link('next', addresses.older),
      ...link('previous', addresses.newer),
      { rel: 'alternate', href: addresses.web, type: 'text/html' },
    ],
    publications: catalogue.editions.map((edition) => ({
      metadata: {
        '@type': 'http://schema.org/PublicationIssue',
        title: edition.title,
        identifier: edition.address,
        language: catalogue.language,
        publisher: catalogue.publisher,
        published: paperTime(edition.date, timeZone),
        modified: paperTime(edition.updated, timeZone),
        description: edition.summary,
        belongsTo: { series: { name: catalogue.paper } },
      },
      links: [
        { rel: openAccess, href: edition.epub, type: 'application/epub+zip' },
        { rel: 'alternate', href: edition.address, type: 'text/html' },
      ],
      ...(edition.picture === undefined
        ? {}
        : { images: [{ href: edition.picture, type: 'image/jpeg', width: 1200, height: 630 }] }),
    })),
  });
}
