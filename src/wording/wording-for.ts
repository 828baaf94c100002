import { en } from './en.ts';
import { interfaceLanguage, type InterfaceLanguage } from './interface-language.ts';
import type { Wording } from './wording.ts';
import { zhHans } from './zh-hans.ts';
import { zhHant } from './zh-hant.ts';

const wordings: Readonly<Record<InterfaceLanguage, Wording>> = {
  'zh-Hans': zhHans,
  'zh-Hant': zhHant,
  en,
};

/**
 * Picks the interface texts for a paper, and English where a language has no texts yet.
 *
 * @param language BCP 47 tag, as in publication.yaml
 */
export function wordingFor(language: string): Wording {
  return wordings[interfaceLanguage(language) ?? 'en'];
}
