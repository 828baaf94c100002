import { join } from 'node:path';
import { z } from 'astro/zod';
import { decodeText } from '../../manuscript/decode-text.ts';
import { splitFrontMatter } from '../../manuscript/front-matter.ts';
import { readYamlAs } from '../../manuscript/read-yaml-as.ts';
import { columnSchema } from '../../newspaper/column.ts';
import { columnistSchema } from '../../newspaper/columnist.ts';
import type { Finding } from '../../newspaper/finding.ts';
import type { LocalFinding } from '../../newspaper/local-finding.ts';
import type { IssueDate } from '../../newspaper/issue-date.ts';
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
  const reader = new PaperReader(disk, root);
  const paper: KnownPaper = {
    ...reader.publication(),
    sections: reader.entries<KnownName>(
      'sections',
      sectionSchema.transform(({ name }) => ({ name, aliases: [] })),
    ),
    columns: reader.entries<KnownColumn>(
      'columns',
      columnSchema.transform(({ name, aliases, parentLabel, series }) => ({
        name,
        aliases,
        series,
        parentLabel,
      })),
    ),
    columnists: reader.entries<KnownName>(
      'columnists',
      columnistSchema.transform(({ name, aliases }) => ({ name, aliases })),
    ),
    articles: dates.flatMap((date) => reader.articles(date)),
    editions: dates.flatMap((date) => reader.edition(date)),
  };
  return { paper, findings: reader.findings };
}

/** Reads the files of a content folder, and keeps what is wrong with them. */
class PaperReader {
  readonly findings: Finding[] = [];
  readonly #disk: Disk;
  readonly #root: string;

  constructor(disk: Disk, root: string) {
    this.#disk = disk;
    this.#root = root;
  }

  publication(): Pick<KnownPaper, 'publication'> {
    const read = this.#readAs('publication.yaml', (text) => readYamlAs(text, publicationSchema));
    const basics = publicationBasics.safeParse(read?.value ?? read?.raw);
    if (!basics.success) return {};
    const { name, language, defaultSection } = basics.data;
    return { publication: { name, language, defaultSection } };
  }

  entries<Entry extends KnownName>(
    folder: string,
    schema: z.ZodType<Omit<Entry, 'id'>>,
  ): readonly Entry[] {
    return this.#namesIn(folder, '.yaml').map((id): Entry => {
      const read = this.#readAs(`${folder}/${id}.yaml`, (text) => readYamlAs(text, schema));
      if (read?.value) return { id, ...read.value } as Entry;
      const rescued = rescuedSchema.safeParse(read?.raw);
      // The name of a file that tells none is its id: no page prints that, so nothing is taken for it.
      const told = rescued.success ? rescued.data : { name: id, aliases: [] };
      return { id, ...told } as unknown as Entry;
    });
  }

  articles(date: IssueDate): readonly KnownArticle[] {
    const pages = folderIfThere(this.#disk, join(this.#root, 'articles', date))
      .filter((folder) => /^\d{2,3}$/.test(folder))
      .sort();
    return pages.flatMap((page) => {
      const folder = `articles/${date}/${page}`;
      return this.#namesIn(folder, '.mdx').map((slug): KnownArticle => {
        const front = this.#readAs(`${folder}/${slug}.mdx`, parseFrontMatter)?.value;
        return {
          edition: date,
          page: Number(page),
          slug,
          headline: front?.headline ?? null,
          lines: front?.source && front.source.lines,
        };
      });
    });
  }

  edition(date: IssueDate): KnownPaper['editions'] {
    const yaml = this.#readText(`editions/${date}.yaml`);
    return yaml === undefined ? [] : [{ date, yaml }];
  }

  /** Names of a folder's files without their extension, those that are slugs. */
  #namesIn(folder: string, extension: string): string[] {
    return folderIfThere(this.#disk, join(this.#root, folder))
      .filter((name) => name.endsWith(extension))
      .sort()
      .map((name) => name.slice(0, -extension.length))
      .filter(isSlug);
  }

  #readAs<Read extends { readonly findings: readonly LocalFinding[] }>(
    path: string,
    parse: (text: string) => Read,
  ): Read | undefined {
    const text = this.#readText(path);
    const read = text === undefined ? undefined : parse(text);
    if (read) this.#report(path, read.findings);
    return read;
  }

  #readText(path: string): string | undefined {
    const bytes = readIfThere(this.#disk, join(this.#root, path));
    if (bytes === undefined) return undefined;
    const decoded = decodeText(Buffer.from(bytes));
    if ('text' in decoded) return decoded.text;
    this.#report(path, [decoded.finding]);
    return undefined;
  }

  #report(file: string, faults: readonly LocalFinding[]): void {
    const findings = faults.map((fault) => ({ ...fault, file, severity: 'review' as const }));
    this.findings.push(...findings);
  }
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
