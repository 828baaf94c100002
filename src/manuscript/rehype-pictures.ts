import type { Element, Root } from 'hast';
import { visit } from 'unist-util-visit';

/** A picture that is all of a paragraph is a figure: it has no number, as no printed paragraph is it. */
export function rehypePictures() {
  return (tree: Root): void => {
    visit(tree, 'element', (node) => {
      if (node.tagName !== 'p' || !node.children.some(isImage)) return;
      const isPicture = node.children.every((child) =>
        child.type === 'text' ? child.value.trim() === '' : isImage(child),
      );
      if (!isPicture) return;
      node.tagName = 'figure';
      node.properties = { className: ['photo'] };
      node.children = node.children.filter(isImage);
    });
  };
}

function isImage(node: Element['children'][number]): node is Element {
  return node.type === 'element' && node.tagName === 'img';
}
