import type { BylineRole } from '../newspaper/byline.ts';
import type { IssueDate } from '../newspaper/issue-date.ts';
import { formatPageNumber } from '../newspaper/format-page-number.ts';

/** What a citation says of an article. */
export interface CitedArticle {
  readonly headline: string;
  readonly deck?: string | undefined;
  readonly bylines: readonly { readonly name: string; readonly role: BylineRole }[];
  readonly paper: string;
  readonly date: IssueDate;
  readonly page: number;
}

/** GB/T 7714-2015, 8.1.1: three names at most, then 等 or et al. */
const namesShown = 3;

/**
 * The reference of a newspaper article after GB/T 7714-2015, 4.5: `作者. 题名[N]. 报名, 日期(版次).`
 *
 * A deck that opens with a dash goes on from the headline; any other is its subtitle. Without a
 * byline the reference begins with the title (8.1.2 lets it).
 *
 * @param chinese whether the paper is Chinese: decides 等 and the colon before a subtitle
 */
export function citeGbt7714(article: CitedArticle, chinese: boolean): string {
  const names = [...new Set(article.bylines.map(({ name }) => name))];
  const shown = names.slice(0, namesShown).join(', ');
  const authors = names.length > namesShown ? `${shown}, ${chinese ? '等' : 'et al'}` : shown;
  return [
    authors === '' ? '' : `${authors}. `,
    `${fullTitle(article, chinese ? '：' : ': ')}[N]. `,
    `${article.paper}, ${article.date}(${formatPageNumber(article.page)}).`,
  ].join('');
}

/** Headline and deck as one title. */
export function fullTitle(
  { headline, deck }: Pick<CitedArticle, 'headline' | 'deck'>,
  colon: string,
): string {
  if (deck === undefined || deck === '') return headline;
  return /^[—-]/.test(deck) ? headline + deck : headline + colon + deck;
}
