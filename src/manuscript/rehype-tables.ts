import type { Element, Root } from 'hast';
import { toString } from 'mdast-util-to-string';
import { SKIP, visit } from 'unist-util-visit';

/** Longer cells may break into lines; a name, a figure or a date does not. */
const shortCell = 6;

/**
 * Makes tables ready to be set: each stands in a `div.table` that scrolls where the screen is
 * narrower than the table (and takes the focus for it: WCAG 2.1, 2.1.1), the alignment of a column is
 * a class (the attribute `align` is obsolete: HTML, section 16.2), a head of nothing but empty cells
 * (`| | |`, which GFM asks for, and the importer writes for none) is none, since an empty `<th>` would
 * be read aloud as a column's name, heads say what they are heads of, and cells of many words are
 * marked, since they need room to be read (`words`).
 */
export function rehypeTables() {
  return (tree: Root): void => {
    visit(tree, 'element', (node, index, parent) => {
      if (node.tagName !== 'table' || parent === undefined || index === undefined) return;
      setTable(node);
      if (parent.type === 'element' && isFrame(parent)) parent.properties['tabIndex'] = 0;
      else {
        const frame: Element = {
          type: 'element',
          tagName: 'div',
          properties: { className: ['table'], tabIndex: 0 },
          children: [node],
          ...(node.position && { position: node.position }),
        };
        parent.children[index] = frame;
      }
      return SKIP;
    });
  };
}

function isFrame({ properties: { className } }: Element): boolean {
  return Array.isArray(className) && className.includes('table');
}

function setTable(table: Element): void {
  table.children = table.children.filter(
    (part) => part.type !== 'element' || part.tagName !== 'thead' || !isEmpty(part),
  );
  visit(table, 'element', (cell) => {
    if (cell.tagName !== 'th' && cell.tagName !== 'td') return;
    const { align } = cell.properties;
    delete cell.properties['align'];
    const words = toString(cell).trim().length > shortCell;
    if (words) cell.properties['className'] = ['words'];
    if (align === 'right') cell.properties['className'] = ['end'];
    if (align === 'center') cell.properties['className'] = ['middle'];
    if (cell.tagName === 'th') cell.properties['scope'] = 'col';
  });
}

function isEmpty({ tagName, children }: Element): boolean {
  return (
    tagName !== 'img' &&
    children.every((child) =>
      child.type === 'element'
        ? isEmpty(child)
        : child.type !== 'text' || child.value.trim() === '',
    )
  );
}
