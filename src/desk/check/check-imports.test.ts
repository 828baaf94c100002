import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { IssueDate } from '../../newspaper/issue-date.ts';
import type { ProofStatus } from '../../newspaper/article.ts';
import { checkImports } from './check-imports.ts';

const projectRoot = fileURLToPath(new URL('../../..', import.meta.url));
const edition = '2024-03-07' as IssueDate;
const file = `sources/${edition}/01.md`;
let root = '';
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'epaper-imports-'));
  mkdirSync(join(root, 'sources', edition), { recursive: true });
  const padding = '船工老马说，修渡口的人起早贪黑，只用了二十天。'.repeat(6);
  const lines = ['# 渡口修好了', '', `昨天，渡口修好了，两岸的人又能坐�往来。${padding}`, ''];
  writeFileSync(
    join(root, file),
    [
      ...lines,
      '# 夜校开课',
      '',
      `镇上的夜校昨晚开课，头一课讲的是算�。${padding.replaceAll('船工', '教师')}`,
      '',
    ].join('\n'),
  );
});
afterEach(() => rmSync(root, { recursive: true }));

function findings(first: ProofStatus, second: ProofStatus, isWanted?: () => boolean) {
  const articles = [
    { edition, page: 1, proof: first, source: { file, lines: [1, 3] as [number, number] } },
    { edition, page: 1, proof: second, source: { file, lines: [5, 7] as [number, number] } },
  ];
  const cache = join(root, 'cache.json');
  const checked = checkImports(root, projectRoot, cache, articles, isWanted);
  expect(checked.pagesLeft).toBe(0);
  return checked.findings;
}

function check(...asked: Parameters<typeof findings>): number[] {
  return findings(...asked)
    .filter(({ id }) => id === 'character-unreadable')
    .map(({ line }) => line);
}

test('what the importer asked stays open until somebody has read the article', () => {
  expect(check('unread', 'unread')).toEqual([3, 7]);
  expect(check('read', 'unread')).toEqual([7]);
  expect(check('unread', 'doubtful')).toEqual([3]);
  expect(check('read', 'doubtful')).toEqual([]);
  // The second time from what was kept.
  expect(existsSync(join(root, 'cache.json'))).toBe(true);
  expect(check('unread', 'unread')).toEqual([3, 7]);
});

test('a decision settles one finding, and a page that is not asked about is not read', () => {
  writeFileSync(
    join(root, file.replace('.md', '.decisions.yaml')),
    '- line: 3\n  action: accept\n  finding: character-unreadable\n',
  );
  expect(check('unread', 'unread')).toEqual([7]);
  expect(check('unread', 'unread', () => false)).toEqual([]);
});

test('a file of decisions that cannot be read is told with its line', () => {
  const decisions = file.replace('.md', '.decisions.yaml');
  writeFileSync(join(root, decisions), '- line: 3\n  action: accpt\n');
  expect(findings('unread', 'unread')).toContainEqual(
    expect.objectContaining({ file: decisions, line: 2, severity: 'review' }),
  );
});

test('a source that is gone is told by the check of the folder', () => {
  rmSync(join(root, file));
  expect(check('unread', 'unread')).toEqual([]);
});
