import type { Link, Root, Text } from 'mdast';
import { SKIP, visit } from 'unist-util-visit';

type Point = NonNullable<Text['position']>['start'];

/** What may stand in an address as people print it; Chinese that follows is prose. */
const addressEnd = /[^\u0021-\u007e]/;

/**
 * Ends a bare address where Chinese begins: GFM's autolinks run to the next blank, so that
 * `详见www.example.org，谢谢` would link `www.example.org，谢谢` (GFM 6.9; no blank ends a Chinese word).
 * What is no address any more (`https://` before Chinese) is text.
 */
export function remarkTrimBareAddress() {
  return (tree: Root): void => {
    visit(tree, 'link', (link, index, parent) => {
      if (parent === undefined || index === undefined) return;
      const rest = cutBareAddress(link);
      if (rest === undefined) return;
      const prose: Text = { type: 'text', value: rest };
      const [label] = link.children as [Text];
      if (URL.canParse(link.url)) {
        if (label.position !== undefined) {
          const { start, end } = label.position;
          // Escapes before it may have left the address without a length.
          const at = end.offset === start.offset ? end : moved(start, label.value.length);
          link.position = label.position = { start, end: at };
          prose.position = { start: at, end };
        }
        parent.children.splice(index + 1, 0, prose);
        return [SKIP, index + 2];
      }
      // `https://` and then Chinese leads nowhere.
      prose.value = label.value + rest;
      if (link.position !== undefined) prose.position = link.position;
      parent.children.splice(index, 1, prose);
      return [SKIP, index + 1];
    });
  };
}

/** Shortens a bare address in place, and gives the prose it had swallowed. */
function cutBareAddress(link: Link): string | undefined {
  const [label] = link.children;
  if (link.children.length !== 1 || label?.type !== 'text') return undefined;
  const prefix = ['', 'http://', 'mailto:'].find((start) => link.url === start + label.value);
  const end = label.value.search(addressEnd);
  if (prefix === undefined || end <= 0) return undefined;
  const rest = label.value.slice(end);
  label.value = label.value.slice(0, end);
  link.url = prefix + label.value;
  return rest;
}

/** So many units on; an address has no line end. */
function moved({ line, column, offset = 0 }: Point, units: number): Point {
  return { line, column: column + units, offset: offset + units };
}
