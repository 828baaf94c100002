/**
 * The press: prints the pages that changed and leaves the others in place.
 *
 * Astro's own `experimental.incrementalBuild` reads the same `cacheKey`s, but goes through every page
 * of the archive one at a time, copies it back from a cache into an emptied folder, and writes each
 * new page twice, through promises: 20,000 pages with nothing changed took 29 s, and emptying the
 * folder alone 10 s. Here an unchanged page costs a look at its file (11 µs), and a new one is
 * written once, by another thread.
 */
import {
  existsSync,
  readdirSync,
  readFileSync,
  rmdirSync,
  rmSync,
  statSync,
  utimesSync,
} from 'node:fs';
import { createHash, hash } from 'node:crypto';
import { dirname, join } from 'node:path';
import { setImmediate } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import type {
  AstroConfig,
  AstroIntegration,
  AstroIntegrationLogger,
  AstroPrerenderer as Prerenderer,
} from 'astro';
import { addPageNames, keepOriginals } from './astro-build.ts';
import { Delivery } from './delivery.ts';
import { codeDigest } from './code-digest.ts';
import { outputFile, requestAddress } from './output-file.ts';
import { isInShard, parseShard, type Shard } from './shard.ts';
import {
  forgetPressRecord,
  readPressRecord,
  writePressRecord,
  type OtherFile,
  type PressRecord,
  type PrintedFile,
} from './press-record.ts';
import { decideCommandLanguage } from '../wording/command-language.ts';

type PathWithRoute = Awaited<ReturnType<Prerenderer['getStaticPaths']>>[number];
type StaticImages = Awaited<ReturnType<NonNullable<Prerenderer['collectStaticImages']>>>;

interface PressRun {
  readonly origin: string;
  readonly base: string;
  readonly outDir: string;
  /** Which part of the paper this build prints; undefined for all of it. */
  readonly shard: Shard | undefined;
  /** Prints what would be kept as well, and fails where it differs: EPAPER_PRESS=proof. */
  readonly proof: boolean;
  readonly recordFile: string;
  readonly code: string;
  /** Files of the last build that are still as it left them. */
  readonly standing: ReadonlyMap<string, PrintedFile>;
  /** What the last build left; undefined where the folder is unknown, and Astro empties it. */
  readonly before: PressRecord | undefined;
  readonly printed: Map<string, PrintedFile>;
  /** In milliseconds since 1970. */
  readonly began: number;
  /** Folders of the output that had no folder in them when the build began: those of the articles. */
  readonly leaves: Set<string>;
  fresh: number;
  written: number;
}

/** Part of incremental printing; the last integration, since it takes stock of the output folder. */
export function press(): AstroIntegration {
  const language = decideCommandLanguage(undefined, process.env);
  let run: PressRun | undefined;
  let removed = 0;
  return {
    name: 'newspaper:press',
    hooks: {
      'astro:config:setup': ({ command, config, updateConfig }) => {
        if (command !== 'build') return;
        run = startRun(config);
        // Astro would empty the folder; 33,000 pages take longer to remove than to write.
        if (run.before !== undefined) updateConfig({ vite: { build: { emptyOutDir: false } } });
      },
      'astro:build:start': ({ setPrerenderer, logger }) => {
        const current = run;
        if (current === undefined) return;
        // Not before content/ has been found sound: a build that is refused leaves the last one whole.
        forgetPressRecord(current.recordFile);
        const strange = sweep(current);
        if (strange.length > 0) {
          const named = `${strange.slice(0, 5).join(', ')}${strange.length > 5 ? ' …' : ''}`;
          logger.warn(
            {
              zh: `${current.outDir} 里有 ${strange.length} 个文件不是这份报纸上次构建写的，已撤下：${named}`,
              en: `${strange.length} files in ${current.outDir} were not written by this paper’s last build, and were removed: ${named}`,
            }[language],
          );
        }
        setPrerenderer((standard) => pressPrerenderer(standard, current, logger));
      },
      // Before other integrations look at the folder: a page that is no more stands in nobody's way.
      'astro:build:generated': () => {
        if (run !== undefined) removed = withdraw(run);
      },
      'astro:build:done': ({ logger }) => {
        if (run === undefined) return;
        takeRecord(run);
        const kept = run.printed.size - run.fresh;
        logger.info(
          {
            zh: `印 ${run.fresh} 页，其中 ${run.written} 页有变；沿用 ${kept} 页，撤下 ${removed} 页`,
            en: `${run.fresh} pages printed, ${run.written} of them changed; ${kept} kept, ${removed} removed`,
          }[language],
        );
      },
    },
  };
}

function startRun(config: AstroConfig): PressRun {
  const outDir = fileURLToPath(config.outDir);
  const name = createHash('sha1').update(outDir).digest('hex').slice(0, 12);
  const recordFile = fileURLToPath(new URL(`press/${name}.json`, config.cacheDir));
  const { site, base, trailingSlash, compressHTML, build } = config;
  const code = codeDigest(fileURLToPath(config.root), {
    settings: {
      site,
      base,
      trailingSlash,
      compressHTML,
      assets: build.assets,
      format: build.format,
    },
    mode: process.env['NODE_ENV'],
    shard: process.env['EPAPER_SHARD'],
  });
  const record = readPressRecord(recordFile);
  const standing =
    record?.code === code ? standingFiles(outDir, record) : new Map<string, PrintedFile>();
  return {
    origin: new URL(site ?? 'http://localhost/').origin,
    base,
    outDir,
    shard: parseShard(process.env['EPAPER_SHARD']),
    proof: process.env['EPAPER_PRESS'] === 'proof',
    recordFile,
    code,
    standing,
    before: record,
    printed: new Map(),
    began: Date.now(),
    leaves: new Set(),
    fresh: 0,
    written: 0,
  };
}

/** Those that nobody has touched since: same size, same time. */
function standingFiles(outDir: string, record: PressRecord): Map<string, PrintedFile> {
  const standing = new Map<string, PrintedFile>();
  for (const [path, printed] of Object.entries(record.printed)) {
    const found = statSync(join(outDir, path), { throwIfNoEntry: false });
    if (found?.size === printed.size && found.mtimeMs === printed.mtimeMs) {
      standing.set(path, printed);
    }
  }
  return standing;
}

function pressPrerenderer(
  standard: Prerenderer,
  run: PressRun,
  logger: AstroIntegrationLogger,
): Prerenderer {
  return {
    ...standard,
    name: 'newspaper:press',
    async getStaticPaths() {
      const paths = await standard.getStaticPaths();
      const { left, wanted } = sortPaths(paths, run);
      const delivery = new Delivery(run.outDir);
      const printed = new Map<string, PrintedPage>();
      const untrue: string[] = [];
      const printNext = async (from: Iterator<Wanted>): Promise<void> => {
        for (let next = from.next(); !next.done; next = from.next()) {
          const { path, entry, standing } = next.value;
          const { body, ...page } = await print(standard, run, entry).catch((error: unknown) => {
            logger.error(
              {
                zh: `排不出 ${entry.pathname}`,
                en: `Cannot print ${entry.pathname}`,
              }[decideCommandLanguage(undefined, process.env)],
            );
            throw error;
          });
          if (standing !== undefined) {
            if (!readFileSync(join(run.outDir, path)).equals(body)) untrue.push(path);
            continue;
          }
          printed.set(path, page);
          await delivery.write(path, body);
          // A page that waits for nothing lets nothing else have its turn: cut type and drawn pictures
          // came after the last page, and what native code had done with was not given back.
          await setImmediate();
        }
      };
      // Pages keep this core busy, one after the other. Files of other kinds (cuts of type, pictures)
      // are made on another: some of them are under way meanwhile.
      // Edition by edition, so that what its pages share is read and made once, and what its files do.
      wanted.sort((left, right) => (left.path < right.path ? -1 : 1));
      const pages = wanted.filter(({ entry }) => entry.route.type === 'page').values();
      const others = wanted.filter(({ entry }) => entry.route.type !== 'page');
      const ofEditions = others.filter(({ path }) => inEdition.test(path)).values();
      const ofPaper = others.filter(({ path }) => !inEdition.test(path)).values();
      try {
        await Promise.all([
          printNext(pages),
          ...[ofEditions, ofEditions, ofPaper, ofPaper].map(printNext),
        ]);
        if (untrue.length > 0) {
          throw new Error(
            `${untrue.length} 页会沿用旧样，其实已变：${untrue.slice(0, 12).join('、')}。cacheKey 应含页上所见的一切，见 docs/architecture.md`,
          );
        }
      } catch (error) {
        await delivery.abandon();
        throw error;
      }
      for (const [path, { wasSame, ...file }] of await delivery.end()) {
        run.printed.set(path, { ...printed.get(path), ...file });
        if (!wasSame) run.written += 1;
      }
      run.fresh = printed.size;
      addPageNames(standard, printedPages(paths, run));
      // Redirects and the like: Astro knows how.
      return left;
    },
    async collectStaticImages() {
      const images: StaticImages = new Map(await standard.collectStaticImages?.());
      for (const [path, { staticImages }] of run.standing) {
        if (run.printed.get(path) !== run.standing.get(path)) continue;
        addImages(images, staticImages);
      }
      return images;
    },
  };
}

/** Addresses of the pages of this run, as Astro names them. */
function printedPages(paths: readonly PathWithRoute[], { printed }: PressRun): string[] {
  return paths
    .filter(
      ({ route, pathname }) => route.type === 'page' && printed.has(outputFile('page', pathname)!),
    )
    .map(({ pathname }) => pathname.replace(/^\//, '').replace(/\/?$/, '/'));
}

/** Files below an edition's address. */
const inEdition = /^\d{4}-\d{2}-\d{2}\//;

interface Wanted {
  readonly path: string;
  readonly entry: PathWithRoute;
  /** What would be kept: it is printed only to see whether the key was true. */
  readonly standing?: PrintedFile;
}

/** Keeps what stands under an equal key; two routes to one file are a mistake of the site. */
function sortPaths(
  paths: readonly PathWithRoute[],
  run: PressRun,
): { readonly left: PathWithRoute[]; readonly wanted: Wanted[] } {
  const left: PathWithRoute[] = [];
  const wanted: Wanted[] = [];
  const taken = new Map<string, PathWithRoute>();
  for (const entry of paths) {
    const path = outputFile(entry.route.type, entry.pathname);
    if (path === undefined) {
      if (run.shard === undefined || run.shard.number === 1) left.push(entry);
      continue;
    }
    const other = taken.get(path);
    if (other !== undefined) {
      throw new Error(
        `${entry.route.component} 与 ${other.route.component} 都要写 ${path}：应各有各的地址。`,
      );
    }
    taken.set(path, entry);
    if (run.shard !== undefined && !isInShard(path, run.shard)) continue;
    const standing = run.standing.get(path);
    if (standing !== undefined && standing.key !== undefined && standing.key === entry.cacheKey) {
      run.printed.set(path, standing);
      keepOriginals(standing.referencedImages);
      if (run.proof) wanted.push({ path, entry, standing });
    } else {
      wanted.push({ path, entry });
    }
  }
  return { left, wanted };
}

/** What the press remembers of a page, besides how its file stands. */
type PrintedPage = Omit<PrintedFile, 'size' | 'mtimeMs'>;

async function print(
  standard: Prerenderer,
  { origin, base }: PressRun,
  { route, pathname, cacheKey }: PathWithRoute,
): Promise<PrintedPage & { readonly body: Uint8Array<ArrayBuffer> }> {
  const request = new Request(requestAddress(origin, base, route.type, pathname));
  const result = await standard.render(request, { routeData: route, collectMetadata: true });
  const { response, metadata } =
    result instanceof Response ? { response: result, metadata: undefined } : result;
  if (response.status >= 300 && response.status !== 404) {
    throw new Error(`${pathname} 应给出一页，却答以 ${response.status}`);
  }
  return {
    body: new Uint8Array(await response.arrayBuffer()),
    key: cacheKey,
    ...(metadata?.staticImages?.length && { staticImages: metadata.staticImages }),
    ...(metadata?.referencedImages?.length && { referencedImages: metadata.referencedImages }),
  };
}

type Metadata = NonNullable<
  Exclude<Awaited<ReturnType<Prerenderer['render']>>, Response>['metadata']
>;

/** A page that stands still needs its pictures: they go into Astro's list as if it had been rendered. */
function addImages(images: StaticImages, recorded: Metadata['staticImages'] = []): void {
  for (const { originalPath, originalSrcPath, hash, finalPath, transform } of recorded) {
    let ofOriginal = images.get(originalPath);
    if (ofOriginal === undefined) {
      ofOriginal = { originalSrcPath, transforms: new Map() };
      images.set(originalPath, ofOriginal);
    }
    if (!ofOriginal.transforms.has(hash)) ofOriginal.transforms.set(hash, { finalPath, transform });
  }
}

/**
 * Removes whatever the last build did not print: its assets and public files, which this one writes
 * anew, and what somebody put there, as Astro does with a folder that it empties.
 *
 * @returns paths of what no build wrote
 */
function sweep({ outDir, before, leaves }: PressRun): string[] {
  if (before === undefined) return [];
  const strange: string[] = [];
  for (const path of listFiles(outDir, (folder) => leaves.add(folder))) {
    if (path in before.printed) continue;
    rmSync(join(outDir, path), { force: true });
    removeEmptyFolders(outDir, dirname(path));
    if (!(path in before.others)) strange.push(path);
  }
  return strange;
}

/** @returns how many pages were printed before and are no more */
function withdraw({ outDir, before, printed }: PressRun): number {
  const gone = Object.keys(before?.printed ?? {}).filter((path) => !printed.has(path));
  for (const path of gone) {
    rmSync(join(outDir, path), { force: true });
    removeEmptyFolders(outDir, dirname(path));
  }
  return gone.length;
}

function takeRecord(run: PressRun): void {
  const { recordFile, code, printed } = run;
  writePressRecord(recordFile, {
    code,
    printed: Object.fromEntries([...printed].sort(([left], [right]) => (left < right ? -1 : 1))),
    others: takeStock(run),
  });
}

/** Assets and public files. One with the bytes of before gets its time back: hosts go by it. */
function takeStock(run: PressRun): Record<string, OtherFile> {
  const { outDir, printed, before } = run;
  const others: Record<string, OtherFile> = {};
  for (const path of listFiles(outDir, undefined, (folder) => isAsSwept(run, folder))) {
    if (printed.has(path)) continue;
    const file = join(outDir, path);
    const digest = hash('sha1', readFileSync(file), 'base64url');
    const known = before?.others[path];
    if (known?.digest === digest) {
      utimesSync(file, known.mtimeMs / 1000, known.mtimeMs / 1000);
      others[path] = known;
    } else {
      others[path] = { digest, mtimeMs: statSync(file).mtimeMs };
    }
  }
  return others;
}

function removeEmptyFolders(outDir: string, folder: string): void {
  for (let path = folder; path !== '.' && path !== ''; path = dirname(path)) {
    try {
      rmdirSync(join(outDir, path));
    } catch {
      return;
    }
  }
}

/** Clocks of file systems are coarser than ours, by a timer's tick. */
const clockTick = 1000;

/**
 * Nothing was put into a folder that has the time of before, and the sweep left only printed files in
 * it: a look at 24,000 articles' folders takes a fifth of what reading them takes.
 */
function isAsSwept({ outDir, began, leaves }: PressRun, folder: string): boolean {
  return leaves.has(folder) && statSync(join(outDir, folder)).mtimeMs < began - clockTick;
}

/**
 * All files below the output folder, with `/`; a repository that publishes it keeps its `.git`.
 *
 * @param onLeaf is told of folders without folders
 * @param passOver folders that are not looked into
 */
function listFiles(
  outDir: string,
  onLeaf?: (folder: string) => void,
  passOver?: (folder: string) => boolean,
): string[] {
  const files: string[] = [];
  const list = (folder: string): void => {
    if (passOver?.(folder) === true) return;
    let isLeaf = true;
    for (const entry of readdirSync(join(outDir, folder), { withFileTypes: true })) {
      const path = folder === '' ? entry.name : `${folder}/${entry.name}`;
      if (path === '.git') continue;
      if (entry.isDirectory()) {
        isLeaf = false;
        list(path);
      } else files.push(path);
    }
    if (isLeaf) onLeaf?.(folder);
  };
  if (existsSync(outDir)) list('');
  return files.sort();
}
