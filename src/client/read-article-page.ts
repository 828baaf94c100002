import { inertPage } from './inert-page.ts';

/** An article as its page shows it: what search needs for a snippet, or to look through a kept edition. */
export interface ArticlePageText {
  readonly title: string;
  readonly deck: string;
  /** Texts over the body: kicker, headline, deck, standfirst, names. */
  readonly head: readonly string[];
  readonly blocks: readonly { readonly id: string; readonly text: string }[];
  readonly placeText: readonly string[];
}

/** Reads the page of an article. */
export function readArticlePage(html: string): ArticlePageText | undefined {
  const page = inertPage(html);
  const article = page.querySelector('main article.article');
  const body = article?.querySelector('.article-text');
  if (!article || !body) return undefined;
  const texts = (selector: string): string[] =>
    [...article.querySelectorAll(selector)].map((element) => plainText(element).trim());
  return {
    title: texts('.article-head h1')[0] ?? '',
    deck: texts('.article-head .deck')[0] ?? '',
    head: texts('.article-head :is(.kicker, h1, .deck, .standfirst, .byline)'),
    blocks: [...body.children].map((element) => ({ id: element.id, text: plainText(element) })),
    placeText: texts('.article-note > :is(time, a)'),
  };
}

/** What is read of an element: no readings over characters, nothing that is for the ear or a pointer. */
export function plainText(element: Element): string {
  const walker = textNodesOf(element);
  let text = '';
  for (let node = walker.nextNode(); node !== null; node = walker.nextNode())
    text += node.nodeValue;
  return text;
}

/** The text nodes of an element that `plainText` joins. */
export function textNodesOf(element: Element): TreeWalker {
  return document.createTreeWalker(element, NodeFilter.SHOW_TEXT, (node) =>
    node.parentElement?.closest('rt, rp, [aria-hidden="true"], .para, .para-trail, button')
      ? NodeFilter.FILTER_REJECT
      : NodeFilter.FILTER_ACCEPT,
  );
}
