import { join } from 'node:path';
import { z } from 'astro/zod';
import { decodeText } from '../../manuscript/decode-text.ts';
import { splitFrontMatter } from '../../manuscript/front-matter.ts';
import { readYamlAs } from '../../manuscript/read-yaml-as.ts';
import { columnSchema } from '../../newspaper/column.ts';
import { columnistSchema } from '../../newspaper/columnist.ts';
import type { Finding } from '../../newspaper/finding.ts';
import type { LocalFinding } from '../../newspaper/local-finding.ts';
import { isIssueDate, type IssueDate } from '../../newspaper/issue-date.ts';
import { publicationSchema } from '../../newspaper/publication.ts';
import { sectionSchema } from '../../newspaper/section.ts';
import { isSlug } from '../../newspaper/slug.ts';
import type { KnownArticle, KnownColumn, KnownName, KnownPaper } from '../page/known-paper.ts';
import { errorCodeOf, type Disk } from './disk.ts';

export interface LoadedPaper {
  readonly paper: KnownPaper;
  /**
   * Files that could not be read as they should: severity review, since a page can be imported all
   * the same. What can be saved of a broken file is used, and its id is never given to anything new.
   */
  readonly findings: readonly Finding[];
}

/**
 * Reads what the importer must know of the newspaper. Folders that are not there are empty ones.
 *
 * @param root the content folder
 * @param dates the issues that are being imported: their editions and articles are read, those of
 *   other days are left alone (twenty years of them would take minutes)
 * @throws the file system's own errors, except for what is not there
 */
export function loadKnownPaper(disk: Disk, root: string, dates: readonly IssueDate[]): LoadedPaper {
  const findings: Finding[] = [];
  const report = (file: string, faults: readonly LocalFinding[]): void => {
    findings.push(...faults.map((fault) => ({ ...fault, file, severity: 'review' as const })));
  };
  const readText = (path: string): string | undefined => {
    const bytes = readIfThere(disk, join(root, path));
    if (bytes === undefined) return undefined;
    const decoded = decodeText(Buffer.from(bytes));
    if ('text' in decoded) return decoded.text;
    report(path, [decoded.finding]);
    return undefined;
  };
  const namesIn = (folder: string, extension: string): string[] =>
    folderIfThere(disk, join(root, folder))
      .filter((name) => name.endsWith(extension) && isSlug(name.slice(0, -extension.length)))
      .sort();

  const entries = <Entry extends KnownName>(
    folder: string,
    schema: z.ZodType<Omit<Entry, 'id'>>,
  ): Entry[] =>
    namesIn(folder, '.yaml').flatMap((name): Entry[] => {
      const path = `${folder}/${name}`;
      const id = name.slice(0, -'.yaml'.length);
      const text = readText(path);
      const parsed = text === undefined ? undefined : readYamlAs(text, schema);
      if (parsed) report(path, parsed.findings);
      if (parsed?.value) return [{ id, ...parsed.value } as Entry];
      const rescued = rescuedSchema.safeParse(parsed?.raw);
      // The name of a file that tells none is its id: no page prints that, so nothing is taken for it.
      return [
        { id, aliases: [], ...(rescued.success ? rescued.data : { name: id }) } as unknown as Entry,
      ];
    });

  const publicationText = readText('publication.yaml');
  const publication =
    publicationText === undefined ? undefined : readYamlAs(publicationText, publicationSchema);
  if (publication) report('publication.yaml', publication.findings);
  const basics = publicationBasics.safeParse(publication?.value ?? publication?.raw);

  const paper: KnownPaper = {
    ...(basics.success ? { publication: withoutAbsent(basics.data) } : {}),
    sections: entries<KnownName>(
      'sections',
      sectionSchema.transform(({ name }) => ({ name, aliases: [] })),
    ),
    columns: entries<KnownColumn>(
      'columns',
      columnSchema.transform(({ name, aliases, parentLabel, series }) => ({
        name,
        aliases,
        series,
        parentLabel,
      })),
    ),
    columnists: entries<KnownName>(
      'columnists',
      columnistSchema.transform(({ name, aliases }) => ({ name, aliases })),
    ),
    articles: dates.flatMap((date) =>
      folderIfThere(disk, join(root, 'articles', date))
        .filter((folder) => /^\d{2,3}$/.test(folder))
        .sort()
        .flatMap((folder) =>
          namesIn(`articles/${date}/${folder}`, '.mdx').map((name): KnownArticle => {
            const path = `articles/${date}/${folder}/${name}`;
            const text = readText(path);
            const front = text === undefined ? undefined : parseFrontMatter(text);
            if (front) report(path, front.findings);
            return {
              edition: date,
              page: Number(folder),
              slug: name.slice(0, -'.mdx'.length),
              headline: front?.value?.headline ?? null,
              lines: front?.value?.source && front.value.source.lines,
            };
          }),
        ),
    ),
    editions: dates.flatMap((date) => {
      const yaml = readText(`editions/${date}.yaml`);
      return yaml === undefined ? [] : [{ date, yaml }];
    }),
  };
  return { paper, findings };
}

/** The issues of a content folder of which some page has been imported, in order. */
export function listImportedDates(disk: Disk, root: string): IssueDate[] {
  return folderIfThere(disk, join(root, 'sources')).filter(isIssueDate).sort();
}

const rescuedSchema = z.object({
  name: z.string().min(1),
  aliases: z.array(z.string().min(1)).catch([]),
});

const publicationBasics = z.object({
  name: z.string().min(1),
  language: z.string().min(1).catch('zh-Hans'),
  defaultSection: z.string().min(1).optional().catch(undefined),
});

function withoutAbsent(
  basics: z.output<typeof publicationBasics>,
): NonNullable<KnownPaper['publication']> {
  const { name, language, defaultSection } = basics;
  return { name, language, defaultSection };
}

/** What the importer needs of an article that stands there; the rest is for `npm run check`. */
const frontMatterSchema = z.object({
  headline: z.string().nullish(),
  source: z
    .object({ lines: z.tuple([z.number().int().min(1), z.number().int().min(1)]) })
    .optional(),
});

function parseFrontMatter(text: string) {
  const split = splitFrontMatter(text);
  if ('finding' in split) return { value: undefined, findings: [split.finding] };
  const { frontMatter, frontMatterLine } = split.parts;
  return readYamlAs(frontMatter, frontMatterSchema, frontMatterLine);
}

function readIfThere(disk: Disk, path: string): Uint8Array | undefined {
  try {
    return disk.readFile(path);
  } catch (error) {
    if (['ENOENT', 'ENOTDIR', 'EISDIR'].includes(errorCodeOf(error) ?? '')) return undefined;
    throw error;
  }
}

function folderIfThere(disk: Disk, path: string): string[] {
  try {
    return disk.readFolder(path);
  } catch (error) {
    if (['ENOENT', 'ENOTDIR'].includes(errorCodeOf(error) ?? '')) return [];
    throw error;
  }
}
