import {
  chmodSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { execFileSync } from 'node:child_process';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest';
import { runImport } from './import-command.ts';

/**
 * What `npm run import` is given that it cannot take: each row says what it is, what is said, and the
 * exit code; in every one nothing is written. Rows of the content folder stand in
 * tests/fixtures/content-errors/errors.yaml, hostile ones in collections/attacks.test.ts.
 */
const folder = mkdtempSync(join(tmpdir(), 'epaper-bad-input-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
const content = join(folder, 'content');
const input = join(folder, 'in');

let said = '';
let out = '';
beforeAll(() => {
  vi.spyOn(process.stdout, 'write').mockImplementation((chunk) => {
    said += String(chunk);
    out += String(chunk);
    return true;
  });
  vi.spyOn(process.stderr, 'write').mockImplementation((chunk) => {
    said += String(chunk);
    return true;
  });
});
beforeEach(() => {
  for (const one of [content, input]) rmSync(one, { recursive: true, force: true });
  mkdirSync(input);
  mkdirSync(content);
  writeFileSync(join(content, 'publication.yaml'), 'name: 河报\n');
});

const page = '# 渡口修好了\n\n本报讯（记者 曾小河）渡口昨日修好。\n';

/** Runs the command in this process: a hundred processes would take a minute. */
async function runWith(args: readonly string[]): Promise<number> {
  said = '';
  out = '';
  return runImport([...args, '--content', content, '--yes', '--lang', 'zh']);
}

const filesOf = (root: string): string[] =>
  readdirSync(root, { recursive: true, encoding: 'utf8' }).sort();

type Row = readonly [what: string, args: readonly string[], says: string];

/** Wrong use: exit code 2, and where to read more. */
const wrongUse: readonly Row[] = [
  ['nothing to import', [], '没有给出要导入的文件'],
  ['an option that is none', ['a.md', '--dat', '2024-05-06'], '是不是想写 --date'],
  ['another', ['a.md', '--pagename=x'], '没有 --pagename 这个选项，是不是想写 --page-name'],
  ['an option without its value', ['a.md', '--date'], '--date'],
  ['a value for a switch', ['a.md', '--json=yes'], '--json'],
  ['a short option that is none', ['-x', 'a.md'], '-x'],
  ['the standard input twice', ['-', '-'], '标准输入（-）只能给一次'],
  ['two ways that exclude each other', ['a.md', '--review', '--dry-run'], '不能与 --dry-run 同用'],
  ...(
    [
      ['a day that is none', '2024-02-30'],
      ['a month that is none', '2024-13-01'],
      ['a date with slashes', '2024/05/06'],
      ['a date in Chinese', '2024年5月6日'],
      ['a short date', '24-5-6'],
      ['a date with an hour', '2024-05-06T00:00'],
      ['full-width digits', '２０２４-05-06'],
      ['a date with a blank', ' 2024-05-06'],
      ['an empty date', ''],
      ['a path for a date', '../../etc'],
    ] as const
  ).map(([what, date]): Row => [
    what,
    ['ok.md', '--date', date],
    '--date 应为确有其日的 YYYY-MM-DD',
  ]),
  ...(
    [
      ['page nought', '0'],
      ['a page below nought', '-1'],
      ['half a page', '1.5'],
      ['page 1000', '1000'],
      ['a page in letters', 'A1'],
      ['a page in hexadecimal', '0x1'],
      ['a page in full-width digits', '１'],
      ['an empty page', ''],
      ['a page with a blank', '1 '],
    ] as const
  ).map(([what, number]): Row => [
    what,
    ['ok.md', '--date', '2024-05-06', `--page=${number}`],
    '--page 应为 1 至 999 的整数',
  ]),
  ['a file that is not there', ['none.md', '--date', '2024-05-06'], '没有这个文件或文件夹'],
  ['a folder without pages', ['empty', '--date', '2024-05-06'], '文件夹里没有 .md、.txt 或 .xml'],
  ['a page of no day', ['ok.md'], '是哪一天的报纸'],
  ['a link in a circle', ['circle.md', '--date', '2024-05-06'], '读不到'],
];

describe('wrong use', () => {
  test.each(wrongUse)('%s', async (_what, args, says) => {
    writeFileSync(join(input, 'ok.md'), page);
    mkdirSync(join(input, 'empty'));
    symlinkSync('circle.md', join(input, 'circle.md'));
    const paths = args.map((arg) => (/^[a-z]+(?:\.md)?$/.test(arg) ? join(input, arg) : arg));
    expect(await runWith(paths), said).toBe(2);
    expect(said).toContain(says);
    expect(said).toContain('用法见 npm run import -- --help');
    expect(said).not.toMatch(/\bat .*\.ts:\d+/);
    expect(filesOf(content)).toEqual(['publication.yaml']);
  });
});

const utf16 = (text: string): Buffer => Buffer.from(text, 'utf16le');
const bytes = (...numbers: number[]): Buffer => Buffer.from(numbers);
const many = (count: number, piece: string): string => piece.repeat(count);

/** Bytes that are no page: exit code 1, at a line and column. */
const refusedPages: readonly (readonly [what: string, contents: Buffer | string, id: string])[] = [
  ['a PDF', '%PDF-1.7\n', 'source-not-text'],
  ['a PNG', bytes(0x89, 0x50, 0x4e, 0x47, 13, 10), 'source-not-text'],
  ['a JPEG', bytes(0xff, 0xd8, 0xff, 0xe0), 'source-not-text'],
  ['a GIF', 'GIF89a', 'source-not-text'],
  ['a TIFF', bytes(0x49, 0x49, 0x2a, 0), 'source-not-text'],
  ['a big-endian TIFF', bytes(0x4d, 0x4d, 0, 0x2a), 'source-not-text'],
  ['a Word document', bytes(0x50, 0x4b, 3, 4), 'source-not-text'],
  ['an empty file', '', 'page-empty'],
  ['blanks alone', ' \n\t\n　\n', 'page-empty'],
  ['a byte order mark alone', '\ufeff', 'page-empty'],
  ['a NUL', '# 甲\n\n乙\u0000丙\n', 'nul-character'],
  ['an escape sequence', '# 甲\n\n\u001b[31m乙\n', 'control-character'],
  ['a backspace', '# 甲\n\n乙\u0008丙\n', 'control-character'],
  ['half a character', Buffer.concat([Buffer.from('# 甲\n\n乙'), bytes(0xe4, 0xb8)]), 'encoding'],
  ['a byte that is no UTF-8', Buffer.concat([Buffer.from('# 甲\n\n'), bytes(0xff)]), 'encoding'],
  ['an overlong character', Buffer.concat([Buffer.from('甲'), bytes(0xc0, 0xaf)]), 'encoding'],
  ['half of a pair', Buffer.concat([Buffer.from('甲'), bytes(0xed, 0xa0, 0x80)]), 'encoding'],
  ['UTF-16 cut within a character', utf16('\ufeff# 甲\n\n乙').subarray(0, -1), 'encoding'],
  ['noise', Buffer.from(Array.from({ length: 4000 }, (_, at) => (at * 7919) % 256)), ''],
  ['one line of 5 MB', `# 甲\n\n${many(1_700_000, '甲')}\n`, ''],
  // 60 kB of these took a minute: a search for words to the end of the line at every mark.
  ['60,000 straight quotes on a line', `# 甲\n\n${many(60_000, '"')}\n`, ''],
  ['20,000 opening brackets, full-width', `# 甲\n\n${many(20_000, '（')}\n`, ''],
  ['900,000 straight quotes on a line', `# 甲\n\n${many(900_000, '"')}\n`, 'line-too-long'],
  ['60,000 digits on a line', `# 甲\n\n${many(60_000, '1')}\n`, ''],
  ['10,000 brackets', `# 甲\n\n${many(10_000, '[')}\n`, ''],
  ['10,000 stars', `# 甲\n\n${many(10_000, '*a ')}\n`, ''],
  ['quotes 3,000 deep', `# 甲\n\n${many(3000, '> ')}乙\n`, ''],
  [
    'lists 1,000 deep',
    Array.from({ length: 1000 }, (_, at) => `${many(at, ' ')}- 甲`).join('\n'),
    '',
  ],
  ['tags 5,000 deep', `# 甲\n\n${many(5000, '<div>')}乙\n`, ''],
  [
    'a table of 20,000 cells',
    `${many(2, `${many(200, '|甲')}|\n`)}${many(100, `${many(200, '|乙')}|\n`)}`,
    '',
  ],
  ['100,000 line ends', `# 甲\n${many(100_000, '\n')}乙。\n`, ''],
  [
    'an XML bomb',
    `<?xml version="1.0"?><!DOCTYPE a [<!ENTITY b "${many(99, '&b;')}">]><alto>&b;</alto>`,
    '',
  ],
  ['a comment without an end', '# 甲\n\n乙。<!-- 丙\n\n丁。\n', ''],
  ['a fence without an end', '```\n# 甲\n\n乙。\n', ''],
  ['front matter without an end', '---\ntitle: 甲\n\n乙。\n', ''],
  ['front matter that is no YAML', '---\n: [\n---\n\n# 甲\n\n乙。\n', ''],
  ['a headline alone', '# 甲\n', ''],
  ['signs alone', '——……！！？？\n', ''],
  ['pictures alone', '![](a.png)\n\n![](../../../etc/passwd)\n', ''],
  ['code for the build', "# 甲\n\nimport fs from 'node:fs'\n\n{process.exit(0)}\n\n乙。\n", ''],
  ['a script', '# 甲\n\n<script>alert(1)</script>\n\n乙。\n', ''],
];

describe('pages', () => {
  test.each(refusedPages)('%s', async (_what, contents, id) => {
    const file = join(input, '01.md');
    writeFileSync(file, contents);
    const from = performance.now();
    const code = await runWith([file, '--date', '2024-05-06', '--json']);
    expect(performance.now() - from).toBeLessThan(20_000);
    const report = JSON.parse(out) as {
      articles: unknown[];
      findings: { id: string; severity: string; line: number; column: number; action: string }[];
    };
    const errors = report.findings.filter(({ severity }) => severity === 'error');
    expect(code).toBe(errors.length > 0 ? 1 : 0);
    for (const finding of report.findings) {
      expect(finding.line).toBeGreaterThan(0);
      expect(finding.column).toBeGreaterThan(0);
      expect(finding.action).not.toBe('');
    }
    if (id !== '') expect(errors.map((finding) => finding.id).join(' ')).toContain(id);
    if (errors.length > 0) {
      expect(report.articles).toEqual([]);
      expect(filesOf(content)).toEqual(['publication.yaml']);
    } else {
      // Taken whole: the source is kept byte for byte, and nothing lies outside its folders.
      expect(readFileSync(join(content, 'sources/2024-05-06/01.md'))).toEqual(
        Buffer.from(contents),
      );
      expect(filesOf(content).filter((path) => /\.tmp$|^\./.test(path))).toEqual([]);
    }
  });
});

/** Places that cannot be written in or read. */
const places: readonly (readonly [what: string, before: () => void, says: string])[] = [
  ['a pipe for a page', () => execFileSync('mkfifo', [join(input, '01.md')]), ''],
  [
    'a file for the content folder',
    () => {
      rmSync(content, { recursive: true });
      writeFileSync(content, '甲');
      writeFileSync(join(input, '01.md'), page);
    },
    '',
  ],
  [
    'a folder for an article’s folder is a file',
    () => {
      writeFileSync(join(content, 'articles'), '甲');
      writeFileSync(join(input, '01.md'), page);
    },
    'articles',
  ],
  [
    'an edition that is a folder',
    () => {
      mkdirSync(join(content, 'editions/2024-05-06.yaml'), { recursive: true });
      writeFileSync(join(input, '01.md'), page);
    },
    '2024-05-06.yaml',
  ],
];

describe('places', () => {
  test.each(places)('%s', async (_what, before, says) => {
    before();
    const code = await runWith([input, '--date', '2024-05-06']);
    expect([1, 2], said).toContain(code);
    expect(said).toContain(says);
    expect(said).not.toMatch(/\bat .*\.ts:\d+/);
    const articles = join(content, 'articles/2024-05-06');
    expect(existsSync(dirname(articles)) && existsSync(articles)).toBe(false);
  });

  test('a page that may not be read', async () => {
    const file = join(input, '01.md');
    writeFileSync(file, page);
    chmodSync(file, 0);
    // Root reads everything.
    const mayRead = process.getuid?.() === 0;
    expect(await runWith([file, '--date', '2024-05-06'])).toBe(mayRead ? 0 : 1);
  });
});
