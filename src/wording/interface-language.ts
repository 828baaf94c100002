/** The languages that have texts: those of the site, of which the commands speak two. */
export type InterfaceLanguage = 'zh-Hans' | 'zh-Hant' | 'en';

/**
 * Which texts a language tag asks for: by language and script (RFC 4647, likely subtags of UTS 35), not
 * by country.
 *
 * @param tag BCP 47 (`zh-TW`), or a POSIX locale (`zh_TW.UTF-8`)
 * @returns undefined where the tag is none, or has no texts; `C` and `POSIX` name no language
 */
export function interfaceLanguage(tag: string): InterfaceLanguage | undefined {
  let locale;
  try {
    locale = new Intl.Locale(tag.replace(/[.@].*$/, '').replaceAll('_', '-')).maximize();
  } catch {
    return undefined;
  }
  if (locale.language === 'en') return 'en';
  if (locale.language !== 'zh') return undefined;
  return locale.script === 'Hant' ? 'zh-Hant' : 'zh-Hans';
}
