/** Han, kana, hangul and full-width marks, of which print gives each two cells. */
export const wideCharacter =
  /[\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe4f\uff00-\uff60\uffe0-\uffe6“”‘’—…①-⑳]/u;

/** Width as printed: Han, kana and full-width marks take two cells, the rest one. */
export function widthInCells(text: string): number {
  let width = 0;
  for (const character of text) width += wideCharacter.test(character) ? 2 : 1;
  return width;
}
