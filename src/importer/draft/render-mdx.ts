import type { Paragraph, PhrasingContent, Root, RootContent, Table } from 'mdast';
import { fromMarkdown } from 'mdast-util-from-markdown';
import { gfmTableFromMarkdown, gfmTableToMarkdown } from 'mdast-util-gfm-table';
import { mdxFromMarkdown, mdxToMarkdown } from 'mdast-util-mdx';
import { toMarkdown, type Options } from 'mdast-util-to-markdown';
import { cjkFriendlyExtension } from 'micromark-extension-cjk-friendly';
import { gfmTable } from 'micromark-extension-gfm-table';
import { mdxjs } from 'micromark-extension-mdxjs';
import { stringify } from 'yaml';
import type { ArticleDraft, BodyBlock } from '../page/article-draft.ts';

/**
 * Writes an article as MDX: front matter by a YAML serialiser, body by mdast. The text is parsed
 * again the way the site parses it; where it does not come back as it went in, that is a bug and an
 * Error is thrown.
 */
export function renderMdx(draft: ArticleDraft): string {
  const front = stringify(draft.frontMatter, { lineWidth: 0 });
  const body = renderBody(draft.body);
  return `---\n${front}---\n${body === '' ? '' : `\n${body}`}`;
}

/** Renders a body and proves that it reads back as the same text. Throws an Error where it does not. */
export function renderBody(body: readonly BodyBlock[]): string {
  const root: Root = { type: 'root', children: body.map(toNode) };
  const sent = root.children.map(shownText);
  let found: readonly string[] = [];
  // mdast-util-to-markdown writes a text `-`, line end, `-` in a list item as a setext heading: what
  // does not read back is written once more with every mark escaped.
  for (const options of [writing, { ...writing, unsafe: everyMark }]) {
    const markdown = guardKeywords(toMarkdown(root, options));
    found = fromMarkdown(markdown, reading).children.map(shownText);
    if (found.length === sent.length && found.every((text, index) => text === sent[index])) {
      return markdown;
    }
  }
  const at = sent.findIndex((text, index) => text !== found[index]);
  throw new Error(
    `Body does not read back from MDX: expected ${JSON.stringify(sent[at])}, found ${JSON.stringify(found[at])}`,
  );
}

const everyMark: Options['unsafe'] = [...'!"#$%&\'()*+,-./:;<=>?@[\\]^_`{|}~'].map((character) => ({
  character,
}));

/** Whether a body can be read as MDX at all. */
export function isReadableBody(markdown: string): boolean {
  try {
    fromMarkdown(markdown, reading);
    return true;
  } catch {
    return false;
  }
}

const reading = {
  extensions: [mdxjs(), gfmTable(), cjkFriendlyExtension()],
  mdastExtensions: [mdxFromMarkdown(), gfmTableFromMarkdown()],
};

const writing: Options = {
  bullet: '-',
  emphasis: '*',
  strong: '*',
  rule: '-',
  fences: true,
  extensions: [
    mdxToMarkdown(),
    gfmTableToMarkdown({ tableCellPadding: true, tablePipeAlign: false }),
  ],
};

function toNode(block: BodyBlock): RootContent {
  switch (block.type) {
    case 'paragraph':
      return { type: 'paragraph', children: withStrong(block.text, block.emphasis ?? []) };
    case 'crosshead':
      return { type: 'heading', depth: 3, children: [plain(block.text)] };
    case 'quote':
      return { type: 'blockquote', children: [paragraph(block.text)] };
    case 'verse':
      return {
        type: 'paragraph',
        children: block.verses.flatMap((verse, index): PhrasingContent[] =>
          index === 0 ? [plain(verse)] : [{ type: 'break' }, plain(verse)],
        ),
      };
    case 'list':
      return {
        type: 'list',
        ordered: false,
        spread: false,
        children: block.items.map((item) => ({
          type: 'listItem',
          spread: false,
          children: [paragraph(item)],
        })),
      };
    case 'table':
      return toTable(block.rows, block.hasHead);
  }
}

/** GFM tables must have a head: one of empty cells stands where the page has none. */
function toTable(rows: readonly (readonly string[])[], hasHead: boolean): Table {
  const width = Math.max(1, ...rows.map((row) => row.length));
  const all = hasHead ? rows : rows;
  return {
    type: 'table',
    align: Array<null>(width).fill(null),
    children: all.map((row) => ({
      type: 'tableRow',
      children: Array.from({ length: width }, (_, index) => ({
        type: 'tableCell',
        children: row[index] ? [plain(row[index])] : [],
      })),
    })),
  };
}

function paragraph(text: string): Paragraph {
  return { type: 'paragraph', children: [plain(text)] };
}

function plain(text: string): PhrasingContent {
  return { type: 'text', value: text };
}

function withStrong(
  text: string,
  spans: readonly { readonly start: number; readonly end: number }[],
): PhrasingContent[] {
  const children: PhrasingContent[] = [];
  let done = 0;
  for (const { start, end } of [...spans].sort((left, right) => left.start - right.start)) {
    const inner = text.slice(start, end);
    // Bold that begins or ends with a blank, or holds none but marks, is no emphasis of the writer.
    if (start < done || !/[\p{L}\p{N}]/u.test(inner) || inner !== inner.trim()) continue;
    if (start > done) children.push(plain(text.slice(done, start)));
    children.push({ type: 'strong', children: [plain(inner)] });
    done = end;
  }
  if (done < text.length || children.length === 0) children.push(plain(text.slice(done)));
  return children;
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

/** What a reader sees of a block, with its kind: what must come back. */
function shownText(node: RootContent | PhrasingContent): string {
  if (node.type === 'text') return node.value;
  if (node.type === 'break') return '\n';
  const inner =
    'children' in node ? node.children.map((child) => shownText(child as RootContent)) : [];
  switch (node.type) {
    case 'strong':
      return inner.join('');
    case 'paragraph':
      return `p:${inner.join('')}`;
    case 'tableCell':
      return inner.join('').trim();
    default:
      return `${node.type}:${inner.join('\u241f')}`;
  }
}
