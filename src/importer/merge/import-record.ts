import { z } from 'astro/zod';
import type { Finding } from '../../newspaper/finding.ts';
import { makeInputFinding } from '../page/findings.ts';
import type { ArticleDigests } from './merge-article.ts';

/** What an import has written for a page: kept beside the page's source and committed with it. */
export interface ImportRecord {
  /** File name in the page's folder of articles -> what was imported. */
  readonly files: ReadonlyMap<string, ImportedFile>;
}

export type ImportedFile =
  | {
      readonly kind: 'article';
      /** SHA-256 of the text as `comparableText` gives it. */
      readonly digest: string;
      readonly parts: ArticleDigests;
    }
  | {
      readonly kind: 'image';
      /** SHA-256 of the bytes. */
      readonly digest: string;
    };

/** Where the record of a page is kept, relative to the content folder. */
export function importRecordPath(date: string, page2: string): string {
  return `sources/${date}/${page2}.import.json`;
}

const digests = z.string().regex(/^[\w =#.-]*$/);
const recordSchema = z.object({
  version: z.literal(1),
  files: z.record(
    z.string(),
    z.union([
      z.strictObject({ sha256: z.string(), front: digests, body: digests }),
      z.strictObject({ sha256: z.string() }),
    ]),
  ),
});

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
  if (text === undefined) return { record: { files: new Map() }, findings: [] };
  try {
    const { files } = recordSchema.parse(JSON.parse(text));
    return {
      record: {
        files: new Map(
          Object.entries(files).map(([name, entry]): [string, ImportedFile] => [
            name,
            'body' in entry
              ? {
                  kind: 'article',
                  digest: entry.sha256,
                  parts: {
                    front: new Map(
                      entry.front
                        .split(' ')
                        .filter((pair) => pair !== '')
                        .map((pair): [string, string] => {
                          const cut = pair.lastIndexOf('=');
                          return [pair.slice(0, cut), pair.slice(cut + 1)];
                        }),
                    ),
                    body: entry.body.split(' ').filter((digest) => digest !== ''),
                  },
                }
              : { kind: 'image', digest: entry.sha256 },
          ]),
        ),
      },
      findings: [],
    };
  } catch {
    return {
      record: { files: new Map() },
      findings: [
        makeInputFinding(file, 'import-record-damaged', { line: 1, excerpt: text.slice(0, 40) }),
      ],
    };
  }
}

/** One file a line and in order of their names, so that a diff shows what an import has changed. */
export function renderImportRecord(record: ImportRecord): string {
  const lines = [...record.files]
    .sort(([left], [right]) => (left < right ? -1 : 1))
    .map(([name, entry]) => {
      const value =
        entry.kind === 'image'
          ? { sha256: entry.digest }
          : {
              sha256: entry.digest,
              front: [...entry.parts.front].map((pair) => pair.join('=')).join(' '),
              body: entry.parts.body.join(' '),
            };
      return `    ${JSON.stringify(name)}: ${JSON.stringify(value)}`;
    });
  const files = lines.length === 0 ? '{}' : `{\n${lines.join(',\n')}\n  }`;
  return `{\n  "version": 1,\n  "files": ${files}\n}\n`;
}
