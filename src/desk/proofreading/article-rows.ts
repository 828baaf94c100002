import { collateArticle, type Collation, type Passage } from '../../collation/collate.ts';
import { simplifiedForm } from '../../collation/variants.ts';
import type { parseArticle } from '../../manuscript/parse-article.ts';
import { renderArticle } from '../../manuscript/render-article.ts';
import type { Article } from '../../newspaper/article.ts';
import { circledPart } from '../../wording/part-number.ts';

/** The syntax tree of an article's body. */
export type BodyTree = NonNullable<ReturnType<typeof parseArticle>['tree']>;

/** One block of the body as it stands in the file; offsets are UTF-16 units of the decoded file. */
export interface DeskBlock {
  readonly start: number;
  readonly end: number;
  readonly isParagraph: boolean;
  /** `text.slice(start, end)`: the MDX as an editor writes it. */
  readonly source: string;
  readonly firstLine: number;
  readonly lastLine: number;
}

/** A passage of the article beside what it was read from. */
export interface PassageRow {
  readonly kind: 'field' | 'block' | 'left-out';
  /** `headline`, `b3`; of lines that stand nowhere in the article `l17`. */
  readonly id: string;
  readonly field?: string;
  /** From 0. */
  readonly block?: number;
  readonly passages: readonly Passage[];
  readonly lines: { readonly first: number; readonly last: number } | null;
}

export interface RowsInput {
  readonly data: Article;
  readonly tree: BodyTree;
  readonly bodyLine: number;
  readonly blocks: readonly DeskBlock[];
  /** BCP 47, of the publication. */
  readonly language: string;
  /** The article's own lines of the source page; none where it is not kept. */
  readonly lines: readonly string[];
  /** Number of the first of them, from 1. */
  readonly firstLine: number;
  readonly isAsImported?: ((text: string) => boolean) | undefined;
  readonly columnName?: string | undefined;
}

/** The blocks of a body as they stand in the file. */
export function blocksOf(
  tree: BodyTree,
  text: string,
  { bodyOffset, bodyLine }: { readonly bodyOffset: number; readonly bodyLine: number },
): DeskBlock[] {
  return tree.children.map(({ type, position }) => {
    const start = bodyOffset + position!.start.offset!;
    const end = bodyOffset + position!.end.offset!;
    return {
      start,
      end,
      isParagraph: type === 'paragraph',
      source: text.slice(start, end),
      firstLine: position!.start.line + bodyLine - 1,
      lastLine: position!.end.line + bodyLine - 1,
    };
  });
}

/** Every field and block of an article, in their order, each beside its lines of the source page. */
export function setInRows(input: RowsInput): PassageRow[] {
  const { data, blocks, language, lines, firstLine, isAsImported } = input;
  const fields = printedFields(data, input.columnName);
  const paragraphs = printedParagraphs(input);
  const collation =
    lines.length === 0
      ? withoutSource(fields, paragraphs)
      : collateArticle({
          lines,
          firstLine,
          fields,
          paragraphs,
          ...(isAsImported === undefined ? {} : { isAsImported }),
          ...(language.startsWith('zh-Hans') ? { foldVariant: simplifiedForm } : {}),
        });
  return rowsOf(collation, fields, blocks.length);
}

interface PrintedText {
  readonly id: string;
  readonly text: string;
}

/** What is printed of the body, under the name of the block that it stands in. */
function printedParagraphs({ data, tree, bodyLine, blocks, language }: RowsInput): PrintedText[] {
  const set = renderArticle(tree, { language, base: '/', edition: data.edition }, bodyLine);
  // Footnotes are set behind the text, wherever they are written.
  const notes = tree.children.flatMap(({ type }, index) =>
    type === 'footnoteDefinition' ? [index] : [],
  );
  let at = 0;
  return set.blocks.flatMap(({ kind, line, pieces }) => {
    const index = blocks.findIndex(
      ({ firstLine, lastLine }) => firstLine <= line && line <= lastLine,
    );
    at = kind === 'footnotes' || index === -1 ? at : index;
    return pieces.map((piece, number) => ({
      id: `b${(kind === 'footnotes' ? notes[number] : undefined) ?? at}`,
      text: piece,
    }));
  });
}

function printedFields(data: Article, columnName: string | undefined): PrintedText[] {
  const part = data.part === undefined ? '' : ` ${circledPart(data.part)}`;
  const names = data.bylines.map(({ label, name }) =>
    label === undefined ? name : `${label} ${name}`,
  );
  const texts = {
    column: columnName === undefined ? undefined : columnName + part,
    kicker: data.kicker,
    headline: data.headline,
    deck: data.deck,
    standfirst: data.standfirst,
    byline: names.join(' '),
  };
  return Object.entries(texts).flatMap(([id, text]) => (text ? [{ id, text }] : []));
}

interface FieldsAndParagraphs {
  readonly fields: readonly Passage[];
  readonly body: readonly Passage[];
}

function withoutSource(
  fields: readonly PrintedText[],
  paragraphs: readonly PrintedText[],
): FieldsAndParagraphs {
  const passage = ({ id, text }: PrintedText): Passage => ({
    id,
    stretches: [{ kind: 'same', text }],
    lines: null,
  });
  return { fields: fields.map(passage), body: paragraphs.map(passage) };
}

/** Every field and every block has its row, in their order, whether the source answers to it or not. */
function rowsOf(
  collation: Collation | FieldsAndParagraphs,
  fields: readonly PrintedText[],
  blocks: number,
): PassageRow[] {
  const rows: (PassageRow & { passages: Passage[] })[] = fields.map(({ id, text }) => {
    const passage = collation.fields.find((one) => one.id === id);
    return {
      kind: 'field',
      id,
      field: id,
      passages: [passage ?? { id, stretches: [{ kind: 'same', text }], lines: null }],
      lines: passage?.lines ?? null,
    };
  });
  let next = 0;
  const openBlock = (index: number): void => {
    for (; next <= index; next += 1) {
      rows.push({ kind: 'block', id: `b${next}`, block: next, passages: [], lines: null });
    }
  };
  for (const passage of collation.body) {
    if (passage.id === null) {
      const id = `l${passage.lines!.first}`;
      rows.push({ kind: 'left-out', id, passages: [passage], lines: passage.lines });
      continue;
    }
    const index = Number(passage.id.slice(1));
    openBlock(index);
    const at = rows.findLastIndex(({ block }) => block === index);
    const row = rows[at]!;
    rows[at] = {
      ...row,
      passages: [...row.passages, passage],
      lines: joinLines(row.lines, passage.lines),
    };
  }
  openBlock(blocks - 1);
  return rows;
}

type Lines = PassageRow['lines'];

function joinLines(one: Lines, other: Lines): Lines {
  if (one === null || other === null) return one ?? other;
  return { first: Math.min(one.first, other.first), last: Math.max(one.last, other.last) };
}

/** Whether a line of the page is the row's; one between two rows goes to the one before it. */
export function isNear(line: number, rows: readonly PassageRow[], index: number): boolean {
  const { lines } = rows[index]!;
  if (lines === null || line < lines.first) return false;
  if (line <= lines.last) return true;
  return !rows.some(
    (other) => other.lines !== null && other.lines.first > lines.first && other.lines.first <= line,
  );
}
