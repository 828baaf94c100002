import { relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Loader, LoaderContext } from 'astro/loaders';
import {
  staysInStore,
  readArticleFile,
  writeArticleFile,
  type ArticleRecord,
} from './article-file.ts';
import {
  bodiesFileName,
  listBodies,
  readBodies,
  removeBodies,
  writeBodies,
  type StoredBody,
} from './bodies.ts';
import { announceFindings } from './dev-overlay.ts';
import { engineDigest } from './engine-digest.ts';
import { formatFindings, sortFindings } from './format-findings.ts';
import { packBody } from '../manuscript/pack-body.ts';
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

function fill(root: string, contexts: Contexts): void {
  const { config, logger, watcher } = contexts.get('articles')!;
  const projectRoot = fileURLToPath(config.root);
  const bodiesFolder = fileURLToPath(new URL('bodies/', config.cacheDir));
  const articleFile = fileURLToPath(new URL('articles.json', config.cacheDir));
  const bodyFiles = listBodies(bodiesFolder);
  const before = readArticleFile(articleFile);
  const beforeById = new Map(before.articles.map((record) => [record.id, record]));
  const beforeByPath = new Map(before.articles.map((record) => [record.path, record]));
  const paper = loadPaper(root, {
    base: config.base,
    engine: engineDigest(projectRoot),
    knownDigest: (path, signature, engine) => {
      const known = before.engine === engine ? beforeByPath.get(path) : undefined;
      return signature !== '' && known?.signature === signature ? known.digest : undefined;
    },
    kept: (id, digest) => {
      const known = beforeById.get(id);
      return known?.digest === digest ? known : undefined;
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

  const records = paper.articles.map((article) => recordOf(article, beforeById));
  // In dev a broken article keeps its last good state, and all others go on.
  for (const id of paper.brokenArticles) {
    const last = beforeById.get(id);
    if (last !== undefined) records.push(last);
  }
  records.sort((left, right) => (left.id < right.id ? -1 : 1));
  const bodyFileOf = bodyNames(records);
  keepBodies(bodiesFolder, bodyFiles, before.articles, bodyFileOf, paper.articles);
  const changed =
    before.engine !== paper.engine ||
    records.length !== before.articles.length ||
    records.some((record) => beforeById.get(record.id) !== record);
  if (changed) writeArticleFile(articleFile, { engine: paper.engine, articles: records });
  // A build reads plain articles from the file: see article-store.ts.
  const stored = watcher === undefined ? records.filter(staysInStore) : records;
  fillArticles(contexts.get('articles')!, stored, filePathOf);
}

/** The record of before where it is still true; the same object, so that a change can be seen. */
function recordOf(
  { id, path, signature, digest, data, pictures, interactive, fresh }: LoadedArticle,
  before: ReadonlyMap<string, ArticleRecord>,
): ArticleRecord {
  if (fresh === undefined) {
    const known = before.get(id)!;
    return known.signature === signature ? known : { ...known, signature };
  }
  const { headings, excerpt, characters } = fresh.body;
  return {
    id,
    path,
    signature,
    digest,
    data,
    pictures,
    metadata: {
      headings: headings.map(({ id: slug, level, text }) => ({ depth: level, slug, text })),
      bodyPictures: fresh.body.pictures.map(({ file }) => file),
      excerpt,
      characters,
      ...(interactive ? { interactive } : {}),
    },
  };
}

/** The names of the files that hold these articles' bodies, by edition. */
function bodyNames(records: readonly ArticleRecord[]): Map<string, string> {
  const editions = Map.groupBy(records, ({ id }) => id.slice(0, id.indexOf('/')));
  return new Map(
    Array.from(editions, ([date, ofEdition]) => [date, bodiesFileName(date, ofEdition)]),
  );
}

/** Writes the bodies of the editions that changed, and removes the files that none needs. */
function keepBodies(
  folder: string,
  present: ReadonlySet<string>,
  before: readonly ArticleRecord[],
  after: ReadonlyMap<string, string>,
  articles: readonly LoadedArticle[],
): void {
  const missing = new Map([...after].filter(([, fileName]) => !present.has(fileName)));
  const ofMissing = <Record extends { readonly id: string }>(all: readonly Record[]): Record[] =>
    all.filter(({ id }) => missing.has(id.slice(0, id.indexOf('/'))));
  const namesBefore = bodyNames(ofMissing(before));
  const byEdition = Map.groupBy(ofMissing(articles), ({ id }) => id.slice(0, id.indexOf('/')));
  for (const [date, fileName] of missing) {
    // For the last good body of an article that is broken now.
    const old = namesBefore.get(date);
    const bodies: Record<string, StoredBody> = {
      ...(old === undefined ? undefined : readBodies(folder, old)),
    };
    for (const { id, fresh } of byEdition.get(date) ?? []) {
      if (fresh) bodies[id] = { body: packBody(fresh.body), source: fresh.source };
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
  records: readonly ArticleRecord[],
  filePathOf: (path: string) => string,
): void {
  const stale = new Set(store.keys());
  for (const { id, path, digest, data, metadata } of records) {
    stale.delete(id);
    const filePath = filePathOf(path);
    const kept = store.get(id);
    if (kept?.digest === digest) {
      const known = store as ImportingStore;
      if (kept.assetImports?.length) known.addAssetImports(kept.assetImports, filePath);
      if (kept.deferredRender) known.addModuleImport(filePath);
      continue;
    }
    const files = data.images.map(({ file }) => `./${file}`);
    const bodyPictures = metadata.bodyPictures.map((file) => `./${file}`);
    store.set({
      id,
      digest,
      filePath,
      data: {
        ...data,
        images: data.images.map((image, index) => ({ ...image, file: files[index] })),
        ...(bodyPictures.length > 0 && { bodyPictures }),
      },
      assetImports: [...new Set([...bodyPictures, ...files])],
      // Astro puts the pictures as it knows them (address, width, height) in these places.
      imageImports: [
        ...files.map((_file, index) => ['images', index, 'file']),
        ...bodyPictures.map((_file, index) => ['bodyPictures', index]),
      ],
      rendered: { html: '', metadata: { ...metadata } },
      ...(metadata.interactive === true && { deferredRender: true }),
    });
  }
  for (const id of stale) store.delete(id);
}

/**
 * Astro's own glob loader calls these for entries it keeps (astro/dist/content/loaders/glob.js): they
 * make Astro write .astro/content-assets.mjs and content-modules.mjs anew, which another content
 * folder may have left there.
 */
type ImportingStore = LoaderContext['store'] & {
  addAssetImports(pictures: readonly string[], filePath: string): void;
  addModuleImport(filePath: string): void;
};

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
