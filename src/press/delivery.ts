import { Worker } from 'node:worker_threads';
import type { WrittenFile } from './write-output.ts';

export interface DeliveryThreadData {
  readonly outDir: string;
  /** One number: bytes that were sent and are not written yet. */
  readonly waiting: Int32Array;
}
interface PrintedBytes {
  readonly path: string;
  readonly body: Uint8Array<ArrayBuffer>;
}
export type DeliveryOrder = readonly PrintedBytes[] | 'end';
export type Delivered = readonly [path: string, file: WrittenFile];

/** Pages that wait to be written: more would only take memory. */
const mostWaiting = 32 * 2 ** 20;

/** Files go in bundles: to wake the thread for each of 94,000 took a ninth of the time of printing. */
const bundledFiles = 16;
const bundledBytes = 2 ** 18;

/**
 * The delivery of the press: takes printed pages off and lays them into the output folder, on
 * another core. Making folders and files took a third of the time of printing 7,414 pages.
 */
export class Delivery {
  readonly #thread: Worker;
  readonly #waiting = new Int32Array(new SharedArrayBuffer(4));
  readonly #end: Promise<readonly Delivered[]>;
  #failure: unknown;
  #bundle: PrintedBytes[] = [];
  #bundleBytes = 0;

  /** @param outDir absolute path of the output folder, made where it is missing */
  constructor(outDir: string) {
    this.#thread = new Worker(new URL('./delivery-thread.ts', import.meta.url), {
      workerData: { outDir, waiting: this.#waiting } satisfies DeliveryThreadData,
      // The thread holds buffers and paths: a small heap keeps the build's peak down.
      resourceLimits: { maxOldGenerationSizeMb: 256, maxYoungGenerationSizeMb: 16 },
    });
    this.#end = new Promise((resolve, reject) => {
      this.#thread.once('message', resolve);
      this.#thread.once('error', (error) => {
        this.#failure = error;
        reject(error);
      });
    });
    // Whoever awaits end() hears of it; write() may be asked first.
    this.#end.catch(() => undefined);
  }

  /**
   * Takes one file; its bytes belong to the delivery from now on.
   *
   * @param path below the output folder, with `/`
   * @throws what an earlier file failed with (a full disk)
   */
  async write(path: string, body: Uint8Array<ArrayBuffer>): Promise<void> {
    while (Atomics.load(this.#waiting, 0) > mostWaiting) {
      Atomics.wait(this.#waiting, 0, Atomics.load(this.#waiting, 0), 20);
      // Lets a failure of the thread arrive.
      await new Promise((resolve) => setImmediate(resolve));
      if (this.#failure !== undefined) throw this.#failure;
    }
    if (this.#failure !== undefined) throw this.#failure;
    this.#bundle.push({ path, body });
    this.#bundleBytes += body.byteLength;
    if (this.#bundle.length >= bundledFiles || this.#bundleBytes >= bundledBytes) this.#send();
  }

  #send(): void {
    const bundle = this.#bundle;
    Atomics.add(this.#waiting, 0, this.#bundleBytes);
    this.#thread.postMessage(
      bundle satisfies DeliveryOrder,
      bundle.map(({ body }) => body.buffer),
    );
    this.#bundle = [];
    this.#bundleBytes = 0;
  }

  /** Stops where it is: a build that failed. The thread would keep the process alive. */
  async abandon(): Promise<void> {
    await this.#thread.terminate();
  }

  /** Waits until everything is written, and says how each file stands. */
  async end(): Promise<ReadonlyMap<string, WrittenFile>> {
    this.#send();
    this.#thread.postMessage('end' satisfies DeliveryOrder);
    return new Map(await this.#end);
  }
}
