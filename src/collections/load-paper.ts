import type { ArticleLink } from '../manuscript/check-article.ts';
import { readSitePage } from '../manuscript/read-site-page.ts';
import type { Edition } from '../newspaper/edition.ts';
import type { Finding } from '../newspaper/finding.ts';
import { checkAddresses } from './check-addresses.ts';
import { checkJumps } from './check-jumps.ts';
import { checkLinks, linksWithinSite, type KnownAddresses } from './check-links.ts';
import { checkPaper } from './check-paper.ts';
import { checkZones } from './check-zones.ts';
import { digestOf } from './companions.ts';
import { ContentReader } from './content-reader.ts';
import { ArticleLoader, type LoadedArticle, type LoadOptions } from './load-articles.ts';
import { scanFolder, type ScannedFile } from './list-content-files.ts';
import { ScanRegister } from './scan-register.ts';
import { sortContent, type LoadedEntry, type SortedContent } from './sort-content.ts';
import { readLedgerFiles, standingAddresses, type PaperAddresses } from './standing-addresses.ts';

export interface LoadedPaper extends Pick<SortedContent, 'publication' | 'collections'> {
  /** Everything besides an article's file that its HTML depends on: code, base path, language. */
  readonly engine: string;
  readonly findings: readonly Finding[];
  readonly articles: readonly LoadedArticle[];
  /** Ids of articles whose files are there but broken. */
  readonly brokenArticles: readonly string[];
  readonly addresses: PaperAddresses;
  /** Pages of which there is a scan, with zones on it. */
  readonly facsimiles: readonly LoadedEntry[];
}

/**
 * Reads and checks the whole content folder. Broken files are left out of the collections and
 * explained in `findings`; everything is read, so that all mistakes are known at once.
 *
 * @param root absolute path of the content folder
 */
export function loadPaper(root: string, options: LoadOptions): LoadedPaper {
  const scanned = scanFolder(root);
  const reader = new ContentReader(root, scanned.files);
  reader.findings.push(...scanned.findings);
  const isWhole = scanned.findings.length === 0;
  const sorted = sortContent(scanned.files, reader, options.engine, isWhole);
  const { publication, collections, ids } = sorted;

  // Part of every article's HTML, so part of its digest.
  const language = publication?.data.language ?? 'zh-Hans';
  const engine = [options.engine, options.base, language].join('\0');
  const pageLinks = readSitePages(sorted, reader, { base: options.base, language });
  const ledger = readLedgerFiles(sorted.ledgerFiles, reader);
  const loader = new ArticleLoader(reader, sorted, options, language, engine);
  loader.checkNameplate();
  loader.load();
  const { articles } = loader;
  reader.findings.push(...sorted.heads.filter(({ file }) => !loader.told.has(file)));

  const located = <Entry extends { readonly path: string }>(entry: Entry) => ({
    ...entry,
    locate: (field: readonly PropertyKey[]) => reader.locate(entry.path, field),
  });
  const placed = articles.map(located);
  reader.findings.push(
    ...checkPaper({
      publication: publication && located(publication),
      editions: collections.editions.map((entry) =>
        located({ ...entry, data: entry.data as unknown as Edition }),
      ),
      articles: placed,
      ids,
      files: new Set(reader.sizes.keys()),
    }),
  );
  const facsimiles = readFacsimiles(sorted, reader, scanned.files, options);
  const addresses = knownAddresses(sorted, articles, ledger);
  for (const { id, path, data, references, locate } of placed) {
    const { links = [], jumps = [] } = references;
    reader.add(path, checkLinks(links, id, options.base, addresses));
    reader.add(path, checkJumps(jumps, data, addresses, locate));
  }
  for (const [path, links] of pageLinks) {
    reader.add(path, checkLinks(links, path.replace(/\.mdx?$/, ''), options.base, addresses));
  }
  const standing = standingAddresses(addresses, ids.editions, collections, articles);
  if (ledger !== undefined) reader.findings.push(...checkAddresses(ledger, standing));
  return {
    engine,
    findings: reader.findings,
    publication,
    collections,
    articles,
    brokenArticles: loader.broken,
    addresses: { ledger, ...standing },
    facsimiles,
  };
}

/** Checks the pages of text. @returns their links within the site, by path */
function readSitePages(
  { sitePages, publication }: SortedContent,
  reader: ContentReader,
  context: { readonly base: string; readonly language: string },
): ReadonlyMap<string, readonly ArticleLink[]> {
  const interactive = new Set(publication?.data.interactive);
  const links = new Map<string, readonly ArticleLink[]>();
  for (const path of sitePages) {
    if (interactive.has(path.replace(/\.mdx?$/, ''))) continue;
    const text = reader.read(path);
    if (text === undefined) continue;
    const read = readSitePage(text, context);
    reader.add(path, read.findings);
    links.set(path, linksWithinSite(read.entry?.links ?? [], context.base));
  }
  return links;
}

/** Checks the zones of pages. @returns those whose scan is there and whole, with what the scan is */
function readFacsimiles(
  { zones }: SortedContent,
  reader: ContentReader,
  files: readonly ScannedFile[],
  { engine, scanFile }: LoadOptions,
): LoadedEntry[] {
  if (zones.length === 0) return [];
  const byPath = new Map(files.map((file) => [file.path, file]));
  const register = new ScanRegister(scanFile, engine);
  const facsimiles = zones.flatMap(({ id, path, digest, data }): LoadedEntry[] => {
    const file = path.slice(0, path.lastIndexOf('/') + 1) + (data.scan ?? '');
    const found = byPath.get(file);
    const scan = found && register.look(reader.root, found);
    const findings = checkZones(path, data, scan, reader.sizes, (field) =>
      reader.locate(path, field),
    );
    reader.add(path, findings);
    if (data.scan === undefined) return [{ id, path, digest, data }];
    if (scan === undefined || scan.wrong !== undefined) return [];
    const { width, height } = scan;
    const picture = { file, digest: scan.digest, width, height };
    return [{ id, path, digest: digestOf(digest, scan.digest), data: { ...data, picture } }];
  });
  register.keep();
  return facsimiles;
}

/** What a link may lead to. */
function knownAddresses(
  { articleFiles, collections, ids, sitePages }: SortedContent,
  articles: readonly LoadedArticle[],
  ledger: PaperAddresses['ledger'],
): KnownAddresses {
  const pageNumbers = new Map(
    collections.editions.map(({ id, data }) => [
      id,
      (data as unknown as Edition).pages.map(({ number }) => number),
    ]),
  );
  const paragraphs = new Map(
    articles.flatMap(({ id, interactive, references }) =>
      // Components of interactive articles may have paragraphs of their own.
      interactive ? [] : [[id, references.paragraphs] as const],
    ),
  );
  return {
    articles: new Set(articleFiles.map(({ id }) => id)),
    // An edition that is broken has pages that are not known: nothing is said of links to them.
    pagesOf: (date) => pageNumbers.get(date),
    lists: ids,
    sitePages: new Set(sitePages.map((path) => path.replace(/^pages\/|\.mdx?$/g, ''))),
    paragraphsOf: (id) => paragraphs.get(id),
    moved: new Map(ledger?.flatMap(({ address, target }) => (target ? [[address, target]] : []))),
  };
}
