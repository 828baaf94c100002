import type { IssueDate } from '../../newspaper/issue-date.ts';
import type { ExportedArticle } from '../export-article.ts';

/**
 * What a feed carries, whatever its format.
 *
 * @typeParam Item of its articles, what is asked for
 */
export interface Feed<Item = ExportedArticle> {
  readonly title: string;
  readonly description: string;
  /** BCP 47. */
  readonly language: string;
  readonly timeZone: string;
  readonly rights: string;
  readonly publisher: string;
  /** The page that it follows, absolute. */
  readonly address: string;
  /** Where each format of it lies, absolute. */
  readonly files: { readonly rss: string; readonly atom: string; readonly json: string };
  readonly icon?: string | undefined;
  /** Newest first; within an edition in reading order. */
  readonly items: readonly Item[];
  /** Of the feed as a whole: its newest change, or the paper's newest edition where it is empty. */
  readonly updated: IssueDate;
}

/** Articles in a feed: about three days of a daily, and what a reader loads in one go. */
export const feedLength = 60;

interface Dated {
  readonly data: { readonly edition: IssueDate };
}

/**
 * The newest articles for a feed: whole editions as long as they fit, the newest one in any case.
 *
 * @param oldestFirst in reading order within an edition
 * @returns newest edition first, each in reading order
 */
export function newestArticles<Article extends Dated>(
  oldestFirst: readonly Article[],
  limit: number = feedLength,
): Article[] {
  const newest: Article[] = [];
  for (let end = oldestFirst.length; end > 0;) {
    const date = oldestFirst[end - 1]!.data.edition;
    let start = end;
    while (start > 0 && oldestFirst[start - 1]!.data.edition === date) start -= 1;
    if (newest.length > 0 && newest.length + end - start > limit) break;
    newest.push(...oldestFirst.slice(start, end));
    end = start;
  }
  return newest;
}
