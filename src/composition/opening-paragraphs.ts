import type { FrontParagraph } from '../archive/edition-view.ts';
import { characterCount } from '../archive/name-from-caption.ts';
import { withoutIntroduction } from '../manuscript/extract-body.ts';
import { openingOf } from '../manuscript/opening-of.ts';

/**
 * Characters: a paragraph begun for less, a line or two of a front's column, looks like a mistake of
 * the make-up.
 */
const leastOpening = 28;

/**
 * As many whole paragraphs as fit, the last one cut at a sentence. What is cut never ends on a line
 * that leads to what follows.
 *
 * @param limit characters, in code points
 * @returns the texts, and whether anything was left out
 */
export function openingParagraphs(
  paragraphs: readonly FrontParagraph[],
  limit: number,
): { readonly texts: readonly FrontParagraph[]; readonly whole: boolean } {
  const texts: FrontParagraph[] = [];
  let left = limit;
  for (const paragraph of paragraphs) {
    const { text } = paragraph;
    const length = characterCount(text);
    if (length <= left) {
      texts.push(paragraph);
      left -= length;
      continue;
    }
    if (texts.length === 0 || left > leastOpening) {
      const opening = openingOf(text, left);
      if (texts.length === 0 || characterCount(opening) <= left) {
        texts.push(opening === text ? paragraph : { text: opening });
      }
    }
    break;
  }
  const whole = texts.length === paragraphs.length && texts.at(-1) === paragraphs.at(-1);
  return { texts: whole ? texts : withoutIntroduction(texts), whole };
}
