import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { TLSSocket } from 'node:tls';
import type { AstroIntegration } from 'astro';
import { replaceFile } from '../put-file.ts';
import { answerMakeUp, type EditionFile } from './answer-make-up.ts';

/** A hint is a line. */
const maxBodyBytes = 4096;

/**
 * The writing half of the page view's layout desk (components/MakeUpDesk.astro), at `/_layout/` of
 * `astro dev`. It hangs on the dev server and nowhere else.
 *
 * @param content absolute path of the content folder
 */
export function makeUpDesk(content: string): AstroIntegration {
  const editions = editionFiles(content);
  return {
    name: 'newspaper:make-up-desk',
    hooks: {
      'astro:server:setup': ({ server }) => {
        const own = `${server.config.base.replace(/\/$/, '')}/_layout/`;
        server.middlewares.use((request, response, next) => {
          if ((request.originalUrl ?? request.url) !== own) {
            next();
            return;
          }
          let body = '';
          request.setEncoding('utf8');
          request.on('data', (chunk: string) => {
            if (body.length <= maxBodyBytes) body += chunk;
          });
          request.on('end', () => {
            const { method = 'GET', headers, socket } = request;
            const { status, message = '' } = answerMakeUp(
              {
                method,
                headers,
                remoteAddress: socket.remoteAddress,
                localPort: socket.localPort,
                isSecure: (socket as TLSSocket).encrypted === true,
                body: body.length > maxBodyBytes ? '' : body,
              },
              editions,
            );
            const back = headers.referer ?? server.config.base;
            response.writeHead(status, {
              'content-type': 'text/plain; charset=utf-8',
              ...(status === 303 ? { location: back } : {}),
            });
            response.end(message);
          });
        });
      },
    },
  };
}

/** The editions of a content folder. */
export function editionFiles(content: string): EditionFile {
  const pathOf = (date: string): string => join(content, 'editions', `${date}.yaml`);
  return {
    read: (date) => {
      try {
        return readFileSync(pathOf(date), 'utf8');
      } catch {
        return undefined;
      }
    },
    replace: (date, text) => replaceFile(pathOf(date), text),
  };
}
