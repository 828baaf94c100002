import { expect, test } from 'vitest';
import type { IssueDate } from '../newspaper/issue-date.ts';
import { repairs } from './repair/repairs.ts';
import { importPages } from './read-page.ts';
import { unknownPaper } from './page/known-paper.ts';
import { detachReport, repairNames } from './report.ts';

test('every repair has a name that a person can read', () => {
  expect(repairs.map(({ id }) => id).filter((id) => repairNames[id] === undefined)).toEqual([]);
});

test('a report keeps nothing of its page but what it tells', () => {
  const source = '清河镇新修三条通村公路，村民不再为卖菜发愁。'.repeat(200);
  const pages = importPages({
    text: `# 三条公路修到家门口\n\n本报讯（记者 方小满）${source}`,
    file: '01.md',
    date: '2024-01-08' as IssueDate,
    page: 1,
    known: unknownPaper,
  });
  const page = pages[0]!;
  const report = detachReport({ page, file: '01.md', articles: [], findings: page.findings });
  expect(report.findings).toEqual(page.findings);
  expect(report.page).toEqual({
    date: page.date,
    page: page.page,
    mended: page.mended,
    refused: false,
  });
});
