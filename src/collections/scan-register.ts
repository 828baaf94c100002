import { hash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { readSealedJson, writeSealed } from '../cache/sealed-file.ts';
import {
  checkPictureBytes,
  maxPictureBytes,
  pictureSize,
} from '../manuscript/check-picture-bytes.ts';
import type { ScannedFile } from './list-content-files.ts';

/** What a scan of a page is, by its bytes. */
export interface Scan {
  /** Of the bytes. */
  readonly digest: string;
  /** In pixels; 0 of a file that is no picture. */
  readonly width: number;
  readonly height: number;
  readonly wrong?: NonNullable<ReturnType<typeof checkPictureBytes>> | undefined;
}

/** What was seen of a file when it had this signature (list-content-files.ts). */
interface SeenScan {
  readonly signature: string;
  readonly scan: Scan;
}

/**
 * Scans of pages, each read once for as long as it stays the same: a year of them is gigabytes, and a
 * build that reads them all to find nothing changed takes minutes.
 */
export class ScanRegister {
  readonly #file: string | undefined;
  readonly #engine: string;
  readonly #before: ReadonlyMap<string, SeenScan>;
  readonly #seen = new Map<string, SeenScan>();

  /**
   * @param file where it is kept between builds; undefined: nowhere
   * @param engine stands for the code that reads scans
   */
  constructor(file: string | undefined, engine: string) {
    this.#file = file;
    this.#engine = engine;
    const kept = file === undefined ? undefined : readSealedJson(file);
    const { engine: by, scans } = (kept ?? {}) as { engine?: string; scans?: [string, SeenScan][] };
    this.#before = new Map(by === engine ? scans : []);
  }

  /** @param root absolute path of the content folder */
  look(root: string, { path, size, signature }: ScannedFile): Scan {
    const known = this.#before.get(path);
    const scan =
      signature !== '' && known?.signature === signature ? known.scan : readScan(root, path, size);
    this.#seen.set(path, { signature, scan });
    return scan;
  }

  /** Writes down what was seen, where it is not what was known. */
  keep(): void {
    const isSame =
      this.#seen.size === this.#before.size &&
      Array.from(this.#seen).every(
        ([path, { signature }]) => this.#before.get(path)?.signature === signature,
      );
    if (this.#file === undefined || isSame) return;
    writeSealed(this.#file, JSON.stringify({ engine: this.#engine, scans: [...this.#seen] }));
  }
}

function readScan(root: string, path: string, size: number): Scan {
  // Of a file that is too large no more than its length.
  const bytes =
    size > maxPictureBytes ? Buffer.alloc(maxPictureBytes + 1) : readFileSync(join(root, path));
  const wrong = checkPictureBytes(bytes, path.slice(path.lastIndexOf('/') + 1));
  const { width, height } = (wrong === undefined && pictureSize(bytes)) || { width: 0, height: 0 };
  return { digest: hash('sha1', bytes, 'base64url'), width, height, wrong };
}
