import { getCollection } from 'astro:content';
import { readSealedJson, writeSealed } from '../cache/sealed-file.ts';
import { withBodies } from '../collections/bodies.ts';
import { engineDigest } from '../collections/engine-digest.ts';
import { wordingFor } from '../wording/wording-for.ts';
import type { Wording } from '../wording/wording.ts';
import { buildArchive, type Archive, type RelatedReading } from './archive.ts';
import type { Link } from './article-line.ts';
import { buildDigestedArchive } from './digested-entries.ts';
import { loadNameplate } from './load-nameplate.ts';
import { fileKeys, pageKeys, type FileKeyOf, type KeyOf } from './page-key.ts';
import { relatedReading, type SealedLists } from './related-reading.ts';

/** What every page of the site stands on. */
export interface Site {
  readonly archive: Archive;
  /** The `cacheKey` of a page, from its view. */
  readonly keyOf: KeyOf;
  /** The `cacheKey` of a feed, a book, a document. */
  readonly fileKeyOf: FileKeyOf;
  readonly wording: Wording;
  /** The paper's own pages: about, corrections … */
  readonly pages: readonly (Link & {
    readonly id: string;
    readonly description?: string | undefined;
  })[];
}

let known: Promise<Site> | undefined;

/** Reads the collections: once a build, and at every request in dev, where content/ changes. */
export function loadSite(): Promise<Site> {
  if (import.meta.env.DEV) return readSite();
  known ??= readSite();
  return known;
}

async function readSite(): Promise<Site> {
  const [publications, editions, articles, sections, columns, columnists, facsimiles, pages] =
    await Promise.all([
      getCollection('publication'),
      getCollection('editions'),
      getCollection('articles'),
      getCollection('sections'),
      getCollection('columns'),
      getCollection('columnists'),
      getCollection('facsimiles'),
      getCollection('pages'),
    ]);
  const publication = publications[0]?.data;
  if (!publication) {
    throw new Error(
      'content/publication.yaml: expected the paper’s name, language and address; found no such file. Copy one from another paper and change it.',
    );
  }
  const entries = {
    publication,
    nameplate: await loadNameplate(publication, import.meta.env.EPAPER_PUBLIC),
    editions,
    articles: withBodies(articles, import.meta.env.EPAPER_KEPT),
    sections,
    columns,
    columnists,
    facsimiles,
  };
  const plain = buildArchive(entries);
  const related = publication.relatedReading === false ? new Map() : relatedAsKept(plain);
  const archive = { ...plain, related };
  const digested = buildDigestedArchive({ ...entries, related });
  const ownPages = pages
    .map(({ id, data }) => ({
      id,
      address: `/${id}/`,
      text: data.title,
      description: data.description,
    }))
    .sort((left, right) => (left.id < right.id ? -1 : 1));
  return {
    archive,
    keyOf: pageKeys(digested, ownPages),
    fileKeyOf: fileKeys(digested),
    wording: wordingFor(publication.language),
    pages: ownPages,
  };
}

/** What to read next, with the lists that an earlier build kept. */
function relatedAsKept(archive: Archive): RelatedReading {
  const kept = import.meta.env.EPAPER_KEPT;
  // In dev a digest may stand for what an editor is just writing.
  if (kept === undefined || import.meta.env.DEV) return relatedReading(archive);
  const file = `${kept}/related.json`;
  const engine = engineDigest(import.meta.env.EPAPER_PROJECT_ROOT, ['archive']);
  const before = readSealedJson(file) as { engine: string; lists: SealedLists } | undefined;
  const lists: SealedLists = {};
  const related = relatedReading(archive, before?.engine === engine ? before.lists : {}, lists);
  const text = JSON.stringify({ engine, lists });
  if (text !== JSON.stringify(before)) writeSealed(file, text);
  return related;
}
