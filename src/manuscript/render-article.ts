import type { Element, Root as HastRoot } from 'hast';
import type { Image, Root } from 'mdast';
import type { MdxJsxFlowElement, MdxJsxTextElement } from 'mdast-util-mdx';
import type { State } from 'mdast-util-to-hast';
import remarkRehype from 'remark-rehype';
import { unified } from 'unified';
import { VFile } from 'vfile';
import type { ArticleBody } from './article-body.ts';
import { makeBody } from './make-body.ts';
import { componentNamed } from './newspaper-components.ts';
import { rehypeApparatusWords } from './rehype-apparatus-words.ts';
import { rehypeHeadingLevels } from './rehype-heading-levels.ts';
import { rehypeJumpAddress, type JumpContext } from './rehype-jump-address.ts';
import { rehypeParagraphIds } from './rehype-paragraph-ids.ts';
import { rehypePictures } from './rehype-pictures.ts';
import { rehypeTables } from './rehype-tables.ts';
import { rehypeTypography } from './rehype-typography.ts';

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
    handlers: { ...componentHandlers, image: renderImage },
    clobberPrefix: '',
  })
  .use(rehypePictures)
  .use(rehypeTables)
  .use(rehypeHeadingLevels)
  .use(rehypeParagraphIds)
  .use(rehypeJumpAddress)
  .use(rehypeApparatusWords)
  .use(rehypeTypography)
  .freeze();

/**
 * Renders an article's body.
 *
 * @param tree from `parseArticle`, and found good by `checkArticle`
 * @param bodyLine number of the body's first line in its file
 */
export function renderArticle(tree: Root, context: RenderContext, bodyLine = 1): ArticleBody {
  const file = new VFile();
  file.data['jump'] = context;
  file.data['language'] = context.language;
  return makeBody(writer.runSync(tree, file) as HastRoot, context.language, bodyLine);
}

function renderComponent(state: State, node: MdxJsxFlowElement | MdxJsxTextElement): Element {
  const component = componentNamed(node.name);
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
  const element = component.render(attributes, state.all(node));
  state.patch(node, element);
  return element;
}

/** The file's name as it is written: mdast-util-to-hast would encode a Chinese one. */
function renderImage(state: State, node: Image): Element {
  const { url, alt, title } = node;
  const element: Element = {
    type: 'element',
    tagName: 'img',
    properties: { src: url.replace(/^\.\//, ''), alt: alt ?? '', ...(title && { title }) },
    children: [],
  };
  state.patch(node, element);
  return element;
}
