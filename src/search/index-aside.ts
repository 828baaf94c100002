import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { Worker } from 'node:worker_threads';
import type { SearchableArticle } from './index-segment.ts';

export type IndexAnswer =
  { readonly files: ReadonlyMap<string, Uint8Array<ArrayBuffer>> } | { readonly error: unknown };

let last: Promise<unknown> = Promise.resolve();

/**
 * Indexes a segment as `indexSegment` does, on another core: pages are printed meanwhile. One segment
 * after the other: a large one takes half a gigabyte.
 *
 * @param root the project's folder: this module may have been bundled, the thread's is where it was written
 */
export function indexAside(
  root: string,
  articles: readonly SearchableArticle[],
): Promise<ReadonlyMap<string, Uint8Array<ArrayBuffer>>> {
  const made = last.then(() => runThread(root, articles));
  last = made.catch(() => undefined);
  return made;
}

function runThread(
  root: string,
  articles: readonly SearchableArticle[],
): Promise<ReadonlyMap<string, Uint8Array<ArrayBuffer>>> {
  return new Promise((resolve, reject) => {
    const thread = new Worker(pathToFileURL(join(root, 'src/search/index-thread.ts')), {
      workerData: articles,
    });
    thread.once('message', (answer: IndexAnswer) => {
      if ('error' in answer) reject(answer.error);
      else resolve(answer.files);
    });
    thread.once('error', reject);
  });
}
