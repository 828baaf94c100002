import type { Archive } from './archive.ts';
import { editionType } from './edition-type.ts';
import { viewDigest } from './view-digest.ts';

/**
 * The `cacheKey` of a page: a digest of the view that it is rendered from, so that whatever the view
 * shows is in the key, today's fields and those that somebody adds tomorrow.
 *
 * @param address of the page, from the site's root: what layouts/BaseLayout.astro is given as `canonical`
 * @param view makes the page's view of the archive that it is given, and of nothing else that may
 *   change from build to build; there each body is its digest
 * @param others what the page shows besides: source pages, files of other kinds
 */
export type KeyOf = (
  address: string,
  view: (archive: Archive) => unknown,
  ...others: readonly unknown[]
) => string;

/**
 * @param digested the archive of `digestedEntries`'s entries
 * @param chrome what stands on every page besides the publication: the links in the colophon
 */
export function pageKeys(digested: Archive, chrome: unknown): KeyOf {
  const onEveryPage = viewDigest([digested.publication, digested.nameplate, chrome]);
  return (address, view, ...others) =>
    viewDigest([onEveryPage, typeAt(digested, address), view(digested), others]);
}

/**
 * The `cacheKey` of a file that is no page, as KeyOf's: without what stands on every page.
 *
 * @param view what the file says, made of the archive that it is given; there each body is its digest
 */
export type FileKeyOf = (
  view: (archive: Archive) => unknown,
  ...others: readonly unknown[]
) => string;

/** @param digested the archive of `digestedEntries`'s entries */
export function fileKeys(digested: Archive): FileKeyOf {
  const publication = viewDigest([digested.publication, digested.nameplate]);
  return (view, ...others) => viewDigest([publication, view(digested), others]);
}

/** components/type-faces.ts gives a page below a date the type that was cut for its headlines. */
function typeAt(digested: Archive, address: string): string | undefined {
  const date = /^\/(\d{4}-\d{2}-\d{2})\//.exec(address)?.[1];
  const edition = date === undefined ? undefined : digested.editionByDate.get(date);
  return edition && editionType(edition).characters;
}
