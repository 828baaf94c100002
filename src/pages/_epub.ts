import { join } from 'node:path';
import type { ArchivedArticle } from '../archive/archive.ts';
import { dateLine } from '../archive/edition-view.ts';
import { pageTitle } from '../archive/article-line.ts';
import { loadSite } from '../archive/load-site.ts';
import { href } from '../components/href.ts';
import { bodyPictures } from '../exports/body-pictures.ts';
import { editionPictureText } from '../exports/edition-pictures.ts';
import type { EpubArticle, EpubEdition } from '../exports/epub/epub-edition.ts';
import { resizePictures } from '../exports/epub/resize-pictures.ts';
import { exportArticle } from '../exports/export-article.ts';
import { coverSvg } from '../exports/pictures/picture-svg.ts';
import { addressOf } from '../newspaper/address.ts';
import { outputsOf } from '../newspaper/outputs.ts';
import { exportWordingFor } from '../wording/export-wording.ts';
import { loadPicture } from './_picture.ts';

/** Files of an article's pictures, absolute: those of its front matter, then those in its body. */
function picturesOf(article: ArchivedArticle): {
  readonly front: string[];
  readonly body: string[];
} {
  const folder = join(
    import.meta.env['EPAPER_CONTENT_ROOT'] as string,
    'articles',
    article.id.slice(0, article.id.lastIndexOf('/')),
  );
  return {
    // Astro keeps a picture's path on disk beside its address (astro/dist/assets/utils/proxy.js).
    front: article.data.images.map(({ file }) => (file as { fsPath?: string }).fsPath!),
    body: article.hasPicturesInBody
      ? bodyPictures(article.html).map((file) => join(folder, file))
      : [],
  };
}

/** Everything that the book of an edition is made of. */
export async function loadEpubEdition(date: string, site: URL | undefined): Promise<EpubEdition> {
  const { archive, wording } = await loadSite();
  const { publication } = archive;
  const archived = archive.editionByDate.get(date)!;
  const onSite = (address: string): string => new URL(href(address), site).href;
  const text = editionPictureText(archive, wording, archived);
  const { full, number } = dateLine(wording, archived);

  // All of them at once: the book's room is shared out among them.
  const files = archived.pages.flatMap(({ articles }) => articles.map(picturesOf));
  const resized = (
    await resizePictures(files.flatMap(({ front, body }) => [...front, ...body]))
  ).values();
  const take = () => resized.next().value!;

  const bind = (article: ArchivedArticle): EpubArticle => ({
    article: exportArticle(archive, wording, onSite, article, { html: article.html, pictures: [] }),
    pictures: article.data.images.map(({ alt, caption, credit }) => ({
      ...take(),
      alt,
      caption,
      credit,
    })),
    bodyPictures: new Map(
      (article.hasPicturesInBody ? bodyPictures(article.html) : []).map((file) => [file, take()]),
    ),
  });

  return {
    paper: publication.name,
    language: publication.language,
    writing: outputsOf(publication).epub === 'vertical' ? 'vertical' : 'horizontal',
    date: archived.edition.date,
    dateText: full,
    number,
    description: exportWordingFor(publication.language).describe.edition(
      publication.name,
      full,
      text.headlines.slice(0, 5),
    ),
    publisher: publication.publisher ?? publication.rights.holder,
    rights: publication.rights,
    issn: publication.identifiers?.issn,
    address: onSite(addressOf.edition(date)),
    cover: await loadPicture(publication.language, text, coverSvg),
    pages: archived.pages.map(({ page, articles }) => ({
      number: page.number,
      title: pageTitle(wording, page),
      credits: page.credits,
      articles: articles.map(bind),
    })),
  };
}
