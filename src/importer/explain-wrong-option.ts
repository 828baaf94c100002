import { editDistance } from './lexicon/edit-distance.ts';

/**
 * Says in Chinese, on one line, what is wrong with an option and what to write instead.
 *
 * @param error what `parseArgs` of node:util threw
 * @param names the options there are, without their dashes
 */
export function explainWrongOption(error: unknown, names: readonly string[]): string {
  const message = error instanceof Error ? error.message : String(error);
  const code = error instanceof Error && 'code' in error ? error.code : undefined;
  const [option = ''] = /(?<=')-[^' ]*/u.exec(message.replaceAll(/'-\w, (?=--)/gu, "'")) ?? [];
  if (code === 'ERR_PARSE_ARGS_UNKNOWN_OPTION') {
    const near = nearest(option.replace(/^-+(?:no-)?/u, ''), names);
    const hint = near === undefined ? '' : `，是不是想写 --${near}`;
    return `没有 ${option} 这个选项${hint}；文件名以 - 开头的，请写作 ./${option}`;
  }
  if (code === 'ERR_PARSE_ARGS_INVALID_OPTION_VALUE') {
    if (message.includes('does not take')) return `${option} 后面不带值，请去掉等号和它后面的字`;
    if (message.includes('ambiguous')) return `${option} 的值以 - 开头，请写作 ${option}=值`;
    return `${option} 后面缺一个值，如 ${option} ${examples[option] ?? '值'}`;
  }
  return `命令写得不对：${message}`;
}

const examples: Readonly<Record<string, string>> = {
  '--date': '2022-12-19',
  '--page': '1',
  '--page-name': '要闻',
  '--content': 'content',
  '--encoding': 'gb18030',
};

function nearest(wrong: string, names: readonly string[]): string | undefined {
  const [best] = names
    .map((name) => ({ name, distance: editDistance(wrong, name) }))
    .sort((left, right) => left.distance - right.distance);
  return best !== undefined && best.distance <= Math.max(1, best.name.length / 3)
    ? best.name
    : undefined;
}
