import type { Bilingual } from '../../wording/command-language.ts';
import { findingWords } from '../../wording/finding-words.ts';
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
} from './merge-article.ts';
import { digestOf, type Placement } from '../place/place-files.ts';

const nothingToDo: Bilingual = { zh: '不必处理', en: 'Nothing to do' };

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
  readonly firstLine?: number;
  /** Whether the text of an article can be published; a merge that cannot is a conflict. */
  readonly isValid?: (path: string, text: string) => boolean;
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
  const { record, folder, read, isValid = () => true } = request;
  const files: ContentFile[] = [];
  const remove: string[] = [];
  const seen = new Map<string, string | null>();
  const statuses: { path: string; status: ArticleStatus }[] = [];
  const findings: Finding[] = [];
  const imported = new Map<string, ImportedFile>();

  const look = (path: string): Uint8Array | undefined => {
    const bytes = read(path);
    seen.set(path, bytes === undefined ? null : digestOf(bytes));
    return bytes;
  };
  const report = (
    id: string,
    severity: Finding['severity'],
    place: Pick<Finding, 'line' | 'excerpt'>,
    message: Bilingual,
    action: Bilingual,
  ): void => {
    const words = findingWords(message, action);
    findings.push({ id, severity, file: request.file, column: 1, ...place, ...words });
  };

  const reconcileImage = (file: ContentFile, name: string, bytes: Uint8Array): void => {
    const digest = digestOf(bytes);
    const last = record.files.get(name);
    imported.set(name, { kind: 'image', digest });
    const there = look(file.path);
    if (there === undefined) {
      if (last === undefined) files.push(file);
    } else if (last !== undefined && digestOf(there) === last.digest) {
      files.push(file);
    } else if (digestOf(there) !== digest) {
      report(
        'image-replaced-by-hand',
        'info',
        { line: request.firstLine ?? 1, excerpt: file.path },
        {
          zh: `${file.path} 已换成别的图片，保留`,
          en: `${file.path} was replaced by another picture, and kept`,
        },
        nothingToDo,
      );
    }
  };

  const reconcileArticle = (file: ContentFile, name: string, incoming: string): void => {
    const path = file.path;
    const place = placeOf(incoming, request.firstLine ?? 1);
    const theirs = takeApart(comparableText(incoming));
    const digest = digestOf(comparableText(incoming));
    const last = record.files.get(name);
    imported.set(name, { kind: 'article', digest, parts: digestParts(theirs) });
    const beside = `${path}${incomingSuffix}`;
    const bytes = look(path);

    if (bytes === undefined) {
      if (last === undefined) {
        files.push(file);
        statuses.push({ path, status: 'created' });
        return;
      }
      statuses.push({ path, status: 'kept-edited' });
      report(
        'article-deleted-by-hand',
        'info',
        place,
        {
          zh: `${path} 已被人删去，没有重新生成`,
          en: `${path} was removed by a person, and not made again`,
        },
        {
          zh: `不必处理；要它回来，就从 ${request.recordPath} 里删去 ${name} 这一行再导入`,
          en: `Nothing to do; to have it back, remove the line ${name} from ${request.recordPath} and import again`,
        },
      );
      return;
    }

    const there = decodeFile(bytes);
    if (there !== undefined && digestOf(comparableText(there)) === digest) {
      statuses.push({ path, status: 'unchanged' });
      return;
    }
    if (there !== undefined && last && digestOf(comparableText(there)) === last.digest) {
      files.push({ ...file, contents: withLineEndsOf(there, incoming) });
      statuses.push({ path, status: 'updated' });
      return;
    }

    statuses.push({ path, status: 'kept-edited' });
    const isChanged = last !== undefined && last.digest !== digest;
    const ours = there === undefined ? undefined : takeApart(comparableText(there));
    const shown = ours ? describe(ours, theirs) : { zh: '', en: '' };
    if (isChanged) {
      const merge =
        ours && last.kind === 'article' ? mergeArticle(last.parts, ours, theirs) : undefined;
      if (there !== undefined && merge?.kind === 'clean' && isValid(path, merge.text)) {
        if (merge.text !== comparableText(there)) {
          files.push({ ...file, contents: withLineEndsOf(there, merge.text) });
          report(
            'hand-edit-merged',
            'review',
            place,
            {
              zh: `${path} 有人改过；这次导入改的是别处，已并入。并入后与识别结果之差：${shown.zh}`,
              en: `${path} was edited; this import changes other places, and was merged in. What differs from the OCR’d text now: ${shown.en}`,
            },
            {
              zh: '看一遍 git diff，核对并入的地方',
              en: 'Look through git diff at what was merged',
            },
          );
          return;
        }
      } else {
        files.push({ ...file, path: beside });
        report(
          'hand-edit-conflict',
          'review',
          place,
          {
            zh: `${path} 有人改过，保留原样；这次导入要改的地方并不进去：${shown.zh}`,
            en: `${path} was edited, and kept as it is; what this import would change cannot be merged: ${shown.en}`,
          },
          {
            zh: `对照 ${beside}，把要的改动抄进文章，再删去 ${beside}`,
            en: `Copy what you want from ${beside} into the article, and remove ${beside}`,
          },
        );
        return;
      }
    }
    const isWaiting = look(beside) !== undefined;
    report(
      'hand-edit-kept',
      isWaiting ? 'review' : 'info',
      place,
      {
        zh: `${path} 有人改过，保留原样。导入本会改动：${shown.zh}`,
        en: `${path} was edited, and kept as it is. The import would have changed: ${shown.en}`,
      },
      isWaiting
        ? {
            zh: `还有 ${beside} 没有处理：抄进要的改动后删去它`,
            en: `${beside} still waits: copy what you want and remove it`,
          }
        : nothingToDo,
    );
  };

  for (const file of request.incoming) {
    const name = file.path.startsWith(`${folder}/`)
      ? file.path.slice(folder.length + 1)
      : undefined;
    if (file.role === 'entry') {
      if (look(file.path) === undefined) files.push(file);
    } else if (file.role !== 'article' || name === undefined) {
      look(file.path);
      files.push(file);
    } else if (typeof file.contents === 'string') {
      reconcileArticle(file, name, file.contents);
    } else {
      reconcileImage(file, name, file.contents);
    }
  }

  for (const [name, last] of record.files) {
    if (imported.has(name)) continue;
    const path = `${folder}/${name}`;
    const bytes = look(path);
    if (bytes === undefined) {
      // Deleted by a person: remembered, should a later import find the article again.
      imported.set(name, last);
      continue;
    }
    const text = decodeFile(bytes);
    const digest = last.kind === 'image' ? digestOf(bytes) : text && digestOf(comparableText(text));
    if (digest === last.digest) {
      remove.push(path);
      if (last.kind === 'image') continue;
      report(
        'article-withdrawn',
        'review',
        { line: request.firstLine ?? 1, excerpt: path },
        {
          zh: `${path} 不再是这一版的文章，没有人改过它，已删去`,
          en: `${path} is no longer an article of this page; nobody had edited it, and it was removed`,
        },
        {
          zh: '它的网址从此不在：已经公开过的，请留一个转向',
          en: 'Its address is gone: if it was public, leave a redirect',
        },
      );
      continue;
    }
    imported.set(name, last);
    if (last.kind === 'image') continue;
    report(
      'article-orphaned',
      'review',
      { line: request.firstLine ?? 1, excerpt: path },
      {
        zh: `${path} 不再是这一版的文章，但有人改过它，保留`,
        en: `${path} is no longer an article of this page, but was edited, and was kept`,
      },
      {
        zh: '它的文字可能已在别的文章里：核对后删去，或照旧留着',
        en: 'Its text may stand in another article by now: check, and remove or keep it',
      },
    );
  }

  files.push({
    path: request.recordPath,
    contents: renderImportRecord({ files: imported }),
    role: 'source',
  });
  look(request.recordPath);
  return { placement: { files, remove, seen }, statuses, findings };
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
