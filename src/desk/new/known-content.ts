import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { decodeText } from '../../manuscript/decode-text.ts';
import { splitFrontMatter } from '../../manuscript/front-matter.ts';
import { readYaml } from '../../manuscript/read-yaml.ts';
import { formatPageNumber } from '../../newspaper/format-page-number.ts';

/** An entry that a new one may refer to. */
export interface KnownEntry {
  readonly id: string;
  /** As printed; the id where its file cannot be read. */
  readonly name: string;
}

export interface KnownEdition {
  readonly date: string;
  /** Numbers and names of its pages, as its file has them. */
  readonly pages: readonly { readonly number: number; readonly name?: string }[];
}

/** What a content folder holds already, as far as a new entry depends on it. */
export interface KnownContent {
  /** Oldest first. */
  readonly editions: readonly KnownEdition[];
  readonly sections: readonly KnownEntry[];
  readonly columns: readonly KnownEntry[];
  readonly columnists: readonly KnownEntry[];
  readonly defaultSection?: string;
  readonly language?: string;
  /** File names without `.mdx`, and the orders taken, of one page's articles. */
  readonly articlesOf: (date: string, page: number) => PageArticles;
}

export interface PageArticles {
  readonly slugs: ReadonlySet<string>;
  readonly orders: readonly number[];
}

/**
 * Reads what is there, broken files as far as they go: a mistake elsewhere is for `check` to tell, and
 * must not stand in the way of a new article. Articles are read for one page only.
 *
 * @param root absolute path of the content folder
 */
export function readKnownContent(root: string): KnownContent {
  const publication = readRecord(join(root, 'publication.yaml'));
  const entries = (folder: string): KnownEntry[] =>
    namesIn(join(root, folder), '.yaml').map((id) => {
      const name = readRecord(join(root, folder, `${id}.yaml`))['name'];
      return { id, name: typeof name === 'string' ? name : id };
    });
  const editions = namesIn(join(root, 'editions'), '.yaml').map((date): KnownEdition => {
    const pages = readRecord(join(root, 'editions', `${date}.yaml`))['pages'];
    return {
      date,
      pages: (Array.isArray(pages) ? (pages as unknown[]) : []).flatMap((page) => {
        const { number, name } = (page ?? {}) as Record<string, unknown>;
        if (typeof number !== 'number') return [];
        return [{ number, ...(typeof name === 'string' ? { name } : {}) }];
      }),
    };
  });
  const { defaultSection, language } = publication;
  return {
    editions,
    sections: entries('sections'),
    columns: entries('columns'),
    columnists: entries('columnists'),
    ...(typeof defaultSection === 'string' ? { defaultSection } : {}),
    ...(typeof language === 'string' ? { language } : {}),
    articlesOf: (date, page) => {
      const folder = join(root, 'articles', date, formatPageNumber(page));
      const slugs = namesIn(folder, '.mdx');
      const orders = slugs.flatMap((slug) => {
        const { order } = readFrontMatter(join(folder, `${slug}.mdx`));
        return typeof order === 'number' ? [order] : [];
      });
      return { slugs: new Set(slugs), orders };
    },
  };
}

function namesIn(folder: string, extension: string): string[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder)
    .filter((name) => name.endsWith(extension) && !name.startsWith('.'))
    .map((name) => name.slice(0, -extension.length))
    .sort();
}

function readRecord(file: string): Record<string, unknown> {
  return mapOf(readText(file));
}

function readFrontMatter(file: string): Record<string, unknown> {
  const text = readText(file);
  const split = text === undefined ? undefined : splitFrontMatter(text);
  return mapOf(split && 'parts' in split ? split.parts.frontMatter : undefined);
}

function readText(file: string): string | undefined {
  try {
    const decoded = decodeText(readFileSync(file));
    return 'text' in decoded ? decoded.text : undefined;
  } catch {
    return undefined;
  }
}

function mapOf(yaml: string | undefined): Record<string, unknown> {
  const value = yaml === undefined ? undefined : readYaml(yaml).value;
  return value !== null && typeof value === 'object' ? (value as Record<string, unknown>) : {};
}
