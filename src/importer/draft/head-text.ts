import { withoutPrintersMark } from '../lexicon/printers-marks.ts';
import type { ClassifiedBlock } from '../classify/classify-blocks.ts';
import { goesOnInNextLine } from '../page/title-line.ts';

/** 【夜校开班】: a head stands without its frame. */
const frame = /^【([^【】]+)】$/u;

/** Whether a head loses its frame. */
export function isFramedHead(text: string): boolean {
  return frame.test(withoutPrintersMark(text).trim());
}

/** A head without the marks printed before it, on one line; `更 正` is one word set wide. */
export function headText(text: string): string {
  return withoutPrintersMark(text)
    .replaceAll(/[\t\n\r\u2028\u2029]+/g, ' ')
    .trim()
    .replace(frame, '$1')
    .replace(/^\p{Script=Han}(?:[ \u3000]\p{Script=Han}){1,3}$/u, (wide) =>
      wide.replaceAll(/[ \u3000]/g, ''),
    );
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
