import type { Element, Root as HastRoot } from 'hast';
import { toHtml } from 'hast-util-to-html';
import type { Root } from 'mdast';
import type { MdxJsxFlowElement, MdxJsxTextElement } from 'mdast-util-mdx';
import { toString } from 'mdast-util-to-string';
import type { State } from 'mdast-util-to-hast';
import remarkRehype from 'remark-rehype';
import { unified } from 'unified';
import { VFile } from 'vfile';
import { newspaperComponents } from './newspaper-components.ts';
import { rehypeJumpAddress, type JumpContext } from './rehype-jump-address.ts';
import { rehypeParagraphIds } from './rehype-paragraph-ids.ts';
import { rehypePictures } from './rehype-pictures.ts';
import { rehypeTypography } from './rehype-typography.ts';

/** An article's body as every output uses it: page, feed and e-book. */
export interface RenderedArticle {
  /** Block elements without a wrapper. Pictures still carry Astro's placeholder. */
  readonly html: string;
  /** Files of its pictures, as `./bridge.jpg`. */
  readonly picturePaths: readonly string[];
  readonly crossheads: readonly {
    readonly depth: number;
    readonly slug: string;
    readonly text: string;
  }[];
  /** Plain text of the first paragraphs, for lists and descriptions; at most 120 characters. */
  readonly excerpt: string;
  /** Where each numbered paragraph begins: line of the body, from 1. */
  readonly paragraphLines: readonly number[];
  /** How long the text is: characters without blanks. */
  readonly characters: number;
}

export interface RenderContext extends JumpContext {
  /** BCP 47, of the publication: typography is made for a script. */
  readonly language: string;
}

/** How newspaper components become HTML; an interactive article's MDX goes through the same. */
export const componentHandlers = {
  mdxJsxFlowElement: renderComponent,
  mdxJsxTextElement: renderComponent,
};

const writer = unified()
  .use(remarkRehype, {
    handlers: componentHandlers,
    clobberPrefix: '',
    footnoteLabel: '注',
    footnoteBackLabel: '返回正文',
  })
  .use(rehypeParagraphIds)
  .use(rehypeJumpAddress)
  .use(rehypePictures)
  .use(rehypeTypography)
  .freeze();

/**
 * Renders an article's body.
 *
 * @param tree from `parseArticle`, and found good by `checkArticle`
 */
export function renderArticle(tree: Root, context: RenderContext): RenderedArticle {
  const file = new VFile();
  file.data['jump'] = context;
  file.data['language'] = context.language;
  const html = writer.runSync(tree, file) as HastRoot;
  const paragraphNodes = tree.children.filter((node) => node.type === 'paragraph');
  const paragraphs = paragraphNodes.map((node) => toString(node));
  return {
    html: toHtml(html, { characterReferences: { omitOptionalSemicolons: false } }),
    picturePaths: file.data['picturePaths'] as string[],
    crossheads: html.children.flatMap((node) =>
      node.type === 'element' && /^h[2-4]$/.test(node.tagName)
        ? [
            {
              depth: Number(node.tagName[1]),
              slug: String(node.properties['id']),
              text: toString(node),
            },
          ]
        : [],
    ),
    excerpt: excerptFrom(paragraphs),
    paragraphLines: paragraphNodes.map(({ position }) => position!.start.line),
    characters: toString(tree).replaceAll(/\s/g, '').length,
  };
}

function renderComponent(state: State, node: MdxJsxFlowElement | MdxJsxTextElement): Element {
  const component = newspaperComponents[node.name ?? ''];
  if (component === undefined) {
    // MDX makes of these what they are (mdast-util-to-hast, `passThrough`); no other article has any.
    return { ...node, children: state.all(node) } as unknown as Element;
  }
  const attributes: Record<string, string> = {};
  for (const attribute of node.attributes) {
    if (attribute.type === 'mdxJsxAttribute' && typeof attribute.value === 'string') {
      attributes[attribute.name] = attribute.value;
    }
  }
  return component.render(attributes, state.all(node));
}

const excerptLength = 120;

/** Whole paragraphs as long as they fit; the first one is cut where it must be. */
export function excerptFrom(paragraphs: readonly string[]): string {
  let excerpt = '';
  for (const paragraph of paragraphs) {
    const text = paragraph.replaceAll(/\s+/g, ' ').trim();
    if (excerpt !== '' && excerpt.length + text.length > excerptLength) break;
    excerpt += text;
    if (excerpt.length > excerptLength) break;
  }
  const characters = Array.from(excerpt);
  return characters.length <= excerptLength
    ? excerpt
    : `${characters.slice(0, excerptLength - 1).join('')}…`;
}
