import type { Link, Nodes, Root, Text } from 'mdast';
import type { Processor } from 'unified';

/** An address as it may begin in prose, up to where Chinese begins. */
export const bareAddress =
  /(?:(?<![A-Za-z])https?:\/\/|(?<![\p{L}\p{N}])www\.(?=[A-Za-z\d]))[!-~]+/giu;

/** No address ends with one of them, or with a `)` that it does not open (GFM 6.9). */
const trailing: ReadonlySet<string> = new Set('!"&\'),.:;<>?]}');

/**
 * Links bare addresses in Chinese prose. GFM's autolinks run to the next blank, so that
 * `详见www.example.org，谢谢` would link `www.example.org，谢谢`, and a second address behind it would be
 * none (GFM 6.9; no blank ends a Chinese word). What is no address any more (`https://` before Chinese)
 * is text. Each piece has the place where it stands; beside an escape, that of the text it is cut from.
 *
 * It stands in for the transform of mdast-util-gfm-autolink-literal, which looks from each `www.` to the
 * end of the line (50,000 of them took 11 s) and gives its pieces no places.
 */
export function remarkBareAddresses(this: Processor) {
  const data = this.data();
  data.fromMarkdownExtensions = (data.fromMarkdownExtensions ?? [])
    .flat()
    .map((extension) => ({ ...extension, transforms: [] }));
  return (tree: Root): void => {
    linkAddresses(tree);
  };
}

function linkAddresses(node: Nodes): void {
  if (!('children' in node) || node.type === 'link' || node.type === 'linkReference') return;
  const children = (node.children as Nodes[]).flatMap((child): Nodes[] => {
    const text = child.type === 'link' ? bareText(child) : child;
    if (text?.type === 'text') return partAddresses(text);
    linkAddresses(child);
    return [child];
  });
  node.children = children as typeof node.children;
}

/** The text of a link that GFM has made of an address, where Chinese stands in it. */
function bareText({ url, children }: Link): Text | undefined {
  const [label] = children;
  if (children.length !== 1 || label?.type !== 'text' || /^[!-~]*$/.test(label.value)) return;
  const { value } = label;
  return (/^https?:/i.test(value) && url === value) ||
    (/^www/i.test(value) && url === `http://${value}`)
    ? label
    : undefined;
}

function partAddresses(text: Text): (Text | Link)[] {
  const pieces: (Text | Link)[] = [];
  const place = placesIn(text);
  let end = 0;
  for (const { 0: found, index } of text.value.matchAll(bareAddress)) {
    const value = withoutTrailing(found);
    const url = /^www/i.test(value) ? `http://${value}` : value;
    if (!URL.canParse(url)) continue;
    if (index > end) {
      pieces.push({ type: 'text', value: text.value.slice(end, index), ...place(index) });
    }
    end = index + value.length;
    const at = place(end);
    pieces.push({
      type: 'link',
      url,
      title: null,
      children: [{ type: 'text', value, ...at }],
      ...at,
    });
  }
  if (end === 0) return [text];
  const rest = text.value.slice(end);
  if (rest !== '') pieces.push({ type: 'text', value: rest, ...place(text.value.length) });
  return pieces;
}

function withoutTrailing(address: string): string {
  let unopened = 0;
  for (const character of address) {
    if (character === '(') unopened -= 1;
    else if (character === ')') unopened += 1;
  }
  let end = address.length;
  for (; trailing.has(address.charAt(end - 1)); end -= 1) {
    if (address.charAt(end - 1) !== ')') continue;
    if (unopened <= 0) break;
    unopened -= 1;
  }
  return address.slice(0, end);
}

/** Gives the place from the end of the piece before up to `to`, 0-based within the text. */
function placesIn({ value, position }: Text): (to: number) => Pick<Text, 'position'> {
  if (position === undefined) return () => ({});
  let { line, column, offset = 0 } = position.start;
  if (offset + value.length !== position.end.offset) return () => ({ position });
  let from = 0;
  return (to) => {
    const start = { line, column, offset };
    const lines = value.slice(from, to).split('\n');
    line += lines.length - 1;
    column = lines.at(-1)!.length + (lines.length === 1 ? column : 1);
    offset += to - from;
    from = to;
    return { position: { start, end: { line, column, offset } } };
  };
}
