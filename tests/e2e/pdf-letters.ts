/** Radicals that Unicode does not decompose, and the characters they share a glyph with. */
const radicals = new Map(
  '⺠民⻄西⻅见⻆角⻉贝⻋车⻓长⻔门⻘青⻚页⻛风⻜飞⻝食⻢马⻣骨⻤鬼⻥鱼⻦鸟⻨麦⻩黄⻬齐⻮齿⻰龙⻳龟'
    .match(/../gu)!
    .map((pair) => [...pair] as [string, string]),
);

/**
 * A text as a PDF can give it back: without blanks, of which it has one at every line's end, and with
 * characters by their form, since a type has one glyph for 日 and for the radical ⽇.
 */
export function pdfLetters(text: string): string {
  return text
    .normalize('NFKC')
    .replaceAll(/\s/g, '')
    .replaceAll(/[\u2e80-\u2eff]/g, (radical) => radicals.get(radical) ?? radical);
}
