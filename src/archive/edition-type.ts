import type { Genre } from '../newspaper/article.ts';
import { chooseCharacters, type HeadlineType } from '../typefoundry/headline-type.ts';
import type { ArchivedArticle, ArchivedEdition } from './archive.ts';
import { memoizeWeakly } from './memoize.ts';

/** Headlines that styles/site-frame.css sets in Kai: the heavy Song is not asked for them. */
const setInKai: ReadonlySet<Genre> = new Set(['commentary', 'essay', 'poem', 'literature']);

/** Which headlines of an edition are set in the headline type, by article id, and its characters. */
export const editionType = memoizeWeakly((archived: ArchivedEdition): HeadlineType =>
  chooseCharacters(linesByImportance(archived)),
);

/** The first page, then the lead of every page, then the rest; within each in order of rank. */
function linesByImportance({ pages }: ArchivedEdition): { id: string; text: string }[] {
  const rankOf = (article: ArchivedArticle): number => article.data.rank ?? article.index + 1;
  const placed = pages.flatMap(({ articles }, pageIndex) =>
    articles
      .filter(({ data }) => data.headline && !setInKai.has(data.genre))
      .map((article) => {
        const rank = rankOf(article);
        const group = pageIndex === 0 ? 0 : rank === 1 ? 1 : 2;
        return { id: article.id, text: article.data.headline!, order: [group, pageIndex, rank] };
      }),
  );
  return placed.sort((left, right) => compareOrders(left.order, right.order));
}

function compareOrders(left: readonly number[], right: readonly number[]): number {
  for (const [index, value] of left.entries()) {
    if (value !== right[index]) return value - right[index]!;
  }
  return 0;
}
