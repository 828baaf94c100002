import type { EmphasisSpan, LineRange } from './block.ts';
import type { ArticleFrontMatter } from '../../newspaper/article.ts';

interface BodyPart {
  /** Lines of the page's kept source. */
  readonly lines: LineRange;
}

/** A block of an article's body, as plain text: what stands in it is what a reader reads. */
export type BodyBlock =
  | (BodyPart & {
      readonly type: 'paragraph';
      readonly text: string;
      readonly emphasis?: readonly EmphasisSpan[] | undefined;
      /** A line of a list: its end is print, and no sentence was cut there. */
      readonly isListLine?: true | undefined;
    })
  | (BodyPart & { readonly type: 'crosshead'; readonly text: string })
  | (BodyPart & { readonly type: 'quote'; readonly text: string })
  /** A rule or an ornament between two sections that have no crosshead. */
  | (BodyPart & { readonly type: 'break' })
  | (BodyPart & { readonly type: 'verse'; readonly verses: readonly string[] })
  | (BodyPart & { readonly type: 'list'; readonly items: readonly string[] })
  | (BodyPart & {
      readonly type: 'table';
      readonly rows: readonly (readonly string[])[];
      readonly hasHead: boolean;
    });

/** The lines that a reader sees of a block, a table row by row: none of a break. */
export function linesOfBlock(block: BodyBlock): readonly string[] {
  switch (block.type) {
    case 'paragraph':
    case 'crosshead':
    case 'quote':
      return [block.text];
    case 'verse':
      return block.verses;
    case 'list':
      return block.items;
    case 'table':
      return block.rows.map((row) => row.join(' '));
    case 'break':
      return [];
  }
}

/** A picture to be put beside its article. */
export interface ImageDraft {
  /** File name beside the article. */
  readonly file: string;
  /** As the page gives it: relative to the page's own folder, or a `data:` address. */
  readonly from: string;
}

/** One item of a page, ready to be written as `articles/<date>/<page2>/<slug>.mdx`. */
export interface ArticleDraft {
  readonly slug: string;
  readonly frontMatter: ArticleFrontMatter;
  readonly body: readonly BodyBlock[];
  readonly images: readonly ImageDraft[];
}
