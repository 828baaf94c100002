import { expect, test } from 'vitest';
import type { IssueDate } from '../newspaper/issue-date.ts';
import { repairs } from './repair/repairs.ts';
import { importPages } from './import-pages.ts';
import { unknownPaper } from './page/known-paper.ts';
import { detachReport, jsonReport, renderReadableReport, repairNames } from './report.ts';

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

test('the report is told in English from the first to the last word of its own', () => {
  const source = `# 渡口修好了\n\n${'清河镇新修三条通村公路，村民不再为卖菜发愁。'.repeat(9)}\n\n本报讯 渡口�口`;
  const pages = importPages({
    text: source,
    file: '01.md',
    date: '2024-01-08' as IssueDate,
    page: 1,
    known: unknownPaper,
  });
  const page = pages[0]!;
  expect(page.findings.length).toBeGreaterThan(0);
  const report = detachReport({ page, file: '01.md', articles: [], findings: page.findings });
  const told = renderReadableReport([report], [], { dryRun: true, language: 'en' });
  const own = told.split('\n').filter((line) => !line.startsWith('    ') || line.includes('→'));
  expect(own.join('\n').replaceAll(/“[^”]*”/g, '')).not.toMatch(/\p{Script=Han}/u);
  expect(told).toContain('This was a dry run: nothing was written.');
  const printed = [...jsonReport([report], [], 'en')].join('');
  expect(printed).toBe(`${JSON.stringify(JSON.parse(printed), null, 2)}\n`);
  const json = JSON.parse(printed) as {
    findings: Record<string, unknown>[];
  };
  expect(Object.keys(json.findings[0]!)).toEqual(Object.keys(page.findings[0]!).slice(0, 8));
});
