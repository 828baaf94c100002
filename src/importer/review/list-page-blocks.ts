import type { LineRange } from '../page/block.ts';
import { repairBlocks, repairContextOf } from '../repair/repair-blocks.ts';
import { scriptOfPage } from '../segment/script-of-page.ts';
import { segmentPage } from '../segment/segment-page.ts';

/** A block of a page as a person's decision names it. */
export interface PageBlock {
  /** Lines of the page's source, from 1. */
  readonly lines: LineRange;
  /** As the repairs of the page have left it. */
  readonly text: string;
}

/**
 * The blocks of a page that decisions are about: as segmented and repaired, before anything is known
 * of their roles.
 *
 * @param source the text of one page
 */
export function listPageBlocks(source: string): readonly PageBlock[] {
  const script = scriptOfPage(source);
  const page = segmentPage(source, script);
  return repairBlocks(page.blocks, 'page', repairContextOf(script, page))
    .blocks.filter((block) => block.text.trim() !== '')
    .map(({ lines, text }) => ({ lines, text }));
}
