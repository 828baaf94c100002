import type { EventEmitter } from 'node:events';
import { join } from 'node:path';
import type { AstroIntegration } from 'astro';
import type { Finding } from '../newspaper/finding.ts';
import type { CommandLanguage } from '../wording/command-language.ts';
import { formatFindings } from './format-findings.ts';

const event = 'newspaper:findings';
/** Loaders run in Vite's module runner, integrations outside: they share the process, not modules. */
const lastKey = Symbol.for('newspaper.last-findings');

interface Announcement {
  readonly root: string;
  readonly errors: readonly Finding[];
  readonly language: CommandLanguage;
}

/** Tells the dev server what is wrong in content/; an empty list takes the overlay away. */
export function announceFindings(
  watcher: EventEmitter,
  root: string,
  errors: readonly Finding[],
  language: CommandLanguage,
): void {
  const announcement: Announcement = { root, errors, language };
  Reflect.set(globalThis, lastKey, announcement);
  watcher.emit(event, announcement);
}

/** Shows mistakes of content/ over whatever page is open in `astro dev`; the pages go on. */
export function contentOverlay(): AstroIntegration {
  return {
    name: 'newspaper:content-overlay',
    hooks: {
      'astro:server:setup': ({ server }) => {
        const { hot } = server.environments.client;
        const show = ({ root, errors, language }: Announcement): void => {
          const [first] = errors;
          if (first === undefined) return;
          hot.send({
            type: 'error',
            err: {
              name: 'ContentError',
              message: formatFindings(errors, (path) => path, language),
              stack: '',
              id: join(root, first.file),
              loc: { file: join(root, first.file), line: first.line, column: first.column },
              plugin: 'content',
            },
          });
        };
        server.watcher.on(event as 'all', show as never);
        // A page that is opened or reloaded while something is wrong.
        hot.on('connection', () => {
          const last = Reflect.get(globalThis, lastKey) as Announcement | undefined;
          if (last !== undefined) show(last);
        });
      },
    },
  };
}
