import type { Archive, ArchivedEdition } from '../archive/archive.ts';
import { listPageAt, listPageNumbers } from '../archive/list-pages.ts';
import { loadSite } from '../archive/load-site.ts';
import { href } from '../components/href.ts';
import type { Catalogue } from '../exports/opds/catalog.ts';
import { lastChange } from '../exports/last-change.ts';
import { addressOf } from '../newspaper/address.ts';
import { outputsOf } from '../newspaper/outputs.ts';
import { parseIssueDate } from '../newspaper/issue-date.ts';
import { exportWordingFor } from '../wording/export-wording.ts';
import { findPictureType } from '../typefoundry/picture-type.ts';
import type { Wording } from '../wording/wording.ts';

/** One path for each page of the catalogue, from the oldest; the bare one shows the newest. */
export async function opdsPaths() {
  const { archive, wording, fileKeyOf } = await loadSite();
  if (outputsOf(archive.publication).epub === 'none') return [];
  return listPageNumbers(archive.editions.length).map((number) => ({
    params: { list: number === undefined ? undefined : String(number) },
    // The two formats differ in their own addresses only.
    cacheKey: fileKeyOf((digested) =>
      catalogueOf(digested, wording, number, 'xml', (address) => address),
    ),
  }));
}

/** @param list the parameter of the route: undefined for the bare address */
export async function loadCatalogue(
  list: string | undefined,
  format: 'xml' | 'json',
  site: URL | undefined,
): Promise<Catalogue> {
  const { archive, wording } = await loadSite();
  const number = list === undefined ? undefined : Number(list);
  return catalogueOf(
    archive,
    wording,
    number,
    format,
    (address) => new URL(href(address), site).href,
  );
}

function catalogueOf(
  { publication, editions }: Archive,
  wording: Wording,
  number: number | undefined,
  format: 'xml' | 'json',
  onSite: (address: string) => string,
): Catalogue {
  const addressAt = (part: number | undefined): string => {
    const text = part === undefined ? undefined : String(part);
    return onSite(format === 'xml' ? addressOf.opdsXml(text) : addressOf.opdsJson(text));
  };
  const page = listPageAt(editions, number);
  const hasPictures =
    outputsOf(publication).sharePictures &&
    findPictureType(publication.language, import.meta.env.EPAPER_PROJECT_ROOT) !== undefined;
  const catalogued = page.items.map((archived: ArchivedEdition) => {
    const { date, number: issue } = archived.edition;
    const dateText = wording.date.full(date);
    return {
      title: `${publication.name} ${dateText}`,
      date,
      updated: lastChange(archived),
      summary: [
        dateText,
        wording.date.weekday(date),
        ...(issue === undefined ? [] : [wording.edition.number(String(issue))]),
        wording.edition.pageCount(archived.pages.length),
      ].join(' '),
      address: onSite(addressOf.edition(date)),
      epub: onSite(addressOf.epub(date)),
      picture: hasPictures ? onSite(addressOf.sharePicture(addressOf.edition(date))) : undefined,
    };
  });
  return {
    title: exportWordingFor(publication.language).opds.title(publication.name),
    paper: publication.name,
    publisher: publication.publisher ?? publication.rights.holder,
    language: publication.language,
    timeZone: publication.timeZone,
    editions: catalogued,
    updated:
      catalogued
        .map(({ updated }) => updated)
        .sort()
        .at(-1) ?? parseIssueDate('1970-01-01'),
    count: page.number === undefined ? editions.length : catalogued.length,
    addresses: {
      self: addressAt(page.number),
      start: addressAt(undefined),
      older: page.older === undefined ? undefined : addressAt(page.older),
      newer: page.newer === undefined ? undefined : addressAt(page.newer),
      web: onSite(addressOf.opdsRoot()),
    },
  };
}
