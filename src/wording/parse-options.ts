import { parseArgs, type ParseArgsOptionsConfig } from 'node:util';
import { nearestName } from '../newspaper/nearest-name.ts';
import type { CommandLanguage } from './command-language.ts';

/**
 * Reads a command's options and paths, or says on one line what is wrong with them and what to write
 * instead. An option that takes a value may be given once: `parseArgs` of node:util would take the last.
 *
 * @param args after `--`
 * @param options as `parseArgs` takes them
 * @param examples a value for each option that takes one
 */
export function parseOptions<const Options extends ParseArgsOptionsConfig>(
  args: readonly string[],
  options: Options,
  language: CommandLanguage,
  examples: Readonly<Record<string, string>> = {},
) {
  try {
    const given = { args: [...args], allowPositionals: true, options, tokens: true } as const;
    const { values, positionals, tokens } = parseArgs(given);
    const seen = new Map<string, string>();
    for (const token of tokens) {
      if (token.kind !== 'option' || token.value === undefined) continue;
      const { name, value } = token;
      const before = seen.get(name);
      if (before !== undefined)
        return { wrong: repeatedOption(`--${name}`, before, value, language) };
      seen.set(name, value);
    }
    return { values, positionals };
  } catch (error) {
    return { wrong: explainWrongOption(error, Object.keys(options), language, examples) };
  }
}

/** @param error what `parseArgs` threw */
function explainWrongOption(
  error: unknown,
  names: readonly string[],
  language: CommandLanguage,
  examples: Readonly<Record<string, string>>,
): string {
  const message = error instanceof Error ? error.message : String(error);
  const code = error instanceof Error && 'code' in error ? error.code : undefined;
  const [option = ''] = /(?<=')-[^' ]*/u.exec(message.replaceAll(/'-\w, (?=--)/gu, "'")) ?? [];
  if (code === 'ERR_PARSE_ARGS_UNKNOWN_OPTION') return unknownOption(option, names, language);
  if (code === 'ERR_PARSE_ARGS_INVALID_OPTION_VALUE') {
    if (message.includes('does not take')) return superfluousValue(option, language);
    if (message.includes('ambiguous')) {
      return {
        zh: `${option} 的值以 - 开头，请写作 ${option}=值`,
        en: `The value of ${option} begins with -: write ${option}=VALUE`,
      }[language];
    }
    return missingValue(option, examples[option.slice(2)], language);
  }
  return { zh: `命令写得不对：${message}`, en: message }[language];
}

/** @param option as it was typed, with its dashes */
export function unknownOption(
  option: string,
  names: readonly string[],
  language: CommandLanguage,
): string {
  const near = nearestName(option.replace(/^-+(?:no-)?/u, ''), names);
  const hint =
    near === undefined
      ? { zh: '', en: '' }
      : { zh: `，是不是想写 --${near}？`, en: `; did you mean --${near}?` };
  return {
    zh: `没有 ${option} 这个选项${hint.zh}`,
    en: `There is no option ${option}${hint.en}`,
  }[language];
}

/** @param option with its dashes */
export function superfluousValue(option: string, language: CommandLanguage): string {
  return {
    zh: `${option} 后面不带值，请去掉等号和它后面的字`,
    en: `${option} takes no value: take away the equals sign and what follows it`,
  }[language];
}

/** @param option with its dashes */
export function missingValue(
  option: string,
  example: string | undefined,
  language: CommandLanguage,
): string {
  return {
    zh: `${option} 后面缺一个值${example === undefined ? '' : `，如 ${option} ${example}`}`,
    en: `${option} needs a value${example === undefined ? '' : `, such as ${option} ${example}`}`,
  }[language];
}

/**
 * @param option with its dashes
 * @param first and `second`: the two values; '' where it stood without one
 */
export function repeatedOption(
  option: string,
  first: string,
  second: string,
  language: CommandLanguage,
): string {
  const [one, other] = [first, second].map((value) => `${option} ${value}`.trimEnd());
  return {
    zh: `${option} 只能给一次，现有 ${one} 和 ${other}`,
    en: `${option} can be given once only; found ${one} and ${other}`,
  }[language];
}
