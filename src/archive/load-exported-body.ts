import { experimental_AstroContainer as AstroContainer } from 'astro/container';
import { getImage } from 'astro:assets';
import type { ArchivedArticle } from './archive.ts';
import { loadBodies } from './load-bodies.ts';

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

let container: Promise<AstroContainer> | undefined;

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
  if (!article.hasPicturesInBody || article.isInteractive) return { html: article.html, pictures };
  const Body = (await loadBodies([article])).get(article.id);
  if (Body === undefined) return { html: article.html, pictures };
  container ??= AstroContainer.create();
  return { html: await (await container).renderToString(Body), pictures };
}
