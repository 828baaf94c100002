import type { Root } from 'hast';
import { fromHtml } from 'hast-util-from-html';
import { toHtml } from 'hast-util-to-html';
import { SKIP, visit } from 'unist-util-visit';
import { memoizeWeakly } from '../archive/memoize.ts';
import type { ExportedArticle } from './export-article.ts';

/** What may hold an address, or must be mended for XML; a body without them is taken as it is. */
const needsWork = /[&]|<(?!\/?(?:p|b|em|strong|span)\b)/;

/** Attributes that hold one address. */
const addressAttributes = ['href', 'src', 'cite'] as const;

/**
 * Makes a body stand anywhere: every address absolute, no picture that was not made, nothing
 * that only a browser on the site's page would ask for.
 *
 * @param html block elements of an article's body
 * @param address of the article's page, absolute
 * @returns the tree; `#p3` leads to the paragraph on the article's page
 */
export function absoluteTree(html: string, address: string): Root {
  const tree = fromHtml(html, { fragment: true });
  visit(tree, 'element', (element, index, parent) => {
    const { properties } = element;
    if (element.tagName === 'img' && typeof properties['src'] !== 'string') {
      if (parent && index !== undefined) {
        parent.children.splice(index, 1);
        return [SKIP, index];
      }
    }
    for (const name of addressAttributes) {
      const value = properties[name];
      if (typeof value !== 'string') continue;
      // Footnotes and the like within the text stay within it where the text has ids.
      properties[name] = URL.canParse(value, address) ? new URL(value, address).href : undefined;
    }
    delete properties['srcSet'];
    delete properties['sizes'];
    delete properties['loading'];
    delete properties['decoding'];
    delete properties['fetchPriority'];
    return undefined;
  });
  return tree;
}

/** The same as text, well-formed as HTML and, but for its named references, as XML. */
export function absoluteHtml(html: string, address: string): string {
  if (!needsWork.test(html)) return html;
  return toHtml(absoluteTree(html, address), {
    closeSelfClosing: true,
    characterReferences: { omitOptionalSemicolons: false },
  });
}

/** The body of an article, made once for its files and the feeds that carry it. */
export const absoluteBody = memoizeWeakly(({ html, address }: ExportedArticle): string =>
  absoluteHtml(html, address),
);
