import { withoutPrintersMark } from '../lexicon/printers-marks.ts';
import { closeWideWord } from '../lexicon/wide-names.ts';
import type { ClassifiedBlock } from '../classify/classified-block.ts';
import { goesOnInNextLine } from '../page/title-line.ts';

/** 【夜校开班】: a head stands without its frame. */
const frame = /^【([^【】]+)】$/u;

/** Whether a head loses its frame. */
export function isFramedHead(text: string): boolean {
  return frame.test(withoutPrintersMark(text).trim());
}

/** A head without the marks printed before it, on one line; `更 正` is one word set wide. */
export function headText(source: string): string {
  const text = withoutPrintersMark(source)
    .replaceAll(/[\t\n\r\u2028\u2029]+/g, ' ')
    .trim()
    .replace(frame, '$1');
  return closeWideWord(text);
}

/** Printed lines of one head: Han lines stand beside each other with a full-width blank. */
export function joinHead(blocks: readonly ClassifiedBlock[]): string {
  return blocks
    .map((one) => headText(one.block.text))
    .reduce((joined, line) => {
      if (joined === '') return line;
      if (/[，、：—“「《（]$/u.test(joined) || /^[，、：”」》）]/u.test(line)) return joined + line;
      if (/^\p{Script=Han}/u.test(line) && goesOnInNextLine(joined, line)) return joined + line;
      return /\p{Script=Latin}$/u.test(joined) && /^\p{Script=Latin}/u.test(line)
        ? `${joined} ${line}`
        : `${joined}　${line}`;
    }, '');
}
