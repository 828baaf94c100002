import { curlyQuotes } from './curly-quotes.ts';

/**
 * Sets a text of one line that is no part of a body: a headline, a caption, a name. Of all that
 * typography does it needs what changes characters, and no marks.
 *
 * @param language BCP 47 tag of the publication
 */
export function setLine(text: string, language: string): string {
  return language.split('-')[0] === 'en' ? curlyQuotes(text) : text;
}
