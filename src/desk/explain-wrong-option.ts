import { nearestName } from '../newspaper/nearest-name.ts';
import type { CommandLanguage } from './command-language.ts';

/**
 * Says on one line what is wrong with an option and what to write instead.
 *
 * @param error what `parseArgs` of node:util threw
 * @param names the options there are, without their dashes
 */
export function explainWrongOption(
  error: unknown,
  names: readonly string[],
  language: CommandLanguage,
): string {
  const message = error instanceof Error ? error.message : String(error);
  const code = error instanceof Error && 'code' in error ? error.code : undefined;
  const option = /--?[\w-]+/.exec(message)?.[0] ?? '';
  if (code === 'ERR_PARSE_ARGS_UNKNOWN_OPTION') {
    const near = nearestName(option.replace(/^-+/, ''), names);
    return {
      zh: `没有 ${option} 这个选项${near === undefined ? '' : `，是不是 --${near}？`}`,
      en: `There is no option ${option}${near === undefined ? '' : `; did you mean --${near}?`}`,
    }[language];
  }
  if (code === 'ERR_PARSE_ARGS_INVALID_OPTION_VALUE') {
    return {
      zh: message.includes('does not take') ? `${option} 后面不带值` : `${option} 后面缺一个值`,
      en: message.includes('does not take')
        ? `${option} takes no value`
        : `${option} needs a value`,
    }[language];
  }
  return { zh: `命令写得不对：${message}`, en: message }[language];
}
