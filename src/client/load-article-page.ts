import { readArticlePage, type ArticlePageText } from './read-article-page.ts';

/** Articles that are looked into for a query are often those whose snippets are shown next. */
const pagesHeld = 50;
const held = new Map<string, Promise<ArticlePageText | undefined>>();

/**
 * An article as its page shows it; one that is held is not fetched again.
 *
 * @param address its path
 * @returns undefined where the page cannot be had, or is no article's
 */
export function loadArticlePage(address: string): Promise<ArticlePageText | undefined> {
  let page = held.get(address);
  if (page === undefined) {
    page = fetchArticlePage(address);
    if (held.size >= pagesHeld) held.delete(held.keys().next().value!);
    held.set(address, page);
    void page.then((found) => found ?? held.delete(address));
  }
  return page;
}

async function fetchArticlePage(address: string): Promise<ArticlePageText | undefined> {
  // A copy of before the last print would say of new words that they are not there.
  const answer = await fetch(address, { cache: 'no-cache' }).catch(() => undefined);
  return answer?.ok ? readArticlePage(await answer.text()) : undefined;
}
