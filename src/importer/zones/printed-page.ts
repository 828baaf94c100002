/** Left, top, width, height, from the upper left corner of the page, in the input's own unit. */
export type Box = readonly [left: number, top: number, width: number, height: number];

/** A piece of the page as an OCR tool has found it: a line, a paragraph, a picture. */
export interface PrintedBlock {
  readonly box: Box;
  /** What stands there, as the tool read it; of a picture its file. */
  readonly text: string;
  /** 1-based line of the page's source, where the tool's file is the source itself. */
  readonly line?: number | undefined;
}

/** Where things stand on a page, as far as an OCR tool tells. */
export interface PrintedPage {
  /** Width and height of the page in the same unit; undefined where only a scan can tell (its pixels). */
  readonly size: readonly [width: number, height: number] | undefined;
  readonly blocks: readonly PrintedBlock[];
}
