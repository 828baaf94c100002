import { join } from 'node:path';
import { z } from 'astro/zod';
import { columnSchema } from '../../newspaper/column.ts';
import { columnistSchema } from '../../newspaper/columnist.ts';
import type { Finding } from '../../newspaper/finding.ts';
import { isIssueDate, type IssueDate } from '../../newspaper/issue-date.ts';
import { publicationSchema } from '../../newspaper/publication.ts';
import { sectionSchema } from '../../newspaper/section.ts';
import { isSlug } from '../../newspaper/slug.ts';
import type { KnownArticle, KnownColumn, KnownName, KnownPaper } from '../page/known-paper.ts';
import { errorCodeOf, type Disk } from './disk.ts';
import { parseYaml } from '../page/parse-yaml.ts';

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
  const report = (faults: readonly Finding[]): void => {
    findings.push(...faults.map((fault) => ({ ...fault, severity: 'review' as const })));
  };
  const readText = (path: string): string | undefined => {
    const bytes = readIfThere(disk, join(root, path));
    if (bytes === undefined) return undefined;
    try {
      return new TextDecoder('utf-8', { fatal: true }).decode(bytes).replaceAll(/\r\n?/g, '\n');
    } catch {
      report([
        {
          id: 'encoding-invalid',
          severity: 'error',
          file: path,
          line: 1,
          column: 1,
          excerpt: '',
          message: '应为 UTF-8，实不是',
          action: '用编辑器另存为 UTF-8',
        },
      ]);
      return undefined;
    }
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
      const parsed = text === undefined ? undefined : parseYaml(text, schema, path);
      if (parsed) report(parsed.findings);
      if (parsed?.value) return [{ id, ...parsed.value } as Entry];
      const rescued = rescuedSchema.safeParse(parsed?.raw);
      // The name of a file that tells none is its id: no page prints that, so nothing is taken for it.
      return [
        { id, aliases: [], ...(rescued.success ? rescued.data : { name: id }) } as unknown as Entry,
      ];
    });

  const publicationText = readText('publication.yaml');
  const publication =
    publicationText === undefined
      ? undefined
      : parseYaml(publicationText, publicationSchema, 'publication.yaml');
  if (publication) report(publication.findings);
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
        ...(parentLabel === undefined ? {} : { parentLabel }),
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
            const front = text === undefined ? undefined : parseFrontMatter(text, path);
            if (front) report(front.findings);
            return {
              edition: date,
              page: Number(folder),
              slug: name.slice(0, -'.mdx'.length),
              headline: front?.value?.headline ?? null,
              ...(front?.value?.source ? { lines: front.value.source.lines } : {}),
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
  return { name, language, ...(defaultSection === undefined ? {} : { defaultSection }) };
}

/** What the importer needs of an article that stands there; the rest is for `npm run check`. */
const frontMatterSchema = z.object({
  headline: z.string().nullish(),
  source: z
    .object({ lines: z.tuple([z.number().int().min(1), z.number().int().min(1)]) })
    .optional(),
});

function parseFrontMatter(text: string, file: string) {
  const match = /^\u{FEFF}?---[ \t]*\n([\s\S]*?\n)?---[ \t]*(?:\n|$)/u.exec(text);
  if (match) return parseYaml(match[1] ?? '', frontMatterSchema, file, 2);
  const finding: Finding = {
    id: 'front-matter-missing',
    severity: 'error',
    file,
    line: 1,
    column: 1,
    excerpt: text.slice(0, 40).split('\n')[0] ?? '',
    message: '文章应以 --- 之间的说明开头，这里没有或没有收尾',
    action: '补上开头和收尾的 ---',
  };
  return { findings: [finding], value: undefined };
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
