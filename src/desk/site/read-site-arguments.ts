import type { Bilingual } from '../../newspaper/bilingual.ts';
import { wrongLanguage, type CommandLanguage } from '../../wording/command-language.ts';
import {
  missingValue,
  repeatedOption,
  superfluousValue,
  unknownOption,
} from '../../wording/parse-options.ts';
import { optionsOf, type SiteCommand, type SiteOptionName } from './site-options.ts';

export type SiteValues = Readonly<Partial<Record<SiteOptionName, string | true>>>;

/** What was asked for, or what is wrong with it in one sentence. */
export type SiteArguments = { readonly values: SiteValues } | { readonly wrong: string };

/**
 * Reads the options of a command that runs Astro. Names are taken as Astro takes them: `--outDir`,
 * `--out-dir`.
 *
 * @param args after `--`
 */
export function readSiteArguments(
  command: SiteCommand,
  args: readonly string[],
  language: CommandLanguage,
): SiteArguments {
  const options = optionsOf(command);
  const values: Partial<Record<SiteOptionName, string | true>> = {};
  for (let at = 0; at < args.length; at += 1) {
    const arg = args[at]!;
    if (!arg.startsWith('-')) return { wrong: strayArgument(command, arg)[language] };
    const [typed = '', joined] = /^([^=]*)(?:=(.*))?$/s.exec(arg)!.slice(1);
    const known = options.find(([option]) =>
      typed === '-h' ? option === 'help' : fold(typed) === `--${fold(option)}`,
    );
    if (known === undefined) {
      return {
        wrong: unknownOption(
          typed,
          options.map(([option]) => option),
          language,
        ),
      };
    }
    const [name, { value, bare, example }] = known;
    if (value === undefined) {
      if (joined !== undefined) return { wrong: superfluousValue(`--${name}`, language) };
      values[name] = true;
      continue;
    }
    const next = args[at + 1];
    const given = joined ?? (next?.startsWith('-') ? undefined : next);
    if (joined === undefined && given !== undefined) at += 1;
    if (given === '' || (given === undefined && bare !== true)) {
      return { wrong: missingValue(`--${name}`, example, language) };
    }
    const before = values[name];
    if (before !== undefined) {
      const first = before === true ? '' : before;
      return { wrong: repeatedOption(`--${name}`, first, given ?? '', language) };
    }
    values[name] = given ?? true;
  }
  const { port } = values;
  if (
    typeof port === 'string' &&
    !(/^\d{1,5}$/.test(port) && Number(port) >= 1 && Number(port) <= 65535)
  ) {
    return {
      wrong: {
        zh: `--port 应为 1 至 65535 的整数，现为 ${port}`,
        en: `--port must be a whole number from 1 to 65535; found ${port}`,
      }[language],
    };
  }
  const wrong = wrongLanguage(typeof values.lang === 'string' ? values.lang : undefined);
  return wrong === undefined ? { values } : { wrong: wrong[language] };
}

/** Astro takes --outDir and --out-dir for one. */
function fold(option: string): string {
  return option.startsWith('--')
    ? `--${fold(option.slice(2))}`
    : option.replaceAll('-', '').toLowerCase();
}

/** `npm run build --outDir x` leaves `x` alone: npm keeps options for itself where `--` is missing. */
function strayArgument(command: SiteCommand, arg: string): Bilingual {
  const name = command === 'start' ? 'npm start' : `npm run ${command}`;
  return {
    zh: `不知道 ${arg} 是什么意思：选项写在 -- 之后，如 ${name} -- --help；要换内容文件夹，写 EPAPER_CONTENT=${arg} ${name}`,
    en: `${arg} means nothing here. Options stand behind --, as in ${name} -- --help; for another content folder, EPAPER_CONTENT=${arg} ${name}`,
  };
}
