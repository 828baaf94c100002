import { dirname, isAbsolute, join, relative, sep } from 'node:path';
import type { Disk } from './disk.ts';

export type ImageExtension = 'png' | 'jpg' | 'webp' | 'avif';

/** A picture of a page larger than this is a scan, and makes no newspaper page. */
export const maxImageBytes = 20 * 1024 * 1024;

/** The pictures that an OCR page shows, read once each. */
export interface PageImages {
  extensionOf(path: string): ImageExtension | undefined;
  /** Throws an Error for a path that has no extension. */
  bytesOf(path: string): Uint8Array;
}

/**
 * Finds the pictures of a page beside it, or in it as `data:` addresses. A path that leaves the
 * page's folder, a link, an address on the web and a file whose bytes are no picture are not there.
 *
 * @param pageFile path of the OCR page; undefined for standard input, which has no folder
 */
export function pageImages(disk: Disk, pageFile: string | undefined): PageImages {
  const read = new Map<string, Uint8Array | undefined>();
  const folder = pageFile === undefined ? undefined : dirname(pageFile);
  const load = (path: string): Uint8Array | undefined => {
    if (!read.has(path)) read.set(path, readImage(disk, folder, path));
    return read.get(path);
  };
  return {
    extensionOf: (path) => {
      const bytes = load(path);
      return bytes && extensionOfBytes(bytes);
    },
    bytesOf: (path) => {
      const bytes = load(path);
      if (!bytes) throw new Error(`No picture at ${path}`);
      return bytes;
    },
  };
}

function readImage(disk: Disk, folder: string | undefined, path: string): Uint8Array | undefined {
  const data = /^data:image\/(?:png|jpe?g|webp|avif);base64,([A-Za-z0-9+/=\s]+)$/i.exec(path);
  if (data) return Uint8Array.from(Buffer.from(data[1]!, 'base64'));
  if (folder === undefined || /^[a-z][a-z0-9+.-]*:|^\/\/|\\/i.test(path)) return undefined;
  let name = path.replace(/[?#].*$/, '');
  try {
    name = decodeURIComponent(name);
  } catch {
    // A name with a bare % in it is the name itself.
  }
  if (name === '' || isAbsolute(name) || name.includes('\0')) return undefined;
  const file = join(folder, name);
  const within = relative(folder, file);
  if (within.startsWith('..') || isAbsolute(within)) return undefined;
  try {
    if (disk.entryAt(file) !== 'file') return undefined;
    const real = relative(disk.realPath(folder), disk.realPath(file));
    if (real.split(sep)[0] === '..' || isAbsolute(real)) return undefined;
    const bytes = disk.readFile(file);
    return bytes.length <= maxImageBytes ? bytes : undefined;
  } catch {
    return undefined;
  }
}

/** What a file's first bytes say it is, whatever it is called. */
export function extensionOfBytes(bytes: Uint8Array): ImageExtension | undefined {
  const starts = (...signature: number[]): boolean =>
    signature.every((byte, index) => bytes[index] === byte);
  const ascii = (from: number, to: number): string =>
    String.fromCharCode(...bytes.subarray(from, to));
  if (starts(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a)) return 'png';
  if (starts(0xff, 0xd8, 0xff)) return 'jpg';
  if (ascii(0, 4) === 'RIFF' && ascii(8, 12) === 'WEBP') return 'webp';
  if (ascii(4, 8) === 'ftyp' && /^avi[fs]/.test(ascii(8, 12))) return 'avif';
  return undefined;
}
