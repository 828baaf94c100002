/** What the OCR tool's Markdown says a block is. Its level and its order prove nothing (see classify-blocks). */
export type BlockType =
  'heading' | 'paragraph' | 'list-item' | 'quote' | 'image' | 'table' | 'rule' | 'gap';

/** A run of lines of the raw page, 1-based, both ends included. */
export interface LineRange {
  readonly first: number;
  readonly last: number;
}

/** A run of a block's text that the OCR set in bold or italics; offsets are UTF-16 units of `text`. */
export interface EmphasisSpan {
  readonly kind: 'strong' | 'emphasis';
  readonly start: number;
  readonly end: number;
}

/**
 * One piece of a page between blank lines, as plain text: no Markdown mark is left in `text`.
 * A `gap` is a run of three or more blank lines: some tools leave it where they dropped an image.
 */
export interface Block {
  readonly type: BlockType;
  readonly text: string;
  readonly lines: LineRange;
  /** 1 to 6 for headings. */
  readonly depth?: number | undefined;
  /** Printed right under the block before, in one piece with it: no blank line, and one size of type. */
  readonly adjoins?: true;
  readonly emphasis?: readonly EmphasisSpan[] | undefined;
  /** Images: the path as the page gives it, and its alternative text. */
  readonly image?: { readonly path: string; readonly alt: string };
  /** What the line is in a list of lines (list-line): its end and its gaps are print. */
  readonly list?: 'chapter' | 'item' | 'verse';
  /** Tables: rows of cells as plain text; the first row is the head where the page says so. */
  readonly table?: { readonly rows: readonly (readonly string[])[]; readonly hasHead: boolean };
}
