import type { Bilingual } from '../newspaper/bilingual.ts';
import { interfaceLanguage } from './interface-language.ts';

/** The languages that the commands speak. */
export const commandLanguages = ['zh', 'en'] as const;
export type CommandLanguage = (typeof commandLanguages)[number];

/** Hands the language of a command down to the processes that it starts. */
export const languageVariable = 'EPAPER_LANG';

/**
 * Decides in which language a command speaks: `--lang` first, then the terminal's locale (POSIX: LC_ALL
 * before LC_MESSAGES before LANG), then the paper's own. A terminal in a language without texts is no
 * wish for English: the paper's is likelier understood.
 *
 * @param option what `--lang` said, e.g. `en`, `zh-Hans`
 * @param environment usually process.env
 * @param paper BCP 47, of the publication, where it is known
 */
export function decideCommandLanguage(
  option: string | undefined,
  environment: Readonly<Record<string, string | undefined>>,
  paper?: string,
): CommandLanguage {
  const locale = [environment['LC_ALL'], environment['LC_MESSAGES'], environment['LANG']].find(
    (value) => value !== undefined && value !== '',
  );
  for (const tag of [option, environment[languageVariable], locale, paper]) {
    const known = tag === undefined ? undefined : interfaceLanguage(tag);
    if (known !== undefined) return known === 'en' ? 'en' : 'zh';
  }
  return paper === undefined ? 'zh' : 'en';
}

/** What is wrong with a `--lang`; undefined where it was not given, or is a language with texts. */
export function wrongLanguage(option: string | undefined): Bilingual | undefined {
  if (option === undefined || interfaceLanguage(option) !== undefined) return undefined;
  return {
    zh: `--lang 应为 zh 或 en，现为 ${option || '空的'}`,
    en: `--lang must be zh or en; found ${option || 'nothing'}`,
  };
}

/** What stands behind `--lang`, before the options are read: what is wrong with them is said in it. */
export function languageOption(args: readonly string[]): string | undefined {
  const at = args.findIndex((arg) => /^--lang(?:=|$)/.test(arg));
  return at < 0 ? undefined : (args[at]!.split('=')[1] ?? args[at + 1]);
}
