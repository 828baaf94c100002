import type { Nodes, PhrasingContent, Root, RootContent, Table, Text } from 'mdast';
import { gfmFootnoteToMarkdown } from 'mdast-util-gfm-footnote';
import { gfmStrikethroughToMarkdown } from 'mdast-util-gfm-strikethrough';
import { gfmTableToMarkdown } from 'mdast-util-gfm-table';
import { gfmTaskListItemToMarkdown } from 'mdast-util-gfm-task-list-item';
import { mdxToMarkdown } from 'mdast-util-mdx';
import { toMarkdown, type Options, type Unsafe } from 'mdast-util-to-markdown';
import { cjkFriendlyToMarkdown } from 'mdast-util-to-markdown-cjk-friendly';
import { stringify } from 'yaml';
import { readBody } from './parse-article.ts';
import { bareAddress } from './remark-bare-addresses.ts';
import { joinLines } from './remark-line-ends.ts';

/** An article before it is text. */
export interface Manuscript {
  /** As the article schema has it; absent fields are left out by whoever makes it. */
  readonly frontMatter: Readonly<Record<string, unknown>>;
  /** Prose, GFM and newspaper components. */
  readonly body: Root;
}

/**
 * Writes an article's file: front matter by a YAML serialiser, body by mdast. What is written is
 * read again as the site reads it, and comes back as the same tree.
 *
 * @throws Error where it does not come back: a fault of this program, not of the text
 */
export function writeArticle({ frontMatter, body }: Manuscript): string {
  const front = stringify(frontMatter, { lineWidth: 0 });
  const markdown = writeBody(body);
  return `---\n${front}---\n${markdown === '' ? '' : `\n${markdown}`}`;
}

/**
 * Writes a body. A bare address (`https://…?id=3&type=2`) stands as it is printed, so that the site
 * makes a link of it: a backslash is no escape in an address (GFM 6.9).
 *
 * @throws Error where no way of writing it reads back as the same tree
 */
export function writeBody(body: Root): string {
  const sent = withJoinedTexts(body);
  joinLines(sent);
  const wanted = comparable(sent);
  let found = '';
  for (const way of ways) {
    const markdown = guardKeywords(toMarkdown(withBareAddresses(sent, way.address), way.options));
    found = readsBackAs(markdown);
    if (found === wanted) return markdown;
  }
  throw new Error(`Body does not read back from MDX: expected ${wanted}, found ${found}`);
}

/** A copy with one text where several follow each other, as Markdown reads them. */
function withJoinedTexts<Parent extends Nodes>(node: Parent): Parent {
  if (!('children' in node)) return { ...node };
  const children: Nodes[] = [];
  for (const child of node.children as Nodes[]) {
    const last = children.at(-1);
    if (child.type === 'text' && last?.type === 'text') last.value += child.value;
    else children.push(withJoinedTexts(child));
  }
  return { ...node, children };
}

const taskItems = gfmTaskListItemToMarkdown();
const paragraphOf = cjkFriendlyToMarkdown().handlers!.paragraph!;

const writing: Options = {
  bullet: '-',
  emphasis: '*',
  strong: '*',
  rule: '-',
  fences: true,
  extensions: [
    mdxToMarkdown(),
    gfmTableToMarkdown({ tableCellPadding: true, tablePipeAlign: false }),
    gfmFootnoteToMarkdown(),
    // One tilde is text here (3~5天): the extension's own rule would escape each.
    { ...gfmStrikethroughToMarkdown(), unsafe: [] },
    cjkFriendlyToMarkdown(),
    { join: taskItems.join ?? [], unsafe: taskItems.unsafe ?? [] },
  ],
  unsafe: [
    { character: '~', before: '~', inConstruct: 'phrasing' },
    { character: '~', after: '~', inConstruct: 'phrasing' },
  ],
  handlers: {
    // Both extensions write paragraphs: the later one would leave the boxes out, or lose what is Chinese.
    paragraph: (node, parent, state, info) =>
      parent?.type === 'listItem' && typeof parent.checked === 'boolean'
        ? taskItems.handlers!.paragraph!(node, parent, state, info)
        : paragraphOf(node, parent, state, info),
    // A node of ours: see `withBareAddresses`.
    bareAddress: (node: { readonly value: string }) => node.value,
  } as NonNullable<Options['handlers']>,
};

const everyMark: Unsafe[] = [...'!"#$%&\'()*+,-./:;<=>?@[\\]^_`{|}~'].map((character) => ({
  character,
}));

/**
 * From the most readable on. mdast-util-to-markdown writes a text `-`, line end, `-` in a list item
 * as a setext heading: what does not read back is written with every mark escaped, and at the last
 * with addresses that are none any more.
 */
const ways: readonly {
  readonly options: Options;
  readonly address: 'bare' | 'broken' | 'escaped';
}[] = [
  { options: writing, address: 'bare' },
  { options: writing, address: 'escaped' },
  { options: { ...writing, unsafe: everyMark }, address: 'bare' },
  { options: { ...writing, unsafe: everyMark }, address: 'broken' },
];

/** Puts addresses in text into nodes that are written as they are. */
function withBareAddresses(tree: Root, way: 'bare' | 'broken' | 'escaped'): Root {
  if (way === 'escaped') return tree;
  const rewrite = <Parent extends Nodes>(node: Parent): Parent => {
    if (!('children' in node) || node.type === 'link') return node;
    const children = (node.children as Nodes[]).flatMap((child): Nodes[] =>
      child.type === 'text' ? splitAddresses(child, way) : [rewrite(child)],
    );
    return { ...node, children };
  };
  return rewrite(tree);
}

function splitAddresses({ value }: Text, way: 'bare' | 'broken'): Nodes[] {
  const pieces: Nodes[] = [];
  let end = 0;
  for (const { 0: address, index } of value.matchAll(bareAddress)) {
    if (index > end) pieces.push({ type: 'text', value: value.slice(end, index) });
    // A reference in its first letter keeps it text.
    const first = `&#x${address.charCodeAt(0).toString(16)};`;
    if (way === 'bare') {
      pieces.push({ type: 'bareAddress', value: address } as unknown as Nodes);
      end = index + address.length;
    } else {
      pieces.push({ type: 'bareAddress', value: first } as unknown as Nodes);
      end = index + 1;
    }
  }
  if (end === 0) return [{ type: 'text', value }];
  if (end < value.length) pieces.push({ type: 'text', value: value.slice(end) });
  return pieces;
}

/**
 * mdast-util-mdx writes a paragraph that begins with `import ` or `export ` as it is, and MDX reads
 * it as code, in verse as in prose: a character reference in its first letter keeps it text.
 */
function guardKeywords(markdown: string): string {
  return markdown.replaceAll(
    /^(i|e)(?=(?:mport|xport)\b)/gm,
    (letter) => `&#x${letter.charCodeAt(0).toString(16)};`,
  );
}

function readsBackAs(markdown: string): string {
  try {
    return comparable(readBody(markdown));
  } catch (error) {
    return String(error);
  }
}

/** A tree as text, without what a reader cannot see: places, neighbouring texts, links of bare addresses. */
function comparable(tree: Root): string {
  return JSON.stringify(withoutPlaces(tree));
}

function withoutPlaces(node: Nodes): object {
  if (node.type === 'table') return { type: 'table', rows: rowsOf(node) };
  const ordered = node.type === 'list' && { ordered: node.ordered ?? false };
  const said = Object.entries({ ...node, ...ordered })
    .filter(([name, value]) => !unseen.has(name) && value !== null && value !== undefined)
    .sort(([left], [right]) => (left < right ? -1 : 1));
  return {
    ...Object.fromEntries(said),
    ...('children' in node && { children: childrenOf(node.children) }),
  };
}

/** Of a list, whether empty lines stand between its items is not printed either. */
const unseen: ReadonlySet<string> = new Set(['position', 'data', 'children', 'spread']);

function rowsOf({ align, children }: Table): unknown {
  return children.map((row) =>
    row.children.map((cell, column) => [align?.[column] ?? null, ...childrenOf(cell.children)]),
  );
}

function childrenOf(children: readonly (RootContent | PhrasingContent)[]): unknown[] {
  const shown: unknown[] = [];
  let text = '';
  const flush = (): void => {
    if (text !== '') shown.push(text);
    text = '';
  };
  for (const child of children) {
    const words = child.type === 'text' ? child.value : bareWords(child);
    if (words === undefined) {
      flush();
      shown.push(withoutPlaces(child));
    } else {
      text += words;
    }
  }
  flush();
  return shown;
}

/** The words of a link that the site makes of a bare address. */
function bareWords(node: RootContent | PhrasingContent): string | undefined {
  if (node.type !== 'link' || node.title) return undefined;
  const [label] = node.children;
  if (label?.type !== 'text' || node.children.length > 1) return undefined;
  const isBare = ['', 'http://', 'mailto:'].some((start) => start + label.value === node.url);
  return isBare ? label.value : undefined;
}
