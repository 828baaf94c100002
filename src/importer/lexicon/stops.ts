/**
 * Marks that end a sentence, and what may stand behind a stop: insides of character
 * classes, so that a pattern takes from here what it means and adds what is its own.
 */

/** A sentence is over: 。！？ and their half-width forms (the full stop has other work in Latin). */
export const sentenceStops = '。！？!?';

/** Closing quotation marks and brackets: `他说：“好。”`. */
export const closers = '”’」』）)》】\\]"\'';

const ended = new RegExp(`[${sentenceStops}…][${closers}]*$`, 'u');

/** Whether a text ends with its sentence: a stop or an ellipsis, and what closes around it. */
export function endsSentence(text: string): boolean {
  return ended.test(text);
}

const signedEnd = new RegExp(
  `[${sentenceStops}…][”’」』]*[（(]\\p{Script=Han}{1,4}(?:[ \u3000、]+\\p{Script=Han}{1,4})*[)）]$`,
  'u',
);

/** Whether a text has ended with who wrote it in brackets: `……笑脸。（祁连）`. */
export function endsSigned(text: string): boolean {
  return signedEnd.test(text.trimEnd());
}
