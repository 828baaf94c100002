import type { ElementContent, Root } from 'hast';
import { fromHtml } from 'hast-util-from-html';
import { toXast } from 'hast-util-to-xast';
import { SKIP, visit } from 'unist-util-visit';
import type { ElementContent as XastContent } from 'xast';

/** Only paragraphs and marks within them: the renderer writes these as XHTML already. */
const needsWork = /[&]|<(?!\/?(?:p|b|em|strong|span)\b)/;

/** What reading systems know; anything else that the site's renderer may write loses its tags here. */
const known: ReadonlySet<string> = new Set(
  'p h2 h3 h4 h5 h6 ul ol li dl dt dd table caption thead tbody tfoot tr th td blockquote figure figcaption img br hr b strong i em s del ins u sub sup small span a aside section div pre code time q cite ruby rt rp mark abbr'.split(
    ' ',
  ),
);

/** Attributes that are kept; `class` because the style sheet asks for a few, `id` because links do. */
const keptProperties: ReadonlySet<string> = new Set(
  'id className href title lang start value reversed colSpan rowSpan scope dateTime alt src width height cite dir'.split(
    ' ',
  ),
);

/** Figures that stand upright in a vertical line, in the width of one character. */
const digitsUpright = /^\d{1,3}$/;

export interface BodyContext {
  /** Of the article's page, absolute. */
  readonly address: string;
  /** The path within the book, and the size, of the picture in a file beside the article; undefined for one that is not in it. */
  readonly picture: (
    file: string,
  ) => { readonly href: string; readonly width: number; readonly height: number } | undefined;
  readonly vertical: boolean;
}

/**
 * The body of an article as XHTML that EPUB 3.3 admits.
 *
 * @param html block elements, as the site renders them
 * @returns nodes for the document's tree
 */
export function epubBody(html: string, context: BodyContext): XastContent[] {
  if (!context.vertical && !needsWork.test(html)) {
    return [{ type: 'raw', value: html } as unknown as XastContent];
  }
  const tree = fromHtml(html, { fragment: true });
  const ids = collectIds(tree);
  visit(tree, (node, index, parent) => {
    if (parent === undefined || index === undefined) return undefined;
    if (node.type === 'comment' || node.type === 'doctype') {
      parent.children.splice(index, 1);
      return [SKIP, index];
    }
    if (node.type === 'text') {
      if (!context.vertical || parent.type !== 'element') return undefined;
      const set = uprightDigits(node.value);
      if (set.length === 1) return undefined;
      (parent.children as ElementContent[]).splice(index, 1, ...set);
      return [SKIP, index + set.length];
    }
    if (node.type !== 'element') return undefined;
    if (node.tagName === 'img') {
      const { src, alt } = node.properties;
      const found = typeof src === 'string' ? context.picture(src) : undefined;
      if (found === undefined) {
        parent.children.splice(index, 1);
        return [SKIP, index];
      }
      node.properties = {
        src: found.href,
        alt: typeof alt === 'string' ? alt : '',
        width: found.width,
        height: found.height,
      };
      return undefined;
    }
    if (!known.has(node.tagName)) {
      (parent.children as ElementContent[]).splice(index, 1, ...node.children);
      return [SKIP, index];
    }
    node.properties = Object.fromEntries(
      Object.entries(node.properties).filter(([name]) => keptProperties.has(name)),
    );
    const { href } = node.properties;
    if (typeof href === 'string') {
      const inBook = href.startsWith('#') && ids.has(href.slice(1));
      if (inBook) return undefined;
      if (URL.canParse(href, context.address)) {
        node.properties['href'] = new URL(href, context.address).href;
      } else {
        node.tagName = 'span';
        node.properties = {};
      }
    } else if (node.tagName === 'a') node.tagName = 'span';
    return undefined;
  });
  return withoutNamespace(toXast(tree)) as XastContent[];
}

/** hast-util-to-xast names the namespace on every root; the document names it once. */
function withoutNamespace(root: ReturnType<typeof toXast>): XastContent[] {
  const children = 'children' in root ? root.children : [];
  for (const child of children) {
    if (child.type === 'element') delete child.attributes['xmlns'];
  }
  return children as XastContent[];
}

function collectIds(tree: Root): Set<string> {
  const ids = new Set<string>();
  visit(tree, 'element', ({ properties }) => {
    if (typeof properties['id'] === 'string') ids.add(properties['id']);
  });
  return ids;
}

/** Numbers of up to three figures stand upright in vertical setting (CLREQ, 3.4.2). */
function uprightDigits(value: string): ElementContent[] {
  return value
    .split(/((?<![\d.,A-Za-z%])\d{1,3}(?![\d.,A-Za-z%]))/)
    .filter((part) => part !== '')
    .map((part) =>
      digitsUpright.test(part)
        ? {
            type: 'element',
            tagName: 'span',
            properties: { className: ['tcy'] },
            children: [{ type: 'text', value: part }],
          }
        : { type: 'text', value: part },
    );
}
