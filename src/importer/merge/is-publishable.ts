import { readArticle } from '../../manuscript/read-article.ts';

/**
 * Whether an article put together from what a person and an import have written is an article: the
 * site reads it without an error, as prose or as an interactive one.
 *
 * @param text of the article, lines ending in `\n`
 */
export function isPublishable(text: string): boolean {
  // The language decides typography alone, which cannot fail.
  return [false, true].some(
    (interactive) => readArticle(text, 'zh-Hans', interactive).entry !== undefined,
  );
}
