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
import type { ArticleJump, ArticleLink, ArticlePicture } from '../manuscript/check-article.ts';
import { addressOf } from '../newspaper/address.ts';
import { ledgerMark, readLedger } from '../manuscript/address-ledger.ts';
import { checkAddresses, type LedgerLine } from './check-addresses.ts';
import { checkLinks, linksWithinSite, type KnownAddresses } from './check-links.ts';
import type { ArticleBody } from '../manuscript/article-body.ts';
import { renderArticle } from '../manuscript/render-article.ts';
import type { BodyKey } from './bodies.ts';
import { checkPaper, takenAddresses, type PaperArticle, type PaperEntry } from './check-paper.ts';
import { parseContentPath, type YamlCollection } from './content-path.ts';
import { decodeText } from '../manuscript/decode-text.ts';
import { splitFrontMatter } from '../manuscript/front-matter.ts';
import { checkPictureBytes, maxPictureBytes } from '../manuscript/check-picture-bytes.ts';
import { readSitePage } from '../manuscript/read-site-page.ts';
import { readArticle } from '../manuscript/read-article.ts';
import { readYamlAs } from '../manuscript/read-yaml-as.ts';
import { checkPictureHead, pictureHeadLength } from './check-picture-head.ts';
import { checkPublicFile } from './check-public-file.ts';
import { scanFolder, type ScannedFile } from './scan-folder.ts';
import { readYaml, type YamlSource } from '../manuscript/read-yaml.ts';

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
  readonly references: ArticleReferences;
  /** What its text alone makes a person look at. */
  readonly told?: readonly LocalFinding[] | undefined;
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
  readonly addresses: PaperAddresses;
}

/** Addresses that were published once, and those that there are. */
export interface PaperAddresses {
  /** Undefined where the paper keeps no ledger. */
  readonly ledger: readonly LedgerLine[] | undefined;
  /** Those of sound files, each with what it is known by under another name. */
  readonly sound: ReadonlyMap<string, string | undefined>;
  /** Whether a file makes this address, sound or broken. */
  readonly has: (address: string) => boolean;
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
  readonly references: ArticleReferences;
  /** Told again, where it was kept: a build does without. */
  readonly told?: readonly LocalFinding[] | undefined;
}

/** What an article says of others, and they of it: true or not as the others change. */
export interface ArticleReferences {
  /** Those within the site. */
  readonly links?: readonly ArticleLink[] | undefined;
  readonly jumps?: readonly ArticleJump[] | undefined;
  /** How many may be pointed at, as `#p1` … */
  readonly paragraphs: number;
}

/** Four times what an article may have: nothing that is read as text is larger. */
const maxTextBytes = 4 * 1024 * 1024;

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
  const sizes = new Map(scanned.files.map(({ path, size }) => [path, size]));
  const readText = (path: string): string | undefined => {
    const size = sizes.get(path) ?? 0;
    if (size > maxTextBytes) {
      add(path, [
        {
          id: 'file-too-large',
          severity: 'error',
          line: 1,
          column: 1,
          excerpt: path,
          message: `文字文件应不超过 ${maxTextBytes / 1024 / 1024} MB，现为 ${Math.ceil(size / 1024 / 1024)} MB`,
          action: '分成几个文件，或移到别处',
        },
      ]);
      return undefined;
    }
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
  const sitePages: string[] = [];
  const ledgerFiles: string[] = [];
  /** Pictures that are none. Those that an article shows are told at its line. */
  const heads: Finding[] = [];
  for (const { path, size, signature } of scanned.files) {
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
          heads.push(
            ...checkPictureHead(name, headOf(join(root, path))).map((found) => ({
              ...found,
              file: path,
            })),
          );
        }
        const edition = path.split('/')[1]!;
        const companions = companionFiles.get(edition);
        if (companions === undefined) companionFiles.set(edition, [{ path, size, signature }]);
        else companions.push({ path, size, signature });
        break;
      }
      case 'component':
        components.push({ path, size, signature });
        break;
      case 'page':
        if (/\.mdx?$/.test(path)) sitePages.push(path);
        break;
      case 'public': {
        const name = path.slice(path.lastIndexOf('/') + 1);
        const bytes = /\.svg$/i.test(name)
          ? Buffer.from(readText(path) ?? '')
          : headOf(join(root, path));
        add(path, checkPublicFile(name, bytes));
        break;
      }
      case 'addresses':
        ledgerFiles.push(path);
        break;
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
  const pageLinks = new Map<string, readonly ArticleLink[]>();
  for (const path of sitePages) {
    if (interactiveIds.has(path.replace(/\.mdx?$/, ''))) continue;
    const text = readText(path);
    if (text === undefined) continue;
    const read = readSitePage(text, { base: options.base, language });
    add(path, read.findings);
    pageLinks.set(path, linksWithinSite(read.entry?.links ?? [], options.base));
  }
  const pageNumbers = new Map(
    collections.editions.map(({ id, data }) => [
      id,
      (data as unknown as Edition).pages.map(({ number }) => number),
    ]),
  );
  const ledger = readLedgerFiles(ledgerFiles, readText, add);
  /** Filled when all are read; components of interactive articles may have paragraphs of their own. */
  const paragraphs = new Map<string, number>();
  const addresses: KnownAddresses = {
    articles: new Set(articleFiles.map(({ id }) => id)),
    // An edition that is broken has pages that are not known: nothing is said of links to them.
    pagesOf: (date) => pageNumbers.get(date),
    lists: ids,
    sitePages: new Set(sitePages.map((path) => path.replace(/^pages\/|\.mdx?$/g, ''))),
    paragraphsOf: (id) => paragraphs.get(id),
    moved: new Map(ledger?.flatMap(({ address, target }) => (target ? [[address, target]] : []))),
  };
  /** Pictures that were told at an article's line. */
  const told = new Set<string>();
  const checkPictures = pictureChecker(root, sizes);
  if (publication !== undefined) {
    const { path, data } = publication;
    const place = (key: string) => (): Place =>
      locateInText(path, texts.get(path)!, ['nameplate', key]);
    for (const [key, file] of Object.entries(data.nameplate ?? {})) {
      // A drawing was read as a drawing, above.
      if (file !== undefined && !file.endsWith('.svg'))
        add(path, checkPictures('public/', file, place(key)));
    }
  }
  const countLines = lineCounter(root, sizes);
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
        add(path, kept[index]!.told ?? []);
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
      const { data, pictures, links, jumps, body, bodyLine, content } = read.entry;
      const folder = path.slice(0, path.lastIndexOf('/') + 1);
      const locateField = (field: readonly PropertyKey[]): Place =>
        locateInText(path, article!, field);
      const wrong = [
        ...pictures.flatMap((picture) => checkPictures(folder, picture.file, () => picture)),
        ...data.images.flatMap(({ file }, index) =>
          checkPictures(folder, file, () => locateField(['images', index, 'file'])),
        ),
        ...checkSourceLines(data, countLines, () => locateField(['source', 'lines', 1])),
      ];
      for (const { excerpt } of wrong) told.add(folder + excerpt);
      add(path, wrong);
      if (wrong.length > 0) {
        // Astro would decode the picture, if the article were handed on.
        brokenArticles.push(id);
        continue;
      }
      const context = { base: options.base, edition: data.edition, language };
      const fresh = {
        source: body,
        body: 'plain' in content ? content.plain : renderArticle(content.tree, context, bodyLine),
      };
      const own = linksWithinSite(links, options.base);
      const references = {
        links: own.length > 0 ? own : undefined,
        jumps: jumps.length > 0 ? jumps : undefined,
        paragraphs: fresh.body.paragraphs.length,
      };
      articles.push({
        ...{ id, path, signature, digest: digest!, interactive, data, pictures, references, fresh },
        told: read.findings.length > 0 ? read.findings : undefined,
      });
    }
  }

  findings.push(...heads.filter(({ file }) => !told.has(file)));

  /** Read once a file that has a mistake: one may have a thousand. */
  const located = new Map<string, string>();
  const locateIn =
    (path: string) =>
    (field: readonly PropertyKey[]): Place => {
      const text = texts.get(path) ?? located.get(path) ?? readAgain(join(root, path));
      located.set(path, text);
      return locateInText(path, text, field);
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
  for (const { id, interactive, references } of articles) {
    if (!interactive) paragraphs.set(id, references.paragraphs);
  }
  for (const { id, path, data, references } of articles) {
    const { links = [], jumps = [] } = references;
    add(path, checkLinks(links, id, options.base, addresses));
    add(path, checkJumps(jumps, data, addresses, locateIn(path)));
  }
  for (const [path, links] of pageLinks) {
    add(path, checkLinks(links, path.replace(/\.mdx?$/, ''), options.base, addresses));
  }
  const standing = standingAddresses(addresses, ids.editions, collections, articles);
  if (ledger !== undefined) findings.push(...checkAddresses(ledger, standing));
  return {
    engine,
    findings,
    publication,
    collections,
    articles,
    brokenArticles,
    addresses: { ledger, ...standing },
  };
}

/** @returns the lines of all files, each address once; undefined where there is no ledger */
function readLedgerFiles(
  paths: readonly string[],
  readText: (path: string) => string | undefined,
  add: (file: string, found: readonly LocalFinding[]) => void,
): LedgerLine[] | undefined {
  if (paths.length === 0) return undefined;
  return paths.flatMap((path) => {
    const text = readText(path);
    if (text === undefined) return [];
    const { entries, findings } = readLedger(text, path);
    add(path, findings);
    return entries.map((entry) => ({ ...entry, path }));
  });
}

/** Editions, pages and articles by date, then lists, then pages of text. */
function standingAddresses(
  { articles, pagesOf, lists, sitePages }: KnownAddresses,
  editions: ReadonlySet<string>,
  collections: LoadedPaper['collections'],
  soundArticles: readonly LoadedArticle[],
): Omit<PaperAddresses, 'ledger'> {
  const sound = new Map<string, string | undefined>();
  for (const { id } of collections.editions) {
    sound.set(addressOf.edition(id), undefined);
    for (const number of new Set(pagesOf(id))) sound.set(addressOf.page(id, number), undefined);
  }
  for (const { id, data } of soundArticles) {
    const { source, headline } = data;
    const known = source === undefined ? headline : `${source.file}:${source.lines[0]}`;
    sound.set(`/${id}/`, known ? ledgerMark(known) : undefined);
  }
  for (const list of ['sections', 'columns', 'columnists'] as const) {
    for (const { id, data } of collections[list]) {
      sound.set(`/${list}/${id}/`, ledgerMark(String(data['name'])));
    }
  }
  for (const id of sitePages) sound.set(`/${id}/`, undefined);
  const has = (address: string): boolean => {
    const [, first = '', second, third] = address.split('/');
    if (first === 'sections' || first === 'columns' || first === 'columnists') {
      return lists[first].has(second!);
    }
    if (!/^\d{4}-\d{2}-\d{2}$/.test(first)) {
      return sitePages.has(first) || takenAddresses.has(first);
    }
    if (second === undefined || second === '') return editions.has(first);
    // The pages of an edition that is broken are not known.
    if (third === undefined || third === '') {
      return editions.has(first) && pagesOf(first)?.includes(Number(second)) !== false;
    }
    return articles.has(`${first}/${second}/${third}`);
  };
  return { sound, has };
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

/** The file that was asked about last: mistakes of one file follow each other. */
let lastLocated: { readonly text: string; readonly source: YamlSource } | undefined;

/** @param path tells what of the text is YAML */
function locateInText(path: string, text: string, field: readonly PropertyKey[]): Place {
  if (lastLocated?.text !== text) {
    const split = path.endsWith('.mdx') ? splitFrontMatter(text) : undefined;
    const source =
      split === undefined || 'finding' in split
        ? readYaml(text)
        : readYaml(split.parts.frontMatter, split.parts.frontMatterLine);
    lastLocated = { text, source };
  }
  return lastLocated.source.locate(field);
}

/** Looks at the bytes of pictures, each file once. A missing one is for `checkPaper` to tell. */
function pictureChecker(root: string, sizes: ReadonlyMap<string, number>) {
  const known = new Map<string, ReturnType<typeof checkPictureBytes>>();
  return (folder: string, file: string, place: () => Place): LocalFinding[] => {
    const path = folder + file;
    const size = sizes.get(path);
    if (size === undefined) return [];
    if (!known.has(path)) {
      // Of a file that is too large no more than its beginning.
      const bytes =
        size > maxPictureBytes ? Buffer.alloc(maxPictureBytes + 1) : readFileSync(join(root, path));
      known.set(path, checkPictureBytes(bytes, file));
    }
    const wrong = known.get(path);
    const { line, column } = wrong === undefined ? { line: 1, column: 1 } : place();
    return wrong === undefined ? [] : [{ ...wrong, line, column }];
  };
}

/** Pages of the own edition that are not there: not all of a paper may have been read. */
function checkJumps(
  jumps: readonly ArticleJump[],
  { edition, jump }: Article,
  { pagesOf }: KnownAddresses,
  locate: (field: readonly PropertyKey[]) => Place,
): LocalFinding[] {
  const pages = pagesOf(edition);
  if (pages === undefined) return [];
  const told = (page: number, place: Place): LocalFinding => ({
    id: 'jump-page-unknown',
    severity: 'review',
    ...place,
    excerpt: String(page),
    message: `${edition} 这一期没有第 ${page} 版；有：${pages.join('、')}`,
    action: '改正版次；那一版还没有收录的，不用管',
  });
  const written = (['to', 'from'] as const).flatMap((way) => {
    const page = jump?.[way];
    return page === undefined || pages.includes(page) ? [] : [told(page, locate(['jump', way]))];
  });
  return [
    ...written,
    ...jumps
      .filter(({ page }) => !pages.includes(page))
      .map(({ page, line, column }) => told(page, { line, column })),
  ];
}

/** How many lines a source page has; undefined where it is not there. */
function lineCounter(root: string, sizes: ReadonlyMap<string, number>) {
  const known = new Map<string, number>();
  return (path: string): number | undefined => {
    const size = sizes.get(path);
    if (size === undefined) return undefined;
    let lines = known.get(path);
    if (lines === undefined) {
      const text = readFileSync(join(root, path), 'latin1');
      lines = text.split(/\r\n|\r|\n/).length - (/[\r\n]$/.test(text) ? 1 : 0);
      known.set(path, lines);
    }
    return lines;
  };
}

function checkSourceLines(
  { source }: Article,
  countLines: (path: string) => number | undefined,
  place: () => Place,
): LocalFinding[] {
  const lines = source === undefined ? undefined : countLines(source.file);
  if (source === undefined || lines === undefined || source.lines[1] <= lines) return [];
  return [
    {
      id: 'source-lines',
      severity: 'error',
      ...place(),
      excerpt: source.lines.join(', '),
      message: `${source.file} 只有 ${lines} 行，现写到第 ${source.lines[1]} 行`,
      action: '照识别原文改行号',
    },
  ];
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
