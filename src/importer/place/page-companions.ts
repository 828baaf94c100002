import { basename, dirname, join } from 'node:path';
import type { Disk } from './disk.ts';
import type { ImageExtension, PageImages } from './page-images.ts';

/** What lies beside an OCR page and belongs to it. */
export interface PageCompanions {
  /** The picture that was read. */
  readonly scan: { readonly bytes: Uint8Array; readonly extension: ImageExtension } | undefined;
  /** Texts of the JSON files in which tools tell where things stand. */
  readonly layouts: readonly string[];
}

/** MinerU, PaddleOCR, and whoever names it as the page is named. */
const layoutEndings = ['_content_list.json', '_middle.json', '_res.json', '.json'];
const scanEndings = ['.jpg', '.jpeg', '.png', '.webp', '.avif'];
/** A page's JSON with every character in it is a megabyte or two. */
const maxLayoutBytes = 30 * 1024 * 1024;

/**
 * Finds the scan of a page and what its tool wrote beside it, by the page's name: `p1.md`, `p1.jpg`,
 * `p1_content_list.json`.
 *
 * @param pageFile path of the OCR page; undefined for standard input, which has no folder
 */
export function pageCompanions(
  disk: Disk,
  pageFile: string | undefined,
  images: PageImages,
): PageCompanions {
  if (pageFile === undefined) return { scan: undefined, layouts: [] };
  const stem = basename(pageFile).replace(/\.[^.]*$/, '');
  const scanName = scanEndings
    .map((ending) => stem + ending)
    .find((name) => images.extensionOf(encodeURIComponent(name)) !== undefined);
  const scan = scanName === undefined ? undefined : encodeURIComponent(scanName);
  return {
    scan:
      scan === undefined
        ? undefined
        : { bytes: images.bytesOf(scan), extension: images.extensionOf(scan)! },
    layouts: layoutEndings.flatMap((ending) => {
      const file = join(dirname(pageFile), stem + ending);
      try {
        if (disk.entryAt(file) !== 'file') return [];
        const bytes = disk.readFile(file);
        return bytes.length > maxLayoutBytes ? [] : [new TextDecoder().decode(bytes)];
      } catch {
        // What cannot be read tells nothing of places; the page itself is imported all the same.
        return [];
      }
    }),
  };
}
