/**
 * An article's body as data: made once from its tree, when the article is rendered. Every output
 * takes its paragraphs, headings and text from here. Who must change `html` parses it (EPUB does); no
 * pattern takes it apart.
 */
export interface ArticleBody {
  /**
   * Block elements without a wrapper, well-formed as XML too (void tags closed, attributes quoted).
   * The highest crosshead is an `h2`; a picture's `src` is its file name. `setBody` moves these.
   */
  readonly html: string;
  /** What stands at the top of the body, in order. */
  readonly blocks: readonly BodyBlock[];
  /** The numbered ones: those of the printed text, not of quotations, boxes and captions. */
  readonly paragraphs: readonly BodyParagraph[];
  /** 本报讯（记者 …）, where the first paragraph begins with it. */
  readonly leadIn?: string | undefined;
  /** Crossheads at the top of the body. */
  readonly headings: readonly BodyHeading[];
  /** Pictures in the body, wherever they stand; those of the front matter are not among them. */
  readonly pictures: readonly BodyPicture[];
  /** Plain text of the first paragraphs, for lists and descriptions; at most 120 characters. */
  readonly excerpt: string;
  /** Plain text, a line a block (of a list an item, of a table a row). */
  readonly text: string;
  /** How long the text is (字数): code points without blanks. */
  readonly characters: number;
  /** Where `html` differs from view to view, by offset: what `setBody` writes anew. */
  readonly marks: readonly BodyMark[];
}

/** What a block at the top of a body is. `other` is for elements of interactive articles. */
export type BodyBlockKind =
  | 'paragraph'
  | 'heading'
  | 'list'
  | 'table'
  | 'quote'
  | 'figure'
  | 'aside'
  | 'code'
  | 'break'
  | 'footnotes'
  | 'other';

export interface BodyBlock {
  readonly kind: BodyBlockKind;
  /** `p3`, `crosshead-1`; other blocks have none. */
  readonly id?: string | undefined;
  /** Of a paragraph, from 1. */
  readonly number?: number | undefined;
  /** The whole element. */
  readonly html: string;
  /** Plain text; lines as in `ArticleBody.text`. */
  readonly text: string;
  /** The texts of what is innermost in it (items, cells, captions), none of them empty. */
  readonly pieces: readonly string[];
  /** Line of the file on which it begins, from 1. */
  readonly line: number;
  /** Where `html` stands in the body's, in UTF-16 units. */
  readonly from: number;
}

export interface BodyParagraph {
  /** `p1`, `p2` … */
  readonly id: string;
  /** From 1. */
  readonly number: number;
  /** Inner HTML. */
  readonly html: string;
  /** What it is of a set piece (typography/set-pieces.ts), as a class; prose is none. */
  readonly role?: string | undefined;
  readonly text: string;
  /** Line of the file on which it begins, from 1. */
  readonly line: number;
}

export interface BodyHeading {
  /** `crosshead-1` … */
  readonly id: string;
  /** 2 for the highest of the article, whatever the contributor began with. */
  readonly level: number;
  readonly text: string;
  readonly line: number;
}

export interface BodyPicture {
  /** Name of a file beside the article. */
  readonly file: string;
  readonly alt: string;
  readonly caption?: string | undefined;
  readonly credit?: string | undefined;
}

/** A place in `ArticleBody.html` that views write each in their way; `at` is in UTF-16 units. */
export type BodyMark =
  /** The digit of `<h2>` or `</h2>`. */
  | { readonly at: number; readonly kind: 'level' }
  /** The first character of an id, or of an address within the body behind its `#`. */
  | { readonly at: number; readonly kind: 'id' }
  /** `src="…"` of the picture of this index, whole. */
  | { readonly at: number; readonly kind: 'picture'; readonly picture: number; readonly to: number }
  /** Behind the opening tag of a numbered paragraph. */
  | { readonly at: number; readonly kind: 'paragraph'; readonly number: number };
