import { readFileSync, statSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { extname, join, normalize } from 'node:path';

const types: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.webmanifest': 'application/manifest+json',
  '.xml': 'application/xml; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.woff2': 'font/woff2',
  '.md': 'text/markdown; charset=utf-8',
  '.txt': 'text/plain; charset=utf-8',
};

const isFile = (path: string): boolean =>
  statSync(path, { throwIfNoEntry: false })?.isFile() ?? false;

export interface StaticServer {
  /** Without a slash at the end. */
  readonly origin: string;
  readonly close: () => Promise<void>;
}

/**
 * Serves a built site as a plain host does: `/a/` is `a/index.html`, anything else missing is
 * 404.html with status 404; no rewriting that a real host might not do.
 *
 * @param base `/` or `/paper/`: where the site lives under the origin
 */
export function serveStatic(directory: string, base = '/'): Promise<StaticServer> {
  const server = createServer((request, response) => {
    const path = decodeURIComponent(new URL(request.url ?? '/', 'http://localhost').pathname);
    const inside = path.startsWith(base) ? path.slice(base.length - 1) : undefined;
    let file = inside === undefined ? '' : join(directory, normalize(inside));
    if (file.endsWith('/')) file = join(file, 'index.html');
    const ok = file.startsWith(directory) && isFile(file);
    const shown = ok ? file : join(directory, '404.html');
    response.statusCode = ok ? 200 : 404;
    response.setHeader('content-type', types[extname(shown)] ?? 'application/octet-stream');
    // Whole: of a stream whose file goes while it opens, no answer comes, and the reader waits for ever.
    response.end(isFile(shown) ? readFileSync(shown) : undefined);
  });
  return new Promise((resolve) => {
    server.listen(0, '127.0.0.1', () => {
      resolve({
        origin: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
        close: () =>
          new Promise((done) => {
            server.closeAllConnections();
            server.close(() => done());
          }),
      });
    });
  });
}
