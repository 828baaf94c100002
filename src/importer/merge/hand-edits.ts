import type { Bilingual } from '../../newspaper/bilingual.ts';
import type { Finding } from '../../newspaper/finding.ts';
import { excerptOf } from '../../newspaper/local-finding.ts';
import type { ContentFile } from '../draft/render-page-files.ts';
import { renderImportRecord, type ImportedFile, type ImportRecord } from './import-record.ts';
import {
  comparableText,
  digestParts,
  listDifferences,
  mergeArticle,
  takeApart,
  type ArticleParts,
} from './merge-article.ts';
import { makeInputFinding, type FindingId } from '../page/findings.ts';
import { digestOf, type Placement } from '../place/place-files.ts';

export interface ReconcileRequest {
  /** What the last import of this page has written; see import-record.ts. */
  readonly record: ImportRecord;
  /** Where the new record goes, relative to the content folder. */
  readonly recordPath: string;
  /** The page's folder of articles, such as `articles/2022-12-19/01`. */
  readonly folder: string;
  /** What the import would write. Images go with role `article`. */
  readonly incoming: readonly ContentFile[];
  /** What stands in the content folder now; undefined: nothing. */
  readonly read: (path: string) => Uint8Array | undefined;
  /** For findings: the page's file, and its line at which the page's source begins (1-based). */
  readonly file: string;
  readonly firstLine: number;
  /** Whether the text of an article can be published; a merge that cannot is a conflict. */
  readonly isValid: (text: string) => boolean;
}

export type ArticleStatus = 'created' | 'unchanged' | 'updated' | 'kept-edited';

export interface Reconciled {
  readonly placement: Required<Pick<Placement, 'files' | 'remove' | 'seen'>>;
  /** The page's `.mdx` files of this import, in the order they came. */
  readonly statuses: readonly { readonly path: string; readonly status: ArticleStatus }[];
  readonly findings: readonly Finding[];
}

/** What an import could not merge into an edited article is put beside it under this ending. */
export const incomingSuffix = '.incoming';

/**
 * Decides, file by file, what an import may write over what stands in content/, so that nothing a
 * person has written or deleted is lost and everything nobody has touched follows the import:
 *
 * | stands there                         | the import has changed         | then                  |
 * | ------------------------------------ | ------------------------------ | --------------------- |
 * | as last imported                     | no · yes                       | unchanged · updated   |
 * | edited                               | no                             | kept                  |
 * | edited                               | other fields and blocks        | kept, merged          |
 * | edited                               | the same, or it is proofread   | kept, import beside   |
 * | not in the record, other than import | –                              | kept                  |
 * | deleted by a person                  | –                              | stays deleted         |
 * | as last imported, no longer imported | –                              | taken away            |
 * | edited, no longer imported           | –                              | kept                  |
 *
 * The record then holds what was imported now: a change that was put beside an article is not
 * reported as new a second time, and the same import twice changes nothing.
 */
export function reconcileHandEdits(request: ReconcileRequest): Reconciled {
  return new Reconciliation(request).run();
}

/** An incoming article and what stands in its place. */
interface Meeting {
  readonly file: ContentFile;
  readonly incoming: string;
  readonly theirs: ArticleParts;
  /** What the last import has written there. */
  readonly last: ImportedFile | undefined;
  readonly place: Place;
}

type Place = Pick<Finding, 'line' | 'excerpt'>;

class Reconciliation {
  readonly #request: ReconcileRequest;
  readonly #files: ContentFile[] = [];
  readonly #remove: string[] = [];
  readonly #seen = new Map<string, string | null>();
  readonly #statuses: { path: string; status: ArticleStatus }[] = [];
  readonly #findings: Finding[] = [];
  readonly #imported = new Map<string, ImportedFile>();

  constructor(request: ReconcileRequest) {
    this.#request = request;
  }

  run(): Reconciled {
    const { incoming, record, recordPath } = this.#request;
    for (const file of incoming) this.#meet(file);
    for (const [name, last] of record) {
      if (!this.#imported.has(name)) this.#settleAbsent(name, last);
    }
    const contents = renderImportRecord(this.#imported);
    this.#files.push({ path: recordPath, contents, role: 'source' });
    this.#look(recordPath);
    return {
      placement: { files: this.#files, remove: this.#remove, seen: this.#seen },
      statuses: this.#statuses,
      findings: this.#findings,
    };
  }

  #look(path: string): Uint8Array | undefined {
    const bytes = this.#request.read(path);
    this.#seen.set(path, bytes === undefined ? null : digestOf(bytes));
    return bytes;
  }

  #report(id: FindingId, place: Place, values: Readonly<Record<string, string | Bilingual>>): void {
    const { file } = this.#request;
    this.#findings.push(makeInputFinding(file, id, place, values));
  }

  /** The first line of the page, where nothing of the page stands for a file. */
  #placeOfPage(path: string): Place {
    return { line: this.#request.firstLine, excerpt: path };
  }

  #meet(file: ContentFile): void {
    const { folder } = this.#request;
    const isOfFolder = file.path.startsWith(`${folder}/`);
    if (file.role === 'entry') {
      if (this.#look(file.path) === undefined) this.#files.push(file);
    } else if (file.role !== 'article' || !isOfFolder) {
      this.#look(file.path);
      this.#files.push(file);
    } else {
      const name = file.path.slice(folder.length + 1);
      if (typeof file.contents === 'string') this.#meetArticle(file, name, file.contents);
      else this.#meetImage(file, name, file.contents);
    }
  }

  #meetImage(file: ContentFile, name: string, bytes: Uint8Array): void {
    const { path } = file;
    const digest = digestOf(bytes);
    const last = this.#request.record.get(name);
    this.#imported.set(name, { digest });
    const there = this.#look(path);
    const isUntouched =
      there === undefined ? last === undefined : last && digestOf(there) === last.digest;
    if (isUntouched) this.#files.push(file);
    else if (there && digestOf(there) !== digest) {
      this.#report('image-replaced-by-hand', this.#placeOfPage(path), { path });
    }
  }

  #meetArticle(file: ContentFile, name: string, incoming: string): void {
    const { path } = file;
    const theirs = takeApart(comparableText(incoming));
    const digest = digestOf(comparableText(incoming));
    const last = this.#request.record.get(name);
    this.#imported.set(name, { digest, parts: digestParts(theirs) });
    const place = placeOf(incoming, this.#request.firstLine);
    const bytes = this.#look(path);
    if (bytes === undefined) {
      if (last === undefined) this.#files.push(file);
      else {
        const record = this.#request.recordPath;
        this.#report('article-deleted-by-hand', place, { path, name, record });
      }
      this.#statuses.push({ path, status: last === undefined ? 'created' : 'kept-edited' });
      return;
    }
    const there = decodeFile(bytes);
    const now = there === undefined ? undefined : digestOf(comparableText(there));
    if (now === digest) this.#statuses.push({ path, status: 'unchanged' });
    else if (there !== undefined && last && now === last.digest) {
      this.#files.push({ ...file, contents: withLineEndsOf(there, incoming) });
      this.#statuses.push({ path, status: 'updated' });
    } else {
      this.#statuses.push({ path, status: 'kept-edited' });
      const isChanged = last !== undefined && last.digest !== digest;
      this.#meetEdited({ file, incoming, theirs, last, place }, there, isChanged);
    }
  }

  /** @param isChanged the import has changed since it was written there */
  #meetEdited(meeting: Meeting, there: string | undefined, isChanged: boolean): void {
    const { file, theirs, last, place } = meeting;
    const { path } = file;
    const beside = `${path}${incomingSuffix}`;
    const ours = there === undefined ? undefined : takeApart(comparableText(there));
    const shown = ours ? describe(ours, theirs) : { zh: '', en: '' };
    const merged = isChanged ? this.#merge(last, ours, theirs) : undefined;
    if (isChanged && (there === undefined || merged === undefined)) {
      this.#files.push({ ...file, path: beside });
      this.#report('hand-edit-conflict', place, { path, beside, shown });
    } else if (there !== undefined && merged !== undefined && merged !== comparableText(there)) {
      this.#files.push({ ...file, contents: withLineEndsOf(there, merged) });
      this.#report('hand-edit-merged', place, { path, shown });
    } else {
      // What an earlier import has put beside it may still be there.
      const waits = this.#look(beside) !== undefined;
      const id = waits ? 'hand-edit-kept:waiting' : 'hand-edit-kept';
      this.#report(id, place, { path, beside, shown });
    }
  }

  /** The edited article with what the import has changed elsewhere; undefined where that cannot be. */
  #merge(
    last: ImportedFile | undefined,
    ours: ArticleParts | undefined,
    theirs: ArticleParts,
  ): string | undefined {
    if (!ours || !last?.parts) return undefined;
    const merged = mergeArticle(last.parts, ours, theirs);
    return merged !== undefined && this.#request.isValid(merged) ? merged : undefined;
  }

  /** A file of the last import that this one has not. */
  #settleAbsent(name: string, last: ImportedFile): void {
    const path = `${this.#request.folder}/${name}`;
    const bytes = this.#look(path);
    if (bytes === undefined) {
      // Deleted by a person: remembered, should a later import find the article again.
      this.#imported.set(name, last);
      return;
    }
    const text = decodeFile(bytes);
    const digest = last.parts ? text && digestOf(comparableText(text)) : digestOf(bytes);
    const isUntouched = digest === last.digest;
    if (isUntouched) this.#remove.push(path);
    else this.#imported.set(name, last);
    if (!last.parts) return;
    const id = isUntouched ? 'article-withdrawn' : 'article-orphaned';
    this.#report(id, this.#placeOfPage(path), { path });
  }
}

/** undefined where a person has saved the file in another encoding: it then counts as edited. */
function decodeFile(bytes: Uint8Array): string | undefined {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    return undefined;
  }
}

/** A file checked out on Windows keeps its line ends, and one with a byte order mark its mark. */
function withLineEndsOf(there: string, text: string): string {
  const mark = there.startsWith('\u{FEFF}') ? '\u{FEFF}' : '';
  return mark + (there.includes('\r\n') ? text.replaceAll('\n', '\r\n') : text);
}

/** Where the article begins in the page: the `source.lines` of its front matter. */
function placeOf(article: string, firstLine: number): Pick<Finding, 'line' | 'excerpt'> {
  const line = /^source:\n(?:[ \t]+.*\n)*?[ \t]+lines:\s*(?:\[\s*|\n\s*-\s*)(\d+)/m.exec(
    article,
  )?.[1];
  const headline = /^headline: (.*)$/m.exec(article)?.[1];
  return {
    line: line === undefined ? firstLine : Number(line) + firstLine - 1,
    excerpt: headline ?? '',
  };
}

const maxShown = 3;

/** The first differences, each by its first unlike words. */
function describe(...texts: Parameters<typeof listDifferences>): Bilingual {
  // Who has read the article is no difference that an import makes.
  const differences = listDifferences(...texts).filter(({ where }) => where !== 'proof');
  const shown = differences.slice(0, maxShown).map(({ where, ours, theirs }): Bilingual => {
    if (ours === undefined) {
      const added = excerptOf(theirs ?? '');
      return { zh: `${where}会加上“${added}”`, en: `${where} would have “${added}” more` };
    }
    if (theirs === undefined) {
      const gone = excerptOf(ours);
      return { zh: `${where}会去掉“${gone}”`, en: `${where} would lose “${gone}”` };
    }
    let at = 0;
    while (at < ours.length && ours[at] === theirs[at]) at += 1;
    const from = Math.max(0, at - 6);
    const cut = (text: string): string => excerptOf(text.slice(from, at + 14).toWellFormed());
    const [now, then] = [cut(ours), cut(theirs)];
    return {
      zh: `${where}现为“${now}”，会改为“${then}”`,
      en: `${where} is “${now}” and would be “${then}”`,
    };
  });
  const more = differences.length - shown.length;
  return {
    zh: shown.map(({ zh }) => zh).join('；') + (more > 0 ? `；等共 ${differences.length} 处` : ''),
    en: shown.map(({ en }) => en).join('; ') + (more > 0 ? `; ${differences.length} in all` : ''),
  };
}
