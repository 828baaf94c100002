/**
 * Measures one engine in a process of its own, so that its memory is its own: builds an index of the
 * archive, asks it for pieces of the text, and compares with a plain scan. Prints one line of JSON.
 *
 * `node measure-engine.ts ENGINE CORPUS ARTICLES MODULES`, where MODULES has the engine's package.
 */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { gunzipSync, gzipSync, inflateRawSync } from 'node:zlib';
import { simplifiedForm } from '../../src/collation/variants.ts';
import { findPhrases } from '../../src/search/find-phrase.ts';
import { parseQuery } from '../../src/search/parse-query.ts';
import { SearchIndex } from '../../src/search/search-index.ts';
import { filesOf, manifestOf, searchableArchive, segmentsOf } from './archive-index.ts';
import { emptyDocumentBytes } from './empty-document-bytes.ts';

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
  /**
   * Bytes that a reader fetches for a first query: the index, titles, and what the first five results
   * are shown from. Median and largest, by length.
   */
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
  readonly forget?: () => Promise<void> | void;
  /** Of how many queries one is a first query: where it takes long to forget. */
  readonly firstEvery?: number;
  readonly addSeconds?: number;
  /** What another process that makes the index has taken. */
  readonly aside?: { readonly peakMb: number; readonly cpuSeconds: number };
}

/** Results that are shown at once: see client/search-page.ts. */
const resultsAtOnce = 5;
const [engineName = '', corpus = '', count = '', modules = ''] = process.argv.slice(2);
const { archive, articles } = searchableArchive(corpus, Number(count));
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
    const segments = segmentsOf(archive, articles);
    const made = segments.map(filesOf);
    const before = process.cpuUsage();
    filesOf(segments.at(-1)!);
    const { user, system } = process.cpuUsage(before);
    const addSeconds = (user + system) / 1e6;
    const manifest = manifestOf(segments, []);
    let fetched = 0;
    let pages = new Set<number>();
    const numberOf = new Map(
      articles.map(({ date, page, slug }, at) => [`${date} ${page} ${slug}`, at]),
    );
    const open = (): SearchIndex =>
      new SearchIndex(
        manifest,
        (segment, file) => {
          const bytes = made[Number(segment.name)]!.get(file)!;
          fetched += bytes.length;
          return Promise.resolve(inflateRawSync(bytes));
        },
        ({ date, page, slug }, clause) => {
          const at = numberOf.get(`${date} ${page} ${slug}`)!;
          pages.add(at);
          const has = (fields: readonly string[]): boolean =>
            fields.some((field) => findPhrases(field, [clause], simplifiedForm).length > 0);
          const { head, body } = articles[at]!;
          return Promise.resolve({ inHead: has(head), stands: has([...head, ...body]) });
        },
      );
    let index = open();
    const packed = new Map<number, number>();
    const documentBytes = (at: number): number => {
      let bytes = packed.get(at);
      if (bytes === undefined) {
        packed.set(at, (bytes = emptyDocumentBytes + gzipSync(texts[at]!).length));
      }
      return bytes;
    };
    return {
      files: made.flatMap((files) => Array.from(files.values(), ({ length }) => length)),
      addSeconds,
      search: async (text) => {
        [fetched, pages] = [0, new Set()];
        const hits = await index.search(parseQuery(text, simplifiedForm));
        const shown = hits.slice(0, resultsAtOnce);
        await Promise.all(shown.map((hit) => index.titleOf(hit)));
        const found = hits.map((hit) => segments[hit.segment]!.start + hit.article);
        for (const at of found.slice(0, resultsAtOnce)) pages.add(at);
        return found;
      },
      fetched: () => fetched + [...pages].reduce((sum, at) => sum + documentBytes(at), 0),
      forget: () => {
        index = open();
      },
    };
  },
  pagefind: () => openPagefind((text) => text),
  'pagefind-quoted': () => openPagefind((text) => `"${text}"`),
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

/**
 * Pagefind, as a site takes it that gives it its pages one by one; asked in this process, its files
 * read from where a browser would fetch them.
 *
 * @param asTyped the query as its reader writes it
 */
async function openPagefind(asTyped: (text: string) => string): Promise<Engine> {
  interface Writer {
    readonly addCustomRecord: (record: object) => Promise<{ readonly errors: readonly string[] }>;
    readonly writeFiles: (options: object) => Promise<{ readonly errors: readonly string[] }>;
  }
  // Its package names its file to `import` only, which looks in the folders over this one.
  const writer = (await import(
    pathToFileURL(join(modules, 'node_modules/pagefind/lib/index.js')).href
  )) as {
    readonly createIndex: (options: object) => Promise<{ readonly index: Writer }>;
    readonly close: () => Promise<unknown>;
  };
  const folder = join(modules, 'pagefind-index');
  const { index } = await writer.createIndex({ forceLanguage: 'zh' });
  for (const [at, { title, body }] of articles.entries()) {
    const { errors } = await index.addCustomRecord({
      url: `/${at}/`,
      language: 'zh',
      content: [...articles[at]!.head, ...body].join('\n'),
      meta: { title },
    });
    if (errors.length > 0) throw new Error(errors.join());
  }
  await index.writeFiles({ outputPath: folder });
  const aside = childCost();
  await writer.close();

  const script = gzipSync(readFileSync(join(folder, 'pagefind.js'))).length;
  const places = new Map<string, number>();
  const files: number[] = [];
  for (const part of ['.', 'index', 'fragment']) {
    for (const name of readdirSync(join(folder, part), { withFileTypes: true })) {
      // What a site without Pagefind's own interface takes.
      if (name.isDirectory() || /\.css$|ui\.js$|highlight/.test(name.name)) continue;
      const bytes = readFileSync(join(folder, part, name.name));
      files.push(bytes.length);
      if (part !== 'fragment') continue;
      const text = gunzipSync(bytes).toString();
      const record = JSON.parse(text.slice(text.indexOf('{'))) as { readonly url: string };
      places.set(name.name.replace('.pf_fragment', ''), Number(record.url.slice(1, -1)));
    }
  }
  // What its script looks for in a browser.
  const stubs = {
    window: globalThis,
    location: new URL('http://pagefind.invalid/'),
    document: { currentScript: null, querySelector: () => ({ getAttribute: () => 'zh' }) },
  };
  Object.assign(globalThis, stubs);
  let fetched = 0;
  globalThis.fetch = (address): Promise<Response> => {
    const { pathname } = new URL(address as string, 'http://pagefind.invalid/');
    const name = pathname.replace(pathToFileURL(folder).pathname, '');
    const bytes = readFileSync(join(folder, name));
    fetched += bytes.length;
    return Promise.resolve(new Response(bytes));
  };
  const reader = (await import(pathToFileURL(join(folder, 'pagefind.js')).href)) as {
    readonly options: (options: object) => Promise<void>;
    readonly init: () => Promise<void>;
    readonly destroy: () => Promise<void>;
    readonly search: (text: string) => Promise<{
      readonly results: readonly { readonly id: string; readonly data: () => Promise<unknown> }[];
    }>;
  };
  return {
    files,
    aside,
    search: async (text) => {
      fetched = 0;
      await reader.init();
      const { results } = await reader.search(asTyped(text));
      await Promise.all(results.slice(0, resultsAtOnce).map((result) => result.data()));
      return results.map(({ id }) => places.get(id)!);
    },
    fetched: () => script + fetched,
    forget: () => reader.destroy(),
    firstEvery: 10,
  };
}

/** What the processes that this one has started have taken; nothing where there is no /proc. */
function childCost(): NonNullable<Engine['aside']> {
  const list = `/proc/self/task/${process.pid}/children`;
  const children = existsSync(list) ? readFileSync(list, 'utf8').trim().split(/ +/) : [];
  let [peakMb, cpuSeconds] = [0, 0];
  for (const child of children.filter(Boolean)) {
    const peak = /^VmHWM:\s+(\d+)/m.exec(readFileSync(`/proc/${child}/status`, 'utf8'))?.[1];
    const fields = readFileSync(`/proc/${child}/stat`, 'utf8').split(') ')[1]!.split(' ');
    peakMb += Number(peak ?? 0) / 1024;
    // utime and stime, in hundredths of a second: proc_pid_stat(5).
    cpuSeconds += (Number(fields[11]) + Number(fields[12])) / 100;
  }
  return { peakMb, cpuSeconds };
}

const began = performance.now();
const usedBefore = process.cpuUsage();
const engine = await engines[engineName]!();
const seconds = (performance.now() - began) / 1000;
const used = process.cpuUsage(usedBefore);

/** Marks are not told apart: all engines that know them treat them alike. */
const withoutMarks = (text: string): string => text.replaceAll(/[，、]+/gu, '，');
const scanned = texts.map(withoutMarks);
/** Pieces begin and end with a character: what follows a mark at the end nobody can tell. */
const runsOf = (shape: RegExp): string[] =>
  texts.flatMap((text, at) => (at % 7 === 0 ? (text.match(shape) ?? []) : []));
const plainRuns = runsOf(/\p{Script=Han}{10,}/gu);
const markedRuns = runsOf(/\p{Script=Han}[\p{Script=Han}，、]{12,}\p{Script=Han}/gu);
/** To 14 a phrase, then a clause, then a sentence that was pasted. */
const lengths = [2, 3, 4, 6, 8, 10, 14, 20, 40] as const;
const runsFrom = new Map<number, string[]>(
  lengths.map((length) => [
    length,
    (length > 10 ? markedRuns : plainRuns).filter((run) => run.length >= length),
  ]),
);
const exact: Record<number, [number, number]> = {};
const firstQuery: Record<number, [number, number]> = {};
const times: number[] = [];
for (const length of lengths) {
  const sizes: number[] = [];
  const tally: [number, number] = [0, 0];
  for (let draw = 0; draw < 100; draw += 1) {
    const long = runsFrom.get(length)!;
    const run = long[(draw * 7919 + length * 101) % long.length]!;
    const start = (draw * 104_729) % (run.length - length + 1);
    const piece = run.slice(start, start + length).replaceAll(/^[，、]+|[，、]+$/gu, '');
    const isFirst = draw % (engine.firstEvery ?? 1) === 0;
    if (isFirst) await engine.forget?.();
    const found = [...(await engine.search(piece))].sort((left, right) => left - right);
    if (isFirst)
      sizes.push(engine.fetched?.() ?? engine.files.reduce((sum, size) => sum + size, 0));
    const asked = performance.now();
    await engine.search(piece);
    times.push(performance.now() - asked);
    const wanted = withoutMarks(piece);
    const scan = scanned.flatMap((text, at) => (text.includes(wanted) ? [at] : []));
    tally[0] += 1;
    if (found.join() === scan.join()) tally[1] += 1;
  }
  sizes.sort((left, right) => left - right);
  exact[length] = tally;
  firstQuery[length] = [sizes[sizes.length >> 1]!, sizes.at(-1)!];
}
times.sort((left, right) => left - right);

const commonPhrases: Record<string, number> = {};
for (const phrase of [
  '中国人民',
  '中国人民解放军',
  '中华人民共和国',
  '全国人民代表大会',
  '新时代中国特色社会主义思想',
]) {
  await engine.forget?.();
  await engine.search(phrase);
  commonPhrases[phrase] = engine.fetched?.() ?? engine.files.reduce((sum, size) => sum + size, 0);
}

const measure: EngineMeasure = {
  articles: articles.length,
  characters: texts.reduce((sum, text) => sum + text.length, 0),
  seconds: Number((seconds - (engine.addSeconds ?? 0)).toFixed(1)),
  cpuSeconds: Number(
    (
      (used.user + used.system) / 1e6 -
      (engine.addSeconds ?? 0) +
      (engine.aside?.cpuSeconds ?? 0)
    ).toFixed(1),
  ),
  peakMb: Math.round(process.resourceUsage().maxRSS / 1024 + (engine.aside?.peakMb ?? 0)),
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
