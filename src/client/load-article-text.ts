import { readArticleDocument, readArticlePage, type ArticleText } from './article-text.ts';

/** Articles that are looked into for a query are often those whose snippets are shown next. */
const articlesHeld = 80;
const held = new Map<string, Promise<ArticleText | undefined>>();

/** Where the text of an article is to be had. */
export interface ArticlePlace {
  /** Path of its page. */
  readonly page: string;
  /** Path of its `.json`, a third of the page; undefined where the paper gives none away. */
  readonly document: string | undefined;
}

/**
 * An article as its page shows it; one that is held is not fetched again.
 *
 * @returns undefined where it cannot be had
 */
export function loadArticleText(place: ArticlePlace): Promise<ArticleText | undefined> {
  let text = held.get(place.page);
  if (text === undefined) {
    text = fetchArticleText(place);
    if (held.size >= articlesHeld) held.delete(held.keys().next().value!);
    held.set(place.page, text);
    void text.then((found) => found ?? held.delete(place.page));
  }
  return text;
}

async function fetchArticleText({
  page,
  document,
}: ArticlePlace): Promise<ArticleText | undefined> {
  if (document !== undefined) {
    const answer = await get(document);
    const read = await answer
      ?.json()
      .then((found: Parameters<typeof readArticleDocument>[0]) => readArticleDocument(found))
      .catch(() => undefined);
    if (read !== undefined) return read;
  }
  // Without a network the page is kept (client/service-worker.js), the document is not.
  const answer = await get(page);
  return answer && readArticlePage(await answer.text());
}

async function get(address: string): Promise<Response | undefined> {
  // A copy of before the last print would say of new words that they are not there.
  const answer = await fetch(address, { cache: 'no-cache' }).catch(() => undefined);
  return answer?.ok ? answer : undefined;
}
