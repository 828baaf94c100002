import { blockElements } from '../newspaper/block-elements.ts';
import { inertPage } from './inert-page.ts';

/** An article as its page shows it: what search needs for a snippet, or to look through a kept edition. */
export interface ArticleText {
  readonly title: string;
  readonly deck: string;
  /** Texts over the body: kicker, headline, deck, standfirst, names. */
  readonly head: readonly string[];
  /** Texts of the body, each one that no sentence leads out of; with the anchor of its block. */
  readonly blocks: readonly TextBlock[];
}

export interface TextBlock {
  readonly id: string;
  readonly text: string;
}

/** What search reads of an article's `.json`: see exports/edition-document.ts. */
interface ArticleDocument {
  readonly headline: string;
  readonly kicker?: string;
  readonly deck?: string;
  readonly standfirst?: string;
  readonly bylines: readonly { readonly name: string; readonly label?: string }[];
  readonly pictures: readonly { readonly caption?: string; readonly credit?: string }[];
  readonly html: string;
}

const isThere = (text: string | undefined): text is string => text !== undefined && text !== '';

/** Reads an article's `.json`. */
export function readArticleDocument(document: ArticleDocument): ArticleText {
  const { headline, kicker, deck, standfirst, bylines, pictures, html } = document;
  return {
    title: headline,
    deck: deck ?? '',
    head: [kicker, headline, deck, standfirst, ...bylines.map(({ name }) => name)].filter(isThere),
    blocks: [
      ...[...inertPage(html).children].flatMap(textsOf),
      ...[
        ...pictures.flatMap(({ caption, credit }) => [caption, credit]),
        ...bylines.map(({ label, name }) => (isThere(label) ? `${label}\n${name}` : undefined)),
      ]
        .filter(isThere)
        .map((text) => ({ id: '', text })),
    ],
  };
}

/** Reads the page of an article. */
export function readArticlePage(html: string): ArticleText | undefined {
  const page = inertPage(html);
  const article = page.querySelector('main article.article');
  const body = article?.querySelector('.article-text');
  if (!article || !body) return undefined;
  const texts = (selector: string): string[] =>
    [...article.querySelectorAll(selector)].map((element) => plainText(element).trim());
  return {
    title: texts('.article-head h1')[0] ?? '',
    deck: texts('.article-head .deck')[0] ?? '',
    head: texts('.article-head :is(.kicker, h1, .deck, .standfirst, .byline), .article > .byline'),
    blocks: [
      ...[...body.children].flatMap(textsOf),
      ...[...article.querySelectorAll('figure.photo > figcaption')]
        .filter((caption) => !body.contains(caption))
        .flatMap(textsOf),
    ],
  };
}

/** The texts of what is innermost in a block: items, cells, captions, lines of verse. */
function textsOf(block: Element): TextBlock[] {
  const texts: TextBlock[] = [];
  let text = '';
  const end = (): void => {
    if (text.trim() !== '') texts.push({ id: block.id, text: text.trim() });
    text = '';
  };
  const read = (element: Element): void => {
    for (const child of element.childNodes) {
      if (child.nodeType === Node.TEXT_NODE) text += child.nodeValue;
      if (child.nodeType !== Node.ELEMENT_NODE || isUnread(child as Element)) continue;
      const parts = isBlock(child as Element);
      if (parts) end();
      read(child as Element);
      if (parts) end();
    }
  };
  read(block);
  end();
  return texts;
}

const isBlock = (element: Element): boolean =>
  blockElements.has(element.localName) || element.classList.contains('credit');

/** Readings over characters, and what is for the ear or a pointer. */
const unread =
  'rt, rp, [aria-hidden="true"], .para, .para-trail, button, sup:has([data-footnote-ref])';
const isUnread = (element: Element): boolean => element.matches(unread);

function plainText(element: Element): string {
  let text = '';
  for (const child of element.childNodes) {
    if (child.nodeType === Node.TEXT_NODE) text += child.nodeValue;
    if (child.nodeType === Node.ELEMENT_NODE && !isUnread(child as Element)) {
      text += plainText(child as Element);
    }
  }
  return text;
}
