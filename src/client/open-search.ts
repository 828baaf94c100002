import { foldWith, needsFoldTable, readFoldTable, type FoldTable } from '../search/fold-table.ts';
import { findPhrases } from '../search/find-phrase.ts';
import type { Query } from '../search/parse-query.ts';
import {
  byRelevance,
  SearchIndex,
  type Hit,
  type HitFacets,
  type SearchManifest,
} from '../search/search-index.ts';
import { indexVersion, type SegmentTitle } from '../search/segment-format.ts';
import { readArticlePage, type ArticleText } from './article-text.ts';
import { loadArticleText, type ArticlePlace } from './load-article-text.ts';

/** Something that can be searched: the index of the paper, or the editions that are kept here. */
export interface Search {
  /** True where only kept editions are searched. */
  readonly isKept: boolean;
  readonly sections: Readonly<Record<string, string>>;
  /** The form by which characters of the last query are compared. */
  readonly fold: (character: string) => string;
  /** Fetches the table of forms where a text may need it. */
  foldFor(text: string): Promise<(character: string) => string>;
  search(query: Query): Promise<readonly Hit[]>;
  titleOf(hit: Hit): Promise<SegmentTitle>;
  /** Undefined where it cannot be had. */
  textOf(hit: Hit): Promise<ArticleText | undefined>;
  facetsOf(hits: readonly Hit[]): Promise<readonly (HitFacets | undefined)[]>;
  /** Fails where they cannot be had; they are asked for anew the next time. */
  names(): Promise<{
    readonly columns: Readonly<Record<string, string>>;
    readonly columnists: Readonly<Record<string, string>>;
  }>;
}

export type PlaceOf = (article: {
  readonly edition: string;
  readonly page: number;
  readonly slug: string;
}) => ArticlePlace;

async function get(address: string, cache?: RequestCache): Promise<Response> {
  const answer = await fetch(address, cache === undefined ? {} : { cache });
  if (!answer.ok) throw new Error(`${address}: ${answer.status}`);
  return answer;
}

async function unpack({ body }: Response): Promise<Uint8Array> {
  const unpacked = body!.pipeThrough(new DecompressionStream('deflate-raw'));
  return new Uint8Array(await new Response(unpacked).arrayBuffer());
}

async function readTable(answer: Response): Promise<FoldTable> {
  return readFoldTable(new TextDecoder().decode(await unpack(answer)));
}

let opened: Promise<Search> | undefined;

/** An index that fails is opened anew the next time. */
function orForget<Value>(answer: Promise<Value>): Promise<Value> {
  answer.catch(() => (opened = undefined));
  return answer;
}

/**
 * The index of the paper. Its list of segments is asked for once a visit; where a file of it is gone
 * or of another print (the paper has been printed anew meanwhile), it is asked for again.
 *
 * @param base where the site lives, with a slash at both ends
 * @param placeOf where the text of an article is to be had
 */
export function openSearch(base: string, placeOf: PlaceOf): Promise<Search> {
  opened ??= openIndex(base, placeOf);
  opened.catch(() => (opened = undefined));
  return opened;
}

async function openIndex(base: string, placeOf: PlaceOf): Promise<Search> {
  const manifest = (await (
    await get(`${base}search/index.json`, 'no-cache')
  ).json()) as SearchManifest;
  if (manifest.version !== indexVersion) throw new Error('an index of another version');
  const index = new SearchIndex(
    manifest,
    async (segment, file) =>
      // The version keeps copies of the last print, at the same address, out of the way.
      unpack(await get(`${base}search/${segment.name}/${file}.bin?${segment.version}`)),
    async ({ date, page, slug }, clause) => {
      const text = await loadArticleText(placeOf({ edition: date, page, slug }));
      if (text === undefined) return undefined;
      const has = (within: readonly string[]): boolean =>
        within.some((part) => findPhrases(part, [clause], search.fold).length > 0);
      const inHead = has(text.head);
      return { inHead, stands: inHead || has(text.blocks.map((block) => block.text)) };
    },
  );
  let table: Promise<FoldTable> | undefined;
  let names: ReturnType<Search['names']> | undefined;
  const search: { -readonly [Key in keyof Search]: Search[Key] } = {
    isKept: false,
    sections: manifest.sections,
    fold: (character) => character,
    async foldFor(text) {
      if (needsFoldTable(text, manifest.folding)) {
        table ??= get(`${base}search/fold.bin`).then(readTable);
        table.catch(() => (table = undefined));
      }
      if (table !== undefined) search.fold = foldWith(await table);
      return search.fold;
    },
    search: (query) => orForget(index.search(query)),
    titleOf: (hit) => orForget(index.titleOf(hit)),
    async textOf(hit) {
      const [slug, , , page] = await search.titleOf(hit);
      return loadArticleText(placeOf({ edition: hit.date, page, slug }));
    },
    facetsOf: (hits) => orForget(index.facetsOf(hits)),
    names: () => {
      names ??= get(`${base}search/names.json`).then(
        (answer) => answer.json() as ReturnType<Search['names']>,
      );
      names.catch(() => (names = undefined));
      return names;
    },
  };
  return search;
}

/**
 * The editions that the service worker has kept (client/service-worker.js), searched page by page.
 *
 * @returns undefined where none is kept
 */
export async function openKeptEditions(base: string): Promise<Search | undefined> {
  if (!('caches' in globalThis)) return undefined;
  const editions = (await caches.keys()).filter((name) => name.startsWith('epaper edition '));
  if (editions.length === 0) return undefined;
  const articles: {
    readonly hit: Hit;
    readonly slug: string;
    /** Of the page it stands on. */
    readonly number: number;
    readonly page: ArticleText;
  }[] = [];
  for (const edition of editions) {
    const cache = await caches.open(edition);
    for (const request of await cache.keys()) {
      const path = new URL(request.url).pathname;
      const place = path.startsWith(base) ? path.slice(base.length) : '';
      const [, date, number, slug] = /^(\d{4}-\d\d-\d\d)\/(\d+)\/([^/]+)\/$/.exec(place) ?? [];
      if (slug === undefined) continue;
      const page = readArticlePage((await (await cache.match(request))?.text()) ?? '');
      if (page === undefined) continue;
      const hit = { date: date!, inHead: 0, segment: 0, article: articles.length };
      articles.push({ hit, slug, number: Number(number), page });
    }
  }
  // Kept with the search page (client/service-worker.js).
  const table = await caches.match(`${base}search/fold.bin`);
  const fold = table ? foldWith(await readTable(table)) : (character: string): string => character;
  return {
    isKept: true,
    sections: {},
    fold,
    foldFor: () => Promise.resolve(fold),
    search: ({ wanted, excluded }) => {
      const hits: Hit[] = [];
      for (const { hit, page } of articles) {
        const texts = [...page.head, ...page.blocks.map(({ text }) => text)];
        const has = (within: readonly string[], clause: Query['wanted'][number]): boolean =>
          within.some((text) => findPhrases(text, [clause], fold).length > 0);
        if (!wanted.every((clause) => has(texts, clause))) continue;
        if (excluded.some((clause) => has(texts, clause))) continue;
        hits.push({ ...hit, inHead: wanted.filter((clause) => has(page.head, clause)).length });
      }
      return Promise.resolve(hits.sort(byRelevance));
    },
    titleOf: ({ article }) => {
      const { slug, number, page } = articles[article]!;
      return Promise.resolve([slug, page.title, page.deck, number, '']);
    },
    textOf: ({ article }) => Promise.resolve(articles[article]!.page),
    facetsOf: (hits) => Promise.resolve(hits.map(() => undefined)),
    names: () => Promise.resolve({ columns: {}, columnists: {} }),
  };
}
