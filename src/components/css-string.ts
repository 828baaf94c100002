/**
 * Writes a text as a CSS string for a style element: quotes, backslashes, line ends and whatever
 * could close the element become escapes, so that a paper's name may contain anything.
 */
export function cssString(text: string): string {
  const escaped = text.replaceAll(
    /["\\<>&\p{Cc}\u2028\u2029]/gu,
    (character) => `\\${character.codePointAt(0)!.toString(16)} `,
  );
  return `"${escaped}"`;
}
