/**
 * Ornaments that printers set before a byline, a credit or a short item, as the inside of a character
 * class. They name no thing: where a field says what they said, they are left out.
 */
export const printersMarks = '■□◆◇●○◎☉⊙▲△▼▽▶►◀▇█▌★☆';

const leading = new RegExp(`^[${printersMarks}]\\s*`, 'u');

/** A text without the printer's mark and the blanks that it opens with. */
export function withoutPrintersMark(text: string): string {
  return text.replace(leading, '');
}
