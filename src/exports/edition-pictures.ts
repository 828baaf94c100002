import type { Archive, ArchivedEdition, ArchivedSection } from '../archive/archive.ts';
import { articleTitle } from '../archive/article-line.ts';
import { dateLine } from '../archive/edition-view.ts';
import type { Wording } from '../wording/wording.ts';
import { paletteOf } from '../newspaper/palette.ts';
import type { PictureText } from './pictures/picture-svg.ts';

/** What the cover and the share picture of an edition say. */
export function editionPictureText(
  archive: Archive,
  wording: Wording,
  archived: ArchivedEdition,
): PictureText {
  const { publication } = archive;
  const { full, weekday, lunar, number } = dateLine(wording, archived);
  const front = archived.pages.find(({ articles }) => articles.length > 0)?.articles ?? [];
  return {
    paper: publication.name,
    inks: paletteOf(publication.colours).light,
    nameplate: archive.nameplate?.light,
    latin: publication.nameLatin,
    line: [full, weekday, lunar, number].filter((part) => part !== undefined).join('　'),
    headlines: [...front]
      .sort((left, right) => rankOf(left) - rankOf(right))
      .map((article) => articleTitle(wording, article))
      .filter(({ hasHeadline }) => hasHeadline)
      .map(({ title }) => title),
    foot: publication.publisher ?? publication.place,
  };
}

/** What the share picture of a section says: nothing that a new edition changes. */
export function sectionPictureText(
  { publication, nameplate }: Archive,
  { section }: ArchivedSection,
): PictureText {
  return {
    paper: publication.name,
    inks: paletteOf(publication.colours).light,
    nameplate: nameplate?.light,
    part: section.name,
    line: publication.place ?? publication.name,
    headlines: [section.description ?? publication.description],
  };
}

function rankOf({ data, index }: ArchivedEdition['pages'][number]['articles'][number]): number {
  return data.rank ?? index + 1;
}
