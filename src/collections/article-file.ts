/**
 * What an earlier build knew of every article, in one file of the cache: the loader compares with it,
 * and the pages of a build read their entries from it.
 *
 * Astro's own store would do, for a paper of a year. It is written, read, checked, bundled as a
 * JavaScript module and compiled as a whole: with 24,000 entries in it (23 MB) that is 5 s of CPU a
 * build in which nothing changed, against 0.2 s for this file. Entries with pictures
 * or programs stay in Astro's store, since Astro finds those through it.
 */
import { readSealedJson, writeSealed } from '../cache/sealed-file.ts';
import type { LoadedArticle } from './load-articles.ts';

/** An article without its body, which lies in bodies.ts's files. */
export interface ArticleRecord extends Omit<LoadedArticle, 'told' | 'interactive' | 'fresh'> {
  /** As `entry.rendered.metadata` has it. */
  readonly metadata: {
    readonly headings: { depth: number; slug: string; text: string }[];
    /** Files of the pictures in its body, each once for each time it stands there. */
    readonly bodyPictures: readonly string[];
    readonly excerpt: string;
    readonly characters: number;
    /** What it is about, a term a line: see manuscript/article-terms.ts. */
    readonly terms?: string;
    /** Its own page is set by @astrojs/mdx. */
    readonly interactive?: true;
  };
}

export interface ArticleFile {
  /** Of the build that wrote it: see `LoadedPaper.engine`. */
  readonly engine: string;
  /** By id, in their order. */
  readonly articles: readonly ArticleRecord[];
}

export const noArticles: ArticleFile = { engine: '', articles: [] };

/** @returns an empty one where there is none, or none that is whole */
export function readArticleFile(file: string): ArticleFile {
  return (readSealedJson(file) as ArticleFile | undefined) ?? noArticles;
}

export function writeArticleFile(file: string, articles: ArticleFile): void {
  writeSealed(file, JSON.stringify(articles));
}

/** Astro finds pictures and modules of articles through its own store: those articles stay there. */
export function staysInStore({ data, metadata }: ArticleRecord): boolean {
  return (
    data.images.length > 0 || metadata.bodyPictures.length > 0 || metadata.interactive === true
  );
}

/** Astro's data store as its runtime holds it: entries by collection and id. */
type DataStore = Map<string, Map<string, unknown>>;

/**
 * Puts the articles of the file among those of Astro's store, by id, as if they had been there.
 *
 * @param store as Astro's virtual module gave it, unpacked
 * @param contentPath of the content folder, relative to the project
 */
export function joinArticles(store: DataStore, file: string, contentPath: string): DataStore {
  const entries = new Map(store.get('articles'));
  for (const record of readArticleFile(file).articles) {
    if (staysInStore(record)) continue;
    const { id, digest, data, metadata, path } = record;
    entries.set(id, {
      id,
      digest,
      data,
      filePath: `${contentPath}/${path}`,
      rendered: { html: '', metadata },
    });
  }
  const byId = [...entries].sort(([left], [right]) => (left < right ? -1 : 1));
  return new Map([...store, ['articles', new Map(byId)]]);
}
