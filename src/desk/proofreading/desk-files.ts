import { createHash } from 'node:crypto';
import { lstatSync, readdirSync, readFileSync, realpathSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { parseContentPath } from '../../collections/content-path.ts';
import { readSourcePage } from '../../collation/load-source.ts';
import { loadKnownPaper } from '../../importer/place/load-known-paper.ts';
import { nodeDisk } from '../../importer/place/node-disk.ts';
import {
  addDecision,
  decisionsOf,
  parseDecisions,
  takeBackDecisions,
} from '../../importer/review/decisions-file.ts';
import type { Decision } from '../../importer/page/decision.ts';
import { zonesSchema, type PageZones } from '../../newspaper/zones.ts';
import { checkPictureBytes } from '../../manuscript/check-picture-bytes.ts';
import { decodeText } from '../../manuscript/decode-text.ts';
import { splitFrontMatter } from '../../manuscript/front-matter.ts';
import { readArticle } from '../../manuscript/read-article.ts';
import { readYaml } from '../../manuscript/read-yaml.ts';
import { readYamlAs } from '../../manuscript/read-yaml-as.ts';
import type { ProofStatus } from '../../newspaper/article.ts';
import { columnSchema } from '../../newspaper/column.ts';
import type { Finding, TextFix } from '../../newspaper/finding.ts';
import { formatPageNumber } from '../../newspaper/format-page-number.ts';
import { isIssueDate, type IssueDate } from '../../newspaper/issue-date.ts';
import { hasError, type LocalFinding } from '../../newspaper/local-finding.ts';
import { publicationSchema } from '../../newspaper/publication.ts';
import type { CommandLanguage } from '../../wording/command-language.ts';
import { placeNewFile, replaceFile } from '../put-file.ts';
import type { DeskAction } from './desk-action.ts';
import { readDeskArticle, type DeskArticle } from './desk-article.ts';
import { applyEdit, invertEdit, toFileEdit } from './edit-text.ts';
import { findImportFindings } from './import-findings.ts';
import { planEdit, type Refusal } from './plan-edit.ts';

export interface ArticlePlace {
  /** `2022-12-19/01/slug` */
  readonly id: string;
  readonly edition: IssueDate;
  readonly page: number;
  readonly slug: string;
}

export interface OpenArticle extends ArticlePlace {
  /** Relative to the content folder. */
  readonly path: string;
  /** SHA-256 of the file's bytes, in hexadecimal. */
  readonly digest: string;
  /** The file's own text, with its byte order mark and line ends. */
  readonly fileText: string;
  readonly desk: { readonly article: DeskArticle } | { readonly findings: readonly LocalFinding[] };
  readonly canUndo: boolean;
  /** The file of decisions on its source page, and its digest; absent without a kept source. */
  readonly decisions?: DecisionsState | undefined;
}

export interface DecisionsState {
  /** Relative to the content folder. */
  readonly path: string;
  /** SHA-256 in hexadecimal; empty where there is none yet. */
  readonly digest: string;
}

/** Parts of a scan, and the size of the whole in the same unit. */
export type ScanZone = Pick<PageZones, 'size'> & Pick<PageZones['zones'][number], 'boxes'>;

export interface ListedArticle extends ArticlePlace {
  readonly proof: ProofStatus;
  readonly headline: string;
}

export interface DeskPaper {
  readonly name: string;
  readonly language: string;
}

export type WriteOutcome =
  | { readonly kind: 'written'; readonly digest: string }
  /** Decisions were written or taken back; the article is as it was. */
  | { readonly kind: 'settled'; readonly digest: string }
  /** Somebody has changed the file; `now` is what stands where the edit was to go. */
  | { readonly kind: 'changed'; readonly digest: string; readonly now: string }
  | { readonly kind: 'refused'; readonly refusal: Refusal | 'nothing-to-undo' }
  | { readonly kind: 'faulty'; readonly findings: readonly LocalFinding[] };

/** What undoes a write of the article, as long as the file is what the write left; or of decisions. */
type Undoing =
  | {
      readonly digest: string;
      /** Of the file's own text. */
      readonly edit: TextFix;
    }
  | { readonly path: string; readonly decisions: readonly Decision[] };

const maxUndoings = 200;
const scanTypes = { png: 'png', jpg: 'jpeg', jpeg: 'jpeg', webp: 'webp', avif: 'avif' } as const;

/**
 * The content folder as the desk reads and writes it. It writes articles, and the decisions on their
 * source pages that the importer's own review writes; nothing else.
 */
export class DeskFiles {
  readonly root: string;
  readonly #undoings = new Map<string, Undoing[]>();
  readonly #importFindings = new Map<string, { digest: string; findings: readonly Finding[] }>();
  readonly #listed = new Map<string, { signature: string; article: ListedArticle }>();

  /** @param root absolute path of the content folder */
  constructor(root: string) {
    this.root = root;
  }

  get paper(): DeskPaper {
    const { value, raw } = this.#publication();
    const said = raw as { name?: unknown; language?: unknown } | undefined;
    return {
      name: value?.name ?? String(said?.name ?? ''),
      language: value?.language ?? String(said?.language ?? 'zh-Hans'),
    };
  }

  /** Newest first. */
  editions(): IssueDate[] {
    return namesIn(join(this.root, 'articles')).filter(isIssueDate).sort().reverse();
  }

  /** An edition's articles by page and name; those that run programs are no text to proofread. */
  articlesOf(edition: IssueDate): ListedArticle[] {
    const interactive = this.#interactive();
    const folder = join(this.root, 'articles', edition);
    return namesIn(folder)
      .sort()
      .flatMap((page) => namesIn(join(folder, page)).map((name) => `${edition}/${page}/${name}`))
      .flatMap((name) => {
        const place = name.endsWith('.mdx') ? placeOf(name.slice(0, -'.mdx'.length)) : undefined;
        const article =
          place === undefined || interactive.has(place.id) ? undefined : this.#list(place);
        return article ?? [];
      });
  }

  /** Of an article's file as it is now; undefined where there is none that may be opened. */
  digest(id: string): string | undefined {
    const place = placeOf(id);
    const bytes = place && this.#read(place);
    return bytes && digestOf(bytes);
  }

  /**
   * @param id as a stranger may have written it
   * @returns undefined where there is no such article
   */
  open(id: string, words: CommandLanguage): OpenArticle | undefined {
    const place = placeOf(id);
    const bytes = place === undefined ? undefined : this.#read(place);
    if (place === undefined || bytes === undefined) return undefined;
    const decoded = decodeText(bytes);
    const desk =
      'finding' in decoded
        ? { findings: [decoded.finding] }
        : this.#setBeside(decoded.text, place, words);
    const digest = digestOf(bytes);
    return {
      ...place,
      path: pathOf(place),
      digest,
      fileText: bytes.toString('utf8'),
      desk,
      canUndo: this.#canUndo(this.#undoings.get(id)?.at(-1), digest),
      decisions: this.#decisionsOf(desk),
    };
  }

  /**
   * Does one thing to an article that a person has open.
   *
   * @param digest of the file that the person saw
   * @returns undefined where there is no such article
   */
  edit(
    id: string,
    digest: string,
    action: DeskAction,
    words: CommandLanguage,
  ): WriteOutcome | undefined {
    const open = this.open(id, words);
    if (open === undefined) return undefined;
    if ('findings' in open.desk) return { kind: 'faulty', findings: open.desk.findings };
    const plan = planEdit(open.desk.article, action);
    // A decision is about the source page: it holds whatever has become of the article.
    if ('decisions' in plan) return this.#settle(open, plan.decisions);
    if (open.digest !== digest) {
      return { kind: 'changed', digest: open.digest, now: standingFor(action, open.desk.article) };
    }
    if ('now' in plan) return { kind: 'changed', digest: open.digest, now: plan.now };
    if ('refusal' in plan) return { kind: 'refused', refusal: plan.refusal };
    return this.#write(open, toFileEdit(open.fileText, plan.edit), true);
  }

  /** Takes back the last edit of the desk, where nobody has changed the file since. */
  undo(id: string, digest: string, words: CommandLanguage): WriteOutcome | undefined {
    const open = this.open(id, words);
    if (open === undefined) return undefined;
    const undoings = this.#undoings.get(id) ?? [];
    const last = undoings.at(-1);
    if (last === undefined) return { kind: 'refused', refusal: 'nothing-to-undo' };
    if ('decisions' in last) {
      undoings.pop();
      return this.#takeBack(last);
    }
    if (open.digest !== digest) return { kind: 'changed', digest: open.digest, now: '' };
    if (last.digest !== digest) {
      undoings.length = 0;
      return { kind: 'refused', refusal: 'nothing-to-undo' };
    }
    const outcome = this.#write(open, last.edit, false);
    if (outcome.kind === 'written') undoings.pop();
    return outcome;
  }

  /** Of a file of decisions as it is now; empty where there is none. */
  decisionsDigest(path: string): string {
    const bytes = this.#readFile(path);
    return bytes === undefined ? '' : digestOf(bytes);
  }

  /** A photograph of the printed page, kept beside its source as `sources/<date>/<page>.jpg`. */
  scan(
    edition: string,
    page: number,
  ): { readonly bytes: Buffer; readonly type: string } | undefined {
    if (!isIssueDate(edition)) return undefined;
    for (const [extension, type] of Object.entries(scanTypes)) {
      const path = `sources/${edition}/${formatPageNumber(page)}.${extension}`;
      const bytes = this.#readFile(path);
      if (bytes !== undefined && checkPictureBytes(bytes, path) === undefined) {
        return { bytes, type: `image/${type}` };
      }
    }
    return undefined;
  }

  /** Where an article stands on that photograph; undefined where the zones of its page do not say. */
  zoneOf({ edition, page, slug }: ArticlePlace): ScanZone | undefined {
    const bytes = this.#readFile(`sources/${edition}/${formatPageNumber(page)}.zones.yaml`);
    if (bytes === undefined) return undefined;
    const { value } = readYamlAs(bytes.toString('utf8'), zonesSchema);
    const boxes = value?.zones.find(({ article }) => article === slug)?.boxes;
    return value && boxes && { size: value.size, boxes };
  }

  #write(open: OpenArticle, edit: TextFix, isNew: boolean): WriteOutcome {
    const { id, fileText, path } = open;
    const text = applyEdit(fileText, edit);
    const bytes = Buffer.from(text);
    const decoded = decodeText(bytes);
    const findings =
      'finding' in decoded
        ? [decoded.finding]
        : readArticle(decoded.text, this.paper.language).findings;
    if (hasError(findings)) {
      return { kind: 'faulty', findings: findings.filter(({ severity }) => severity === 'error') };
    }
    const now = this.#read(open);
    if (now === undefined || digestOf(now) !== open.digest) {
      return { kind: 'changed', digest: now === undefined ? '' : digestOf(now), now: '' };
    }
    replaceFile(join(this.root, path), text);
    const digest = digestOf(bytes);
    const undoings = this.#undoings.get(id) ?? [];
    if (isNew) {
      // What was undone before an outside change can no longer be.
      const before = undoings.findLast((one) => 'edit' in one);
      if (before !== undefined && before.digest !== open.digest) undoings.length = 0;
      undoings.push({ digest, edit: invertEdit(fileText, edit) });
      this.#undoings.set(id, undoings.slice(-maxUndoings));
    }
    return { kind: 'written', digest };
  }

  #settle(open: OpenArticle, decisions: readonly Decision[]): WriteOutcome {
    const path = open.decisions?.path;
    if (path === undefined) return { kind: 'refused', refusal: 'no-such-stop' };
    const before = this.#readFile(path)?.toString('utf8');
    // What is there and is no plain file of the paper is not written over.
    const isTaken = before === undefined && this.#exists(path);
    if (isTaken || (before !== undefined && parseDecisions(before, path).findings.length > 0)) {
      return { kind: 'refused', refusal: 'decisions-unreadable' };
    }
    const text = decisions.reduce<string | undefined>(addDecision, before) ?? '';
    const place = before === undefined ? placeNewFile : replaceFile;
    place(join(this.root, path), text);
    const undoings = [...(this.#undoings.get(open.id) ?? []), { path, decisions }];
    this.#undoings.set(open.id, undoings.slice(-maxUndoings));
    return { kind: 'settled', digest: digestOf(Buffer.from(text)) };
  }

  #takeBack({ path, decisions }: Extract<Undoing, { path: string }>): WriteOutcome {
    const before = this.#readFile(path)?.toString('utf8');
    if (before === undefined || parseDecisions(before, path).findings.length > 0) {
      return { kind: 'refused', refusal: 'nothing-to-undo' };
    }
    const text = takeBackDecisions(before, decisions);
    if (text === undefined) rmSync(join(this.root, path));
    else replaceFile(join(this.root, path), text);
    return { kind: 'settled', digest: text === undefined ? '' : digestOf(Buffer.from(text)) };
  }

  #canUndo(last: Undoing | undefined, digest: string): boolean {
    if (last === undefined) return false;
    return 'edit' in last ? last.digest === digest : this.#readFile(last.path) !== undefined;
  }

  #decisionsOf(desk: OpenArticle['desk']): DecisionsState | undefined {
    const source = 'article' in desk ? desk.article.data.source : undefined;
    if (source === undefined || !this.#isInside(source.file)) return undefined;
    const path = decisionsOf(source.file);
    return path === source.file ? undefined : { path, digest: this.decisionsDigest(path) };
  }

  #setBeside(text: string, place: ArticlePlace, words: CommandLanguage): OpenArticle['desk'] {
    const { language } = this.paper;
    const { entry, findings } = readArticle(text, language);
    if (entry === undefined) return { findings };
    const { source, column } = entry.data;
    const page = source === undefined ? null : this.#source(source.file);
    const decisions = page === null || source === undefined ? [] : this.#decisions(source.file);
    return readDeskArticle({
      text,
      language,
      sourceLines: page?.lines ?? null,
      isAsImported: page?.isAsImported,
      importFindings:
        page === null || source === undefined || entry.data.proof === 'read'
          ? []
          : this.#findingsOf(source.file, page.lines, place, decisions),
      decisions,
      columnName: column === undefined ? undefined : this.#columnName(column),
      words,
    });
  }

  #source(file: string): ReturnType<typeof readSourcePage> {
    return this.#isInside(file) ? readSourcePage(join(this.root, file)) : null;
  }

  #findingsOf(
    file: string,
    lines: readonly string[],
    { edition, page }: ArticlePlace,
    decisions: readonly Decision[],
  ): readonly Finding[] {
    const text = lines.join('\n');
    const digest = digestOf(Buffer.from(`${JSON.stringify(decisions)}\0${text}`));
    const known = this.#importFindings.get(file);
    if (known?.digest === digest) return known.findings;
    const findings = findImportFindings({
      text,
      file,
      date: edition,
      page,
      known: loadKnownPaper(nodeDisk, this.root, []).paper,
      decisions,
    });
    this.#importFindings.set(file, { digest, findings });
    return findings;
  }

  #decisions(sourceFile: string): readonly Decision[] {
    const path = decisionsOf(sourceFile);
    const bytes = this.#readFile(path);
    return bytes === undefined ? [] : parseDecisions(bytes.toString('utf8'), path).decisions;
  }

  #exists(path: string): boolean {
    return lstatSync(join(this.root, path), { throwIfNoEntry: false }) !== undefined;
  }

  #columnName(id: string): string | undefined {
    const bytes = this.#readFile(`columns/${id}.yaml`);
    return bytes && readYamlAs(bytes.toString('utf8'), columnSchema).value?.name;
  }

  #publication() {
    const bytes = this.#readFile('publication.yaml');
    return readYamlAs(bytes?.toString('utf8') ?? '', publicationSchema);
  }

  #interactive(): ReadonlySet<string> {
    const raw = this.#publication().raw as { interactive?: unknown } | undefined;
    return new Set(Array.isArray(raw?.interactive) ? raw.interactive.map(String) : []);
  }

  #list(place: ArticlePlace): ListedArticle | undefined {
    const stats = lstatSync(join(this.root, pathOf(place)), { throwIfNoEntry: false });
    if (stats?.isFile() !== true) return undefined;
    const signature = `${stats.mtimeMs} ${stats.size} ${stats.ino}`;
    const known = this.#listed.get(place.id);
    if (known?.signature === signature) return known.article;
    const decoded = decodeText(this.#readFile(pathOf(place)) ?? Buffer.alloc(0));
    const split = 'text' in decoded ? splitFrontMatter(decoded.text) : undefined;
    const front = split !== undefined && 'parts' in split ? split.parts.frontMatter : '';
    const read = readYaml(front, 1).value as { proof?: unknown; headline?: unknown } | undefined;
    const proof = read?.proof;
    const article: ListedArticle = {
      ...place,
      proof: proof === 'read' || proof === 'doubtful' ? proof : 'unread',
      headline: typeof read?.headline === 'string' ? read.headline : '',
    };
    this.#listed.set(place.id, { signature, article });
    return article;
  }

  #read(place: ArticlePlace): Buffer | undefined {
    return this.#interactive().has(place.id) ? undefined : this.#readFile(pathOf(place));
  }

  /** Undefined for what is no plain file, or lies elsewhere by a link. */
  #readFile(path: string): Buffer | undefined {
    return this.#isInside(path) ? readFileSync(join(this.root, path)) : undefined;
  }

  #isInside(path: string): boolean {
    const whole = join(this.root, path);
    const stats = lstatSync(whole, { throwIfNoEntry: false });
    return (
      stats?.isFile() === true &&
      realpathSync(whole) === join(realpathSync(this.root), ...path.split('/'))
    );
  }
}

/** A name is never joined to a folder before it has been taken apart. */
function placeOf(id: string): ArticlePlace | undefined {
  const parsed = parseContentPath(`articles/${id}.mdx`);
  return parsed.type === 'article' && parsed.id === id && isIssueDate(parsed.edition)
    ? { id, edition: parsed.edition, page: parsed.page, slug: parsed.slug }
    : undefined;
}

function pathOf({ id }: ArticlePlace): string {
  return `articles/${id}.mdx`;
}

/** What stands now where the action was to be done, for a person to compare. */
function standingFor(action: DeskAction, { blocks, data, text }: DeskArticle): string {
  switch (action.kind) {
    case 'text':
    case 'split':
    case 'merge':
      return blocks[action.block]?.source ?? text;
    case 'field':
      return data[action.field] ?? '';
    case 'proof':
      return [data.proof, data.proofNote].filter(Boolean).join('\n');
    case 'remedy':
    case 'accept':
    case 'allow':
      return '';
  }
}

function digestOf(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex');
}

function namesIn(folder: string): string[] {
  try {
    return readdirSync(folder);
  } catch {
    return [];
  }
}
