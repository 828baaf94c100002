import { describe, expect, test } from 'vitest';
import { readSiteArguments } from './read-site-arguments.ts';
import { siteCommands, siteUsage } from './site-options.ts';

describe('readSiteArguments', () => {
  test.each([
    ['start', ['--port', '8080', '--open'], { port: '8080', open: true }],
    ['dev', ['--host', '0.0.0.0', '--force'], { host: '0.0.0.0', force: true }],
    ['dev', ['--host', '--port=5000'], { host: true, port: '5000' }],
    ['build', ['--out-dir', '../site'], { outDir: '../site' }],
    ['build', ['--outDir=../site', '-h'], { outDir: '../site', help: true }],
    ['preview', [], {}],
  ] as const)('%s %j', (command, args, values) => {
    expect(readSiteArguments(command, args, 'zh')).toEqual({ values });
  });

  test.each([
    ['build', ['--nonsense'], '没有 --nonsense 这个选项', 'There is no option --nonsense'],
    ['build', ['--outdri', 'x'], '是不是想写 --outDir？', 'did you mean --outDir?'],
    ['build', ['--port', '80'], '没有 --port 这个选项', 'There is no option --port'],
    ['build', ['--outDir'], '--outDir 后面缺一个值，如 --outDir ../site', '--outDir needs a value'],
    ['build', ['--force=1'], '--force 后面不带值', '--force takes no value'],
    ['build', ['content'], 'EPAPER_CONTENT=content npm run build', 'content means nothing here'],
    ['start', ['--port', '0'], '--port 应为 1 至 65535 的整数，现为 0', 'found 0'],
    [
      'build',
      ['--outDir', 'a', '--out-dir=b'],
      '--outDir 只能给一次，现有 --outDir a 和 --outDir b',
      '--outDir can be given once only; found --outDir a and --outDir b',
    ],
    [
      'dev',
      ['--host', '--host', '::1'],
      '现有 --host 和 --host ::1',
      'found --host and --host ::1',
    ],
    ['dev', ['--lang', 'fr'], '--lang 应为 zh 或 en，现为 fr', '--lang must be zh or en'],
  ] as const)('%s %j is refused in a sentence', (command, args, zh, en) => {
    for (const [language, said] of [['zh', zh] as const, ['en', en] as const]) {
      const read = readSiteArguments(command, args, language);
      expect('wrong' in read && read.wrong).toContain(said);
      expect('wrong' in read && read.wrong).not.toContain('\n');
    }
  });
});

test.each(siteCommands)('the help of %s fits a terminal, in both languages', (command) => {
  for (const language of ['zh', 'en'] as const) {
    for (const line of siteUsage(command, language).split('\n')) {
      expect(line.length).toBeLessThan(101);
    }
  }
});
