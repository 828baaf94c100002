/** Quotation marks, outer and inner, by the outer one that opens (GB/T 15834-2011, 4.8; 《重訂標點符號手冊》). */
const innerOf: Readonly<Record<string, readonly [outer: string, inner: string]>> = {
  '“': ['“”', '‘’'],
  '「': ['「」', '『』'],
};
const closingOf: Readonly<Record<string, string>> = {
  '“': '”',
  '‘': '’',
  '「': '」',
  '『': '』',
  '"': '"',
};

/**
 * Puts a text into a sentence that quotes it. Its own quotation marks become those within the
 * sentence's: “…” and "…" become ‘…’ in “”, 『…』 in 「」, and those within them the outer ones again.
 * A mark that closes nothing, as the apostrophe of don’t, stays as it is.
 *
 * @param sentence has the place between two quotation marks
 * @param place what the text takes the place of, such as `{query}`
 */
export function nestQuotes(sentence: string, place: string, text: string): string {
  const kinds = innerOf[sentence[sentence.indexOf(place) - 1] ?? ''];
  if (kinds === undefined) return sentence.replace(place, () => text);
  const [outer, inner] = kinds;
  const open: string[] = [];
  let nested = '';
  for (const character of text) {
    const isClosing = open.length > 0 && character === closingOf[open.at(-1)!];
    if (isClosing) open.pop();
    const [opening, closing] = open.length % 2 === 0 ? inner : outer;
    if (isClosing) {
      nested += closing!;
    } else if (Object.hasOwn(closingOf, character)) {
      open.push(character);
      nested += opening!;
    } else {
      nested += character;
    }
  }
  return sentence.replace(place, () => nested);
}
