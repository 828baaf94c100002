import { createHash } from 'node:crypto';
import { mkdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { engineDigest } from '../../collections/engine-digest.ts';
import { loadKnownPaper } from '../../importer/place/load-known-paper.ts';
import { nodeDisk } from '../../importer/place/node-disk.ts';
import { decisionsOf, parseDecisions } from '../../importer/review/decisions-file.ts';
import { decodeSource } from '../../importer/segment/decode-source.ts';
import type { Article } from '../../newspaper/article.ts';
import type { Finding } from '../../newspaper/finding.ts';
import { findImportFindings } from '../proofreading/import-findings.ts';
import { replaceFile } from '../put-file.ts';

/** Reading a page again takes a tenth of a second; the newest are what an editor works at. */
const pagesAtOnce = 12;

export interface ImportCheck {
  /** Of severity review; lines are of the kept source. */
  readonly findings: readonly Finding[];
  /** Pages that have articles which nobody has read, and were not looked at. */
  readonly pagesLeft: number;
}

type PageArticle = Pick<Article, 'edition' | 'page' | 'proof' | 'source'>;

/**
 * What the importer asked about a page, and nobody has settled. A finding is settled by a decision on
 * it, or by whoever read the article that it stands in (`proof: read` or `doubtful`); one that stands in
 * none, by whoever read all of the page. The importer keeps no list: the page is read again, by the
 * paper and the decisions as they now stand.
 *
 * @param root absolute path of the content folder
 * @param cacheFile absolute path; pages that stand as they did are not read again
 * @param isWanted whether a source or an article's file is among what is asked about; undefined: the
 *   newest pages
 */
export function checkImports(
  root: string,
  projectRoot: string,
  cacheFile: string,
  articles: readonly PageArticle[],
  isWanted: ((edition: string, page: number) => boolean) | undefined,
): ImportCheck {
  const bySource = Map.groupBy(articles, ({ source }) => source?.file ?? '');
  const open = [...bySource]
    .filter(([file, ofPage]) => file !== '' && ofPage.some(({ proof }) => proof === 'unread'))
    .filter(([, [first]]) => isWanted?.(first!.edition, first!.page) ?? true)
    .sort(([left], [right]) => (left < right ? 1 : -1));
  if (open.length === 0) return { findings: [], pagesLeft: 0 };
  const looked = isWanted === undefined ? open.slice(0, pagesAtOnce) : open;
  const before = readCache(cacheFile);
  const after: Cache = {};
  const engine = engineDigest(projectRoot, ['importer', 'wording']);
  const findings = looked.flatMap(([file, ofPage]) => {
    const { edition, page } = ofPage[0]!;
    const reading = readPage(root, file, edition, page);
    if (reading === undefined) return [];
    const key = createHash('sha1')
      .update(engine)
      .update(JSON.stringify(reading))
      .digest('base64url');
    const asked = before[key] ?? findImportFindings(reading);
    after[key] = asked;
    const unread = ofPage.filter(({ proof }) => proof === 'unread');
    const covers = ({ source }: PageArticle, line: number): boolean =>
      source !== undefined && source.lines[0] <= line && line <= source.lines[1];
    const isOpen = ({ line }: Finding): boolean =>
      unread.some((article) => covers(article, line)) ||
      !ofPage.some((article) => covers(article, line));
    return [...reading.faults, ...asked.filter(isOpen)];
  });
  if (Object.keys(after).some((key) => before[key] === undefined)) {
    try {
      mkdirSync(dirname(cacheFile), { recursive: true });
      replaceFile(cacheFile, JSON.stringify(after));
    } catch {
      // A full or read-only disk makes the next check slower, no more.
    }
  }
  return { findings, pagesLeft: open.length - looked.length };
}

/** @returns undefined where there is no such source, which the reader of the folder reports */
function readPage(root: string, file: string, date: Article['edition'], page: number) {
  try {
    if (nodeDisk.entryAt(join(root, file)) !== 'file') return undefined;
    const decoded = decodeSource({ bytes: readFileSync(join(root, file)), file });
    if (decoded.kind !== 'text') return undefined;
    const path = decisionsOf(file);
    const text =
      nodeDisk.entryAt(join(root, path)) === 'file' && readFileSync(join(root, path), 'utf8');
    const written = text === false ? undefined : parseDecisions(text, path);
    // A fault here stops no build: the page is asked about as if nothing had been decided.
    const faults = (written?.findings ?? []).map((found): Finding => ({
      ...found,
      severity: 'review',
    }));
    const decisions = written?.decisions ?? [];
    const known = loadKnownPaper(nodeDisk, root, [date]).paper;
    return { text: decoded.text, file, date, page, pageGiven: true, known, decisions, faults };
  } catch {
    return undefined;
  }
}

type Cache = Record<string, readonly Finding[]>;

function readCache(file: string): Cache {
  try {
    return JSON.parse(readFileSync(file, 'utf8')) as Cache;
  } catch {
    return {};
  }
}
