import { getImage } from 'astro:assets';
import { printAttributes } from '../manuscript/print-html.ts';
import { setBody } from '../manuscript/set-body.ts';
import type { ArchivedArticle } from './archive.ts';

/** A body as it stands in a feed: no placeholders left, pictures of the front matter beside it. */
export interface ExportedBody {
  readonly html: string;
  readonly pictures: readonly {
    readonly src: string;
    readonly width: number;
    readonly height: number;
    readonly alt: string;
    readonly caption?: string | undefined;
    readonly credit?: string | undefined;
  }[];
}

/** Pixels: what a feed reader shows across its whole measure on a dense screen. */
const pictureWidth = 1200;

/**
 * Has Astro make the pictures of an article, in its body and in its front matter, for outputs that
 * are no page.
 *
 * @param absolute makes an absolute address of one that Astro writes (`/_astro/…`, under the base)
 */
export async function loadExportedBody(
  article: ArchivedArticle,
  absolute: (address: string) => string,
): Promise<ExportedBody> {
  const pictures = await Promise.all(
    article.data.images.map(async ({ file, alt, caption, credit }) => {
      const image = await getImage({
        src: file as ImageMetadata,
        width: Math.min(pictureWidth, file.width),
      });
      const { width, height } = image.attributes as { width: number; height: number };
      return { src: absolute(image.src), width, height, alt, caption, credit };
    }),
  );
  const pictureAttributes = await Promise.all(
    (article.data.bodyPictures ?? []).map(async (file) => {
      const { src, attributes } = await getImage({ src: file as ImageMetadata });
      return printAttributes({ src, ...attributes });
    }),
  );
  return { html: setBody(article.body, { pictureAttributes }), pictures };
}
