import type { Root } from 'hast';
import { isHeading } from './print-html.ts';

/**
 * Numbers the article's own paragraphs p1, p2 … so that one can be pointed at (`#p3`). Paragraphs in
 * quotations, boxes and captions are not numbered: the numbers are those of the printed text.
 */
export function rehypeParagraphIds() {
  return (tree: Root): void => {
    let paragraphs = 0;
    let crossheads = 0;
    for (const node of tree.children) {
      if (node.type !== 'element') continue;
      if (node.tagName === 'p') {
        paragraphs += 1;
        node.properties['id'] = `p${paragraphs}`;
      } else if (isHeading(node.tagName)) {
        crossheads += 1;
        node.properties['id'] = `crosshead-${crossheads}`;
      }
    }
  };
}
