import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** A page as its OCR tool left it, and what of it is on record. */
export interface SourcePage {
  /** Without their line ends; the first is line 1. */
  readonly lines: readonly string[];
  /** Undefined where no import of the page is on record. */
  readonly isAsImported?: ((text: string) => boolean) | undefined;
}

const known = new Map<string, SourcePage | null>();

/**
 * Reads a source page once a build.
 *
 * @param contentRoot absolute path of content/
 * @param file as in an article's front matter: `sources/<date>/<page>.md`
 * @returns null where it is not there or is not text in UTF-8 (the importer keeps a page byte for
 *   byte, and one in GBK cannot be compared by line)
 */
export function loadSourcePage(contentRoot: string, file: string): SourcePage | null {
  const path = join(contentRoot, file);
  let page = known.get(path);
  if (page === undefined) {
    page = readSourcePage(path);
    known.set(path, page);
  }
  return page;
}

/**
 * What stands in a source page and its record, as one short text: for the keys of pages that show it.
 *
 * @returns '' where there is no such file
 */
export function sourceDigest(contentRoot: string, file: string): string {
  const path = join(contentRoot, file);
  const hash = createHash('sha256');
  for (const part of [path, recordPath(path)]) {
    if (existsSync(part)) hash.update(readFileSync(part));
    else if (part === path) return '';
  }
  return hash.digest('base64url').slice(0, 16);
}

function recordPath(path: string): string {
  return path.replace(/\.[^./]+$/, '.import.json');
}

/**
 * Reads a source page as it stands now.
 *
 * @param path absolute
 * @returns as `loadSourcePage`
 */
export function readSourcePage(path: string): SourcePage | null {
  if (!existsSync(path)) return null;
  let text: string;
  try {
    text = new TextDecoder('utf-8', { fatal: true }).decode(readFileSync(path));
  } catch {
    return null;
  }
  const imported = readRecord(recordPath(path));
  return {
    lines: text.split(/\r\n?|\n/),
    isAsImported: imported && ((paragraph: string) => imported.has(blockDigest(paragraph))),
  };
}

/** The importer keeps a digest of every block it wrote beside the page: `files.*.body`. */
function readRecord(path: string): ReadonlySet<string> | undefined {
  if (!existsSync(path)) return undefined;
  try {
    const { files } = JSON.parse(readFileSync(path, 'utf8')) as {
      files: Record<string, { body?: unknown }>;
    };
    return new Set(
      Object.values(files).flatMap(({ body }) => (typeof body === 'string' ? body.split(' ') : [])),
    );
  } catch {
    // A damaged record is none: the importer itself reports it.
    return undefined;
  }
}

/** As src/importer writes it: eight characters of the SHA-256 of the block, blanks at its end cut. */
function blockDigest(text: string): string {
  return createHash('sha256').update(text.trimEnd()).digest('base64url').slice(0, 8);
}
