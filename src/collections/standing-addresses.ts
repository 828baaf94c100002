import { ledgerMark, readLedger } from '../manuscript/address-ledger.ts';
import { addressOf } from '../newspaper/address.ts';
import type { LedgerLine } from './check-addresses.ts';
import type { KnownAddresses } from './check-links.ts';
import { takenAddresses } from './check-paper.ts';
import type { ContentReader } from './content-reader.ts';
import type { LoadedArticle } from './load-articles.ts';
import type { SortedContent } from './sort-content.ts';

/** Addresses that were published once, and those that there are. */
export interface PaperAddresses {
  /** Undefined where the paper keeps no ledger. */
  readonly ledger: readonly LedgerLine[] | undefined;
  /** Those of sound files, each with what it is known by under another name. */
  readonly sound: ReadonlyMap<string, string | undefined>;
  /** Whether a file makes this address, sound or broken. */
  readonly has: (address: string) => boolean;
}

/** @returns the lines of all files, each address once; undefined where there is no ledger */
export function readLedgerFiles(
  paths: readonly string[],
  reader: ContentReader,
): LedgerLine[] | undefined {
  if (paths.length === 0) return undefined;
  return paths.flatMap((path) => {
    const text = reader.read(path);
    if (text === undefined) return [];
    const { entries, findings } = readLedger(text, path);
    reader.add(path, findings);
    return entries.map((entry) => ({ ...entry, path }));
  });
}

/** Editions, pages and articles by date, then lists, then pages of text. */
export function standingAddresses(
  { articles, pagesOf, lists, sitePages }: KnownAddresses,
  editions: ReadonlySet<string>,
  collections: SortedContent['collections'],
  soundArticles: readonly LoadedArticle[],
): Omit<PaperAddresses, 'ledger'> {
  const sound = new Map<string, string | undefined>();
  for (const { id } of collections.editions) {
    sound.set(addressOf.edition(id), undefined);
    for (const number of new Set(pagesOf(id))) sound.set(addressOf.page(id, number), undefined);
  }
  for (const { id, data } of soundArticles) {
    const { source, headline } = data;
    const known = source === undefined ? headline : `${source.file}:${source.lines[0]}`;
    sound.set(`/${id}/`, known ? ledgerMark(known) : undefined);
  }
  for (const list of ['sections', 'columns', 'columnists'] as const) {
    for (const { id, data } of collections[list]) {
      sound.set(`/${list}/${id}/`, ledgerMark(String(data['name'])));
    }
  }
  for (const id of sitePages) sound.set(`/${id}/`, undefined);
  const has = (address: string): boolean => {
    const [, first = '', second, third] = address.split('/');
    if (first === 'sections' || first === 'columns' || first === 'columnists') {
      return lists[first].has(second!);
    }
    if (!/^\d{4}-\d{2}-\d{2}$/.test(first)) {
      return sitePages.has(first) || takenAddresses.has(first);
    }
    if (second === undefined || second === '') return editions.has(first);
    // The pages of an edition that is broken are not known.
    if (third === undefined || third === '') {
      return editions.has(first) && pagesOf(first)?.includes(Number(second)) !== false;
    }
    return articles.has(`${first}/${second}/${third}`);
  };
  return { sound, has };
}
