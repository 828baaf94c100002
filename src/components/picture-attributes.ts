import { getImage } from 'astro:assets';
import type { Picture } from '../archive/archive.ts';
import { printAttributes } from '../manuscript/print-html.ts';

/**
 * The HTML attributes of pictures in a body: the address of the published file, and its room.
 *
 * @param files `bodyPictures` of an article
 */
export function pictureAttributes(files: readonly Picture['file'][]): Promise<string[]> {
  return Promise.all(
    files.map(async (file) => {
      const { src, attributes } = await getImage({ src: file as ImageMetadata });
      return printAttributes({ src, ...attributes });
    }),
  );
}
