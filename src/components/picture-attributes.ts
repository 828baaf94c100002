import { getImage } from 'astro:assets';
import type { Picture } from '../archive/archive.ts';
import { printAttributes } from '../manuscript/print-html.ts';

/** Widths of the files that are made of a picture, in pixels: a phone, the same at 2×, a wide column at 2×. */
export const pictureWidths = [390, 780, 1200];
/** The widest of them; a picture of the body is never asked for wider. */
const widest = 1200;

/** How wide a picture is shown, for the browser to choose a file: the column of an article, or the screen. */
export const pictureSizes = '(min-width: 48rem) 43rem, 100vw';

/** The size a picture is published at where a browser knows no `srcset`. */
export function publishedWidth(file: Picture['file']): number {
  return Math.min(widest, (file as ImageMetadata).width);
}

/**
 * The HTML attributes of pictures in a body: the addresses of the published files, and their room.
 *
 * @param files `bodyPictures` of an article
 * @param eager true where the first of them is the first picture of its page: it is not put off
 */
export function pictureAttributes(
  files: readonly Picture['file'][],
  eager = false,
): Promise<string[]> {
  return Promise.all(
    files.map(async (file, index) => {
      const { src, srcSet, attributes } = await getImage({
        src: file as ImageMetadata,
        width: publishedWidth(file),
        widths: [...pictureWidths],
        sizes: pictureSizes,
        loading: eager && index === 0 ? 'eager' : 'lazy',
      });
      return printAttributes({ src, srcset: srcSet.attribute || undefined, ...attributes });
    }),
  );
}
