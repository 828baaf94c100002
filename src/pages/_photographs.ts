import { dirname, join } from 'node:path';
import type { ArchivedArticle, ArchivedEdition, Picture } from '../archive/archive.ts';
import { memoizeLast } from '../archive/memoize.ts';
import type { EpubPicture } from '../exports/epub/epub-edition.ts';
import { resizePictures } from '../exports/epub/resize-pictures.ts';

/**
 * Where a picture lies on disk: Astro keeps it beside the picture's address
 * (astro/dist/assets/utils/proxy.js).
 */
function fileOf(picture: Picture['file']): string {
  const { fsPath } = picture as { fsPath?: string };
  if (fsPath === undefined) throw new Error(`${picture.src}: Astro does not say where it lies`);
  return fsPath;
}

/** Files of an article's pictures: those of its front matter, then those in its body. */
function filesOf({ id, data, body }: ArchivedArticle): string[] {
  const folder = join(import.meta.env.EPAPER_CONTENT_ROOT, 'articles', dirname(id));
  return [
    ...data.images.map(({ file }) => fileOf(file)),
    // Seen: a PNG in a body that Astro gives as a plain object, without its place.
    ...(data.bodyPictures ?? []).map((_file, index) => join(folder, body.pictures[index]!.file)),
  ];
}

/** The book of an edition, and its bag. */
const editionsHeld = 3;

/**
 * The pictures of an edition as JPEGs for taking away, by article: those of the front matter, then
 * those in the body. All of them at once: the room in a book is shared out among them.
 */
export const loadPhotographs = memoizeLast(
  editionsHeld,
  async ({
    pages,
  }: ArchivedEdition): Promise<ReadonlyMap<ArchivedArticle, readonly EpubPicture[]>> => {
    const files = pages
      .flatMap(({ articles }) => articles)
      .map((article) => [article, filesOf(article)] as const);
    const resized = await resizePictures(files.flatMap(([, own]) => own));
    let taken = 0;
    return new Map(
      files.map(([article, own]) => [article, resized.slice(taken, (taken += own.length))]),
    );
  },
);
