import { inLanguage } from '../../wording/in-language.ts';
import type { CommandLanguage } from '../../wording/command-language.ts';
import { decideCommandLanguage } from '../../wording/command-language.ts';
import { deskRequestSchema } from './desk-action.ts';
import type { ArticlePlace, DeskFiles, ListedArticle, WriteOutcome } from './desk-files.ts';
import { deskWording } from './desk-wording.ts';
import { guardRequest, type GuardedRequest } from './guard-request.ts';
import {
  renderDeskArticle,
  renderDeskFront,
  renderDeskMessage,
  type DeskFrame,
} from './render-desk.ts';

export interface DeskRequest extends GuardedRequest {
  /** Below the desk's own address: `2022-12-19/01/slug/`, with the query. */
  readonly path: string;
  readonly body: string;
}

export interface DeskAnswer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string | Buffer;
}

/** A paragraph is some kilobytes; a megabyte is no correction. */
export const maxBodyBytes = 1024 * 1024;

const ownHeaders = {
  'cache-control': 'no-store',
  'x-content-type-options': 'nosniff',
  'x-frame-options': 'DENY',
  'referrer-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
  'cross-origin-opener-policy': 'same-origin',
  // 'unsafe-inline' nowhere: an article's text that became markup would still run nothing.
  'content-security-policy':
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; connect-src 'self'; form-action 'none'; base-uri 'none'; frame-ancestors 'none'",
};

/**
 * Answers a request to the desk.
 *
 * @param base of the site: `/` or `/paper/`
 */
export function answerDesk(files: DeskFiles, request: DeskRequest, base: string): DeskAnswer {
  const { paper } = files;
  // Taken as it is written: a URL parser would turn backslashes and dots into other paths.
  const [path = '', query = ''] = request.path.split('?', 2);
  const chosen = new URLSearchParams(query).get('lang') ?? undefined;
  const words = decideCommandLanguage(chosen, {}, paper.language);
  const frame: DeskFrame = { base, words, isChosen: chosen !== undefined, paper };
  const refused = guardRequest(request);
  if (refused !== undefined) {
    return refused === 'not-json'
      ? plain(415, deskWording[words].guard[refused])
      : plain(403, deskWording[words].guard[refused]);
  }
  if (request.method === 'POST' && path === 'edit/') return answerEdit(files, request.body, words);
  if (request.method !== 'GET' && request.method !== 'HEAD') {
    return plain(405, deskWording[words].badRequest, { allow: 'GET, HEAD' });
  }
  return (
    answerPage(files, path, frame) ??
    html(404, renderDeskMessage(frame, deskWording[words].notFound))
  );
}

function answerPage(files: DeskFiles, path: string, frame: DeskFrame): DeskAnswer | undefined {
  const editions = files.editions();
  const [, edition, page, rest] = /^(?:([^/]+)\/(?:([^/]+)\/([^/]+)\/)?)?$/.exec(path) ?? [
    '',
    '',
    '',
    '',
  ];
  const [, scanEdition, scanPage] = /^scan\/([^/]+)\/(\d{2,3})\/$/.exec(path) ?? [];
  if (scanEdition !== undefined) {
    const scan = files.scan(scanEdition, Number(scanPage));
    return (
      scan && {
        status: 200,
        headers: { ...ownHeaders, 'content-type': scan.type },
        body: scan.bytes,
      }
    );
  }
  if (path === '') return html(200, renderFront(files, editions, undefined, frame));
  if (rest === undefined && edition !== undefined && edition !== '') {
    const known = editions.find((one) => one === edition);
    return known && html(200, renderFront(files, editions, known, frame));
  }
  if (!rest) return undefined;
  const open = files.open(`${edition}/${page}/${rest}`, frame.words);
  if (open === undefined) return undefined;
  return html(
    200,
    renderDeskArticle(frame, open, {
      hasScan: files.scan(open.edition, open.page) !== undefined,
      zone: files.zoneOf(open),
      next: articleAfter(files.articlesOf(open.edition), open),
    }),
  );
}

/** The next one that waits: behind this one, else from the beginning of the edition. */
function articleAfter(
  articles: readonly ListedArticle[],
  { id }: ArticlePlace,
): ArticlePlace | undefined {
  const at = articles.findIndex((one) => one.id === id);
  return [...articles.slice(at + 1), ...articles.slice(0, Math.max(at, 0))].find(
    ({ proof }) => proof !== 'read',
  );
}

function renderFront(
  files: DeskFiles,
  editions: ReturnType<DeskFiles['editions']>,
  wanted: (typeof editions)[number] | undefined,
  frame: DeskFrame,
): string {
  const counts = editions.map((edition) => {
    const articles = files.articlesOf(edition);
    return {
      edition,
      articles,
      all: articles.length,
      open: articles.filter(({ proof }) => proof !== 'read').length,
    };
  });
  const shown = wanted ?? counts.find(({ open }) => open > 0)?.edition ?? editions[0];
  const articles = counts.find(({ edition }) => edition === shown)?.articles ?? [];
  return renderDeskFront(
    frame,
    shown && {
      edition: shown,
      articles: articles.map((article) => ({
        ...article,
        stops: article.proof === 'read' ? 0 : stopsOf(files, article.id, frame.words),
      })),
    },
    counts,
  );
}

function stopsOf(files: DeskFiles, id: string, words: CommandLanguage): number | undefined {
  const desk = files.open(id, words)?.desk;
  return desk !== undefined && 'article' in desk ? desk.article.stops.length : undefined;
}

function answerEdit(files: DeskFiles, body: string, words: CommandLanguage): DeskAnswer {
  const wording = deskWording[words];
  const request = deskRequestSchema.safeParse(parseJson(body));
  if (!request.success) return json(400, { message: wording.badRequest });
  const { article, digest, action } = request.data;
  let outcome: WriteOutcome | undefined;
  try {
    outcome =
      action.kind === 'undo'
        ? files.undo(article, digest, words)
        : files.edit(article, digest, action, words);
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === undefined) throw error;
    return json(500, { message: wording.diskFault(code) });
  }
  switch (outcome?.kind) {
    case undefined:
      return json(404, { message: wording.notFound });
    case 'written':
      return json(200, { digest: outcome.digest });
    case 'settled':
      return json(200, { settled: outcome.digest });
    case 'changed':
      return json(409, { digest: outcome.digest, now: outcome.now });
    case 'refused':
      return json(422, { message: wording.refusal[outcome.refusal] });
    case 'faulty':
      return json(422, {
        message: [
          wording.faultyEdit,
          ...outcome.findings
            .map((finding) => inLanguage(finding, words))
            .map(
              ({ line, column, message, action: todo }) =>
                `${wording.faultLine(line, column)} ${message} ${todo}`,
            ),
        ].join('\n'),
      });
  }
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function html(status: number, body: string): DeskAnswer {
  return { status, headers: { ...ownHeaders, 'content-type': 'text/html; charset=utf-8' }, body };
}

function json(status: number, value: unknown): DeskAnswer {
  return {
    status,
    headers: { ...ownHeaders, 'content-type': 'application/json; charset=utf-8' },
    body: JSON.stringify(value),
  };
}

function plain(
  status: number,
  body: string,
  headers: Readonly<Record<string, string>> = {},
): DeskAnswer {
  return {
    status,
    headers: { ...ownHeaders, 'content-type': 'text/plain; charset=utf-8', ...headers },
    body,
  };
}
