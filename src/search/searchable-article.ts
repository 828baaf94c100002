import { articleTitle } from '../archive/article-line.ts';
import type { ArchivedArticle } from '../archive/archive.ts';
import type { Wording } from '../wording/wording.ts';
import type { SearchableArticle } from './index-segment.ts';

/** What of an article can be found: whatever a reader sees of it that was printed. */
export function searchableArticle(wording: Wording, article: ArchivedArticle): SearchableArticle {
  const { data, slug, body } = article;
  const { kicker, headline, deck, standfirst, bylines, images } = data;
  const isThere = (text: string | null | undefined): text is string => Boolean(text);
  return {
    date: data.edition,
    page: data.page,
    slug,
    title: articleTitle(wording, article).title,
    deck: deck ?? '',
    section: data.section,
    genre: data.genre,
    column: data.column,
    columnists: [
      ...new Set(bylines.map(({ columnist }) => columnist).filter((id) => id !== undefined)),
    ],
    head: [kicker, headline, deck, standfirst, ...bylines.map(({ name }) => name)].filter(isThere),
    body: [
      // As the paper prints it over the text, 本报记者 and the name, whose blank nobody types. No
      // headline, so that the label ranks nothing.
      ...bylines.flatMap(({ label, name }) => (isThere(label) ? [`${label}\n${name}`] : [])),
      ...body.blocks.flatMap(({ pieces }) => pieces),
      ...images.flatMap(({ caption, credit }) => [caption, credit]).filter(isThere),
    ],
  };
}
