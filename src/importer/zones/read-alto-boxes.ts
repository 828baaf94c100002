import { altoTags } from '../segment/alto-tags.ts';
import { decodeEntities } from '../segment/html-tags.ts';
import type { Box, PrintedBlock, PrintedPage } from './printed-page.ts';

/**
 * Reads the places of lines and pictures out of ALTO XML (https://www.loc.gov/standards/alto/, `HPOS`,
 * `VPOS`, `WIDTH`, `HEIGHT`). Its unit (pixels, tenths of a millimetre, 1200ths of an inch) stays.
 *
 * @param text one page of ALTO, as read-alto reads it
 * @returns undefined where the file gives no places, or where lines of the page cannot be told apart
 *   because all of it stands in one line of the file
 */
export function readAltoBoxes(text: string): PrintedPage | undefined {
  let size: PrintedPage['size'];
  const blocks: PrintedBlock[] = [];
  let open: { line: number; own: Box | undefined; words: string[]; boxes: Box[] } | undefined;
  const close = (): void => {
    const box = open && (open.own ?? joinBoxes(open.boxes));
    if (open && box) blocks.push({ box, text: open.words.join(''), line: open.line });
    open = undefined;
  };
  for (const { tag, name, line } of altoTags(text)) {
    if (tag && name === 'page' && !tag.closing) {
      const [width, height] = [Number(tag.attributes['width']), Number(tag.attributes['height'])];
      if (width > 0 && height > 0) size = [width, height];
    } else if (tag && name === 'textline') {
      close();
      if (!tag.closing) open = { line, own: boxOf(tag.attributes), words: [], boxes: [] };
    } else if (tag && name === 'string' && open) {
      open.words.push(decodeEntities(tag.attributes['content'] ?? ''));
      const box = boxOf(tag.attributes);
      if (box) open.boxes.push(box);
    } else if (tag && name === 'illustration' && !tag.closing) {
      const box = boxOf(tag.attributes);
      if (box) blocks.push({ box, text: '', line });
    }
  }
  close();
  const lines = new Set(blocks.map((block) => block.line));
  return blocks.length === 0 || lines.size < blocks.length / 2 ? undefined : { size, blocks };
}

function boxOf(attributes: Readonly<Record<string, string>>): Box | undefined {
  const [left, top, width, height] = ['hpos', 'vpos', 'width', 'height'].map((name) =>
    Number(attributes[name] ?? Number.NaN),
  ) as [number, number, number, number];
  const isBox = Number.isFinite(left + top) && width > 0 && height > 0;
  return isBox ? [left, top, width, height] : undefined;
}

/** The smallest box that holds all of them; undefined for none. */
export function joinBoxes(boxes: readonly Box[]): Box | undefined {
  if (boxes.length === 0) return undefined;
  // No spread: a hundred thousand boxes are more than a call takes.
  let [left, top, right, bottom] = [Infinity, Infinity, -Infinity, -Infinity];
  for (const [x, y, width, height] of boxes) {
    left = Math.min(left, x);
    top = Math.min(top, y);
    right = Math.max(right, x + width);
    bottom = Math.max(bottom, y + height);
  }
  return [left, top, right - left, bottom - top];
}
