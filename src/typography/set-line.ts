import { curlyQuotes } from './curly-quotes.ts';

/**
 * Sets a text of one line that is no part of a body: a headline, a caption, a name. Of all that
 * typography does it needs what changes characters, and no marks.
 *
 * @param language BCP 47 tag of the publication
 */
export function setLine(text: string, language: string): string {
  return isSet(language) ? curlyQuotes(text) : text;
}

/** These say where something lies, and not what is read; Astro's pictures must stay the objects they are. */
const addresses: ReadonlySet<string> = new Set([
  'file',
  'bodyPictures',
  'source',
  'address',
  'repository',
]);

/**
 * Sets every text of an entry's data (headline, captions, names …), as `setLine` does.
 *
 * @param data plain data as a collection gives it; it is not changed
 * @returns the same object where nothing in it is set
 */
export function setTexts<Data>(data: Data, language: string): Data {
  return isSet(language) ? (set(data) as Data) : data;
}

function isSet(language: string): boolean {
  return language.split('-')[0] === 'en';
}

function set(value: unknown): unknown {
  if (typeof value === 'string') return curlyQuotes(value);
  if (Array.isArray(value)) return value.map(set);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([name, inner]) => [name, addresses.has(name) ? inner : set(inner)]),
  );
}
