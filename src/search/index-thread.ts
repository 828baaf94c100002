/** The other side of index-aside.ts: runs as a worker thread, once for a segment. */
import { parentPort, workerData } from 'node:worker_threads';
import { simplifiedForm } from '../collation/variants.ts';
import type { IndexAnswer } from './index-aside.ts';
import { indexSegment, type SearchableArticle } from './index-segment.ts';

let answer: IndexAnswer;
try {
  answer = { files: indexSegment(workerData as readonly SearchableArticle[], simplifiedForm) };
} catch (error) {
  answer = { error };
}
parentPort!.postMessage(answer);
