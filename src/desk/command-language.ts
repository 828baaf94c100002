/** The languages that the commands speak. */
export const commandLanguages = ['zh', 'en'] as const;
export type CommandLanguage = (typeof commandLanguages)[number];

/** One thing said in each language; what a command says is a table of these. */
export type Wording = Readonly<Record<CommandLanguage, string>>;

/**
 * Decides in which language a command speaks: `--lang` first, then the terminal's locale (POSIX: LC_ALL
 * before LC_MESSAGES before LANG), then the paper's own. `C` and `POSIX` name no language.
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
  for (const tag of [option, locale, paper]) {
    const known = commandLanguages.find((language) =>
      new RegExp(`^${language}(?:[-_.@]|$)`, 'i').test(tag ?? ''),
    );
    if (known !== undefined) return known;
  }
  return 'zh';
}
