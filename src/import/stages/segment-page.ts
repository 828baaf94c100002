import type { Script } from '../../ocr/repair.ts';
import { isAlto, readAlto } from './read-alto.ts';
import { segmentBlocks, type SegmentedPage } from './segment-blocks.ts';

/** Takes a page apart into blocks, whichever form it came in. */
export function segmentPage(text: string, script: Script): SegmentedPage {
  return isAlto(text) ? readAlto(text, script) : segmentBlocks(text, script);
}
