import { closeSync, openSync, readFileSync, readSync } from 'node:fs';
import { createHash, hash } from 'node:crypto';
import { join } from 'node:path';
import { columnSchema } from '../newspaper/column.ts';
import { columnistSchema } from '../newspaper/columnist.ts';
import { editionSchema, type Edition } from '../newspaper/edition.ts';
import type { Finding } from '../newspaper/finding.ts';
import type { LocalFinding, Place } from '../newspaper/local-finding.ts';
import { publicationSchema, type Publication } from '../newspaper/publication.ts';
import { sectionSchema } from '../newspaper/section.ts';
import type { Article } from '../newspaper/article.ts';
import type { ArticlePicture } from '../manuscript/check-article.ts';
import type { ArticleBody } from '../manuscript/article-body.ts';
import { renderArticle } from '../manuscript/render-article.ts';
import type { BodyKey } from './bodies.ts';
import { checkPaper, type PaperArticle, type PaperEntry } from './check-paper.ts';
import { parseContentPath, type YamlCollection } from './content-path.ts';
import { decodeText } from '../manuscript/decode-text.ts';
import { splitFrontMatter } from '../manuscript/front-matter.ts';
import { readArticle } from '../manuscript/read-article.ts';
import { readYamlAs } from '../manuscript/read-yaml-as.ts';
import { checkPictureBytes, pictureHeadLength } from './check-picture-bytes.ts';
import { readSitePage } from '../manuscript/read-site-page.ts';
import { scanFolder, type ScannedFile } from './scan-folder.ts';
import { readYaml } from '../manuscript/read-yaml.ts';

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
  readonly signature: string;
  readonly digest: string;
  readonly data: Article;
  readonly pictures: readonly ArticlePicture[];
  /** Whether its own page is set by @astrojs/mdx, with the components that it imports. */
  readonly interactive: boolean;
  /** Absent where `kept` knew the digest: what it has is still true. */
  readonly fresh?: {
    /** The MDX after the front matter. */
    readonly source: string;
    readonly body: ArticleBody;
  };
}

export interface LoadedEntry {
  readonly id: string;
  readonly path: string;
  readonly digest: string;
  readonly data: Record<string, unknown>;
}

export interface LoadedPaper {
  /** Everything besides an article's file that its HTML depends on: code, base path, language. */
  readonly engine: string;
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
  /** The digest that an earlier build computed, with this engine, for a file of this signature. */
  readonly knownDigest?: (path: string, signature: string, engine: string) => string | undefined;
  /** What an earlier build kept of an article, if it was of this digest. */
  readonly kept: (id: string, digest: string) => KeptArticle | undefined;
  /** Whether the rendered bodies of an edition with exactly these articles were kept. */
  readonly hasBodies: (edition: string, articles: readonly BodyKey[]) => boolean;
}

export interface KeptArticle {
  readonly data: Article;
  readonly pictures: readonly ArticlePicture[];
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
    let bytes: Buffer;
    try {
      bytes = readFileSync(join(root, path));
    } catch (error) {
      const { code, message } = error as NodeJS.ErrnoException;
      if (code === undefined) throw error;
      add(path, [unreadable(path, code === 'EACCES' ? '没有读它的权限' : message)]);
      return undefined;
    }
    const decoded = decodeText(bytes);
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
  const articleFiles: { path: string; id: string; signature: string; edition: string }[] = [];
  /** Pictures and source pages by edition: articles are shown with them. */
  const companionFiles = new Map<string, ScannedFile[]>();
  /** What interactive articles may import. */
  const components: ScannedFile[] = [];
  for (const { path, signature } of scanned.files) {
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
        const read = readYamlAs(text, publicationSchema);
        add(path, read.findings);
        if (read.value === undefined) break;
        publication = {
          id: 'publication',
          path,
          digest: digestOf(options.engine, text),
          data: read.value,
        };
        break;
      }
      case 'entry': {
        ids[parsed.collection].add(parsed.id);
        const text = readText(path);
        if (text === undefined) break;
        texts.set(path, text);
        const read = readYamlAs(text, yamlSchemas[parsed.collection]);
        add(path, read.findings);
        if (read.value === undefined) break;
        collections[parsed.collection].push({
          id: parsed.id,
          path,
          digest: digestOf(options.engine, text),
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
          add(path, checkPictureBytes(name, headOf(join(root, path))));
        }
        const edition = path.split('/')[1]!;
        const companions = companionFiles.get(edition);
        if (companions === undefined) companionFiles.set(edition, [{ path, signature }]);
        else companions.push({ path, signature });
        break;
      }
      case 'component':
        components.push({ path, signature });
        break;
      case 'page': {
        const text = readText(path);
        if (text !== undefined) add(path, readSitePage(text, path.endsWith('.mdx')));
        break;
      }
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
        action: 'npm run new -- paper 可以写一个；逐项说明见 docs/another-newspaper.md',
      },
    ]);
  }

  // Part of every article's HTML, so part of its digest.
  const language = publication?.data.language ?? 'zh-Hans';
  const engine = [options.engine, options.base, language].join('\0');
  const interactiveIds = new Set(publication?.data.interactive);
  const articles: LoadedArticle[] = [];
  const brokenArticles: string[] = [];
  for (const [edition, files] of Map.groupBy(articleFiles, (file) => file.edition)) {
    const ofEdition = companionFiles.get(edition) ?? [];
    const beside = companionsOf(root, ofEdition);
    const besideInteractive = companionsOf(root, [...ofEdition, ...components], 'interactive');
    const known = files.map((file) => {
      const interactive = interactiveIds.has(file.id);
      const companions = interactive ? besideInteractive : beside;
      const signature = joinSignatures(file.signature, companions.signature);
      let text: string | undefined;
      let digest = options.knownDigest?.(file.path, signature, engine);
      if (digest === undefined) {
        text = readText(file.path);
        if (text !== undefined) digest = digestOf(engine, companions.digest(), text);
      }
      return { ...file, interactive, signature, text, digest };
    });
    const kept = known.map(({ id, digest }) =>
      digest === undefined ? undefined : options.kept(id, digest),
    );
    // The unit is the edition: to render its twenty articles again is cheaper than to tell them apart.
    const nothingChanged =
      kept.every((article) => article !== undefined) &&
      options.hasBodies(edition, known as readonly BodyKey[]);
    for (const [index, { path, id, interactive, signature, text, digest }] of known.entries()) {
      if (nothingChanged) {
        articles.push({ id, path, signature, digest: digest!, interactive, ...kept[index]! });
        continue;
      }
      const article = digest === undefined ? undefined : (text ?? readText(path));
      const read = article === undefined ? undefined : readArticle(article, language, interactive);
      add(path, read?.findings ?? []);
      if (read?.entry === undefined) {
        brokenArticles.push(id);
        continue;
      }
      const { data, pictures, body, bodyLine, content } = read.entry;
      const context = { base: options.base, edition: data.edition, language };
      const fresh = {
        source: body,
        body: 'plain' in content ? content.plain : renderArticle(content.tree, context, bodyLine),
      };
      articles.push({ id, path, signature, digest: digest!, interactive, data, pictures, fresh });
    }
  }

  const locateIn =
    (path: string) =>
    (field: readonly PropertyKey[]): Place => {
      const text = texts.get(path) ?? readAgain(join(root, path));
      const split = path.endsWith('.mdx') ? splitFrontMatter(text) : undefined;
      return split === undefined || 'finding' in split
        ? readYaml(text).locate(field)
        : readYaml(split.parts.frontMatter, split.parts.frontMatterLine).locate(field);
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
  return { engine, findings, publication, collections, articles, brokenArticles };
}

function unreadable(path: string, why: string): LocalFinding {
  return {
    id: 'file-unreadable',
    severity: 'error',
    line: 1,
    column: 1,
    excerpt: path,
    message: `读不了这个文件：${why}`,
    action: '改正文件的权限，或换一个文件',
  };
}

/** The first bytes of a picture; none where it cannot be read, which is reported as no picture. */
function headOf(file: string): Uint8Array {
  const head = new Uint8Array(pictureHeadLength);
  try {
    const opened = openSync(file, 'r');
    try {
      return head.subarray(0, readSync(opened, head));
    } finally {
      closeSync(opened);
    }
  } catch {
    return new Uint8Array();
  }
}

function digestOf(...parts: readonly string[]): string {
  const sum = createHash('sha1');
  for (const part of parts) sum.update(part).update('\0');
  return sum.digest('base64url');
}

/**
 * The files beside an edition's articles as one: read only where an article's digest is wanted.
 *
 * @param mark tells articles apart that are read in another way
 */
function companionsOf(
  root: string,
  files: readonly ScannedFile[],
  mark = '',
): { readonly signature: string; readonly digest: () => string } {
  let digest = files.length === 0 ? mark : undefined;
  return {
    signature: files.reduce(
      (joined, { path, signature }) => joinSignatures(joined, signature && `${path} ${signature}`),
      `-${mark}`,
    ),
    digest: () => {
      if (digest === undefined) {
        const sum = createHash('sha1').update(mark);
        for (const { path } of files) sum.update(path).update(readFileSync(join(root, path)));
        digest = sum.digest('base64url');
      }
      return digest;
    },
  };
}

/** Unknown where either is: an empty signature stands for a file touched just now. */
function joinSignatures(left: string, right: string): string {
  return left === '' || right === '' ? '' : hash('sha1', `${left}\n${right}`, 'base64url');
}

/** For the place of a mistake in a file whose text was not kept: 24,000 articles are 60 MB. */
function readAgain(file: string): string {
  const decoded = decodeText(readFileSync(file));
  return 'text' in decoded ? decoded.text : '';
}
