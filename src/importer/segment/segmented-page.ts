import type { Block } from '../page/block.ts';
import type { PageFinding } from '../page/findings.ts';

export interface PageEdge {
  readonly text: string;
  /** 1-based line of the page. */
  readonly line: number;
  /** Found by its standing on page after page of the input. */
  readonly repeated?: true;
}

export interface SegmentedPage {
  readonly blocks: readonly Block[];
  readonly findings: readonly PageFinding[];
  /** Headers, footers and page numbers that the tool has told apart from the text, or that repeat. */
  readonly edges: readonly PageEdge[];
  /**
   * False where the printed lines show that paragraphs begin without an indent; absent where there are
   * no printed lines to tell.
   */
  readonly setsIndents?: boolean | undefined;
  /**
   * Marks of the source that hold letters and are no text of the paper (tags, addresses of links,
   * a tool's own marks): what the account of characters takes off (account-for-characters).
   */
  readonly marks: readonly string[];
}
