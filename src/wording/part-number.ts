/**
 * Numbers of a series as papers print them: ① … ⑳, ㉑ … ㊿; in full-width brackets beyond fifty,
 * where Unicode has no circled numbers.
 */
export function circledPart(part: number): string {
  if (part >= 1 && part <= 20) return String.fromCodePoint(0x2460 + part - 1);
  if (part >= 21 && part <= 35) return String.fromCodePoint(0x3251 + part - 21);
  if (part >= 36 && part <= 50) return String.fromCodePoint(0x32b1 + part - 36);
  return `（${part}）`;
}
