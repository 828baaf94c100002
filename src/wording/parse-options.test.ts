import { expect, test } from 'vitest';
import { parseOptions } from './parse-options.ts';

const options = {
  date: { type: 'string' },
  'dry-run': { type: 'boolean' },
  json: { type: 'boolean' },
  yes: { type: 'boolean', short: 'y' },
} as const;

function explain(...args: string[]): string {
  return parseOptions(args, options, 'zh', { date: '2022-12-19' }).wrong ?? 'nothing wrong';
}

test.each([
  [['--dates', '2022-12-19'], '没有 --dates 这个选项，是不是想写 --date？'],
  [['--dryrun'], '没有 --dryrun 这个选项，是不是想写 --dry-run？'],
  [['--colour'], '没有 --colour 这个选项'],
  [['-x'], '没有 -x 这个选项'],
  [['--date'], '--date 后面缺一个值，如 --date 2022-12-19'],
  [['--date', '--json'], '--date 的值以 - 开头，请写作 --date=值'],
  [['--json=1'], '--json 后面不带值'],
  [['--yes=1'], '--yes 后面不带值'],
  [
    ['--date', '2022-12-19', 'page.md', '--date=2022-12-20'],
    '--date 只能给一次，现有 --date 2022-12-19 和 --date 2022-12-20',
  ],
])('%j', (args, said) => {
  const line = explain(...args);
  expect(line).toContain(said);
  expect(line).not.toContain('\n');
  expect(line).not.toMatch(/Option|argument/u);
});

test('a switch may be given twice', () => {
  expect(explain('-y', '--yes', '--date', '2022-12-19')).toBe('nothing wrong');
});
