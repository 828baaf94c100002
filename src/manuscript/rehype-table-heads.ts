import type { Element, Root } from 'hast';
import { visit } from 'unist-util-visit';

/**
 * GFM has no table without a head: one of empty cells stands for none (the importer writes it so),
 * and is not set. An empty `<th>` would be read aloud as a column's name.
 */
export function rehypeTableHeads() {
  return (tree: Root): void => {
    visit(tree, 'element', (node) => {
      if (node.tagName !== 'table') return;
      node.children = node.children.filter(
        (child) => child.type !== 'element' || child.tagName !== 'thead' || !isEmpty(child),
      );
    });
  };
}

function isEmpty(element: Element): boolean {
  return element.children.every((child) =>
    child.type === 'element'
      ? child.tagName !== 'img' && isEmpty(child)
      : child.type !== 'text' || child.value.trim() === '',
  );
}
