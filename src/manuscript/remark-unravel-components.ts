import type { Paragraph, Root, RootContent } from 'mdast';
import type { MdxJsxFlowElement } from 'mdast-util-mdx';
import { visit } from 'unist-util-visit';
import { componentNamed } from './newspaper-components.ts';

/**
 * A component written on a line of its own with its text, `<PullQuote>甲</PullQuote>`, is to
 * CommonMark a paragraph with something in it. Where a block component is all that a paragraph
 * holds, it takes the paragraph's place, as @mdx-js/mdx does (remark-mark-and-unravel).
 */
export function remarkUnravelComponents() {
  return (tree: Root): void => {
    visit(tree, 'paragraph', (paragraph, index, parent) => {
      if (parent === undefined || index === undefined) return;
      const blocks = blocksOf(paragraph);
      if (blocks === undefined) return;
      parent.children.splice(index, 1, ...(blocks as RootContent[]));
      return index + blocks.length;
    });
  };
}

function blocksOf(paragraph: Paragraph): MdxJsxFlowElement[] | undefined {
  const blocks: MdxJsxFlowElement[] = [];
  for (const child of paragraph.children) {
    if (child.type === 'text' && child.value.trim() === '') continue;
    if (child.type !== 'mdxJsxTextElement') return undefined;
    const component = componentNamed(child.name);
    if (component === undefined || component.placement === 'inline') return undefined;
    const inner: Paragraph = { type: 'paragraph', children: child.children };
    if (child.position) inner.position = child.position;
    const keepsText = component.children === 'text' || child.children.length === 0;
    blocks.push({
      ...child,
      type: 'mdxJsxFlowElement',
      children: keepsText ? (child.children as unknown as MdxJsxFlowElement['children']) : [inner],
    });
  }
  return blocks.length > 0 ? blocks : undefined;
}
