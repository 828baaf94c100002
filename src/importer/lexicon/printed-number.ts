export interface PartNumber {
  readonly part: number;
  /** The text without it. */
  readonly rest: string;
}

const hanDigits = '零一二三四五六七八九';

/** Reads 〇–九十九 in Han digits; undefined for anything else. */
export function readHanNumber(text: string): number | undefined {
  const digits = text.replaceAll('〇', '零').replaceAll('廿', '二十').replaceAll('卅', '三十');
  const match = /^(?:([一二三四五六七八九])?(十))?([一二三四五六七八九])?$/.exec(digits);
  if (!match || digits === '') {
    return /^[零一二三四五六七八九]{2,4}$/.test(digits)
      ? Number([...digits].map((digit) => hanDigits.indexOf(digit)).join(''))
      : undefined;
  }
  const [, tens, ten, ones] = match;
  return (
    (ten ? (tens ? hanDigits.indexOf(tens) : 1) * 10 : 0) + (ones ? hanDigits.indexOf(ones) : 0)
  );
}

/** Reads `12` or `十二`; undefined for anything else. */
export function readNumber(text: string): number | undefined {
  return /^\d+$/.test(text) ? Number(text) : readHanNumber(text);
}

/** A circled, bracketed or negative-circled number as one character: ① ⑳ ㊿ ⑴ ❶ ㈠ ㊀. */
export function readEnclosedNumber(character: string): number | undefined {
  const code = character.codePointAt(0) ?? 0;
  const series: readonly [first: number, last: number, value: number][] = [
    [0x2460, 0x2473, 1],
    [0x3251, 0x325f, 21],
    [0x32b1, 0x32bf, 36],
    [0x2474, 0x2487, 1],
    [0x2776, 0x277f, 1],
    [0x2780, 0x2789, 1],
    [0x278a, 0x2793, 1],
    [0x24eb, 0x24f4, 11],
    [0x24f5, 0x24fe, 1],
    [0x3220, 0x3229, 1],
    [0x3280, 0x3289, 1],
  ];
  const row = series.find(([first, last]) => code >= first && code <= last);
  return row && code - row[0] + row[2];
}

/** Takes the number of a series off the end of a column's label: `…系列谈 ⑳`, `…（三）`, `…之五`. */
export function readPartNumber(label: string): PartNumber | undefined {
  const text = label.trimEnd();
  const last = [...text].at(-1) ?? '';
  const enclosed = readEnclosedNumber(last);
  if (enclosed !== undefined) {
    const rest = text.slice(0, -last.length).replace(/[\s·・丨|]+$/u, '');
    return rest === '' ? undefined : { part: enclosed, rest };
  }
  const bracketed =
    /^(.+?)[\s·・丨|]*(?:[（(〔[]\s*(?:之)?([〇零一二三四五六七八九十廿卅]{1,4}|\d{1,3})\s*[)）〕\]]|(?:系列)?之([〇零一二三四五六七八九十]{1,3})|[#＃](\d{1,3})|(?:第)([〇零一二三四五六七八九十]{1,3}|\d{1,3})[期篇集讲講]|No\.?\s?(\d{1,3})|Part\s(\d{1,2}))$/iu.exec(
      text,
    );
  if (!bracketed) return undefined;
  const number = bracketed.slice(2).find((group) => group !== undefined)!;
  const part = readNumber(number);
  return part !== undefined && part >= 1 ? { part, rest: bracketed[1]!.trimEnd() } : undefined;
}

/**
 * Takes bare figures off the end of a column's label: what some tools make of ⑤ or ⑫. No column's own
 * name ends in such a number, save after 第 or where the figures belong to its words (两会2024, 3·15).
 *
 * @param label of a block that is known to be one
 */
export function readBarePartNumber(label: string): PartNumber | undefined {
  const match = /^(.{2,}[\p{Script=Han}》”])(?<![第年月日])[\s·・丨|]*([1-9]\d?)$/u.exec(
    label.trimEnd(),
  );
  if (!match) return undefined;
  const part = Number(match[2]);
  // Circled numbers go up to ㊿.
  return part <= 50 ? { part, rest: match[1]! } : undefined;
}
