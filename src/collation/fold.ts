/**
 * What a mechanical rule may change without touching a letter: the width of a sign, the cut of a
 * quotation mark, a blank. Two characters with one folded form are the same letter to a reader.
 */

/** A character as it stands and as it is compared; `at` is its offset in the text, in UTF-16 units. */
export interface FoldedCharacter {
  readonly character: string;
  readonly key: string;
  readonly at: number;
}

/**
 * Families of signs that OCR tools and typists put one for the other. The dash is not joined with
 * 一 (U+4E00): that is a misread letter (`### 一探访…` for `——探访…`) and a reader wants to see it.
 */
const families: readonly string[] = [
  `"“”„‟＂〝〞〟`,
  `'‘’‚‛＇`,
  '—―─–﹘',
  '·・‧•∙⋅･',
  '…⋯',
  '~～〜∼',
];

const familyOf = new Map(
  families.flatMap((family) => [...family].map((sign) => [sign, family[0]!] as const)),
);

const blank = /^[\p{White_Space}\u200b\u2060\ufeff]$/u;

/** Any blank of Unicode, and the invisible ones that OCR leaves. */
export function isBlank(character: string): boolean {
  return blank.test(character);
}

/**
 * The form by which a character is compared: full-width ASCII as ASCII, a quotation mark, dash or
 * middle dot as the first of its family, anything else as itself. Letters keep their case.
 *
 * @param character one code point
 */
export function foldCharacter(character: string): string {
  const family = familyOf.get(character);
  if (family !== undefined) return family;
  const code = character.codePointAt(0)!;
  if (code >= 0xff01 && code <= 0xff5e) {
    const narrow = String.fromCharCode(code - 0xfee0);
    return familyOf.get(narrow) ?? narrow;
  }
  // 。 and 、 have half-width forms of their own, outside the ASCII block.
  if (code === 0xff61) return '。';
  if (code === 0xff64) return '、';
  return character;
}
