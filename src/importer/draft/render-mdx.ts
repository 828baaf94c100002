import type { Paragraph, PhrasingContent, RootContent, Table } from 'mdast';
import { writeArticle, writeBody } from '../../manuscript/write-article.ts';
import type { ArticleDraft, BodyBlock } from '../page/article-draft.ts';

/** Writes an article as MDX; the site reads back the same tree. */
export function renderMdx(draft: ArticleDraft): string {
  return writeArticle({
    frontMatter: { ...draft.frontMatter },
    body: { type: 'root', children: draft.body.map(toNode) },
  });
}

/** Renders a body. Throws an Error where it does not read back as the same tree. */
export function renderBody(body: readonly BodyBlock[]): string {
  return writeBody({ type: 'root', children: body.map(toNode) });
}

function toNode(block: BodyBlock): RootContent {
  switch (block.type) {
    case 'paragraph':
      return { type: 'paragraph', children: withStrong(block.text, block.emphasis ?? []) };
    case 'crosshead':
      return { type: 'heading', depth: 3, children: [plain(block.text)] };
    case 'break':
      return { type: 'thematicBreak' };
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
  const all = hasHead ? rows : [[], ...rows];
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
