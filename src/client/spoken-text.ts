/** A piece of the page to be read aloud: its text, and where each part of it stands in the document. */
export interface SpokenText {
  readonly element: Element;
  readonly text: string;
  readonly parts: readonly { readonly node: Text; readonly start: number }[];
}

/** What a newsreader would say of an article, in the order in which it stands. */
const spoken =
  'h1, .kicker, .deck, .standfirst, .byline, .article-text :is(p, h2, h3, h4, li, figcaption, td, th)';

/** Apparatus among the text: line numbers, links to the source, notes. */
const silent = '[aria-hidden="true"], [hidden], [data-silent], del, sup';

/**
 * The texts of an article, headline first.
 *
 * @param article the element that holds it, in this page or in one that was fetched
 */
export function spokenTexts(article: Element): SpokenText[] {
  const elements = [...article.querySelectorAll(spoken)];
  return elements
    .filter((element) => !elements.some((other) => other !== element && other.contains(element)))
    .map(spokenText)
    .filter(({ text }) => text.trim() !== '');
}

function spokenText(element: Element): SpokenText {
  const parts: { node: Text; start: number }[] = [];
  let text = '';
  const walker = element.ownerDocument.createTreeWalker(element, NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
    if (node.parentElement?.closest(silent)) continue;
    parts.push({ node: node as Text, start: text.length });
    text += (node as Text).data;
  }
  return { element, text, parts };
}

/** The range of the document that a stretch of a spoken text stands in. */
export function rangeOf({ parts }: SpokenText, start: number, end: number): Range {
  const range = document.createRange();
  for (const { node, start: from } of parts) {
    if (start >= from && start <= from + node.length) range.setStart(node, start - from);
    if (end >= from && end <= from + node.length) {
      range.setEnd(node, end - from);
      break;
    }
  }
  return range;
}
