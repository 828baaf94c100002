/**
 * Measures one engine in a process of its own, so that its memory is its own: builds an index of the
 * archive, asks it for pieces of the text, and compares with a plain scan. Prints one line of JSON.
 *
 * `node measure-engine.ts ENGINE CORPUS ARTICLES MODULES`, where MODULES has the engine's package.
 */
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { gzipSync, inflateRawSync } from 'node:zlib';
import { simplifiedForm } from '../../src/collation/variants.ts';
import { indexSegment, type SearchableArticle } from '../../src/search/index-segment.ts';
import { parseQuery } from '../../src/search/parse-query.ts';
import { planSegments } from '../../src/search/plan-segments.ts';
import { SearchIndex } from '../../src/search/search-index.ts';
import { titlesInFile } from '../../src/search/segment-format.ts';
import { placeArchive, readCorpus } from '../archive/make-archive.ts';

export interface EngineMeasure {
  readonly articles: number;
  readonly characters: number;
  readonly seconds: number;
  /** User and system time: what it costs however busy the machine is. */
  readonly cpuSeconds: number;
  readonly peakMb: number;
  readonly files: number;
  readonly bytes: number;
  readonly largestFile: number;
  /** Queries, and how many gave the very articles that the plain scan gives, by length in characters. */
  readonly exact: Readonly<Record<number, readonly [asked: number, exact: number]>>;
  /** Bytes that a reader fetches for a first query of the index and titles: median and largest, by length. */
  readonly firstQuery: Readonly<Record<number, readonly [median: number, largest: number]>>;
  /** The same for phrases of frequent pairs, which fetch the largest files. */
  readonly commonPhrases: Readonly<Record<string, number>>;
  /** Milliseconds a query, with its data at hand: median. */
  readonly milliseconds: number;
  /** The newest segment made anew, for a new edition: seconds of user and system time. */
  readonly addSeconds?: number;
}

interface Engine {
  readonly files: readonly number[];
  /** Articles by their place in the archive. */
  readonly search: (text: string) => Promise<readonly number[]> | readonly number[];
  /** What the last query fetched that was not there; 0 makes it forget what is there. */
  readonly fetched?: () => number;
  readonly forget?: () => void;
  readonly addSeconds?: number;
}

const [engineName = '', corpus = '', count = '', modules = ''] = process.argv.slice(2);
const archive = placeArchive(readCorpus(corpus)!, Number(count));
const articles = archive.editions.flatMap((edition) =>
  edition.articles.map((article): SearchableArticle => ({
    date: article.date,
    page: article.page,
    slug: article.slug,
    title: article.headline,
    deck: '',
    section: article.section,
    genre: 'news',
    column: article.column?.id,
    columnists: article.bylines.map(({ id }) => id),
    head: [article.kicker ?? '', article.headline, ...article.bylines.map(({ name }) => name)],
    body: article.paragraphs,
  })),
);
const texts = articles.map(({ head, body }) => [...head, ...body].join('\n'));

/** Two characters at a time, and whole words: what a reader of MiniSearch’s guide would write. */
function pairs(text: string): string[] {
  return (text.toLowerCase().match(/\p{Script=Han}+|[\p{L}\p{N}]+/gu) ?? []).flatMap((run) =>
    /\p{Script=Han}/u.test(run) && run.length > 1
      ? Array.from({ length: run.length - 1 }, (_, at) => run.slice(at, at + 2))
      : [run],
  );
}

/** A package's names, whether it is a module or an older one whose names are on its default. */
const load = async (name: string): Promise<Record<string, unknown>> => {
  const address = pathToFileURL(createRequire(join(modules, 'package.json')).resolve(name)).href;
  const found = (await import(address)) as Record<string, unknown>;
  return { ...(found['default'] as object | undefined), ...found };
};

const engines: Readonly<Record<string, () => Promise<Engine> | Engine>> = {
  ours: () => {
    const editions = archive.editions.map((edition) => ({
      date: edition.date,
      articles: edition.articles.length,
    }));
    let from = 0;
    const segments = planSegments(editions).map((dates) => {
      const days = new Set(dates);
      const start = from;
      while (from < articles.length && days.has(articles[from]!.date)) from += 1;
      return { start, articles: articles.slice(start, from) };
    });
    const made = segments.map((segment) => indexSegment(segment.articles, simplifiedForm));
    const before = process.cpuUsage();
    indexSegment(segments.at(-1)!.articles, simplifiedForm);
    const { user, system } = process.cpuUsage(before);
    const addSeconds = (user + system) / 1e6;
    const manifest = {
      version: 1,
      sections: {},
      folding: '',
      segments: segments.map((segment, at) => ({
        name: String(at),
        version: '',
        articles: segment.articles.length,
      })),
    };
    let fetched = 0;
    const open = (): SearchIndex =>
      new SearchIndex(manifest, (segment, file) => {
        const bytes = made[Number(segment.name)]!.get(file)!;
        fetched += bytes.length;
        return Promise.resolve(inflateRawSync(bytes));
      });
    let index = open();
    return {
      files: made.flatMap((files) => Array.from(files.values(), ({ length }) => length)),
      addSeconds,
      search: async (text) => {
        fetched = 0;
        const hits = await index.search(parseQuery(text, simplifiedForm));
        // The titles of what is shown at first.
        const shown = new Set(
          hits.slice(0, 5).map((hit) => `${hit.segment} ${Math.floor(hit.article / titlesInFile)}`),
        );
        if (shown.size > 0) await Promise.all(hits.slice(0, 5).map((hit) => index.titleOf(hit)));
        return hits.map((hit) => segments[hit.segment]!.start + hit.article);
      },
      fetched: () => fetched,
      forget: () => (index = open()),
    };
  },
  minisearch: async () => {
    const { default: MiniSearch } = (await load('minisearch')) as unknown as {
      default: new (options: object) => {
        addAll: (documents: object[]) => void;
        search: (text: string, options: object) => { id: number }[];
      };
    };
    const index = new MiniSearch({ fields: ['text'], tokenize: pairs });
    index.addAll(texts.map((text, id) => ({ id, text })));
    const size = gzipSync(JSON.stringify(index)).length;
    return {
      files: [size],
      search: (text) => index.search(text, { combineWith: 'AND' }).map(({ id }) => id),
    };
  },
  flexsearch: async () => {
    const { Index, Charset } = (await load('flexsearch')) as unknown as {
      Charset: Record<string, unknown>;
      Index: new (options: object) => {
        add: (id: number, text: string) => void;
        search: (text: string, options: object) => number[];
        export: (each: (key: string, data: string) => void) => unknown;
      };
    };
    const index = new Index({ tokenize: 'forward', encoder: Charset['CJK'] });
    for (const [id, text] of texts.entries()) index.add(id, text);
    const files: number[] = [];
    await index.export((_, data) => {
      if (data) files.push(gzipSync(data).length);
    });
    return { files, search: (text) => index.search(text, { limit: 1e6 }) };
  },
  orama: async () => {
    const orama = (await load('@orama/orama')) as unknown as {
      create: (options: object) => object;
      insertMultiple: (index: object, documents: object[], batch: number) => Promise<unknown>;
      search: (index: object, options: object) => Promise<{ hits: { id: string }[] }>;
      save: (index: object) => object;
    };
    const segmenter = new Intl.Segmenter('zh', { granularity: 'word' });
    const tokenize = (text: string): string[] =>
      Array.from(segmenter.segment(text), ({ segment }) => segment.trim()).filter(Boolean);
    const index = orama.create({
      schema: { text: 'string' },
      components: { tokenizer: { language: 'english', normalizationCache: new Map(), tokenize } },
    });
    await orama.insertMultiple(
      index,
      texts.map((text, id) => ({ id: String(id), text })),
      500,
    );
    const size = gzipSync(JSON.stringify(orama.save(index))).length;
    return {
      files: [size],
      search: async (text) =>
        (await orama.search(index, { term: text, limit: 30_000, threshold: 0 })).hits.map(
          ({ id }) => Number(id),
        ),
    };
  },
};

const began = performance.now();
const usedBefore = process.cpuUsage();
const engine = await engines[engineName]!();
const seconds = (performance.now() - began) / 1000;
const used = process.cpuUsage(usedBefore);

const runs = texts.flatMap((text, at) =>
  at % 7 === 0 ? (text.match(/\p{Script=Han}{10,}/gu) ?? []) : [],
);
const exact: Record<number, [number, number]> = {};
const firstQuery: Record<number, [number, number]> = {};
const times: number[] = [];
for (const length of [2, 3, 4, 6, 8, 10]) {
  const sizes: number[] = [];
  const tally: [number, number] = [0, 0];
  for (let draw = 0; draw < 100; draw += 1) {
    const run = runs[(draw * 7919 + length * 101) % runs.length]!;
    const start = (draw * 104_729) % (run.length - length + 1);
    const piece = run.slice(start, start + length);
    engine.forget?.();
    const found = [...(await engine.search(piece))].sort((left, right) => left - right);
    sizes.push(engine.fetched?.() ?? engine.files.reduce((sum, size) => sum + size, 0));
    const asked = performance.now();
    await engine.search(piece);
    times.push(performance.now() - asked);
    const scan = texts.flatMap((text, at) => (text.includes(piece) ? [at] : []));
    tally[0] += 1;
    if (found.join() === scan.join()) tally[1] += 1;
  }
  sizes.sort((left, right) => left - right);
  exact[length] = tally;
  firstQuery[length] = [sizes[sizes.length >> 1]!, sizes.at(-1)!];
}
times.sort((left, right) => left - right);

const commonPhrases: Record<string, number> = {};
for (const phrase of ['中国人民', '中国人民解放军', '中华人民共和国', '全国人民代表大会']) {
  engine.forget?.();
  await engine.search(phrase);
  commonPhrases[phrase] = engine.fetched?.() ?? engine.files.reduce((sum, size) => sum + size, 0);
}

const measure: EngineMeasure = {
  articles: articles.length,
  characters: texts.reduce((sum, text) => sum + text.length, 0),
  seconds: Number((seconds - (engine.addSeconds ?? 0)).toFixed(1)),
  cpuSeconds: Number(((used.user + used.system) / 1e6 - (engine.addSeconds ?? 0)).toFixed(1)),
  peakMb: Math.round(process.resourceUsage().maxRSS / 1024),
  files: engine.files.length,
  bytes: engine.files.reduce((sum, size) => sum + size, 0),
  largestFile: Math.max(...engine.files),
  exact,
  firstQuery,
  commonPhrases,
  milliseconds: Number(times[times.length >> 1]!.toFixed(2)),
  ...(engine.addSeconds === undefined ? {} : { addSeconds: Number(engine.addSeconds.toFixed(2)) }),
};
console.log(JSON.stringify(measure));
