import { en } from './en.ts';
import type { Wording } from './wording.ts';
import { zhHans } from './zh-hans.ts';
import { zhHant } from './zh-hant.ts';

/**
 * Picks the interface texts for a paper: by language and script, not by country, and English
 * where a language has no texts yet.
 *
 * @param language BCP 47 tag, as in publication.yaml
 */
export function wordingFor(language: string): Wording {
  const locale = new Intl.Locale(language).maximize();
  if (locale.language !== 'zh') return en;
  return locale.script === 'Hant' ? zhHant : zhHans;
}
