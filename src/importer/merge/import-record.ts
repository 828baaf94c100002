import { z } from 'astro/zod';
import type { Finding } from '../../newspaper/finding.ts';
import { makeInputFinding } from '../page/findings.ts';
import type { ArticleDigests } from './merge-article.ts';

/**
 * What an import has written for a page, by the file's name in the page's folder of articles: kept
 * beside the page's source and committed with it.
 */
export type ImportRecord = ReadonlyMap<string, ImportedFile>;

export interface ImportedFile {
  /** SHA-256 of a picture's bytes, and of an article's text as `comparableText` gives it. */
  readonly digest: string;
  /** Of an article. */
  readonly parts?: ArticleDigests | undefined;
}

/** Where the record of a page is kept, relative to the content folder. */
export function importRecordPath(date: string, page2: string): string {
  return `sources/${date}/${page2}.import.json`;
}

const digests = z.string().regex(/^[\w =#.-]*$/);
const fileSchema = z
  .strictObject({ sha256: z.string(), front: digests.optional(), body: digests.optional() })
  .transform(({ sha256, front, body }): ImportedFile => {
    if (front === undefined || body === undefined) return { digest: sha256 };
    const fields = wordsOf(front).map((pair): [string, string] => {
      const cut = pair.lastIndexOf('=');
      return [pair.slice(0, cut), pair.slice(cut + 1)];
    });
    return { digest: sha256, parts: { front: new Map(fields), body: wordsOf(body) } };
  });
const recordSchema = z.object({ version: z.literal(1), files: z.record(z.string(), fileSchema) });

function wordsOf(text: string): string[] {
  return text.split(' ').filter((word) => word !== '');
}

/**
 * Reads a record. One that is damaged is none: every article that stands there then counts as edited
 * by hand, so nothing is lost.
 *
 * @param text undefined where there is no record
 */
export function parseImportRecord(
  text: string | undefined,
  file: string,
): { readonly record: ImportRecord; readonly findings: readonly Finding[] } {
  if (text === undefined) return { record: new Map(), findings: [] };
  try {
    const { files } = recordSchema.parse(JSON.parse(text));
    return { record: new Map(Object.entries(files)), findings: [] };
  } catch {
    const place = { line: 1, excerpt: text.slice(0, 40) };
    const damaged = makeInputFinding(file, 'import-record-damaged', place);
    return { record: new Map(), findings: [damaged] };
  }
}

/** One file a line and in order of their names, so that a diff shows what an import has changed. */
export function renderImportRecord(record: ImportRecord): string {
  const lines = [...record]
    .sort(([left], [right]) => (left < right ? -1 : 1))
    .map(([name, { digest, parts }]) => {
      const said = parts && {
        front: [...parts.front].map((pair) => pair.join('=')).join(' '),
        body: parts.body.join(' '),
      };
      return `    ${JSON.stringify(name)}: ${JSON.stringify({ sha256: digest, ...said })}`;
    });
  const files = lines.length === 0 ? '{}' : `{\n${lines.join(',\n')}\n  }`;
  return `{\n  "version": 1,\n  "files": ${files}\n}\n`;
}
