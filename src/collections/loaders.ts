import { relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Loader, LoaderContext } from 'astro/loaders';
import type { Article } from '../newspaper/article.ts';
import type { ArticlePicture } from '../markdown/check-article.ts';
import {
  bodiesFileName,
  listBodies,
  readBodies,
  removeBodies,
  writeBodies,
  type ArticleBody,
} from './bodies.ts';
import { announceFindings } from './dev-overlay.ts';
import { engineDigest } from './engine-digest.ts';
import { formatFindings, sortFindings } from './format-findings.ts';
import { loadPaper, type LoadedArticle, type LoadedEntry } from './load-paper.ts';

const names = ['publication', 'editions', 'articles', 'sections', 'columns', 'columnists'] as const;
export type PaperCollection = (typeof names)[number];

type Contexts = ReadonlyMap<PaperCollection, LoaderContext>;

/**
 * The loaders of the paper's collections. They are one reader: references go across collections, so
 * the folder is read once, when Astro has called them all, and given to each its part.
 *
 * @param root absolute path of the content folder
 */
export function paperLoaders(root: string): (collection: PaperCollection) => Loader {
  let waiting = new Map<PaperCollection, LoaderContext>();
  let loaded = Promise.withResolvers<undefined>();
  return (collection) => ({
    name: 'newspaper',
    load: async (context) => {
      waiting.set(collection, context);
      const mine = loaded;
      if (waiting.size === names.length) {
        const contexts = waiting;
        waiting = new Map();
        loaded = Promise.withResolvers();
        try {
          fill(root, contexts);
          watch(root, contexts);
          mine.resolve(undefined);
        } catch (error) {
          mine.reject(error);
        }
      }
      await mine.promise;
    },
  });
}

/** Thrown by a build, so that it stops; all of the mistakes are in the message. */
export class ContentError extends Error {
  constructor(message: string) {
    super(message);
    this.name = 'ContentError';
    // Where in this program it was thrown helps nobody who edits content.
    this.stack = '';
  }
}

/** In the meta store: digests of files by their signature, so that an unchanged file is not read. */
const signaturesKey = 'signatures';

function fill(root: string, contexts: Contexts): void {
  const articles = contexts.get('articles')!;
  const { config, logger, watcher } = articles;
  const projectRoot = fileURLToPath(config.root);
  const bodiesFolder = fileURLToPath(new URL('bodies/', config.cacheDir));
  const bodyFiles = listBodies(bodiesFolder);
  const signatures = readSignatures(articles.meta.get(signaturesKey));
  const paper = loadPaper(root, {
    base: config.base,
    engine: engineDigest(projectRoot),
    knownDigest: (path, signature, engine) => {
      const known = signatures?.engine === engine ? signatures.files[path] : undefined;
      return known !== undefined && known[0] === signature ? known[1] : undefined;
    },
    kept: (id, digest) => {
      const entry = articles.store.get(id);
      if (entry?.digest !== digest) return undefined;
      const pictures = entry.rendered?.metadata?.['pictures'] as readonly ArticlePicture[];
      return { data: withFileNames(entry.data as Article), pictures };
    },
    hasBodies: (edition, keys) => bodyFiles.has(bodiesFileName(edition, keys)),
  });

  const nameFile = (path: string): string => relative(process.cwd(), `${root}/${path}`);
  const errors = sortFindings(paper.findings.filter(({ severity }) => severity === 'error'));
  if (errors.length > 0) {
    const summary = `内容有 ${errors.length} 处错误`;
    const message = `${summary}：\n\n${formatFindings(errors, nameFile)}\n`;
    if (watcher === undefined) throw new ContentError(message);
    logger.error(message);
  }
  if (watcher !== undefined) announceFindings(watcher, root, errors);

  const filePathOf = (path: string): string =>
    relative(projectRoot, `${root}/${path}`).replaceAll('\\', '/');
  fillEntries(
    contexts.get('publication')!,
    paper.publication ? [paper.publication] : [],
    filePathOf,
  );
  for (const name of ['editions', 'sections', 'columns', 'columnists'] as const) {
    fillEntries(contexts.get(name)!, paper.collections[name], filePathOf);
  }
  const bodiesBefore = bodyNames(articles.store);
  fillArticles(articles, paper.articles, paper.brokenArticles, filePathOf);
  keepBodies(bodiesFolder, bodyFiles, bodiesBefore, bodyNames(articles.store), paper.articles);
  const now = JSON.stringify({
    engine: paper.engine,
    files: Object.fromEntries(
      paper.articles.flatMap(({ path, signature, digest }) =>
        signature === '' ? [] : [[path, [signature, digest]]],
      ),
    ),
  } satisfies Signatures);
  if (articles.meta.get(signaturesKey) !== now) articles.meta.set(signaturesKey, now);
}

interface Signatures {
  readonly engine: string;
  readonly files: Readonly<Record<string, readonly [signature: string, digest: string]>>;
}

function readSignatures(stored: string | undefined): Signatures | undefined {
  return stored === undefined ? undefined : (JSON.parse(stored) as Signatures);
}

/** The names of the files that hold the bodies of what is in the store, by edition. */
function bodyNames(store: LoaderContext['store']): Map<string, string> {
  const editions = Map.groupBy(store.values(), ({ id }) => id.slice(0, id.indexOf('/')));
  return new Map(
    Array.from(editions, ([date, entries]) => [
      date,
      bodiesFileName(
        date,
        entries.map(({ id, digest }) => ({ id, digest: String(digest) })),
      ),
    ]),
  );
}

/** Writes the bodies of the editions that changed, and removes the files that none needs. */
function keepBodies(
  folder: string,
  present: ReadonlySet<string>,
  before: ReadonlyMap<string, string>,
  after: ReadonlyMap<string, string>,
  articles: readonly LoadedArticle[],
): void {
  const byEdition = Map.groupBy(articles, ({ id }) => id.slice(0, id.indexOf('/')));
  for (const [date, fileName] of after) {
    if (present.has(fileName)) continue;
    // In dev a broken article keeps its last good body.
    const old = before.get(date);
    const bodies: Record<string, ArticleBody> = {
      ...(old === undefined ? undefined : readBodies(folder, old)),
    };
    for (const { id, fresh } of byEdition.get(date) ?? []) {
      if (fresh) bodies[id] = { html: fresh.rendered.html, source: fresh.body };
    }
    writeBodies(folder, fileName, bodies);
  }
  const needed = new Set(after.values());
  for (const fileName of present) if (!needed.has(fileName)) removeBodies(folder, fileName);
}

function fillEntries(
  { store }: LoaderContext,
  entries: readonly LoadedEntry[],
  filePathOf: (path: string) => string,
): void {
  const stale = new Set(store.keys());
  for (const { id, digest, data, path } of entries) {
    stale.delete(id);
    if (store.get(id)?.digest !== digest)
      store.set({ id, digest, data, filePath: filePathOf(path) });
  }
  for (const id of stale) store.delete(id);
}

function fillArticles(
  { store }: LoaderContext,
  articles: readonly LoadedArticle[],
  broken: readonly string[],
  filePathOf: (path: string) => string,
): void {
  // In dev a broken article keeps its last good state, and all others go on.
  const stale = new Set(store.keys());
  for (const id of broken) stale.delete(id);
  for (const { id, path, digest, data, pictures, fresh } of articles) {
    stale.delete(id);
    const filePath = filePathOf(path);
    if (fresh === undefined) {
      const kept = store.get(id);
      if (kept?.assetImports?.length) {
        (store as PictureStore).addAssetImports(kept.assetImports, filePath);
      }
      continue;
    }
    const { html, picturePaths, crossheads, excerpt, characters } = fresh.rendered;
    store.set({
      id,
      digest,
      filePath,
      data: {
        ...data,
        images: data.images.map((image) => ({ ...image, file: `./${image.file}` })),
      },
      assetImports: [...new Set([...picturePaths, ...data.images.map(({ file }) => `./${file}`)])],
      imageImports: data.images.map((_image, index) => ['images', index, 'file']),
      rendered: {
        // Astro must put the pictures' addresses into a body that has some; see bodies.ts for the others.
        html: picturePaths.length > 0 ? html : '',
        metadata: {
          headings: [...crossheads],
          imagePaths: [...picturePaths],
          excerpt,
          characters,
          paragraphLines: [...fresh.paragraphLines],
          pictures,
        },
      },
    });
  }
  for (const id of stale) store.delete(id);
}

/**
 * Astro's own glob loader calls this for entries it keeps (astro/dist/content/loaders/glob.js): it
 * makes Astro write .astro/content-assets.mjs anew, which another content folder may have left there.
 */
type PictureStore = LoaderContext['store'] & {
  addAssetImports(pictures: readonly string[], filePath: string): void;
};

/** The store has `./bridge.jpg`, which Astro resolves; the checks want the name as it was written. */
function withFileNames(data: Article): Article {
  if (data.images.length === 0) return data;
  return {
    ...data,
    images: data.images.map((image) => ({ ...image, file: image.file.replace(/^\.\//, '') })),
  };
}

/** In dev: reads the folder again after an edit. Unchanged articles cost a read and a digest. */
function watch(root: string, contexts: Contexts): void {
  const { watcher, logger } = contexts.get('articles')!;
  if (watcher === undefined) return;
  watcher.add(root);
  let timer: ReturnType<typeof setTimeout> | undefined;
  const onChange = (path: string): void => {
    if (!path.startsWith(root)) return;
    clearTimeout(timer);
    // An editor's save, or an import, is several events.
    timer = setTimeout(() => {
      try {
        fill(root, contexts);
        logger.info(`重新读入 ${relative(root, path)}`);
      } catch (error) {
        logger.error(String(error));
      }
    }, 50);
  };
  for (const event of ['add', 'change', 'unlink'] as const) watcher.on(event, onChange);
}
