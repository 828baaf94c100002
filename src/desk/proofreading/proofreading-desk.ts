import type { IncomingMessage, ServerResponse } from 'node:http';
import { sep } from 'node:path';
import type { TLSSocket } from 'node:tls';
import type { AstroIntegration } from 'astro';
import { answerDesk, maxBodyBytes, type DeskRequest } from './answer-desk.ts';
import { DeskFiles } from './desk-files.ts';
import { guardRequest, type GuardedRequest } from './guard-request.ts';

/**
 * The proofreading desk of `astro dev`, at `/_desk/`. It hangs on the dev server and nowhere else: a
 * build knows nothing of it.
 *
 * @param content absolute path of the content folder
 */
export function proofreadingDesk(content: string): AstroIntegration {
  let base = '/';
  let root = '/_desk/';
  return {
    name: 'newspaper:proofreading-desk',
    hooks: {
      // Vite's own base is `/` whatever the site's is.
      'astro:config:done': ({ config }) => {
        base = config.base;
        root = `${base.replace(/\/$/, '')}/_desk/`;
      },
      'astro:server:start': ({ address, logger }) => {
        logger.info(`校对台 proofreading desk: http://localhost:${address.port}${root}`);
      },
      'astro:server:setup': ({ server }) => {
        const files = new DeskFiles(content);
        const listeners = new Set<ServerResponse>();
        const tell = (changed: string): void => {
          const message = eventOf(describeChange(files, content, changed));
          for (const listener of listeners) listener.write(message);
        };
        for (const event of ['add', 'change', 'unlink'] as const) {
          server.watcher.on(event, (changed) => {
            if (changed.startsWith(content + sep)) tell(changed);
          });
        }
        server.middlewares.use((request, response, next) => {
          // Astro takes the base path off `url`.
          const address = request.originalUrl ?? request.url ?? '';
          if (!address.startsWith(root)) {
            next();
            return;
          }
          const path = address.slice(root.length);
          if (/^events\/(?:\?|$)/.test(path)) {
            if (!listen(request, response, listeners)) return;
            // What was changed while the page was on its way, no event tells of.
            const article = new URL(path, 'http://desk.invalid/').searchParams.get('article') ?? '';
            for (const change of standOf(files, article)) response.write(eventOf(change));
          } else answer(files, request, response, path, base).catch(next);
        });
      },
    },
  };
}

interface Change {
  readonly article?: string | undefined;
  /** Of decisions on a source page: their file. */
  readonly decisions?: string | undefined;
  /** Of the file as it is now; absent where the article is gone, empty where no decisions are left. */
  readonly digest?: string | undefined;
}

/** How the files of an open article stand. */
function standOf(files: DeskFiles, article: string): Change[] {
  const open = files.open(article, 'zh');
  if (open === undefined) return [];
  const { digest, decisions } = open;
  return [
    { article, digest },
    ...(decisions === undefined ? [] : [{ decisions: decisions.path, digest: decisions.digest }]),
  ];
}

/** @param path of a file of the paper: one that is no article may change any of them */
function describeChange(files: DeskFiles, content: string, path: string): Change {
  const inside = path.slice(content.length + 1).replaceAll('\\', '/');
  const article = /^articles\/(.+)\.mdx$/.exec(inside)?.[1];
  if (article !== undefined) return { article, digest: files.digest(article) };
  return /^sources\/[^/]+\/[^/]+\.decisions\.yaml$/.test(inside)
    ? { decisions: inside, digest: files.decisionsDigest(inside) }
    : {};
}

/** Server-sent events: https://html.spec.whatwg.org/multipage/server-sent-events.html */
function eventOf(change: Change): string {
  return `data: ${JSON.stringify(change)}\n\n`;
}

/** @returns whether the request may listen; one that may not has been answered */
function listen(
  request: IncomingMessage,
  response: ServerResponse,
  listeners: Set<ServerResponse>,
): boolean {
  if (request.method !== 'GET' || guardRequest(guarded(request)) !== undefined) {
    response.writeHead(403).end();
    return false;
  }
  response.writeHead(200, { 'content-type': 'text/event-stream', 'cache-control': 'no-store' });
  response.write(': \n\n');
  listeners.add(response);
  request.on('close', () => listeners.delete(response));
  return true;
}

async function answer(
  files: DeskFiles,
  request: IncomingMessage,
  response: ServerResponse,
  path: string,
  base: string,
): Promise<void> {
  const { method = 'GET' } = request;
  const about = { ...guarded(request), path, body: '' };
  const isAllowed = guardRequest(about) === undefined;
  // The body of a request that is refused is not read.
  const body = isAllowed && method === 'POST' ? await readBody(request) : '';
  const given: DeskRequest = { ...about, body: body ?? '' };
  const {
    status,
    headers,
    body: said,
  } = body === undefined ? { status: 413, headers: {}, body: '' } : answerDesk(files, given, base);
  response.writeHead(status, { ...headers, ...(isAllowed ? {} : { connection: 'close' }) });
  response.end(method === 'HEAD' ? '' : said);
}

function guarded({ method = 'GET', headers, socket }: IncomingMessage): GuardedRequest {
  return {
    method,
    headers,
    remoteAddress: socket.remoteAddress,
    localPort: socket.localPort,
    isSecure: (socket as TLSSocket).encrypted === true,
  };
}

/** @returns undefined for more than the desk takes */
async function readBody(request: IncomingMessage): Promise<string | undefined> {
  const chunks: Buffer[] = [];
  let length = 0;
  for await (const chunk of request as AsyncIterable<Buffer>) {
    length += chunk.length;
    if (length > maxBodyBytes) return undefined;
    chunks.push(chunk);
  }
  return Buffer.concat(chunks).toString('utf8');
}
