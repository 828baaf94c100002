import type { Archive, ArchivedArticle, ArchivedEdition } from '../archive/archive.ts';
import { dateLine } from '../archive/edition-view.ts';
import { pageTitle } from '../archive/article-line.ts';
import { loadSite } from '../archive/load-site.ts';
import { href } from '../components/href.ts';
import { editionPictureText } from '../exports/edition-pictures.ts';
import type { EpubArticle, EpubEdition } from '../exports/epub/epub-edition.ts';
import { exportArticle } from '../exports/export-article.ts';
import { coverSvg } from '../exports/pictures/picture-svg.ts';
import { addressOf } from '../newspaper/address.ts';
import { outputsOf } from '../newspaper/outputs.ts';
import { exportWordingFor } from '../wording/export-wording.ts';
import type { Wording } from '../wording/wording.ts';
import { articleKey } from './_article.ts';
import { loadPhotographs } from './_photographs.ts';
import { loadPicture } from './_picture.ts';

/** Everything that the book of an edition is made of. */
export async function loadEpubEdition(date: string, site: URL | undefined): Promise<EpubEdition> {
  const { archive, wording } = await loadSite();
  const archived = archive.editionByDate.get(date)!;
  const onSite = (address: string): string => new URL(href(address), site).href;

  const photographs = await loadPhotographs(archived);
  const bind = (article: ArchivedArticle): EpubArticle => {
    const { images, bodyPictures = [] } = article.data;
    const resized = photographs.get(article)!;
    return {
      article: exportArticle(archive, wording, onSite, article, {
        html: article.body.html,
        pictures: [],
      }),
      pictures: images.map(({ alt, caption, credit }, index) => ({
        ...resized[index]!,
        alt,
        caption,
        credit,
      })),
      bodyPictures: new Map(
        bodyPictures.map((_file, index) => [
          article.body.pictures[index]!.file,
          resized[images.length + index]!,
        ]),
      ),
    };
  };
  const text = editionPictureText(archive, wording, archived);
  return {
    ...epubEdition(archive, wording, onSite, archived, bind),
    cover: await loadPicture(archive.publication.language, text, coverSvg),
  };
}

/** What the book of an edition is made of, in the digested archive: its cover's text, and its articles by their keys. */
export function epubKey(digested: Archive, wording: Wording, date: string): unknown {
  const archived = digested.editionByDate.get(date)!;
  return [
    editionPictureText(digested, wording, archived),
    epubEdition(
      digested,
      wording,
      (address) => address,
      archived,
      (article) => articleKey(article, digested, wording),
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
