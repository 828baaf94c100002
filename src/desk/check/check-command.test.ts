import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { execFileSync } from 'node:child_process';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import stringWidth from 'string-width';
import { afterAll, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest';
import type { Finding } from '../../newspaper/finding.ts';
import { runCheck } from './check-command.ts';

const good = fileURLToPath(new URL('../../../tests/fixtures/content-errors/good', import.meta.url));
const folder = mkdtempSync(join(tmpdir(), 'epaper-check-'));
const paper = join(folder, 'paper');
const article = join(paper, 'articles/2024-05-06/01/chuan.mdx');
afterAll(() => rmSync(folder, { recursive: true, force: true }));

let said = '';
beforeAll(() => {
  for (const stream of [process.stdout, process.stderr]) {
    vi.spyOn(stream, 'write').mockImplementation((chunk) => {
      said += String(chunk);
      return true;
    });
  }
});
beforeEach(() => {
  rmSync(paper, { recursive: true, force: true });
  cpSync(good, paper, { recursive: true });
});

function check(args: readonly string[] = [], environment: Record<string, string> = {}) {
  said = '';
  const code = runCheck(args, { EPAPER_CONTENT: paper, LANG: 'C', ...environment });
  return { code, said };
}

function findings(): Finding[] {
  const { said: json } = check(['--json']);
  const printed = JSON.parse(json) as { findings: Finding[] };
  expect(Object.keys(printed)).toEqual(['findings']);
  return printed.findings;
}

function damage(from: string, to: string): void {
  const text = readFileSync(article, 'utf8');
  expect(text).toContain(from);
  writeFileSync(
    article,
    text.replace(from, () => to),
  );
}

test('a sound paper: nothing to say, exit code 0', () => {
  expect(findings()).toEqual([]);
  expect(check()).toEqual({ code: 0, said: '3 篇文章，没有要改的。\n' });
});

/** from, to, the finding, its line and column, and what --fix makes of it (undefined: a person must). */
const slips: readonly {
  readonly from: string;
  readonly to: string;
  readonly id: string;
  readonly line: number;
  readonly column: number;
  readonly mended?: string;
}[] = (
  [
    [
      'headline: 一条老船',
      'headline：一条老船',
      'yaml-full-width-colon',
      7,
      9,
      'headline: 一条老船',
    ],
    ['order: 2', 'order:2', 'yaml-colon-blank', 6, 6, 'order: 2'],
    ['order: 2', 'order: ２', 'field-full-width-digit', 6, 8, 'order: 2'],
    ['headline: 一条老船', 'headline: "一条老船', 'yaml-quote-open', 7, 11, 'headline: "一条老船"'],
    ['headline: 一条老船', 'headlin: 一条老船', 'field-unknown', 7, 1],
    ['edition: 2024-05-06', 'edition: 2024-02-31', 'field-value', 4, 10],
    ['headline: 一条老船', 'headline: 一条老船\nsection: yaowne', 'section-unknown', 8, 10],
  ] satisfies readonly (readonly [string, string, string, number, number, string?])[]
).map(([from, to, id, line, column, mended]) => ({
  from,
  to,
  id,
  line,
  column,
  ...(mended === undefined ? {} : { mended }),
}));

describe.each(slips)('$to', ({ from, to, id, line, column, mended }) => {
  test(`is told as ${id} at ${line}:${column}, once, and mended where that is safe`, () => {
    const text = readFileSync(article, 'utf8');
    damage(from, to);
    const before = readFileSync(article, 'utf8');
    const told = findings().filter((finding) => finding.id === id);
    expect(told).toHaveLength(1);
    expect(told[0]).toMatchObject({ file: 'articles/2024-05-06/01/chuan.mdx', severity: 'error' });
    expect(told[0]).toMatchObject({ line, column });
    expect(Object.keys(told[0]!)).not.toContain('fix');
    check(['--fix']);
    const after = readFileSync(article, 'utf8');
    expect(after).toBe(mended === undefined ? before : text.replace(from, mended));
    check(['--fix']);
    expect(readFileSync(article, 'utf8')).toBe(after);
  });
});

test('prose is mended in place, with the line ends and the mode that the file had', () => {
  const text = readFileSync(article, 'utf8');
  const body = text.indexOf('\n---\n') + 5;
  const wrong = `${text.slice(0, body)}\n　　他说:"路通了",全长２０米(约六丈)，气温3~5度。\n\n产量值<35吨。\n`;
  writeFileSync(article, wrong.replaceAll('\n', '\r\n'), { mode: 0o640 });
  const mode = statSync(article).mode;
  expect(check(['--fix']).code).toBe(0);
  expect(readFileSync(article, 'utf8')).toBe(
    `${text.slice(0, body)}\n他说：“路通了”，全长20米（约六丈），气温3～5度。\n\n产量值\\<35吨。\n`.replaceAll(
      '\n',
      '\r\n',
    ),
  );
  expect(statSync(article).mode).toBe(mode);
  expect(findings()).toEqual([]);
});

test('what is printed so is allowed in the article itself', () => {
  const text = readFileSync(article, 'utf8');
  writeFileSync(article, `${text}\n工作入员升帆。\n`);
  expect(findings().map(({ id }) => id)).toEqual(['misread-ren']);
  damage('\n---\n', '\nallow:\n  - rule: misread-ren\n    text: 工作入员\n---\n');
  expect(findings()).toEqual([]);
});

test('a pipe in the place of an article is told, not waited for', () => {
  rmSync(article);
  execFileSync('mkfifo', [article]);
  const { code, said: printed } = check();
  expect(code).toBe(1);
  expect(printed).toContain('应是普通文件，现为管道或设备');
});

test('gaps in the order of a page, and a second reading that agrees with the first', () => {
  damage('order: 2', 'order: 4');
  const first = findings();
  expect(first.map(({ id, line }) => [id, line])).toEqual([['order-gap', 6]]);
  expect(first[0]!.message).toBe('第 1 版的次序应连续，4 之前缺 2');
  expect(findings()).toEqual(first);
});

test('an article that cannot be read may be the one that is missing', () => {
  damage('order: 2', 'order: 4');
  writeFileSync(article.replace(/[^/]+$/, 'unreadable.mdx'), '没有文章信息。\n');
  expect(findings().map(({ id }) => id)).not.toContain('order-gap');
});

test('the mark stands under its place, however wide the characters are', () => {
  const text = readFileSync(article, 'utf8');
  writeFileSync(article, `${text}\n${'渡口修好了，'.repeat(20)}气温3~5度。\n`);
  const lines = check(['--lang', 'en']).said.split('\n');
  const at = lines.findIndex((line) => line.includes('half-width-tilde'));
  const [shown, mark] = [lines[at + 1]!, lines[at + 2]!];
  expect(stringWidth(shown)).toBeLessThanOrEqual(90);
  expect(stringWidth(mark.slice(0, mark.indexOf('^')))).toBe(
    stringWidth(shown.slice(0, shown.indexOf('~'))),
  );
  expect(lines[at]).toContain('Expected ～ for a range, found ~');
});

test('an escape sequence of an article is shown, and does not reach the terminal', () => {
  const text = readFileSync(article, 'utf8');
  writeFileSync(article, `${text}\n清屏\u001b[2J。\n`);
  const { code, said: printed } = check([], { GITHUB_ACTIONS: 'true' });
  expect(code).toBe(1);
  expect(printed).not.toContain('\u001b');
  const lines = printed.split('\n');
  const at = lines.findIndex((line) => line.includes('清屏␛[2J。'));
  expect(lines[at + 1]!.indexOf('^')).toBe(lines[at]!.indexOf('␛') + 2);
});

test('annotations in GitHub Actions', () => {
  damage('headline: 一条老船', 'headline: 一条老船\nsection: yaowne');
  const { code, said: printed } = check([], { GITHUB_ACTIONS: 'true' });
  expect(code).toBe(1);
  expect(printed).toMatch(/^::error file=.*chuan\.mdx,line=\d+,col=10,title=section-unknown::/m);
});

test('what an article leads to is looked at whenever it changes, though the article does not', () => {
  const other = join(paper, 'articles/2024-05-06/02/tianqi.mdx');
  writeFileSync(
    other,
    `${readFileSync(other, 'utf8')}\n见[老船](../../01/chuan/#p9)、[渡口](../../01/dukou/#p1)。\n`,
  );
  const told = (): string[] => findings().map(({ id, excerpt }) => `${id} ${excerpt}`);
  expect(told()).toEqual(['link-paragraph ../../01/chuan/#p9']);
  expect(told()).toEqual(['link-paragraph ../../01/chuan/#p9']);
  writeFileSync(article, `${readFileSync(article, 'utf8')}${'\n又一段。\n'.repeat(9)}`);
  expect(told()).toEqual([]);
  renameSync(article, join(paper, 'articles/2024-05-06/01/lao-chuan.mdx'));
  expect(told()).toEqual(['link-dead ../../01/chuan/#p9']);
  mkdirSync(join(paper, 'addresses'));
  writeFileSync(
    join(paper, 'addresses/2024.txt'),
    '/2024-05-06/01/chuan/ -> /2024-05-06/01/lao-chuan/\n',
  );
  check(['--fix']);
  expect(told()).toEqual(['link-moved ../../01/chuan/#p9']);
});

test('what one text shows is told at every reading', () => {
  writeFileSync(article, `${readFileSync(article, 'utf8')}\n看\u200e不见。\n`);
  expect(findings().map(({ id }) => id)).toEqual(['invisible-character']);
  expect(findings().map(({ id }) => id)).toEqual(['invisible-character']);
});

test('--fix records addresses, and leads one to where its file went; what is lost is an error', () => {
  const ledger = (name: string): string => readFileSync(join(paper, 'addresses', name), 'utf8');
  check(['--fix']);
  expect(existsSync(join(paper, 'addresses'))).toBe(false);
  mkdirSync(join(paper, 'addresses'));
  writeFileSync(join(paper, 'addresses/paper.txt'), '');
  expect(findings().map(({ id }) => id)).toEqual(['address-unrecorded', 'address-unrecorded']);
  expect(check(['--fix']).code).toBe(0);
  expect(findings()).toEqual([]);
  expect(ledger('2024.txt')).toMatch(/^\/2024-05-06\/01\/chuan\/ ~[0-9a-f]{6}$/m);
  expect(ledger('paper.txt')).toMatch(/^\/sections\/yaowen\/ ~[0-9a-f]{6}$/m);

  renameSync(article, join(paper, 'articles/2024-05-06/01/lao-chuan.mdx'));
  expect(findings().map(({ id, severity }) => [id, severity])).toEqual([
    ['address-unrecorded', 'review'],
    ['address-vanished', 'error'],
  ]);
  expect(check(['--fix']).code).toBe(0);
  expect(ledger('2024.txt')).toContain('/2024-05-06/01/chuan/ -> /2024-05-06/01/lao-chuan/\n');
  expect(findings()).toEqual([]);

  rmSync(join(paper, 'articles/2024-05-06/01/lao-chuan.mdx'));
  const before = ledger('2024.txt');
  expect(check(['--fix'])).toMatchObject({ code: 1 });
  expect(ledger('2024.txt')).toBe(before);
});

test('paths narrow the report; wrong use is told', () => {
  damage('headline: 一条老船', 'headline: 一条老船\nsection: yaowne');
  expect(check([join(paper, 'articles/2024-05-06/02')]).code).toBe(0);
  expect(check(['articles/2024-05-06/01']).code).toBe(1);
  expect(check(['articles/2024-05-07'])).toMatchObject({ code: 2 });
  expect(check(['--fi']).said).toContain('没有 --fi 这个选项，是不是想写 --fix？');
  expect(check(['--lang', 'fr'])).toMatchObject({ code: 2 });
  expect(check(['--help']).said).toContain('用法：npm run check');
  expect(check(['--help', '--lang=en']).said).toContain('Usage: npm run check');
});
