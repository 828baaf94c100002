import { join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Loader, LoaderContext } from 'astro/loaders';
import {
  noArticles,
  staysInStore,
  readArticleFile,
  writeArticleFile,
  type ArticleRecord,
} from './article-file.ts';
import {
  bodiesFileName,
  bodiesFolder,
  listBodies,
  readBodies,
  removeBodies,
  writeBodies,
  type StoredBody,
} from './bodies.ts';
import { keepImports } from './astro-data-store.ts';
import { decideCommandLanguage } from '../wording/command-language.ts';
import { announceFindings } from './dev-overlay.ts';
import { engineDigest } from './engine-digest.ts';
import { formatFindings, sortFindings } from './format-findings.ts';
import type { Publication } from '../newspaper/publication.ts';
import { articleTerms } from '../manuscript/article-terms.ts';
import { packBody } from '../manuscript/pack-body.ts';
import type { LoadedArticle } from './load-articles.ts';
import { loadPaper, type LoadedPaper } from './load-paper.ts';
import type { LoadedEntry } from './sort-content.ts';

export type PaperCollection =
  | 'publication'
  | 'editions'
  | 'articles'
  | 'sections'
  | 'columns'
  | 'columnists'
  | 'addresses'
  | 'facsimiles';

/** What is to be put into the collections. */
interface Reading {
  readonly paper: LoadedPaper;
  /** Those of the articles that go into Astro's store. */
  readonly records: readonly ArticleRecord[];
  /** Bodies that go there too, where nothing else keeps them. */
  readonly bodies: ReadonlyMap<string, StoredBody> | undefined;
}

/**
 * The loaders of the paper's collections. References go across collections, so each of them needs
 * the whole folder checked; it is read once for all that ask in one sync.
 *
 * @param root absolute path of the content folder
 * @param kept absolute path of the folder where articles and bodies are kept between builds, and from
 *   where pages take them; undefined to have everything in Astro's own store
 */
export function paperLoaders(
  root: string,
  kept: string | undefined,
): (collection: PaperCollection) => Loader {
  const contexts = new Map<PaperCollection, LoaderContext>();
  let reading: Reading | undefined;
  let given = new Set<PaperCollection>();
  const offered = new Set<PaperCollection>();
  const offer = (collection: PaperCollection): Loader => ({
    name: 'newspaper',
    load: (context) => {
      // A collection that asks again is the next sync's.
      if (reading === undefined || given.has(collection)) {
        reading = read(root, kept, context);
        given = new Set();
      }
      given.add(collection);
      if (contexts.size === 0)
        watch(root, context, () => {
          reading = read(root, kept, context, true);
          for (const [name, its] of contexts) fill(name, reading, root, its);
        });
      contexts.set(collection, context);
      fill(collection, reading, root, context);
      // A build asks once: what was read is not to stay in memory while pages are printed.
      if (context.watcher === undefined && given.size === offered.size) reading = undefined;
      return Promise.resolve();
    },
  });
  return (collection) => {
    offered.add(collection);
    return offer(collection);
  };
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

/** Reads and checks the folder, and brings what is kept of it up to date. */
function read(
  root: string,
  kept: string | undefined,
  { config, logger, watcher }: LoaderContext,
  isAgain = false,
): Reading {
  const projectRoot = fileURLToPath(config.root);
  const bodyFiles = kept === undefined ? new Set<string>() : listBodies(bodiesFolder(kept));
  const articleFile = kept === undefined ? undefined : join(kept, 'articles.json');
  const before = articleFile === undefined ? noArticles : readArticleFile(articleFile);
  const beforeById = new Map(before.articles.map((record) => [record.id, record]));
  const beforeByPath = new Map(before.articles.map((record) => [record.path, record]));
  // Of the articles that this build read, by id.
  const aside = new Map<string, ArticleRecord>();
  const setAside = (articles: readonly LoadedArticle[], language: string): void => {
    // Through JSON, as the next build has it: a field cut out of a file's text keeps the text.
    const records = articles.map(
      (article) =>
        JSON.parse(JSON.stringify(recordOf(article, beforeById, language))) as ArticleRecord,
    );
    for (const record of records) aside.set(record.id, record);
    for (const fileName of bodyNames(records).values()) {
      if (bodyFiles.has(fileName)) continue;
      bodyFiles.add(fileName);
      writeBodies(bodiesFolder(kept!), fileName, storedBodies(articles));
    }
  };
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
    scanFile: kept === undefined ? undefined : join(kept, 'scans.json'),
    hasBodies: (edition, keys) => bodyFiles.has(bodiesFileName(edition, keys)),
    setAside: kept === undefined ? undefined : setAside,
  });

  const paperLanguage = (paper.publication?.data as Publication | undefined)?.language;
  tellFindings(root, paper, logger, watcher, paperLanguage);

  const language = paperLanguage ?? 'zh-Hans';
  const records = paper.articles.map(
    (article) => aside.get(article.id) ?? recordOf(article, beforeById, language),
  );
  // In dev a broken article keeps its last good state, and all others go on.
  for (const id of paper.brokenArticles) {
    const last = beforeById.get(id);
    if (last !== undefined) records.push(last);
  }
  records.sort((left, right) => (left.id < right.id ? -1 : 1));
  if (kept === undefined || articleFile === undefined) {
    return { paper, records, bodies: new Map(Object.entries(storedBodies(paper.articles))) };
  }
  keepBodies(bodiesFolder(kept), bodyFiles, before.articles, bodyNames(records), paper.articles);
  // In dev a page that is asked for just now still stands on the bodies of before.
  if (!isAgain) removeOldBodies(bodiesFolder(kept), bodyFiles, bodyNames(records).values());
  const changed =
    before.engine !== paper.engine ||
    records.length !== before.articles.length ||
    records.some((record) => beforeById.get(record.id) !== record);
  if (changed) writeArticleFile(articleFile, { engine: paper.engine, articles: records });
  // A build reads plain articles from the file: see astro-data-store.ts.
  const stored = watcher === undefined ? records.filter(staysInStore) : records;
  return { paper, records: stored, bodies: undefined };
}

/** @throws in a build, where there are errors; dev says them and goes on */
function tellFindings(
  root: string,
  { findings }: LoadedPaper,
  logger: LoaderContext['logger'],
  watcher: LoaderContext['watcher'],
  paperLanguage: string | undefined,
): void {
  const told = decideCommandLanguage(undefined, process.env, paperLanguage);
  const nameFile = (path: string): string => relative(process.cwd(), `${root}/${path}`);
  const errors = sortFindings(findings.filter(({ severity }) => severity === 'error'));
  if (errors.length > 0) {
    const count = errors.length;
    const summary = {
      zh: `内容有 ${count} 处错误：`,
      en: `content/ has ${count} ${count === 1 ? 'error' : 'errors'}:`,
    }[told];
    const message = `${summary}\n\n${formatFindings(errors, nameFile, told)}\n`;
    if (watcher === undefined) throw new ContentError(message);
    logger.error(message);
  }
  // Not an error, but nobody sees on the page why a hint did nothing.
  const refused = findings.filter(({ id }) => id === 'layout-refused');
  if (refused.length > 0)
    logger.warn(`\n${formatFindings(sortFindings(refused), nameFile, told)}\n`);
  if (watcher !== undefined) announceFindings(watcher, root, errors, told);
}

/** Puts one collection's part of what was read into Astro's store. */
function fill(
  collection: PaperCollection,
  { paper, records, bodies }: Reading,
  root: string,
  context: LoaderContext,
): void {
  const projectRoot = fileURLToPath(context.config.root);
  const filePathOf = (path: string): string =>
    relative(projectRoot, `${root}/${path}`).replaceAll('\\', '/');
  // In dev what is broken keeps its last good state, and the pages go on.
  const broken =
    context.watcher === undefined
      ? new Set<string>()
      : new Set(
          paper.findings
            .filter(({ severity }) => severity === 'error')
            .map(({ file }) => filePathOf(file)),
        );
  switch (collection) {
    case 'publication':
      fillEntries(context, paper.publication ? [paper.publication] : [], filePathOf, broken);
      break;
    case 'addresses':
      fillEntries(context, formerAddresses(paper), filePathOf, broken);
      break;
    case 'facsimiles':
      fillEntries(context, paper.facsimiles, filePathOf, broken);
      break;
    case 'articles':
      fillArticles(context, records, filePathOf, bodies);
      break;
    default:
      fillEntries(context, paper.collections[collection], filePathOf, broken);
  }
}

/** What needs a page although no file of content/ makes one: where it went, or that it is gone. */
function formerAddresses({ engine, addresses }: LoadedPaper): LoadedEntry[] {
  return (addresses.ledger ?? []).flatMap(({ address, target, gone, path }) =>
    target === undefined && gone === undefined
      ? []
      : [
          {
            id: address,
            path,
            digest: JSON.stringify([engine, target, gone]),
            data: { address, ...(target && { target }), ...(gone && { reason: gone }) },
          },
        ],
  );
}

/** By id, of the articles that were rendered. */
function storedBodies(articles: readonly LoadedArticle[]): Record<string, StoredBody> {
  return Object.fromEntries(
    articles.flatMap(({ id, fresh }) =>
      fresh === undefined ? [] : [[id, { body: packBody(fresh.body), source: fresh.source }]],
    ),
  );
}

/** The record of before where it is still true; the same object, so that a change can be seen. */
function recordOf(
  { id, path, signature, digest, data, pictures, references, interactive, fresh }: LoadedArticle,
  before: ReadonlyMap<string, ArticleRecord>,
  language: string,
): ArticleRecord {
  if (fresh === undefined) {
    const known = before.get(id)!;
    return known.signature === signature ? known : { ...known, signature };
  }
  const { headings, excerpt, characters, text } = fresh.body;
  const head = [data.headline, data.kicker, data.deck].filter(
    (line) => line !== null && line !== undefined,
  );
  const terms = articleTerms(head, text, language);
  return {
    id,
    path,
    signature,
    digest,
    data,
    pictures,
    references,
    metadata: {
      headings: headings.map(({ id: slug, level, text }) => ({ depth: level, slug, text })),
      bodyPictures: fresh.body.pictures.map(({ file }) => file),
      excerpt,
      characters,
      ...(terms.length > 0 ? { terms: terms.join('\n') } : {}),
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

/** Writes the bodies of the editions that changed. */
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
    writeBodies(folder, fileName, {
      ...(old === undefined ? undefined : readBodies(folder, old)),
      ...storedBodies(byEdition.get(date) ?? []),
    });
  }
}

function removeOldBodies(
  folder: string,
  present: ReadonlySet<string>,
  needed: Iterable<string>,
): void {
  const kept = new Set(needed);
  for (const fileName of present) if (!kept.has(fileName)) removeBodies(folder, fileName);
}

function fillEntries(
  { store }: LoaderContext,
  entries: readonly LoadedEntry[],
  filePathOf: (path: string) => string,
  broken: ReadonlySet<string>,
): void {
  const stale = new Set(store.keys());
  for (const { id, digest, data, path } of entries) {
    stale.delete(id);
    if (store.get(id)?.digest !== digest)
      store.set({ id, digest, data, filePath: filePathOf(path) });
  }
  for (const id of stale) {
    if (!broken.has(store.get(id)?.filePath ?? '')) store.delete(id);
  }
}

function fillArticles(
  { store }: LoaderContext,
  records: readonly ArticleRecord[],
  filePathOf: (path: string) => string,
  bodies: ReadonlyMap<string, StoredBody> | undefined,
): void {
  const stale = new Set(store.keys());
  for (const { id, path, digest, data, metadata } of records) {
    stale.delete(id);
    const filePath = filePathOf(path);
    const there = store.get(id);
    const carries = there?.rendered?.metadata?.['stored'] !== undefined;
    if (there?.digest === digest && carries === (bodies !== undefined)) {
      keepImports(store, there, filePath);
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
      rendered: { html: '', metadata: { ...metadata, ...(bodies && { stored: bodies.get(id) }) } },
      ...(metadata.interactive === true && { deferredRender: true }),
    });
  }
  for (const id of stale) store.delete(id);
}

/** In dev: reads the folder again after an edit. Unchanged articles cost a read and a digest. */
function watch(root: string, { watcher, logger }: LoaderContext, readAgain: () => void): void {
  if (watcher === undefined) return;
  watcher.add(root);
  let timer: ReturnType<typeof setTimeout> | undefined;
  const onChange = (path: string): void => {
    if (!path.startsWith(root)) return;
    clearTimeout(timer);
    // An editor's save, or an import, is several events.
    timer = setTimeout(() => {
      try {
        readAgain();
        const file = relative(root, path);
        logger.info(
          { zh: `重新读入 ${file}`, en: `Read again: ${file}` }[
            decideCommandLanguage(undefined, process.env)
          ],
        );
      } catch (error) {
        logger.error(String(error));
      }
    }, 50);
  };
  for (const event of ['add', 'change', 'unlink'] as const) watcher.on(event, onChange);
}
