/** The other side of type-cutter.ts: runs as a worker thread. */
import { parentPort } from 'node:worker_threads';
import { cutTrueType, cutType } from './cut-type.ts';
import type { CutAnswer, CutOrder } from './type-cutter.ts';

const cutters = { woff2: cutType, truetype: cutTrueType };

parentPort!.on('message', ({ number, format, font, characters, cacheFolder }: CutOrder) => {
  const answer = (message: CutAnswer): void => parentPort!.postMessage(message);
  cutters[format](font, characters, cacheFolder).then(
    (bytes) => answer({ number, bytes: Uint8Array.from(bytes) }),
    (error: unknown) => answer({ number, error }),
  );
});
