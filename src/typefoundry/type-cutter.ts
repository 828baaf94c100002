import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { Worker } from 'node:worker_threads';

export interface CutOrder {
  readonly number: number;
  /** `woff2` as cutType gives it, `truetype` as cutTrueType does. */
  readonly format: 'woff2' | 'truetype';
  readonly font: string;
  readonly characters: string;
  readonly cacheFolder: string | undefined;
}
export type CutAnswer =
  | { readonly number: number; readonly bytes: Uint8Array<ArrayBuffer> }
  | { readonly number: number; readonly error: unknown };

interface Waiting {
  readonly resolve: (bytes: Uint8Array<ArrayBuffer>) => void;
  readonly reject: (error: unknown) => void;
}

const waiting = new Map<number, Waiting>();
let thread: Worker | undefined;
let orders = 0;

/**
 * Cuts type as `cutType` or `cutTrueType` does, on another core: an edition's cut takes 8 ms, in which four pages are
 * printed.
 *
 * @param root the project's folder: this module may have been bundled, the thread's is where it was written
 */
export function cutTypeAside(
  root: string,
  font: string,
  characters: string,
  cacheFolder: string | undefined,
  format: CutOrder['format'] = 'woff2',
): Promise<Uint8Array<ArrayBuffer>> {
  thread ??= startThread(root);
  const number = (orders += 1);
  return new Promise((resolve, reject) => {
    waiting.set(number, { resolve, reject });
    thread!.ref();
    thread!.postMessage({ number, format, font, characters, cacheFolder } satisfies CutOrder);
  });
}

function startThread(root: string): Worker {
  const started = new Worker(pathToFileURL(join(root, 'src/typefoundry/cut-thread.ts')));
  started.on('message', (answer: CutAnswer) => {
    const asked = waiting.get(answer.number);
    waiting.delete(answer.number);
    // Only open orders keep the process alive.
    if (waiting.size === 0) started.unref();
    if ('error' in answer) asked?.reject(answer.error);
    else asked?.resolve(answer.bytes);
  });
  started.on('error', (error) => {
    thread = undefined;
    for (const { reject } of waiting.values()) reject(error);
    waiting.clear();
  });
  return started;
}
