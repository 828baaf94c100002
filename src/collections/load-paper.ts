import { readFileSync } from 'node:fs';
import { createHash } from 'node:crypto';
import { join } from 'node:path';
import { columnSchema } from '../newspaper/column.ts';
import { columnistSchema } from '../newspaper/columnist.ts';
import { editionSchema, type Edition } from '../newspaper/edition.ts';
import type { Finding } from '../newspaper/finding.ts';
import type { LocalFinding, Place } from '../newspaper/local-finding.ts';
import { publicationSchema, type Publication } from '../newspaper/publication.ts';
import { sectionSchema } from '../newspaper/section.ts';
import type { Article } from '../newspaper/article.ts';
import type { ArticlePicture } from '../markdown/check-article.ts';
import { renderArticle, type RenderedArticle } from '../markdown/render-article.ts';
import { checkPaper, type PaperArticle, type PaperEntry } from './check-paper.ts';
import { parseContentPath, type YamlCollection } from './content-path.ts';
import { decodeText } from './decode-text.ts';
import { splitFrontMatter } from './front-matter.ts';
import { readArticle, readYamlEntry } from './read-entry.ts';
import { scanFolder } from './scan-folder.ts';
import { parseStrictYaml } from './strict-yaml.ts';

const yamlSchemas = {
  editions: editionSchema,
  sections: sectionSchema,
  columns: columnSchema,
  columnists: columnistSchema,
};

/** An article that was read, or found unchanged in what an earlier build kept. */
export interface LoadedArticle {
  readonly id: string;
  readonly path: string;
  readonly digest: string;
  readonly data: Article;
  readonly pictures: readonly ArticlePicture[];
  /** Absent where `kept` knew the digest: what it has is still true. */
  readonly fresh?: {
    readonly body: string;
    readonly rendered: RenderedArticle;
    /** Where each numbered paragraph begins in the file, from 1. */
    readonly paragraphLines: readonly number[];
  };
}

export interface LoadedEntry {
  readonly id: string;
  readonly path: string;
  readonly digest: string;
  readonly data: Record<string, unknown>;
}

export interface LoadedPaper {
  readonly findings: readonly Finding[];
  readonly publication: LoadedEntry | undefined;
  readonly collections: Readonly<Record<YamlCollection, readonly LoadedEntry[]>>;
  readonly articles: readonly LoadedArticle[];
  /** Ids of articles whose files are there but broken. */
  readonly brokenArticles: readonly string[];
}

export interface LoadOptions {
  /** Base path of the site, for links between pages. */
  readonly base: string;
  /** Stands for everything besides the file that decides what becomes of it. */
  readonly engine: string;
  /** What an earlier build kept of an article, if it was of this digest. */
  readonly kept: (
    id: string,
    digest: string,
  ) => { readonly data: Article; readonly pictures: readonly ArticlePicture[] } | undefined;
}

/**
 * Reads and checks the whole content folder. Broken files are left out of the collections and
 * explained in `findings`; everything is read, so that all mistakes are known at once.
 *
 * @param root absolute path of the content folder
 */
export function loadPaper(root: string, options: LoadOptions): LoadedPaper {
  const scanned = scanFolder(root);
  const findings: Finding[] = [...scanned.findings];
  const add = (file: string, found: readonly LocalFinding[]): void => {
    for (const finding of found) findings.push({ ...finding, file });
  };
  const readText = (path: string): string | undefined => {
    const decoded = decodeText(readFileSync(join(root, path)));
    if ('text' in decoded) return decoded.text;
    add(path, [decoded.finding]);
    return undefined;
  };
  const texts = new Map<string, string>();

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
  const articlePaths: { path: string; id: string }[] = [];
  for (const { path } of scanned.files) {
    const parsed = parseContentPath(path);
    switch (parsed.type) {
      case 'wrong':
        add(path, [parsed.finding]);
        break;
      case 'publication': {
        hasPublication = true;
        const text = readText(path);
        if (text === undefined) break;
        texts.set(path, text);
        const read = readYamlEntry(text, publicationSchema);
        add(path, read.findings);
        if (read.entry === undefined) break;
        publication = {
          id: 'publication',
          path,
          digest: digestOf(options.engine, text),
          data: read.entry,
        };
        break;
      }
      case 'entry': {
        ids[parsed.collection].add(parsed.id);
        const text = readText(path);
        if (text === undefined) break;
        texts.set(path, text);
        const read = readYamlEntry(text, yamlSchemas[parsed.collection]);
        add(path, read.findings);
        if (read.entry === undefined) break;
        collections[parsed.collection].push({
          id: parsed.id,
          path,
          digest: digestOf(options.engine, text),
          data: read.entry,
        });
        break;
      }
      case 'article':
        articlePaths.push({ path, id: parsed.id });
        break;
      case 'picture':
      case 'source':
      case 'page':
      case 'ignored':
        break;
    }
  }
  if (!hasPublication && scanned.findings.length === 0) {
    add('publication.yaml', [
      {
        id: 'publication-missing',
        severity: 'error',
        line: 1,
        column: 1,
        excerpt: 'publication.yaml',
        message: '应有 publication.yaml，说明是什么报纸，现在没有',
        action: '照 content/README.md 写一个',
      },
    ]);
  }

  // Part of every article's HTML, so part of its digest.
  const language = publication?.data.language ?? 'zh-Hans';
  const engine = [options.engine, options.base, language].join('\0');
  const articles: LoadedArticle[] = [];
  const brokenArticles: string[] = [];
  for (const { path, id } of articlePaths) {
    const text = readText(path);
    if (text === undefined) {
      brokenArticles.push(id);
      continue;
    }
    const digest = digestOf(engine, text);
    const kept = options.kept(id, digest);
    if (kept !== undefined) {
      articles.push({ id, path, digest, ...kept });
      continue;
    }
    const read = readArticle(text, language);
    add(path, read.findings);
    if (read.entry === undefined) {
      brokenArticles.push(id);
      continue;
    }
    const { data, pictures, body, bodyLine, content } = read.entry;
    const rendered =
      'plain' in content
        ? content.plain
        : renderArticle(content.tree, { base: options.base, edition: data.edition, language });
    const paragraphLines = rendered.paragraphLines.map((line) => line + bodyLine - 1);
    articles.push({ id, path, digest, data, pictures, fresh: { body, rendered, paragraphLines } });
  }

  const locateIn =
    (path: string) =>
    (field: readonly PropertyKey[]): Place => {
      const text = texts.get(path) ?? readAgain(join(root, path));
      const split = path.endsWith('.mdx') ? splitFrontMatter(text) : undefined;
      return split === undefined || 'finding' in split
        ? parseStrictYaml(text).locate(field)
        : parseStrictYaml(split.parts.frontMatter, split.parts.frontMatterLine).locate(field);
    };
  findings.push(
    ...checkPaper({
      publication: publication && { ...publication, locate: locateIn(publication.path) },
      editions: collections.editions.map((entry): PaperEntry<Edition> => ({
        ...entry,
        data: entry.data as unknown as Edition,
        locate: locateIn(entry.path),
      })),
      articles: articles.map((article): PaperArticle => ({
        ...article,
        locate: locateIn(article.path),
      })),
      ids,
      files: new Set(scanned.files.map(({ path }) => path)),
    }),
  );
  return { findings, publication, collections, articles, brokenArticles };
}

function digestOf(engine: string, text: string): string {
  return createHash('sha1').update(engine).update('\0').update(text).digest('base64url');
}

/** For the place of a mistake in a file whose text was not kept: 24,000 articles are 60 MB. */
function readAgain(file: string): string {
  const decoded = decodeText(readFileSync(file));
  return 'text' in decoded ? decoded.text : '';
}
