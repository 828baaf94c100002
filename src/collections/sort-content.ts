import { findingWords } from '../newspaper/finding-words.ts';
import type { z } from 'astro/zod';
import { readYamlAs } from '../manuscript/read-yaml-as.ts';
import { columnSchema } from '../newspaper/column.ts';
import { columnistSchema } from '../newspaper/columnist.ts';
import { editionSchema } from '../newspaper/edition.ts';
import type { Finding } from '../newspaper/finding.ts';
import { publicationSchema, type Publication } from '../newspaper/publication.ts';
import { sectionSchema } from '../newspaper/section.ts';
import { zonesSchema, type PageZones } from '../newspaper/zones.ts';
import { checkPictureHead } from './check-picture-head.ts';
import { checkPublicFile } from './check-public-file.ts';
import { digestOf } from './companions.ts';
import { parseContentPath, type ContentPath, type YamlCollection } from './content-path.ts';
import type { ContentReader } from './content-reader.ts';
import type { ScannedFile } from './list-content-files.ts';

const yamlSchemas = {
  editions: editionSchema,
  sections: sectionSchema,
  columns: columnSchema,
  columnists: columnistSchema,
};

export interface LoadedEntry {
  readonly id: string;
  readonly path: string;
  readonly digest: string;
  readonly data: Record<string, unknown>;
}

export interface ArticleFile {
  readonly path: string;
  readonly id: string;
  readonly signature: string;
  readonly edition: string;
}

/** The files of a content folder by what they are; YAML files read, articles not yet. */
export interface SortedContent {
  readonly publication: (LoadedEntry & { readonly data: Publication }) | undefined;
  readonly collections: Readonly<Record<YamlCollection, readonly LoadedEntry[]>>;
  /** Ids by collection, those of broken files too. */
  readonly ids: Readonly<Record<YamlCollection, ReadonlySet<string>>>;
  readonly articleFiles: readonly ArticleFile[];
  /** Pictures and source pages by edition: articles are shown with them. */
  readonly companionFiles: ReadonlyMap<string, readonly ScannedFile[]>;
  /** What interactive articles may import. */
  readonly components: readonly ScannedFile[];
  readonly sitePages: readonly string[];
  readonly ledgerFiles: readonly string[];
  /** Where articles stand on the scans of their pages; the id is that of the page: `2022-12-19/01`. */
  readonly zones: readonly (LoadedEntry & { readonly data: PageZones })[];
  /** Pictures that are none. Those that an article shows are told at its line. */
  readonly heads: readonly Finding[];
}

/** What is gathered while files are sorted; `SortedContent` is what others see of it. */
interface Sorting {
  readonly reader: ContentReader;
  readonly engine: string;
  publication: SortedContent['publication'];
  hasPublication: boolean;
  readonly collections: Record<YamlCollection, LoadedEntry[]>;
  readonly ids: Record<YamlCollection, Set<string>>;
  readonly articleFiles: ArticleFile[];
  readonly companionFiles: Map<string, ScannedFile[]>;
  readonly components: ScannedFile[];
  readonly sitePages: string[];
  readonly ledgerFiles: string[];
  readonly zones: (LoadedEntry & { readonly data: PageZones })[];
  readonly heads: Finding[];
}

type Place = (sorting: Sorting, file: ScannedFile, parsed: ContentPath) => void;

/** What becomes of a file, by what its path says that it is. */
const places: {
  readonly [T in ContentPath['type']]: (
    sorting: Sorting,
    file: ScannedFile,
    parsed: Extract<ContentPath, { type: T }>,
  ) => void;
} = {
  wrong: ({ reader }, { path }, { finding }) => {
    reader.add(path, [finding]);
  },
  publication: (sorting, { path }) => {
    sorting.hasPublication = true;
    const read = readEntry(sorting, path, publicationSchema);
    if (read !== undefined) sorting.publication = { id: 'publication', ...read };
  },
  entry: (sorting, { path }, { collection, id }) => {
    sorting.ids[collection].add(id);
    const read = readEntry(sorting, path, yamlSchemas[collection]);
    if (read !== undefined) sorting.collections[collection].push({ id, ...read });
  },
  article: ({ articleFiles }, { path, signature }, { id, edition }) => {
    articleFiles.push({ path, id, signature, edition });
  },
  picture: (sorting, file) => {
    const found = checkPictureHead(nameOf(file), sorting.reader.head(file.path));
    sorting.heads.push(...found.map((one) => ({ ...one, file: file.path })));
    addCompanion(sorting, file);
  },
  source: addCompanion,
  zones: (sorting, { path }, { id }) => {
    const read = readEntry(sorting, path, zonesSchema);
    if (read !== undefined) sorting.zones.push({ id, ...read });
  },
  // Looked at where a page's zones name it (check-zones.ts).
  scan: () => undefined,
  component: ({ components }, file) => {
    components.push(file);
  },
  page: ({ sitePages }, { path }) => {
    if (/\.mdx?$/.test(path)) sitePages.push(path);
  },
  public: ({ reader }, file) => {
    const name = nameOf(file);
    const bytes = /\.svg$/i.test(name)
      ? Buffer.from(reader.read(file.path) ?? '')
      : reader.head(file.path);
    reader.add(file.path, checkPublicFile(name, bytes));
  },
  addresses: ({ ledgerFiles }, { path }) => {
    ledgerFiles.push(path);
  },
  ignored: () => undefined,
};

/**
 * Sorts the files of a content folder and reads those of YAML.
 *
 * @param engine stands for everything besides a file that decides what becomes of it
 * @param isWhole whether all of the folder could be listed: otherwise nothing is said to be missing
 */
export function sortContent(
  files: readonly ScannedFile[],
  reader: ContentReader,
  engine: string,
  isWhole: boolean,
): SortedContent {
  const sorting: Sorting = {
    reader,
    engine,
    publication: undefined,
    hasPublication: false,
    collections: { editions: [], sections: [], columns: [], columnists: [] },
    ids: { editions: new Set(), sections: new Set(), columns: new Set(), columnists: new Set() },
    articleFiles: [],
    companionFiles: new Map(),
    components: [],
    sitePages: [],
    ledgerFiles: [],
    zones: [],
    heads: [],
  };
  for (const file of files) {
    const parsed = parseContentPath(file.path);
    const place = places[parsed.type] as Place;
    place(sorting, file, parsed);
  }
  if (!sorting.hasPublication && isWhole) {
    reader.add('publication.yaml', [
      {
        id: 'publication-missing',
        severity: 'error',
        line: 1,
        column: 1,
        excerpt: 'publication.yaml',
        ...findingWords(
          {
            zh: '应有 publication.yaml，说明是什么报纸，现在没有',
            en: 'There must be a publication.yaml that says what paper this is; there is none',
          },
          {
            zh: 'npm run new -- paper 内容文件夹 --name 报名 可以写一个；逐项说明见 docs/another-newspaper.md',
            en: 'npm run new -- paper CONTENT-FOLDER --name NAME writes one; docs/another-newspaper.md explains it',
          },
        ),
      },
    ]);
  }
  return sorting;
}

/** Reads one YAML file of the content folder; what is wrong with it is told to the reader of content. */
function readEntry<S extends z.ZodType<Record<string, unknown>>>(
  { reader, engine }: Sorting,
  path: string,
  schema: S,
): { path: string; digest: string; data: z.output<S> } | undefined {
  const text = reader.readAndKeep(path);
  if (text === undefined) return undefined;
  const { value, findings } = readYamlAs(text, schema);
  reader.add(path, findings);
  return value === undefined ? undefined : { path, digest: digestOf(engine, text), data: value };
}

/** Pictures and source pages: the articles of their edition are shown with them. */
function addCompanion({ companionFiles }: Sorting, file: ScannedFile): void {
  const edition = file.path.split('/')[1]!;
  const companions = companionFiles.get(edition);
  if (companions === undefined) companionFiles.set(edition, [file]);
  else companions.push(file);
}

function nameOf({ path }: ScannedFile): string {
  return path.slice(path.lastIndexOf('/') + 1);
}
