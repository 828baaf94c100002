import { hash } from 'node:crypto';
import type { Archive, ArchivedArticle } from '../archive/archive.ts';
import { memoizeWeakly } from '../archive/memoize.ts';
import { simplifiedForms } from '../collation/variants.ts';
import type { Wording } from '../wording/wording.ts';
import { foldingAmongCommon, readFoldTable } from './fold-table.ts';
import { indexAside } from './index-aside.ts';
import { planSegments } from './plan-segments.ts';
import type { SearchManifest } from './search-index.ts';
import { searchableArticle } from './searchable-article.ts';
import { indexVersion } from './segment-format.ts';

/** A segment of the index of this paper. */
export interface SiteSegment {
  /** Its folder: the date of its first edition. Its files keep their addresses from print to print. */
  readonly name: string;
  /** Stands for everything in it: a segment that nobody touched is not made again. */
  readonly version: string;
  readonly articles: readonly ArchivedArticle[];
}

/** Cuts the paper into segments, once for each reading of content/. */
export const siteSegments = memoizeWeakly(
  (archive: Archive, wording: Wording): readonly SiteSegment[] => {
    const editions = archive.editions.map(({ edition, pages }) => ({
      date: edition.date as string,
      articles: pages.reduce((sum, { articles }) => sum + articles.length, 0),
    }));
    return planSegments(editions).map((dates): SiteSegment => {
      const articles = dates.flatMap((date) =>
        archive.editionByDate.get(date)!.pages.flatMap((page) => page.articles),
      );
      const facts = articles.map(({ id, digest }) => `${id} ${digest}`);
      const version = hash('sha1', JSON.stringify([indexVersion, wording.language, facts]), 'hex');
      return { name: dates[0]!, version: version.slice(0, 16), articles };
    });
  },
);

/** The press asks for one segment's files one after the other: those of the next are made meanwhile. */
const segmentsHeld = 4;

/** Segments being made or served, by name. */
const made = new Map<string, Promise<ReadonlyMap<string, Uint8Array<ArrayBuffer>>>>();

/**
 * One file of a segment; the first that is asked for makes them all, on another core.
 *
 * @param root the project's folder
 */
export async function segmentFile(
  root: string,
  wording: Wording,
  { version, articles }: SiteSegment,
  file: string,
): Promise<Uint8Array<ArrayBuffer>> {
  let files = made.get(version);
  if (files === undefined) {
    files = indexAside(
      root,
      articles.map((article) => searchableArticle(wording, article)),
    );
    if (made.size >= segmentsHeld) made.delete(made.keys().next().value!);
    made.set(version, files);
  }
  return (await files).get(file)!;
}

/** `index.json`: small; asked for anew at each visit. */
export function searchManifest(archive: Archive, wording: Wording): SearchManifest {
  return {
    ...manifestOfPaper(archive, wording),
    folding: foldingAmongCommon(readFoldTable(foldPairs())),
  };
}

/** What of the manifest is the paper's: which characters are folded is the program's. */
export function manifestOfPaper(
  archive: Archive,
  wording: Wording,
): Omit<SearchManifest, 'folding'> {
  return {
    version: indexVersion,
    segments: siteSegments(archive, wording).map(({ name, version, articles }) => ({
      name,
      version,
      articles: articles.length,
    })),
    sections: Object.fromEntries(
      Array.from(archive.sections.values(), ({ id, section }) => [id, section.name]),
    ),
  };
}

let pairs: string | undefined;

/** Every character that has a simplified form, followed by it: see fold-table.ts. */
export function foldPairs(): string {
  if (pairs === undefined) {
    const characters: string[] = [];
    for (const [from, to] of [[0x3400, 0x9fff] as const, [0x20000, 0x3347f] as const]) {
      for (let point = from; point <= to; point += 1) characters.push(String.fromCodePoint(point));
    }
    pairs = simplifiedForms(characters)
      .flatMap((form, at) =>
        form !== characters[at] && [...form].length === 1 ? [characters[at], form] : [],
      )
      .join('');
  }
  return pairs;
}

/** `names.json`: what columns and people are called, by id. */
export interface SearchNames {
  readonly columns: Readonly<Record<string, string>>;
  readonly columnists: Readonly<Record<string, string>>;
}

export function searchNames(archive: Archive): SearchNames {
  return {
    columns: Object.fromEntries(
      Array.from(archive.columns.values(), ({ id, column }) => [id, column.name]),
    ),
    columnists: Object.fromEntries(
      Array.from(archive.columnists.values(), ({ id, columnist }) => [id, columnist.name]),
    ),
  };
}
