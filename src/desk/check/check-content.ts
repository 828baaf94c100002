import { createHash } from 'node:crypto';
import { mkdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { decodeText } from '../../manuscript/decode-text.ts';
import { locateInText } from '../../collections/content-reader.ts';
import { engineDigest } from '../../collections/engine-digest.ts';
import { sortFindings } from '../../collections/format-findings.ts';
import { splitFrontMatter } from '../../manuscript/front-matter.ts';
import type { LoadedArticle } from '../../collections/load-articles.ts';
import { loadPaper } from '../../collections/load-paper.ts';
import type { PaperAddresses } from '../../collections/standing-addresses.ts';
import { readYaml } from '../../manuscript/read-yaml.ts';
import { parseArticle } from '../../manuscript/parse-article.ts';
import { checkProse } from '../../manuscript/prose/check-prose.ts';
import { renderPlainArticle } from '../../manuscript/render-plain-article.ts';
import type { Columnist } from '../../newspaper/columnist.ts';
import type { Finding } from '../../newspaper/finding.ts';
import type { LocalFinding, Place } from '../../newspaper/local-finding.ts';
import { replaceFile } from '../put-file.ts';
import { checkBylines } from './check-bylines.ts';
import { checkNamesakes } from './check-namesakes.ts';
import { checkPages } from './check-pages.ts';
import { hasSafeFix, safeFix } from './safe-fixes.ts';
import { checkPictures } from './check-pictures.ts';

export interface ContentCheck {
  /** By file, line and column. */
  readonly findings: readonly Finding[];
  readonly articles: number;
  readonly loaded: readonly LoadedArticle[];
  readonly addresses: PaperAddresses;
}

interface CheckedArticle extends Omit<LoadedArticle, 'interactive' | 'fresh'> {
  /** What its text alone shows to the checks of this command. */
  readonly findings: readonly LocalFinding[];
}

interface Cache {
  readonly key: string;
  readonly engine: string;
  readonly articles: readonly CheckedArticle[];
}

/**
 * Checks a content folder without building it: what a build refuses, and what a person should look at.
 *
 * @param root absolute path of the content folder
 * @param projectRoot absolute path; the cache of what was read lies below it
 */
export function checkContent(root: string, projectRoot: string): ContentCheck {
  const cacheFile = cacheFileOf(root, projectRoot, 'texts');
  const key = engineDigest(projectRoot);
  const before = readCache(cacheFile, key);
  const byId = new Map(before.articles.map((article) => [article.id, article]));
  const byPath = new Map(before.articles.map((article) => [article.path, article]));
  const paper = loadPaper(root, {
    base: '/',
    engine: key,
    knownDigest: (path, signature, engine) => {
      const known = before.engine === engine ? byPath.get(path) : undefined;
      return signature !== '' && known?.signature === signature ? known.digest : undefined;
    },
    kept: (id, digest) => {
      const known = byId.get(id);
      return known?.digest === digest ? known : undefined;
    },
    hasBodies: () => true,
  });
  const language = String(paper.publication?.data['language'] ?? 'zh-Hans');
  const articles = paper.articles.map((article): CheckedArticle => {
    const { id, path, signature, digest, data, pictures, references, told } = article;
    const known = byId.get(id);
    const findings =
      article.fresh === undefined && known?.digest === digest
        ? known.findings
        : checkText(join(root, path), language, data.allow ?? []);
    return { id, path, signature, digest, data, pictures, references, told, findings };
  });
  const changed =
    before.engine !== paper.engine ||
    articles.length !== before.articles.length ||
    paper.articles.some(
      ({ id, signature, fresh }) => fresh !== undefined || byId.get(id)?.signature !== signature,
    );
  if (changed) writeCache(cacheFile, { key, engine: paper.engine, articles });
  const broken = paper.brokenArticles.flatMap((id): Finding[] => {
    const file = `articles/${id}.mdx`;
    return checkText(join(root, file), language, []).map((finding) => ({
      ...finding,
      file,
    }));
  });
  const locateIn = (path: string) => placesIn(join(root, path));
  const columnists = paper.collections.columnists.map(({ path, data }) => ({
    path,
    data: data as unknown as Columnist,
  }));
  const findings = [
    ...paper.findings,
    ...articles.flatMap(({ path, findings: found }) =>
      found.map((finding) => ({ ...finding, file: path })),
    ),
    ...broken,
    ...checkPages(articles, paper.brokenArticles, locateIn),
    ...checkBylines(
      articles,
      columnists.map(({ data }) => data),
      locateIn,
    ),
    ...checkNamesakes(
      columnists,
      (path) => (field) => locateInText(path, readText(join(root, path)) ?? '', field),
    ),
  ];
  return {
    findings: sortFindings(findings.map((finding) => withFix(finding, root))),
    articles: articles.length + paper.brokenArticles.length,
    loaded: paper.articles,
    addresses: paper.addresses,
  };
}

/** Where a field of an article is written; its file is read only when a fault is told. */
function placesIn(file: string): (field: readonly PropertyKey[]) => Place {
  return (field) => {
    const split = splitFrontMatter(readText(file) ?? '');
    if ('finding' in split) return { line: 1, column: 1 };
    const { frontMatter, frontMatterLine } = split.parts;
    return readYaml(frontMatter, frontMatterLine).locate(field);
  };
}

function withFix(finding: Finding, root: string): Finding {
  if (finding.fix !== undefined || !hasSafeFix(finding.id)) return finding;
  const text = readText(join(root, finding.file));
  const fix = text && safeFix(finding.id, text, finding.line, finding.column);
  return fix ? { ...finding, fix } : finding;
}

/** What is wrong with an article's text, whatever the rest of the paper is. */
function checkText(
  file: string,
  language: string,
  allow: readonly { readonly rule: string; readonly text?: string | undefined }[],
): LocalFinding[] {
  const text = readText(file);
  const split = text === undefined ? undefined : splitFrontMatter(text);
  if (text === undefined || split === undefined || 'finding' in split) return [];
  const { body, bodyLine } = split.parts;
  const isPlain = renderPlainArticle(body, language) !== undefined;
  const parsed = isPlain ? undefined : parseArticle(body, bodyLine);
  if (parsed !== undefined && parsed.tree === undefined) return [];
  const tree = parsed?.tree;
  return [
    ...checkProse({ ...split.parts, text, tree, language, allow }),
    ...(tree === undefined ? [] : checkPictures(tree, bodyLine)),
  ];
}

function readText(file: string): string | undefined {
  try {
    const decoded = decodeText(readFileSync(file));
    return 'text' in decoded ? decoded.text : undefined;
  } catch {
    // The reader of the folder has reported it.
    return undefined;
  }
}

/** Where what was asked about imported pages is kept between checks. */
export function importCacheOf(root: string, projectRoot: string): string {
  return cacheFileOf(root, projectRoot, 'imports');
}

function cacheFileOf(root: string, projectRoot: string, kind: 'texts' | 'imports'): string {
  const name = createHash('sha256').update(root).digest('hex').slice(0, 12);
  return join(projectRoot, '.cache/check', `${name}-${kind}.json`);
}

function readCache(file: string, key: string): Cache {
  try {
    const cache = JSON.parse(readFileSync(file, 'utf8')) as Cache;
    if (cache.key === key) return cache;
  } catch {
    // None yet.
  }
  return { key, engine: '', articles: [] };
}

function writeCache(file: string, cache: Cache): void {
  try {
    mkdirSync(dirname(file), { recursive: true });
    replaceFile(file, JSON.stringify(cache));
  } catch {
    // A full or read-only disk makes the next check slower, no more.
  }
}
