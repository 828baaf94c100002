import { dirname, join } from 'node:path';
import type { Archive, ArchivedArticle, ArchivedEdition, Picture } from '../archive/archive.ts';
import { dateLine } from '../archive/edition-view.ts';
import { pageTitle } from '../archive/article-line.ts';
import { loadSite } from '../archive/load-site.ts';
import { href } from '../components/href.ts';
import { editionPictureText } from '../exports/edition-pictures.ts';
import type { EpubArticle, EpubEdition } from '../exports/epub/epub-edition.ts';
import { resizePictures } from '../exports/epub/resize-pictures.ts';
import { exportArticle } from '../exports/export-article.ts';
import { coverSvg } from '../exports/pictures/picture-svg.ts';
import { addressOf } from '../newspaper/address.ts';
import { outputsOf } from '../newspaper/outputs.ts';
import { exportWordingFor } from '../wording/export-wording.ts';
import type { Wording } from '../wording/wording.ts';
import { articleKey } from './_article.ts';
import { loadPicture } from './_picture.ts';

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

/** Everything that the book of an edition is made of. */
export async function loadEpubEdition(date: string, site: URL | undefined): Promise<EpubEdition> {
  const { archive, wording } = await loadSite();
  const archived = archive.editionByDate.get(date)!;
  const onSite = (address: string): string => new URL(href(address), site).href;

  // All of them at once: the book's room is shared out among them.
  const files = archived.pages.flatMap(({ articles }) => articles.flatMap(filesOf));
  const resized = (await resizePictures(files)).values();
  const take = () => resized.next().value!;

  const bind = (article: ArchivedArticle): EpubArticle => ({
    article: exportArticle(archive, wording, onSite, article, {
      html: article.body.html,
      pictures: [],
    }),
    pictures: article.data.images.map(({ alt, caption, credit }) => ({
      ...take(),
      alt,
      caption,
      credit,
    })),
    bodyPictures: new Map(
      (article.data.bodyPictures ?? []).map((_file, index) => [
        article.body.pictures[index]!.file,
        take(),
      ]),
    ),
  });
  const text = editionPictureText(archive, wording, archived);
  return {
    ...epubEdition(archive, wording, onSite, archived, bind),
    cover: await loadPicture(archive.publication.language, text, coverSvg),
  };
}

/** What the book of an edition is made of, of the galley: its cover's text, and its articles by their keys. */
export function epubKey(galley: Archive, wording: Wording, date: string): unknown {
  const archived = galley.editionByDate.get(date)!;
  return [
    editionPictureText(galley, wording, archived),
    epubEdition(
      galley,
      wording,
      (address) => address,
      archived,
      (article) => articleKey(article, galley, wording),
    ),
  ];
}

function epubEdition<Article>(
  archive: Archive,
  wording: Wording,
  onSite: (address: string) => string,
  archived: ArchivedEdition,
  bind: (article: ArchivedArticle) => Article,
): EpubEdition<Article> {
  const { publication } = archive;
  const { date } = archived.edition;
  const { full, number } = dateLine(wording, archived);
  const { headlines } = editionPictureText(archive, wording, archived);
  return {
    paper: publication.name,
    language: publication.language,
    writing: outputsOf(publication).epub === 'vertical' ? 'vertical' : 'horizontal',
    date,
    dateText: full,
    number,
    description: exportWordingFor(publication.language).describe.edition(
      publication.name,
      full,
      headlines.slice(0, 5),
    ),
    publisher: publication.publisher ?? publication.rights.holder,
    rights: publication.rights,
    issn: publication.identifiers?.issn,
    address: onSite(addressOf.edition(date)),
    pages: archived.pages.map(({ page, articles }) => ({
      number: page.number,
      title: pageTitle(wording, page),
      credits: page.credits,
      articles: articles.map(bind),
    })),
  };
}
