/** The other side of delivery.ts: runs as a worker thread, writes what it is sent in the order it comes. */
import { parentPort, workerData } from 'node:worker_threads';
import type { Delivered, DeliveryOrder, DeliveryThreadData } from './delivery.ts';
import { makeFolder, writeOutput } from './write-output.ts';

const { outDir, waiting } = workerData as DeliveryThreadData;
const made = new Set<string>();
const delivered: Delivered[] = [];

parentPort!.on('message', (order: DeliveryOrder) => {
  if (order === 'end') {
    parentPort!.postMessage(delivered);
    parentPort!.close();
    return;
  }
  for (const { path, body } of order) {
    makeFolder(outDir, path, made);
    delivered.push([path, writeOutput(outDir, path, body)]);
    Atomics.sub(waiting, 0, body.byteLength);
    Atomics.notify(waiting, 0);
  }
});
