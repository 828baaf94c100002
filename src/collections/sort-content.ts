import { readYamlAs } from '../manuscript/read-yaml-as.ts';
import { columnSchema } from '../newspaper/column.ts';
import { columnistSchema } from '../newspaper/columnist.ts';
import { editionSchema } from '../newspaper/edition.ts';
import type { Finding } from '../newspaper/finding.ts';
import { publicationSchema, type Publication } from '../newspaper/publication.ts';
import { sectionSchema } from '../newspaper/section.ts';
import { checkPictureHead } from './check-picture-head.ts';
import { checkPublicFile } from './check-public-file.ts';
import { digestOf } from './companions.ts';
import { parseContentPath, type YamlCollection } from './content-path.ts';
import type { ContentReader } from './content-reader.ts';
import type { ScannedFile } from './scan-folder.ts';

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
  /** Pictures that are none. Those that an article shows are told at its line. */
  readonly heads: readonly Finding[];
}

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
  let publication: (LoadedEntry & { readonly data: Publication }) | undefined;
  let hasPublication = false;
  const collections: Record<YamlCollection, LoadedEntry[]> = {
    editions: [],
    sections: [],
    columns: [],
    columnists: [],
  };
  const ids: Record<YamlCollection, Set<string>> = {
    editions: new Set(),
    sections: new Set(),
    columns: new Set(),
    columnists: new Set(),
  };
  const articleFiles: ArticleFile[] = [];
  /** Pictures and source pages by edition: articles are shown with them. */
  const companionFiles = new Map<string, ScannedFile[]>();
  /** What interactive articles may import. */
  const components: ScannedFile[] = [];
  const sitePages: string[] = [];
  const ledgerFiles: string[] = [];
  /** Pictures that are none. Those that an article shows are told at its line. */
  const heads: Finding[] = [];
  for (const { path, size, signature } of files) {
    const parsed = parseContentPath(path);
    switch (parsed.type) {
      case 'wrong':
        reader.add(path, [parsed.finding]);
        break;
      case 'publication': {
        hasPublication = true;
        const text = reader.readAndKeep(path);
        if (text === undefined) break;
        const read = readYamlAs(text, publicationSchema);
        reader.add(path, read.findings);
        if (read.value === undefined) break;
        publication = {
          id: 'publication',
          path,
          digest: digestOf(engine, text),
          data: read.value,
        };
        break;
      }
      case 'entry': {
        ids[parsed.collection].add(parsed.id);
        const text = reader.readAndKeep(path);
        if (text === undefined) break;
        const read = readYamlAs(text, yamlSchemas[parsed.collection]);
        reader.add(path, read.findings);
        if (read.value === undefined) break;
        collections[parsed.collection].push({
          id: parsed.id,
          path,
          digest: digestOf(engine, text),
          data: read.value,
        });
        break;
      }
      case 'article':
        articleFiles.push({ path, id: parsed.id, signature, edition: parsed.edition });
        break;
      case 'picture':
      case 'source': {
        if (parsed.type === 'picture') {
          const name = path.slice(path.lastIndexOf('/') + 1);
          heads.push(
            ...checkPictureHead(name, reader.head(path)).map((found) => ({
              ...found,
              file: path,
            })),
          );
        }
        const edition = path.split('/')[1]!;
        const companions = companionFiles.get(edition);
        if (companions === undefined) companionFiles.set(edition, [{ path, size, signature }]);
        else companions.push({ path, size, signature });
        break;
      }
      case 'component':
        components.push({ path, size, signature });
        break;
      case 'page':
        if (/\.mdx?$/.test(path)) sitePages.push(path);
        break;
      case 'public': {
        const name = path.slice(path.lastIndexOf('/') + 1);
        const bytes = /\.svg$/i.test(name)
          ? Buffer.from(reader.read(path) ?? '')
          : reader.head(path);
        reader.add(path, checkPublicFile(name, bytes));
        break;
      }
      case 'addresses':
        ledgerFiles.push(path);
        break;
      case 'ignored':
        break;
    }
  }
  if (!hasPublication && isWhole) {
    reader.add('publication.yaml', [
      {
        id: 'publication-missing',
        severity: 'error',
        line: 1,
        column: 1,
        excerpt: 'publication.yaml',
        message: '应有 publication.yaml，说明是什么报纸，现在没有',
        action: 'npm run new -- paper 可以写一个；逐项说明见 docs/another-newspaper.md',
      },
    ]);
  }
  return {
    publication,
    collections,
    ids,
    articleFiles,
    companionFiles,
    components,
    sitePages,
    ledgerFiles,
    heads,
  };
}
