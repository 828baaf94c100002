import type { Element, Root } from 'hast';
import { visit } from 'unist-util-visit';
import { isHeading } from './print-html.ts';

/**
 * Makes the highest crosshead of an article an `h2` and the next an `h3`, whatever levels the
 * contributor used: what a view shows below its own heading leaves no level out (WCAG 2.2, H42).
 */
export function rehypeHeadingLevels() {
  return (tree: Root): void => {
    const headings: Element[] = [];
    visit(tree, 'element', (node) => {
      // The footnotes' own heading is not the contributor's.
      if (isHeading(node.tagName) && node.properties['id'] !== 'footnote-label') {
        headings.push(node);
      }
    });
    const used = [...new Set(headings.map(({ tagName }) => tagName))].sort();
    for (const heading of headings) heading.tagName = `h${used.indexOf(heading.tagName) + 2}`;
  };
}
